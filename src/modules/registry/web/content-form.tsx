import { Textarea, TextInput } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DocumentText } from '../registry.shapes.contract.ts';
import styles from './registry.module.css';

interface ContentFormProps<Content extends DocumentText> {
  readonly content: Content;
  readonly isLetter: boolean;
  readonly onChange: (content: Content) => void;
}

const lists = ['addressees', 'bases', 'recipients'] as const;

/** The text of a document or a template; a list has one entry a line. */
export function ContentForm<Content extends DocumentText>({ content, isLetter, onChange }: ContentFormProps<Content>) {
  const t = useText('registry');
  const list = (name: (typeof lists)[number]) => (
    <Textarea
      label={t(`editor.${name}`)}
      description={t('editor.oneALine')}
      autosize
      minRows={2}
      value={content[name].join('\n')}
      onChange={(event) => onChange({ ...content, [name]: event.currentTarget.value.split('\n') })}
    />
  );
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('editor.subject')}
        value={content.subject}
        maxLength={500}
        onChange={(event) => onChange({ ...content, subject: event.currentTarget.value })}
      />
      {list('addressees')}
      {list('bases')}
      <Textarea
        label={t('editor.body')}
        description={t('editor.bodyHelp')}
        autosize
        minRows={10}
        value={content.body}
        onChange={(event) => onChange({ ...content, body: event.currentTarget.value })}
      />
      {list('recipients')}
      {isLetter ? (
        <TextInput
          label={t('editor.draftingSymbol')}
          value={content.draftingSymbol}
          maxLength={30}
          onChange={(event) => onChange({ ...content, draftingSymbol: event.currentTarget.value })}
        />
      ) : null}
    </div>
  );
}

/** As it is sent: without the empty lines that stand while somebody types. */
export function withoutEmptyLines<Content extends DocumentText>(content: Content): Content {
  const kept = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '');
  return {
    ...content,
    addressees: kept(content.addressees),
    bases: kept(content.bases),
    recipients: kept(content.recipients),
  };
}
