import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { type DocumentContent, urgency } from '../registry.shapes.contract.ts';
import styles from './registry.module.css';

/** What the fields of the template are to say in this document. */
export function ValuesForm({
  content,
  onChange,
}: {
  readonly content: DocumentContent;
  readonly onChange: (content: DocumentContent) => void;
}) {
  const t = useText('registry');
  const set = (name: string, value: string) => onChange({ ...content, values: { ...content.values, [name]: value } });
  return (
    <div className={styles.fields}>
      {content.fields.map(({ name, label, kind }) =>
        kind === 'lines' ? (
          <Textarea
            key={name}
            label={label}
            autosize
            minRows={2}
            maxRows={16}
            value={content.values[name] ?? ''}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ) : kind === 'date' ? (
          <DayInput key={name} label={label} value={content.values[name] ?? ''} onChange={(day) => set(name, day)} />
        ) : (
          <TextInput
            key={name}
            label={label}
            value={content.values[name] ?? ''}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ),
      )}
      <NativeSelect
        label={t('editor.urgency')}
        value={content.urgency ?? ''}
        data={[{ value: '', label: t('editor.noUrgency') }, ...urgency.options]}
        onChange={(event) =>
          onChange({
            ...content,
            urgency: urgency.options.find((value) => value === event.currentTarget.value) ?? null,
          })
        }
      />
    </div>
  );
}
