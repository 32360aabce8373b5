import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { type BodyDocument, type Edition, limits, type StoryDetail } from '../newsroom.shapes.contract.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { CoverPicture } from './cover-picture.tsx';
import { RichTextEditor } from './rich-text-editor.tsx';
import { SourceColumn } from './source-column.tsx';
import styles from './story.module.css';
import type { EditionText } from './use-edition-text.ts';

interface EditionEditorProps {
  readonly story: StoryDetail;
  readonly edition: Edition;
  /** The edition that this one is a translation of; null for the source itself. */
  readonly source: Edition | null;
  readonly writing: EditionText;
}

/** Writing one edition. What is typed stays in the browser until the server has it; a conflict loses nothing. */
export function EditionEditor({ story, edition, source, writing }: EditionEditorProps) {
  const t = useText('newsroom');
  const { text, mayWrite } = writing;
  return (
    <div className={styles.pair} data-translation={source !== null}>
      {source ? (
        <SourceColumn
          source={source}
          translation={edition}
          isSaving={writing.isSaving}
          onFollow={mayWrite ? () => void writing.saveAsFollowing(source.current.id) : null}
        />
      ) : null}
      <div className={styles.fields}>
        {writing.hasUnsent ? <UnsentNotice writing={writing} /> : null}
        <TextInput
          label={t('page.headline')}
          value={text.title}
          readOnly={!mayWrite}
          lang={edition.language}
          maxLength={limits.title}
          onChange={(event) => writing.change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('page.lead_text')}
          value={text.lead}
          readOnly={!mayWrite}
          lang={edition.language}
          maxLength={limits.lead}
          autosize
          minRows={2}
          onChange={(event) => writing.change({ lead: event.currentTarget.value })}
        />
        <CoverPicture
          assetId={text.coverAssetId}
          language={edition.language}
          unitId={story.unitId}
          isEditable={mayWrite}
          sealed={edition.cover}
          onChange={(coverAssetId) => writing.change({ coverAssetId })}
        />
        <RichTextEditor
          key={writing.generation}
          initial={text.body}
          language={edition.language}
          unitId={story.unitId}
          isEditable={mayWrite}
          onChange={(body: BodyDocument) => writing.change({ body })}
        />
        <FormError error={writing.error} />
        {mayWrite ? (
          <div className={styles.saveBar}>
            <Button
              variant="filled"
              disabled={!writing.hasUnsent}
              loading={writing.isSaving}
              onClick={() => void writing.save()}
            >
              {t('page.save')}
            </Button>
            <span>{t('page.revision', { number: edition.current.number })}</span>
          </div>
        ) : null}
      </div>
      {writing.conflict ? (
        <ConflictDialog
          error={writing.conflict}
          theirs={edition.current}
          mine={writing.unsent ?? text}
          mayKeepMine={mayWrite}
          isSaving={writing.isSaving}
          onKeepMine={() => void writing.saveOverTheirs()}
          onTakeTheirs={writing.discard}
          onClose={writing.closeConflict}
        />
      ) : null}
    </div>
  );
}

/** Words of this browser that the server does not have; giving them up is asked twice. */
function UnsentNotice({ writing }: { readonly writing: EditionText }) {
  const t = useText('newsroom');
  const [isAsked, setAsked] = useState(false);
  const words = !writing.mayWrite ? 'unsent_hidden' : writing.isKept ? 'unsent' : 'unsent_not_kept';
  return (
    <div className={styles.notice}>
      <p>{t(`page.${words}`)}</p>
      <Button size="xs" disabled={writing.isSaving} onClick={() => setAsked(true)}>
        {t('page.unsent_drop')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('page.unsent_drop')}
        confirmLabel={t('page.unsent_drop')}
        danger
        onClose={() => setAsked(false)}
        onConfirm={() => {
          setAsked(false);
          writing.discard();
        }}
      >
        <p>{t('page.unsent_drop_lead')}</p>
      </ConfirmDialog>
    </div>
  );
}
