import { Button, Checkbox } from '@mantine/core';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { EmptyState } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { RequestUnit } from '../plan.requests.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './request-page.module.css';

interface RequestUnitsProps {
  readonly isUrging: boolean;
  readonly rows: readonly RequestUnit[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onLetter?: (kind: 'request' | 'follow_up', unitId: string) => void;
}

/** One row a unit: answered, declined, late, evidence; chosen for a letter. */
export function RequestUnits({ isUrging, rows, chosen, onChoose, onLetter }: RequestUnitsProps) {
  const t = useText('plan');
  const localName = useLocalName();
  if (rows.length === 0) return <EmptyState title={t('request.none_shown')} />;
  const choose = (unitId: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(unitId);
    else next.delete(unitId);
    onChoose(next);
  };
  const isAll = rows.every((row) => chosen.has(row.unitId));
  return (
    <>
      {isUrging ? null : (
        <Checkbox
          className={styles.all ?? ''}
          label={t('request.choose_all')}
          checked={isAll}
          indeterminate={!isAll && chosen.size > 0}
          onChange={(event) =>
            onChoose(event.currentTarget.checked ? new Set(rows.map((row) => row.unitId)) : new Set())
          }
        />
      )}
      <DataTable
        caption={t('request.by_unit')}
        rows={rows}
        rowKey={(row) => row.unitId}
        columns={[
          {
            key: 'unit',
            label: t('coverage.unit'),
            heading: true,
            // Of letters that went out nothing is chosen any more.
            render: (row) =>
              isUrging ? (
                localName(row.names)
              ) : (
                <Checkbox
                  label={localName(row.names)}
                  checked={chosen.has(row.unitId)}
                  onChange={(event) => choose(row.unitId, event.currentTarget.checked)}
                />
              ),
          },
          { key: 'answer', label: t('request.answer'), render: (row) => <Answer row={row} isUrging={isUrging} /> },
          {
            key: 'evidence',
            label: t('evidence.title'),
            align: 'right',
            render: (row) =>
              row.waitingEvidence === 0
                ? String(row.evidence)
                : t('request.evidence_waiting', { count: row.evidence, waiting: row.waitingEvidence }),
          },
          {
            key: 'tasks',
            label: t('plan.tasks'),
            render: (row) => (
              <span className={styles.links}>
                {row.taskIds.map((task) => (
                  <DeskLink
                    key={task.id}
                    to="/tasks/$taskId"
                    params={{ taskId: task.id }}
                    aria-label={`${task.path}, ${localName(row.names)}`}
                  >
                    {task.path}
                  </DeskLink>
                ))}
              </span>
            ),
          },
          ...(isUrging
            ? [{ key: 'letter', label: t('request.letter'), render: (row: RequestUnit) => <LetterLink row={row} /> }]
            : []),
          ...(onLetter === undefined || isUrging
            ? []
            : [
                {
                  key: 'letter',
                  label: t('request.letter'),
                  render: (row: RequestUnit) => (
                    <span className={styles.links}>
                      {(['request', 'follow_up'] as const).map((kind) => (
                        <Button
                          key={kind}
                          size="compact-xs"
                          disabled={row.tasks === 0}
                          aria-label={`${t(`request.${kind}`)}, ${localName(row.names)}`}
                          onClick={() => onLetter(kind, row.unitId)}
                        >
                          {t(`request.${kind}`)}
                        </Button>
                      ))}
                    </span>
                  ),
                },
              ]),
        ]}
      />
    </>
  );
}

function LetterLink({ row }: { readonly row: RequestUnit }) {
  const t = useText('plan');
  const localName = useLocalName();
  if (row.letterId === null) return null;
  return (
    <DeskLink
      to="/documents/$documentId"
      params={{ documentId: row.letterId }}
      aria-label={`${t('request.urge_letter')}, ${localName(row.names)}`}
    >
      {t('request.urge_letter')}
    </DeskLink>
  );
}

function Answer({ row, isUrging }: { readonly row: RequestUnit; readonly isUrging: boolean }) {
  const t = useText('plan');
  if (row.sendState === 'waiting') return <span className="note">{t('request.not_reached')}</span>;
  if (isUrging && row.sendState === 'unchanged') return <span className="note">{t('request.urge_none')}</span>;
  const parts = (['unanswered', 'accepted', 'done', 'declined', 'late', 'questions'] as const).filter(
    (key) => row[key] > 0,
  );
  return (
    <>
      <ul className={styles.answers}>
        {parts.map((key) => (
          <li key={key} data-kind={key}>
            {t(`request.count_${key}`, { count: row[key], tasks: row.tasks })}
          </li>
        ))}
      </ul>
      {row.reasons.map((reason) => (
        <p key={reason} className="note">
          {t('request.reason', { reason })}
        </p>
      ))}
    </>
  );
}
