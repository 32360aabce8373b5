import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { TimeInput } from '../../../platform/ui/time-input.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import {
  audience,
  type EventFields,
  eventKind,
  evidenceLevel,
  limits,
  listClauseOptions,
  readSettings,
  unitEventKind,
} from '../calendar.contract.ts';
import styles from './calendar.module.css';
import type { RuleDraft } from './event-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { useName } from './use-name.ts';

export interface EventFieldsetProps {
  readonly fields: EventFields;
  readonly rule: RuleDraft;
  readonly unitIds: readonly string[] | undefined;
  /** Only what one date may have of its own. */
  readonly isOneDate: boolean;
  readonly titleError: string | null;
  readonly dayError: string | null;
  readonly onChange: (change: Partial<EventFields>) => void;
  readonly onRule: (rule: RuleDraft) => void;
}

export function EventFieldset(props: EventFieldsetProps) {
  const { fields, isOneDate, onChange } = props;
  const t = useText('calendar');
  return (
    <>
      <div data-wide="true" className={styles.stack}>
        <TextInput
          label={t('form.title')}
          value={fields.titles.vi}
          maxLength={limits.title}
          error={props.titleError}
          onChange={(event) => onChange({ titles: { ...fields.titles, vi: event.currentTarget.value } })}
        />
        <TextInput
          label={t('form.title_en')}
          value={fields.titles.en ?? ''}
          maxLength={limits.title}
          onChange={(event) => onChange({ titles: { ...fields.titles, en: event.currentTarget.value } })}
        />
      </div>
      <RuleFields draft={props.rule} dayError={props.dayError} onChange={props.onRule} />
      <div className={styles.row} data-wide="true">
        <NumberInput
          label={t('form.lasts')}
          min={1}
          max={limits.lastsDays}
          value={fields.lastsDays}
          hideControls
          onChange={(value) => onChange({ lastsDays: typeof value === 'number' ? value : 1 })}
        />
        <TimeInput
          label={t('form.start_time')}
          value={fields.startTime ?? ''}
          onChange={(time) => onChange({ startTime: time || null })}
        />
        <TimeInput
          label={t('form.end_time')}
          value={fields.endTime ?? ''}
          onChange={(time) => onChange({ endTime: time || null })}
        />
      </div>
      <TextInput
        label={t('form.place')}
        value={fields.place}
        maxLength={limits.place}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      {isOneDate ? null : <SeriesFields {...props} />}
    </>
  );
}

/** What only the event as a whole has. */
function SeriesFields({ fields, unitIds, onChange }: EventFieldsetProps) {
  const t = useText('calendar');
  const nameOf = useName();
  const units = useEndpoint(listUnits);
  const clauses = useEndpoint(listClauseOptions);
  const settings = useEndpoint(readSettings);
  const all = (units.data?.units ?? []).map((unit) => ({ value: unit.id, label: nameOf(unit.names) }));
  const own = unitIds === undefined ? all : all.filter((unit) => unitIds.includes(unit.value));
  const communes = (units.data?.units ?? []).filter((unit) => unit.kind === 'commune' || unit.kind === 'ward');
  const keeps = settings.data?.abilities.change === true;
  const kinds = keeps || !unitEventKind.safeParse(fields.kind).success ? eventKind.options : unitEventKind.options;
  const pick = <Value extends string>(options: readonly Value[], value: string) =>
    options.find((one) => one === value) ?? null;
  return (
    <>
      <NativeSelect
        label={t('form.place_unit')}
        value={fields.placeUnitId ?? ''}
        data={[
          { value: '', label: t('form.none') },
          ...communes.map((unit) => ({ value: unit.id, label: nameOf(unit.names) })),
        ]}
        onChange={(event) => onChange({ placeUnitId: event.currentTarget.value || null })}
      />
      <NativeSelect
        label={t('form.unit')}
        value={fields.unitId}
        data={own}
        onChange={(event) => onChange({ unitId: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('form.kind')}
        value={fields.kind}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(event) => onChange({ kind: pick(eventKind.options, event.currentTarget.value) ?? fields.kind })}
      />
      <NativeSelect
        label={t('form.audience')}
        value={fields.audience ?? ''}
        data={[
          { value: '', label: t('form.none') },
          ...audience.options.map((value) => ({ value, label: t(`audience.${value}`) })),
        ]}
        onChange={(event) => onChange({ audience: pick(audience.options, event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('form.clause')}
        value={fields.clauseId ?? ''}
        data={[
          { value: '', label: t('form.none') },
          ...(clauses.data?.clauses ?? []).map((clause) => ({
            value: clause.id,
            label: `${clause.path} ${clause.title}`,
          })),
        ]}
        onChange={(event) => onChange({ clauseId: event.currentTarget.value || null })}
      />
      <div className={styles.checks} data-wide="true">
        <Checkbox
          label={t('form.is_major')}
          checked={fields.isMajor}
          onChange={(event) => onChange({ isMajor: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('form.is_abroad')}
          checked={fields.isAbroad}
          onChange={(event) => onChange({ isAbroad: event.currentTarget.checked })}
        />
      </div>
      <div data-wide="true">
        <Textarea
          label={t('form.description')}
          value={fields.description}
          maxLength={limits.text}
          autosize
          minRows={2}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
        />
      </div>
      <NumberInput
        label={t('form.since')}
        description={t('form.since_hint')}
        min={1}
        max={2071}
        hideControls
        value={fields.sinceYear ?? ''}
        onChange={(value) => onChange({ sinceYear: typeof value === 'number' ? value : null })}
      />
      <NativeSelect
        label={t('form.evidence')}
        description={t('form.evidence_hint')}
        value={fields.evidence}
        data={evidenceLevel.options.map((value) => ({ value, label: t(`evidence.${value.replace(' ', '_')}`) }))}
        onChange={(event) =>
          onChange({ evidence: pick(evidenceLevel.options, event.currentTarget.value) ?? fields.evidence })
        }
      />
      <TextInput
        label={t('form.source')}
        value={fields.source}
        maxLength={limits.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.note')}
        value={fields.note}
        maxLength={limits.text}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
