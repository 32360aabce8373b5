import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ApiError } from '../../../platform/ui/api-client.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  type BodyDocument,
  type Edition,
  getStory,
  listStoryClauses,
  type StoryDetail,
  saveRevision,
} from '../newsroom.contract.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { CoverPicture } from './cover-picture.tsx';
import { RichTextEditor } from './rich-text-editor.tsx';
import { SourceColumn } from './source-column.tsx';
import styles from './story.module.css';
import { dropUnsent, keepUnsent, readUnsent, type UnsentText } from './unsent-text.ts';

interface EditionEditorProps {
  readonly story: StoryDetail;
  readonly edition: Edition;
  /** The edition that this one is a translation of; null for the source itself. */
  readonly source: Edition | null;
}

/** Writing one edition. What is typed stays in the browser until the server has it; a conflict loses nothing. */
export function EditionEditor({ story, edition, source }: EditionEditorProps) {
  const t = useText('newsroom');
  const [base, setBase] = useState<UnsentText>(() => readUnsent(edition.id) ?? textOf(edition));
  const [text, setText] = useState(base);
  const [isChanged, setIsChanged] = useState(() => readUnsent(edition.id) !== null);
  const [isKept, setIsKept] = useState(true);
  const [editorKey, setEditorKey] = useState(0);
  const save = useEndpointMutation(saveRevision, {
    invalidates: [getStory, listStoryClauses],
    onSuccess: (saved) => {
      dropUnsent(edition.id);
      setIsChanged(false);
      const now = saved.editions.find((each) => each.id === edition.id);
      if (now) setText((current) => ({ ...current, version: now.version }));
      announce({ kind: 'done', text: t('page.saved') });
    },
  });
  const mayWrite = edition.abilities.save === true;
  const change = (part: Partial<UnsentText>) => {
    const next = { ...text, ...part };
    setText(next);
    setIsChanged(true);
    setIsKept(keepUnsent(edition.id, next));
  };
  // A step of the workflow raises the version too; only unsent words tie the writer to the version that they began from.
  const version = isChanged ? text.version : edition.version;
  const send = (over: number) =>
    save.mutate({
      params: { id: edition.id },
      body: {
        version: over,
        title: text.title,
        lead: text.lead,
        body: text.body,
        coverAssetId: text.coverAssetId,
        ...(source ? { sourceRevisionId: source.current.id } : {}),
      },
    });
  const takeTheirs = () => {
    dropUnsent(edition.id);
    const theirs = textOf(edition);
    setBase(theirs);
    setText(theirs);
    setIsChanged(false);
    setEditorKey(editorKey + 1);
    save.reset();
  };
  const conflict =
    save.error instanceof ApiError && save.error.code === 'platform.version_conflict' ? save.error : null;
  return (
    <div className={styles.pair} data-translation={source !== null}>
      {source ? <SourceColumn source={source} isStale={edition.isStale} /> : null}
      <div className={styles.fields}>
        {isChanged && mayWrite ? (
          <p className={styles.notice}>{t(isKept ? 'page.unsent' : 'page.unsent_not_kept')}</p>
        ) : null}
        <TextInput
          label={t('page.headline')}
          value={text.title}
          readOnly={!mayWrite}
          lang={edition.language}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('page.lead_text')}
          value={text.lead}
          readOnly={!mayWrite}
          lang={edition.language}
          autosize
          minRows={2}
          onChange={(event) => change({ lead: event.currentTarget.value })}
        />
        <CoverPicture
          assetId={text.coverAssetId}
          language={edition.language}
          unitId={story.unitId}
          isEditable={mayWrite}
          onChange={(coverAssetId) => change({ coverAssetId })}
        />
        <RichTextEditor
          key={editorKey}
          initial={base.body}
          language={edition.language}
          unitId={story.unitId}
          isEditable={mayWrite}
          onChange={(body: BodyDocument) => change({ body })}
        />
        {conflict ? null : <FormError error={save.error} />}
        {mayWrite ? (
          <div className={styles.saveBar}>
            <Button disabled={!isChanged} loading={save.isPending} onClick={() => send(version)}>
              {t('page.save')}
            </Button>
            <span>{t('page.revision', { number: edition.current.number })}</span>
          </div>
        ) : null}
      </div>
      {conflict ? (
        <ConflictDialog
          error={conflict}
          theirs={edition.current}
          mine={text}
          onKeepMine={() => send(edition.version)}
          onTakeTheirs={takeTheirs}
          onClose={() => save.reset()}
        />
      ) : null}
    </div>
  );
}

function textOf(edition: Edition): UnsentText {
  const { title, lead, body, coverAssetId } = edition.current;
  return { title, lead, body, coverAssetId, version: edition.version };
}
