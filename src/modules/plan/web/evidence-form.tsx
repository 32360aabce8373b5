import { Button, Checkbox, FileInput, Textarea, TextInput } from '@mantine/core';
import { dayOf } from '../../../platform/ui/date-text.tsx';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { Icon, type IconName } from '../../../platform/ui/icons.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptedDocumentTypes, acceptedImageTypes } from '../../media/media.contract.ts';
import type { HandedInKind } from '../plan.evidence.contract.ts';
import type { TaskDetail } from '../plan.shapes.contract.ts';
import styles from './evidence.module.css';
import { kindsWithFiles, useEvidenceDraft } from './use-evidence-draft.ts';

const kinds: readonly { kind: HandedInKind; icon: IconName }[] = [
  { kind: 'photo', icon: 'camera' },
  { kind: 'link', icon: 'link' },
  { kind: 'figure', icon: 'figure' },
  { kind: 'file', icon: 'document' },
  { kind: 'signed_sheet', icon: 'pencil' },
  { kind: 'note', icon: 'note' },
];
const accepted: Partial<Record<HandedInKind, readonly string[]>> = {
  photo: acceptedImageTypes,
  file: acceptedDocumentTypes,
  signed_sheet: [...acceptedImageTypes, 'application/pdf'],
};

/** Hands in evidence at the desk. On a phone: app/phone. */
export function EvidenceForm({ task, onDone }: { readonly task: TaskDetail; readonly onDone: () => void }) {
  const t = useText('plan');
  const draft = useEvidenceDraft(task, onDone);
  const { kind, words, write } = draft;
  return (
    <form
      className={styles.form}
      aria-label={t('evidence.add')}
      onSubmit={(event) => void draft.submit(event)}
      noValidate
    >
      <fieldset>
        <legend>{t('evidence.kind')}</legend>
        <div className={styles.kinds}>
          {kinds.map((each) => (
            <label key={each.kind}>
              <input
                type="radio"
                name="evidence-kind"
                value={each.kind}
                checked={kind === each.kind}
                onChange={() => draft.chooseKind(each.kind)}
              />
              <Icon name={each.icon} />
              {t(`evidence_kind.${each.kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {kindsWithFiles.includes(kind) ? (
        <FileInput
          key={kind}
          label={t(`evidence.choose_${kind}`)}
          placeholder={t('evidence.choose_file_here')}
          description={kind === 'signed_sheet' ? t('evidence.sensitive') : null}
          multiple
          accept={(accepted[kind] ?? []).join(',')}
          value={draft.files.map((each) => each.file)}
          onChange={draft.chooseFiles}
          error={draft.says('files')}
          size="md"
        />
      ) : null}
      {kind === 'photo' ? (
        <Checkbox
          label={t('evidence.people')}
          description={t('evidence.people_hint')}
          checked={words.showsPeople}
          onChange={(event) => write({ showsPeople: event.currentTarget.checked })}
        />
      ) : null}
      {kind === 'link' ? (
        <TextInput
          label={t('evidence.url')}
          type="url"
          inputMode="url"
          value={words.url}
          onChange={(event) => write({ url: event.currentTarget.value })}
          error={draft.says('url')}
          size="md"
        />
      ) : null}
      {kind === 'figure' ? (
        <div className={styles.pair}>
          <TextInput
            label={t('evidence.figure')}
            inputMode="decimal"
            value={words.figure}
            onChange={(event) => write({ figure: event.currentTarget.value })}
            error={draft.says('figure')}
            size="md"
          />
          <TextInput
            label={t('evidence.figure_unit')}
            placeholder={t('evidence.figure_unit_example')}
            maxLength={50}
            value={words.figureUnit}
            onChange={(event) => write({ figureUnit: event.currentTarget.value })}
            error={draft.says('figureUnit')}
            size="md"
          />
        </div>
      ) : null}
      <TextInput
        label={t('evidence.what')}
        value={words.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
        error={draft.says('title')}
        size="md"
      />
      <DayInput
        label={t('evidence.day')}
        max={dayOf(new Date())}
        value={words.occurredOn}
        onChange={(occurredOn) => write({ occurredOn })}
        size="md"
      />
      <Textarea
        label={t('evidence.note')}
        value={words.note}
        onChange={(event) => write({ note: event.currentTarget.value })}
        autosize
        minRows={2}
        size="md"
      />
      <FormError error={draft.error} />
      <Button type="submit" variant="filled" className={styles.submit ?? ''} loading={draft.isSending}>
        {t('evidence.submit')}
      </Button>
    </form>
  );
}
