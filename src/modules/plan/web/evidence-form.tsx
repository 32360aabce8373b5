import { Button, FileInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { dayOf } from '../../../platform/ui/date-text.tsx';
import { Icon, type IconName } from '../../../platform/ui/icons.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptedImageTypes } from '../../media/media.contract.ts';
import { addEvidence, type TaskDetail } from '../plan.contract.ts';
import styles from './evidence.module.css';
import { evidenceReaders } from './evidence-list.tsx';
import { newEvidenceId } from './new-evidence-id.ts';
import { uploadEvidenceFile } from './upload-evidence-file.ts';

type Kind = 'photo' | 'link' | 'figure' | 'note';
const kinds: readonly { kind: Kind; icon: IconName }[] = [
  { kind: 'photo', icon: 'camera' },
  { kind: 'link', icon: 'link' },
  { kind: 'figure', icon: 'figure' },
  { kind: 'note', icon: 'note' },
];

/** Hands in evidence. The id is made once for the form: sending again after a lost answer stores it once. */
export function EvidenceForm({ task, onDone }: { readonly task: TaskDetail; readonly onDone: () => void }) {
  const t = useText('plan');
  const [id, setId] = useState(() => newEvidenceId(Date.now()));
  const [kind, setKind] = useState<Kind>('link');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [figure, setFigure] = useState('');
  const [picture, setPicture] = useState<{ readonly id: string; readonly file: File } | null>(null);
  const [note, setNote] = useState('');
  const [occurredOn, setOccurredOn] = useState(() => dayOf(new Date()));
  const [isChecked, setChecked] = useState(false);
  const [isUploading, setUploading] = useState(false);
  const [uploadError, setUploadError] = useState<unknown>(null);
  const add = useEndpointMutation(addEvidence, {
    invalidates: evidenceReaders,
    onSuccess: () => {
      announce({ kind: 'done', text: t('evidence.sent') });
      setId(newEvidenceId(Date.now()));
      onDone();
    },
  });
  const wrong = {
    title: title.trim().length < 2 ? t('evidence.title_missing') : null,
    url: kind === 'link' && !/^https?:\/\/\S+\.\S+/.test(url.trim()) ? t('evidence.url_wrong') : null,
    figure:
      kind === 'figure' && (figure.trim() === '' || !Number.isFinite(numberOf(figure)))
        ? t('evidence.figure_wrong')
        : null,
    picture: kind === 'photo' && picture === null ? t('evidence.file_missing') : null,
  };
  const upload = async (): Promise<string | null> => {
    if (kind !== 'photo' || picture === null) return null;
    setUploading(true);
    try {
      return await uploadEvidenceFile({ ...picture, ownerUnitId: task.unitId, title: title.trim() });
    } finally {
      setUploading(false);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setUploadError(null);
    if (Object.values(wrong).some((each) => each !== null)) return;
    let assetId: string | null;
    try {
      assetId = await upload();
    } catch (error) {
      setUploadError(error);
      return;
    }
    add.mutate({
      body: {
        id,
        taskId: task.id,
        kind,
        title: title.trim(),
        url: kind === 'link' ? url.trim() : null,
        figure: kind === 'figure' ? numberOf(figure) : null,
        assetId,
        note: note.trim(),
        occurredOn,
      },
    });
  };
  return (
    <form className={styles.form} aria-label={t('evidence.add')} onSubmit={(event) => void submit(event)} noValidate>
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
                onChange={() => setKind(each.kind)}
              />
              <Icon name={each.icon} />
              {t(`evidence_kind.${each.kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {kind === 'photo' ? (
        <FileInput
          label={t('evidence.file_choose')}
          accept={acceptedImageTypes.join(',')}
          value={picture?.file ?? null}
          // Another file is another picture, so it gets an id of its own.
          onChange={(file) => setPicture(file && { id: newEvidenceId(Date.now()), file })}
          error={isChecked ? wrong.picture : null}
          size="md"
        />
      ) : null}
      {kind === 'link' ? (
        <TextInput
          label={t('evidence.url')}
          type="url"
          inputMode="url"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={isChecked ? wrong.url : null}
          size="md"
        />
      ) : null}
      {kind === 'figure' ? (
        <TextInput
          label={t('evidence.figure')}
          inputMode="decimal"
          value={figure}
          onChange={(event) => setFigure(event.currentTarget.value)}
          error={isChecked ? wrong.figure : null}
          size="md"
        />
      ) : null}
      <TextInput
        label={t('evidence.what')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={isChecked ? wrong.title : null}
        size="md"
      />
      <TextInput
        label={t('evidence.day')}
        type="date"
        max={dayOf(new Date())}
        value={occurredOn}
        onChange={(event) => setOccurredOn(event.currentTarget.value)}
        size="md"
      />
      <Textarea
        label={t('evidence.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        size="md"
      />
      <FormError error={uploadError ?? add.error} />
      <Button type="submit" variant="filled" className={styles.submit ?? ''} loading={add.isPending || isUploading}>
        {t('evidence.submit')}
      </Button>
    </form>
  );
}

/** A number as Vietnamese types it: 1.250,5. */
function numberOf(typed: string): number {
  return Number(
    typed
      .trim()
      .replace(/\.(?=\d{3}(\D|$))/g, '')
      .replace(',', '.'),
  );
}
