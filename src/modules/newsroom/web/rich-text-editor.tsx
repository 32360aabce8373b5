import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import type { BodyDocument } from '../newsroom.shapes.contract.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { PictureUpload } from './picture-upload.tsx';
import styles from './story-text.module.css';
import { textExtensions } from './text-extensions.ts';

export interface RichTextEditorProps {
  readonly initial: BodyDocument;
  readonly language: string;
  readonly unitId: string;
  readonly isEditable: boolean;
  readonly onChange: (body: BodyDocument) => void;
}

/** The text of an edition in the strict schema that the server accepts. */
export function RichTextEditor({ initial, language, unitId, isEditable, onChange }: RichTextEditorProps) {
  const t = useText('newsroom');
  const [addsPicture, setAddsPicture] = useState(false);
  const editor = useEditor({
    editable: isEditable,
    // The policy of the page allows no inline <style>: the rules stand in story.module.css.
    injectCSS: false,
    content: initial as never,
    extensions: textExtensions,
    editorProps: {
      attributes: {
        'aria-label': t('page.body'),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': String(!isEditable),
        lang: language,
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as BodyDocument),
  });
  // Tiptap keeps its own flag: handing the text in closes it, giving it back opens it again.
  useEffect(() => {
    if (editor && editor.isEditable !== isEditable) editor.setEditable(isEditable, false);
  }, [editor, isEditable]);
  return (
    <div>
      {isEditable && editor ? <EditorToolbar editor={editor} onPicture={() => setAddsPicture(true)} /> : null}
      {isEditable && addsPicture ? (
        <PictureUpload
          language={language}
          unitId={unitId}
          onClose={() => setAddsPicture(false)}
          onUploaded={(assetId, alt) => {
            // After the block that is being written: a picture never takes the place of words that are selected.
            const to = editor?.state.selection.$to;
            const place = to && (to.depth === 0 ? to.pos : to.after(1));
            if (place !== undefined)
              editor?.chain().focus().insertContentAt(place, { type: 'image', attrs: { assetId, alt } }).run();
            setAddsPicture(false);
          }}
        />
      ) : null}
      <div className={styles.surface} data-editable={isEditable}>
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}
