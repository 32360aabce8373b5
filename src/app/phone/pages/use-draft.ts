import { useState } from 'react';
import type { HandedInKind } from '../../../modules/plan/plan.evidence.contract.ts';
import { dayOf } from '../../../platform/ui/date-format.ts';
import type { PreparedFile } from '../data/hand-in.ts';
import { prepareDocument, preparePicture } from '../data/prepare-file.ts';
import type { EvidenceWords, QueuedEvidence } from '../data/queue.ts';
import { findText } from '../texts.ts';
import { numberOf } from './number-of.ts';

export const kindsWithFiles: readonly HandedInKind[] = ['photo', 'file', 'signed_sheet'];
export const mostFiles = 10;
const mostBytes = 25 * 1024 * 1024;

interface Typed {
  readonly title: string;
  readonly url: string;
  readonly figure: string;
  readonly figureUnit: string;
  readonly note: string;
  readonly showsPeople: boolean;
  readonly occurredOn: string;
}

/** What the person is about to hand in: kind, files made ready for sending, and words. */
export function useDraft(task: { readonly title: string }, mends: QueuedEvidence | undefined) {
  const today = dayOf(new Date());
  const [kind, setKind] = useState<HandedInKind>(mends?.words.kind ?? 'photo');
  const [files, setFiles] = useState<readonly PreparedFile[]>(mends?.files ?? []);
  const [isPreparing, setPreparing] = useState(false);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [isDayTyped, setDayTyped] = useState(mends !== undefined);
  const [isChecked, setChecked] = useState(false);
  const [typed, setTyped] = useState<Typed>(() => ({
    // Most say the same as the task; whoever has a hand free says more.
    title: mends?.words.title ?? task.title.slice(0, 300),
    url: mends?.words.url ?? '',
    figure: mends?.words.figure?.toLocaleString('vi') ?? '',
    figureUnit: mends?.words.figureUnit ?? '',
    note: mends?.words.note ?? '',
    showsPeople: mends?.words.showsPeople ?? false,
    occurredOn: mends?.words.occurredOn ?? today,
  }));
  const write = (change: Partial<Typed>) => {
    if (change.occurredOn !== undefined) setDayTyped(true);
    setTyped((before) => ({ ...before, ...change }));
  };

  const addFiles = async (chosen: readonly File[]) => {
    setFileProblem(null);
    setPreparing(true);
    try {
      for (const file of chosen.slice(0, mostFiles - files.length)) {
        const isPicture = file.type.startsWith('image/');
        const picture = isPicture ? await preparePicture(file) : null;
        if (isPicture && picture === null) {
          setFileProblem(findText('media:errors.image_damaged'));
          continue;
        }
        const ready = picture ?? (await prepareDocument(file));
        if (ready.content.size > mostBytes) {
          setFileProblem(findText('platform:errors.payload_too_large'));
          continue;
        }
        setFiles((before) => [...before, { id: ready.id, fileName: ready.fileName, content: ready.content }]);
        const taken = picture?.takenOn ?? null;
        if (taken !== null && taken <= today && !isDayTyped) setTyped((before) => ({ ...before, occurredOn: taken }));
      }
    } finally {
      setPreparing(false);
    }
  };

  const hasFigure = typed.figure.trim() !== '';
  const isFigureWrong = hasFigure && !Number.isFinite(numberOf(typed.figure));
  const wrong = {
    files: kindsWithFiles.includes(kind) && files.length === 0,
    title: typed.title.trim().length < 2,
    url: kind === 'link' && !/^https?:\/\/\S+\.\S+/.test(typed.url.trim()),
    figure: isFigureWrong || (kind === 'figure' && !hasFigure),
    figureUnit: (hasFigure || kind === 'figure') && typed.figureUnit.trim() === '',
    occurredOn: typed.occurredOn === '' || typed.occurredOn > today,
  };
  const words: EvidenceWords = {
    kind,
    title: typed.title.trim(),
    url: typed.url.trim(),
    figure: kind === 'link' || !hasFigure ? null : numberOf(typed.figure),
    figureUnit: kind === 'link' || !hasFigure ? '' : typed.figureUnit.trim(),
    note: typed.note.trim(),
    showsPeople: kind === 'photo' && typed.showsPeople,
    occurredOn: typed.occurredOn,
  };
  return {
    kind,
    // Files of one kind do not fit another.
    chooseKind: (next: HandedInKind) => {
      setKind(next);
      setFiles([]);
      setFileProblem(null);
    },
    files,
    addFiles,
    removeFile: (id: string) => setFiles((before) => before.filter((file) => file.id !== id)),
    isPreparing,
    fileProblem,
    typed,
    write,
    words,
    /** The words for a field that is wrong, once the person has tried to hand in. */
    says: (field: keyof typeof wrong) => (isChecked && wrong[field] ? wordsFor(field) : null),
    check: () => {
      setChecked(true);
      return !isPreparing && !Object.values(wrong).some((each) => each);
    },
  };
}

function wordsFor(field: string): string | null {
  return field === 'occurredOn' ? findText('plan:errors.evidence_in_future') : findText(`plan:evidence.${field}_wrong`);
}
