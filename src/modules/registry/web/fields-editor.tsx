import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import { templateField } from '../registry.shapes.contract.ts';
import type { TemplateField } from '../registry.template-fields.ts';
import styles from './registry.module.css';

const kinds = templateField.shape.kind.options;

/** The fields of a template: the name stands in the text between double braces, the label beside the box. */
export function FieldsEditor({
  fields,
  onChange,
}: {
  readonly fields: readonly TemplateField[];
  readonly onChange: (fields: TemplateField[]) => void;
}) {
  const t = useText('registry');
  const change = (place: number, next: Partial<TemplateField>) =>
    onChange(fields.map((field, index) => (index === place ? { ...field, ...next } : field)));
  return (
    <fieldset className={styles.fieldRows}>
      <legend className="visually-hidden">{t('template.fields')}</legend>
      <p className="note">{t('template.fieldsHelp', { example: '{{thoi_han}}' })}</p>
      {fields.map((field, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed; the place is what stays
        <div key={place} className={styles.fieldRow}>
          <TextInput
            label={t('template.fieldName')}
            value={field.name}
            maxLength={40}
            onChange={(event) => change(place, { name: event.currentTarget.value })}
          />
          <TextInput
            label={t('template.fieldLabel')}
            value={field.label}
            maxLength={100}
            onChange={(event) => change(place, { label: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('template.fieldKind')}
            value={field.kind}
            data={kinds.map((value) => ({ value, label: t(`fieldKind.${value}`) }))}
            onChange={(event) =>
              change(place, { kind: kinds.find((value) => value === event.currentTarget.value) ?? 'text' })
            }
          />
          <Button
            variant="default"
            aria-label={t('template.removeField', { name: field.label || field.name })}
            onClick={() => onChange(fields.filter((_, index) => index !== place))}
          >
            {t('template.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...fields, { name: '', label: '', kind: 'text' }])}>
          {t('template.addField')}
        </Button>
      </div>
    </fieldset>
  );
}
