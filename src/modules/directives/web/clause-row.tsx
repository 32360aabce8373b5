import { Button, MultiSelect, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ClauseChange } from '../directives.contract.ts';
import { clauseNature, type ParsedClause } from '../directives.parsed.ts';
import styles from './review.module.css';

export interface UnitOption {
  readonly value: string;
  readonly label: string;
}

export interface ClauseRowProps {
  readonly clause: ParsedClause;
  readonly depth: number;
  readonly shown: ClauseChange;
  readonly isOpen: boolean;
  readonly isEditable: boolean;
  readonly units: readonly UnitOption[];
  readonly onToggle: () => void;
  readonly onChange: (change: ClauseChange) => void;
}

/** One clause: its wording and what was understood; opened, the fields to correct it. */
export function ClauseRow({ clause, depth, shown, isOpen, isEditable, units, onToggle, onChange }: ClauseRowProps) {
  const t = useText('directives');
  const nameOf = (id: string) => units.find((unit) => unit.value === id)?.label ?? id;
  const tags = [
    t(`nature.${shown.nature}`),
    ...(shown.mode ? [t(`mode.${shown.mode}`)] : []),
    ...shown.unitIds.map(nameOf),
    ...clause.channels.map((channel) => channel.text),
    ...clause.dates,
  ];
  return (
    <li className={[styles.depth1, styles.depth2, styles.depth3][depth - 1] ?? ''}>
      <button type="button" className={styles.clause} aria-expanded={isOpen} onClick={onToggle}>
        <span className={styles.path}>{clause.path}</span>
        <span className={clause.children.length > 0 ? styles.title : ''}>{shown.title ?? shown.text}</span>
        <span className={styles.tags}>{tags.join(' · ')}</span>
      </button>
      {isOpen && isEditable ? (
        <fieldset className={styles.editor} aria-label={t('review.edit', { path: clause.path })}>
          <Stack gap="sm">
            <Textarea
              label={t('review.clauseText')}
              value={shown.text}
              autosize
              minRows={2}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onChange({ ...shown, text, title: shown.title === null ? null : text });
              }}
            />
            <NativeSelect
              label={t('review.nature')}
              value={shown.nature}
              data={clauseNature.options.map((value) => ({ value, label: t(`nature.${value}`) }))}
              onChange={(event) => onChange({ ...shown, nature: clauseNature.parse(event.currentTarget.value) })}
            />
            <NativeSelect
              label={t('review.mode')}
              value={shown.mode ?? 'none'}
              data={(['none', 'assigned', 'requested'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
              onChange={(event) => {
                const { value } = event.currentTarget;
                onChange({ ...shown, mode: value === 'assigned' || value === 'requested' ? value : null });
              }}
            />
            <MultiSelect
              label={t('review.units')}
              data={[...units]}
              value={[...shown.unitIds]}
              searchable
              onChange={(unitIds) => onChange({ ...shown, unitIds })}
            />
            <div>
              <Button variant="default" size="xs" onClick={onToggle}>
                {t('review.close')}
              </Button>
            </div>
          </Stack>
        </fieldset>
      ) : null}
    </li>
  );
}
