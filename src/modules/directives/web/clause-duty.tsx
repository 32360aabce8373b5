import { MultiSelect, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ClauseChange } from '../directives.contract.ts';
import { clauseRhythm } from '../directives.parsed.ts';
import styles from './review.module.css';
import type { ReviewOptions } from './review-options.ts';

/** What a clause that assigns something asks for: who helps, until when, how often, what it is to bring. */
export function ClauseDuty(props: {
  readonly shown: ClauseChange;
  readonly options: ReviewOptions;
  readonly onChange: (change: ClauseChange) => void;
}) {
  const t = useText('directives');
  const { shown, options, onChange } = props;
  const expected = shown.expected ?? null;
  return (
    <>
      <MultiSelect
        label={t('review.supporting')}
        data={[...options.units]}
        value={[...(shown.supportingUnitIds ?? [])]}
        searchable
        onChange={(supportingUnitIds) => onChange({ ...shown, supportingUnitIds })}
      />
      <div className={styles.duty}>
        <DayInput
          label={t('review.dueOn')}
          value={shown.dueOn ?? ''}
          onChange={(day) => onChange({ ...shown, dueOn: day || null })}
        />
        <NativeSelect
          label={t('review.rhythm')}
          value={shown.rhythm ?? 'none'}
          data={['none', ...clauseRhythm.options].map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          onChange={(event) => {
            const rhythm = clauseRhythm.safeParse(event.currentTarget.value);
            onChange({ ...shown, rhythm: rhythm.success ? rhythm.data : null });
          }}
        />
        <NumberInput
          label={t('review.count')}
          value={expected?.count ?? ''}
          min={1}
          max={9_999}
          onChange={(value) => {
            const count = typeof value === 'number' ? value : null;
            onChange({
              ...shown,
              expected: count === null ? null : { kind: expected?.kind || t('review.anything'), count },
            });
          }}
        />
        <TextInput
          label={t('review.expected')}
          value={expected?.kind ?? ''}
          maxLength={200}
          onChange={(event) => {
            const kind = event.currentTarget.value;
            onChange({ ...shown, expected: kind === '' ? null : { kind, count: expected?.count ?? 1 } });
          }}
        />
      </div>
    </>
  );
}
