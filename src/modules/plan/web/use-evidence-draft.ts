import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { dayOf } from '../../../platform/ui/date-text.tsx';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { addEvidence, type HandedInKind } from '../plan.evidence.contract.ts';
import type { TaskDetail } from '../plan.shapes.contract.ts';
import { evidenceReaders } from './evidence-readers.ts';
import { type ChosenFile, uploadEvidenceFiles } from './upload-evidence-file.ts';

interface Words {
  readonly title: string;
  readonly url: string;
  readonly figure: string;
  readonly figureUnit: string;
  readonly note: string;
  readonly showsPeople: boolean;
  readonly occurredOn: string;
}

export const kindsWithFiles: readonly HandedInKind[] = ['photo', 'file', 'signed_sheet'];

/** What a person is about to hand in. The id is made once for the form: sending again after a lost answer stores it once. */
export function useEvidenceDraft(task: TaskDetail, onDone: () => void) {
  const t = useText('plan');
  const [id, setId] = useState(() => newClientId(Date.now()));
  const [kind, setKind] = useState<HandedInKind>('link');
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [words, setWords] = useState<Words>(() => ({
    title: '',
    url: '',
    figure: '',
    figureUnit: '',
    note: '',
    showsPeople: false,
    occurredOn: dayOf(new Date()),
  }));
  const [isChecked, setChecked] = useState(false);
  const [isUploading, setUploading] = useState(false);
  const [uploadError, setUploadError] = useState<unknown>(null);
  const add = useEndpointMutation(addEvidence, {
    invalidates: evidenceReaders,
    onSuccess: () => {
      announce({ kind: 'done', text: t('evidence.sent') });
      setId(newClientId(Date.now()));
      onDone();
    },
  });
  const isWrong = {
    title: words.title.trim().length < 2,
    url: kind === 'link' && !/^https?:\/\/\S+\.\S+/.test(words.url.trim()),
    figure: kind === 'figure' && (words.figure.trim() === '' || !Number.isFinite(numberOf(words.figure))),
    figureUnit: kind === 'figure' && words.figureUnit.trim() === '',
    files: kindsWithFiles.includes(kind) && files.length === 0,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setUploadError(null);
    if (Object.values(isWrong).some((each) => each)) return;
    const title = words.title.trim();
    let assetIds: string[] = [];
    setUploading(true);
    try {
      if (kindsWithFiles.includes(kind))
        assetIds = await uploadEvidenceFiles({ files, ownerUnitId: task.handInUnitId, title });
    } catch (error) {
      setUploadError(error);
      return;
    } finally {
      setUploading(false);
    }
    add.mutate({
      body: {
        id,
        taskId: task.id,
        kind,
        title,
        url: kind === 'link' ? words.url.trim() : null,
        figure: kind === 'figure' ? numberOf(words.figure) : null,
        figureUnit: kind === 'figure' ? words.figureUnit.trim() : '',
        assetIds,
        note: words.note.trim(),
        showsPeople: kind === 'photo' && words.showsPeople,
        occurredOn: words.occurredOn,
      },
    });
  };
  return {
    kind,
    // Files of one kind do not fit another.
    chooseKind: (next: HandedInKind) => {
      setKind(next);
      setFiles([]);
    },
    files,
    // Another file is another upload, so it gets an id of its own.
    chooseFiles: (chosen: readonly File[]) => setFiles(chosen.map((file) => ({ id: newClientId(Date.now()), file }))),
    words,
    write: (change: Partial<Words>) => setWords((before) => ({ ...before, ...change })),
    says: (field: keyof typeof isWrong) => (isChecked && isWrong[field] ? t(`evidence.${field}_wrong`) : null),
    submit,
    isSending: add.isPending || isUploading,
    error: uploadError ?? add.error,
  };
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
