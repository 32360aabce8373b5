import { MultiSelect, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listLanguages } from '../../organisation/organisation.contract.ts';
import { type OutputKind, outputKind, type Priority, priority, type Rhythm, rhythm } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';

export interface ExpectationDraft {
  readonly expectedOutput: string;
  readonly expectedCount: number;
  readonly outputKind: OutputKind;
  readonly languages: readonly string[];
  readonly priority: Priority;
  readonly rhythm: Rhythm;
  readonly dueOn: string | null;
}

/** What shall come out, how many, in which languages, how often, until when. */
export function ExpectationFields({
  value,
  onChange,
}: {
  readonly value: ExpectationDraft;
  readonly onChange: (value: ExpectationDraft) => void;
}) {
  const t = useText('plan');
  const localName = useLocalName();
  const languages = useEndpoint(listLanguages);
  const set = (change: Partial<ExpectationDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <NativeSelect
        label={t('task.output_kind')}
        data={outputKind.options.map((kind) => ({ value: kind, label: t(`output_kind.${kind}`) }))}
        value={value.outputKind}
        onChange={(event) => set({ outputKind: outputKind.parse(event.currentTarget.value) })}
      />
      <TextInput
        label={t('task.expected_output')}
        value={value.expectedOutput}
        onChange={(event) => set({ expectedOutput: event.currentTarget.value })}
      />
      <NumberInput
        label={t('task.expected_count')}
        min={1}
        max={1000}
        allowDecimal={false}
        value={value.expectedCount}
        onChange={(count) => set({ expectedCount: Number(count) || 1 })}
      />
      <MultiSelect
        label={t('task.languages')}
        data={(languages.data?.languages ?? []).map((language) => ({
          value: language.code,
          label: localName(language.names),
        }))}
        value={[...value.languages]}
        onChange={(codes) => set({ languages: codes })}
      />
      <NativeSelect
        label={t('task.rhythm')}
        data={rhythm.options.map((each) => ({ value: each, label: t(`rhythm.${each}`) }))}
        value={value.rhythm}
        onChange={(event) => set({ rhythm: rhythm.parse(event.currentTarget.value) })}
      />
      <DayInput label={t('task.due')} value={value.dueOn ?? ''} onChange={(day) => set({ dueOn: day || null })} />
      <NativeSelect
        label={t('task.priority')}
        data={priority.options.map((each) => ({ value: each, label: t(`priority.${each}`) }))}
        value={value.priority}
        onChange={(event) => set({ priority: priority.parse(event.currentTarget.value) })}
      />
    </>
  );
}
