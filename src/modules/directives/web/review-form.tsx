import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import {
  confirmDirective,
  type DirectiveDetail,
  listDirectives,
  readDirective,
  reviewDirective,
} from '../directives.contract.ts';
import { ClauseRow, type UnitOption } from './clause-row.tsx';
import { numberAndSymbol } from './number-and-symbol.ts';
import styles from './review.module.css';
import { changeOf, draftOf, flatten, type ReviewDraft } from './review-draft.ts';
import { ReviewFindings } from './review-findings.tsx';
import { ReviewHeading } from './review-heading.tsx';
import { SourceText } from './source-text.tsx';

export function ReviewForm({ detail }: { readonly detail: DirectiveDetail }) {
  const t = useText('directives');
  const [draft, setDraft] = useState<ReviewDraft>(() => draftOf(detail));
  const [isChanged, setIsChanged] = useState(false);
  const [openPath, setOpenPath] = useState<string | null>(null);
  const [shownSide, setShownSide] = useState('tree');
  const [asksToConfirm, setAsksToConfirm] = useState(false);
  const units = useUnitOptions();
  const invalidates = [readDirective, listDirectives];
  const save = useEndpointMutation(reviewDirective, {
    invalidates,
    onSuccess: () => announce({ kind: 'done', text: t('review.saved') }),
  });
  const confirm = useEndpointMutation(confirmDirective, {
    invalidates,
    onSuccess: () => announce({ kind: 'done', text: t('review.confirmed') }),
  });
  const params = { id: detail.id };
  const clauses = flatten(detail.reviewed.clauses);
  const isEditable = detail.abilities.review;
  const edit = (change: Partial<ReviewDraft>) => {
    setDraft({ ...draft, ...change });
    setIsChanged(true);
  };
  const body = {
    version: detail.version,
    heading: draft.heading,
    clauses: [...draft.changes.values()],
    decisions: draft.decisions,
  };
  const openClause = clauses.find(({ clause }) => clause.path === openPath)?.clause;
  const actions = (
    <>
      {isEditable ? (
        <Button
          variant="default"
          disabled={!isChanged}
          loading={save.isPending}
          onClick={() => save.mutate({ params, body })}
        >
          {t('review.save')}
        </Button>
      ) : null}
      {detail.abilities.confirm ? (
        <Button
          variant="filled"
          disabled={isChanged}
          title={isChanged ? t('review.unsaved') : ''}
          onClick={() => setAsksToConfirm(true)}
        >
          {t('review.confirm')}
        </Button>
      ) : null}
      {detail.state === 'confirmed' ? <DeskLink to="/plan">{t('review.openPlan')}</DeskLink> : null}
    </>
  );
  return (
    <Page
      title={detail.subject === '' ? t('list.title') : detail.subject}
      lead={`${numberAndSymbol(detail)} · ${t(`state.${detail.state}`)}`}
      crumbs={[{ label: t('list.title'), path: '/directives' }]}
      actions={actions}
    >
      <FormError error={save.error ?? confirm.error} />
      <div className={styles.switch}>
        <SegmentedControl
          value={shownSide}
          onChange={setShownSide}
          data={[
            { value: 'tree', label: t('review.tree') },
            { value: 'source', label: t('review.source') },
          ]}
        />
      </div>
      <div className={styles.columns} data-shown={shownSide}>
        <SourceText text={detail.sourceText} range={openClause?.source ?? null} label={t('review.source')} />
        <div className={styles.side}>
          <ReviewHeading
            heading={draft.heading}
            reviewed={detail.reviewed}
            isEditable={isEditable}
            onChange={(heading) => edit({ heading })}
          />
          <ReviewFindings
            repairs={detail.reviewed.repairs}
            warnings={detail.reviewed.warnings}
            decisions={draft.decisions}
            isEditable={isEditable}
            onDecide={(index, decision) => edit({ decisions: { ...draft.decisions, [index]: decision } })}
          />
          <Section
            title={t('review.clauses')}
            note={t('review.leaves', { count: clauses.filter(({ clause }) => clause.children.length === 0).length })}
          >
            <ul className={styles.plain}>
              {clauses.map(({ clause, depth }) => (
                <ClauseRow
                  key={clause.path}
                  clause={clause}
                  depth={depth}
                  shown={draft.changes.get(clause.path) ?? changeOf(clause)}
                  isOpen={openPath === clause.path}
                  isEditable={isEditable}
                  units={units}
                  onToggle={() => setOpenPath(openPath === clause.path ? null : clause.path)}
                  onChange={(change) => edit({ changes: new Map(draft.changes).set(clause.path, change) })}
                />
              ))}
            </ul>
          </Section>
          <Section title={t('review.history')}>
            <HistoryRows rows={detail.history} />
          </Section>
        </div>
      </div>
      <ConfirmDialog
        opened={asksToConfirm}
        title={t('review.confirm')}
        confirmLabel={t('review.confirm')}
        pending={confirm.isPending}
        error={confirm.error}
        onConfirm={() => confirm.mutate({ params, body: { version: detail.version } })}
        onClose={() => setAsksToConfirm(false)}
      >
        {t('review.confirmQuestion')}
      </ConfirmDialog>
    </Page>
  );
}

function useUnitOptions(): UnitOption[] {
  const { data } = useEndpoint(listUnits);
  if (!data) return [];
  return [...data.groups, ...data.units].map((unit) => ({ value: unit.id, label: unit.names.vi ?? unit.id }));
}
