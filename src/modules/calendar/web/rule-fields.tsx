import { NativeSelect, NumberInput } from '@mantine/core';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { shortMonth } from '../calendar.contract.ts';
import styles from './calendar.module.css';
import { asksDay, type RuleDraft, ruleChoices } from './event-draft.ts';

/** On which days: one day, every year by one of the two calendars, every week or month, or not known yet. */
export function RuleFields({
  draft,
  dayError,
  onChange,
}: {
  readonly draft: RuleDraft;
  readonly dayError: string | null;
  readonly onChange: (draft: RuleDraft) => void;
}) {
  const t = useText('calendar');
  const isKept =
    draft.kept.kind === 'dates' ||
    draft.kept.kind === 'zoned' ||
    draft.kept.kind === 'relative' ||
    draft.choice === 'keep';
  const choices = isKept ? [...ruleChoices, 'keep' as const] : ruleChoices;
  const isYearly = draft.choice === 'solar' || draft.choice === 'lunar';
  const hasDay = asksDay(draft);
  const whole = (value: string | number, before: number) => (typeof value === 'number' ? value : before);
  return (
    <div className={styles.row} data-wide="true">
      <NativeSelect
        label={t('form.rule')}
        value={draft.choice}
        data={choices.map((value) => ({ value, label: t(`rule.${value}`) }))}
        onChange={(event) => {
          const choice = choices.find((one) => one === event.currentTarget.value);
          if (choice) onChange({ ...draft, choice });
        }}
      />
      {hasDay ? (
        <DayInput
          label={t(draft.choice === 'once' ? 'form.day' : 'form.first_day')}
          value={draft.on}
          error={dayError}
          onChange={(on) => onChange({ ...draft, on })}
        />
      ) : null}
      {isYearly ? (
        <>
          <NumberInput
            label={t(draft.choice === 'lunar' ? 'form.lunar_day' : 'form.day_of_month')}
            min={1}
            max={draft.choice === 'lunar' ? 30 : 31}
            value={draft.day}
            onChange={(value) => onChange({ ...draft, day: whole(value, draft.day) })}
            hideControls
          />
          <NumberInput
            label={t(draft.choice === 'lunar' ? 'form.lunar_month' : 'form.month')}
            min={1}
            max={12}
            value={draft.month}
            onChange={(value) => onChange({ ...draft, month: whole(value, draft.month) })}
            hideControls
          />
        </>
      ) : null}
      {draft.choice === 'lunar' && draft.day === 30 ? (
        <NativeSelect
          label={t('form.short_month')}
          value={draft.shortMonth}
          data={shortMonth.options.map((value) => ({ value, label: t(`short_month.${value}`) }))}
          onChange={(event) => {
            const chosen = shortMonth.options.find((one) => one === event.currentTarget.value);
            if (chosen) onChange({ ...draft, shortMonth: chosen });
          }}
        />
      ) : null}
      {draft.choice === 'weekly' || draft.choice === 'monthly' ? (
        <DayInput label={t('form.until')} value={draft.until} onChange={(until) => onChange({ ...draft, until })} />
      ) : null}
    </div>
  );
}
