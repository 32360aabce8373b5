import { useEffect, useId, useMemo } from 'react';
import type { HandedInKind } from '../../../modules/plan/plan.evidence.contract.ts';
import { Icon } from '../../../platform/ui/icons.tsx';
import type { PreparedFile } from '../data/hand-in.ts';
import { useLanguage, useText } from '../texts.ts';
import styles from './file-tiles.module.css';
import { mostFiles } from './use-draft.ts';

/** As media.contract.ts takes them (`acceptedImageTypes`, `acceptedDocumentTypes`). */
const documents = '.pdf,.docx,.xlsx,application/pdf';
const accepted: Partial<Record<HandedInKind, string>> = {
  photo: 'image/*',
  file: documents,
  signed_sheet: 'image/*,application/pdf',
};

/** Files as tiles, each with its way out; new ones from the camera or from the phone. */
export function FileTiles(props: {
  readonly kind: HandedInKind;
  readonly files: readonly PreparedFile[];
  readonly isPreparing: boolean;
  readonly problem: string | null;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (id: string) => void;
}) {
  const { kind, files } = props;
  const t = useText();
  const language = useLanguage();
  const problemId = useId();
  const megabytes = files.reduce((sum, file) => sum + file.content.size, 0) / 1024 ** 2;
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(megabytes);
  const isFull = files.length >= mostFiles;
  return (
    <section aria-label={t(`plan:evidence.choose_${kind}`)}>
      <p className={styles.head}>
        <b>{t(`kind.${kind}`)}</b>
        {files.length === 0 ? null : <span>{t('hand_in.files', { count: files.length, size })}</span>}
      </p>
      <div className={styles.tiles} aria-busy={props.isPreparing}>
        {files.map((file, index) => (
          <div key={file.id} className={styles.tile}>
            <Preview file={file} number={index + 1} />
            <button
              type="button"
              aria-label={t('hand_in.remove', { number: index + 1 })}
              onClick={() => props.onRemove(file.id)}
            >
              <Icon name="close" size={18} />
            </button>
          </div>
        ))}
        {kind === 'file' || isFull ? null : (
          <Chooser
            icon="camera"
            label={t(files.length === 0 ? 'hand_in.take' : 'hand_in.take_more')}
            accept="image/*"
            isCamera
            {...props}
          />
        )}
        {isFull ? null : (
          <Chooser
            icon="upload"
            label={t('hand_in.choose')}
            accept={accepted[kind] ?? ''}
            isCamera={false}
            {...props}
          />
        )}
      </div>
      <p id={problemId} className={styles.problem} role="alert">
        {props.problem}
      </p>
    </section>
  );
}

function Chooser(props: {
  readonly icon: 'camera' | 'upload';
  readonly label: string;
  readonly accept: string;
  readonly isCamera: boolean;
  readonly onAdd: (files: readonly File[]) => void;
}) {
  return (
    <label className={styles.chooser}>
      <input
        type="file"
        accept={props.accept}
        multiple={!props.isCamera}
        {...(props.isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          // Emptied, so that the same file can be chosen again after it was removed.
          event.currentTarget.value = '';
          if (chosen.length > 0) props.onAdd(chosen);
        }}
      />
      <Icon name={props.icon} size={22} />
      {props.label}
    </label>
  );
}

function Preview({ file, number }: { readonly file: PreparedFile; readonly number: number }) {
  const t = useText();
  const address = useMemo(() => URL.createObjectURL(file.content), [file.content]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  if (file.content.type.startsWith('image/')) return <img src={address} alt={t('evidence.picture', { number })} />;
  return (
    <p className={styles.document}>
      <Icon name="document" size={22} />
      {file.fileName}
    </p>
  );
}
