import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ReactNode, useState } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import type { BodyDocument } from '../newsroom.contract.ts';
import { Picture } from './picture-node.ts';
import { PictureUpload } from './picture-upload.tsx';
import styles from './story.module.css';

export interface RichTextEditorProps {
  readonly initial: BodyDocument;
  readonly language: string;
  readonly unitId: string;
  readonly isEditable: boolean;
  readonly onChange: (body: BodyDocument) => void;
}

/** The text of an edition in the strict schema that the server accepts; what else is pasted loses its dress, not its words. */
export function RichTextEditor({ initial, language, unitId, isEditable, onChange }: RichTextEditorProps) {
  const t = useText('newsroom');
  const [addsPicture, setAddsPicture] = useState(false);
  const editor = useEditor({
    editable: isEditable,
    injectCSS: false,
    content: initial as never,
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        code: false,
        codeBlock: false,
        strike: false,
        underline: false,
        trailingNode: false,
        link: {
          openOnClick: false,
          protocols: ['https', 'http', 'mailto'],
          HTMLAttributes: { target: null, rel: null },
        },
      }),
      Picture,
    ],
    editorProps: {
      attributes: { 'aria-label': t('page.body'), role: 'textbox', 'aria-multiline': 'true', lang: language },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON() as BodyDocument),
  });
  return (
    <div>
      {isEditable && editor ? <Toolbar editor={editor} onPicture={() => setAddsPicture(true)} /> : null}
      <div className={styles.surface}>
        <EditorContent editor={editor} />
      </div>
      {addsPicture ? (
        <PictureUpload
          language={language}
          unitId={unitId}
          onClose={() => setAddsPicture(false)}
          onUploaded={(assetId, alt) => {
            editor?.chain().focus().insertContent({ type: 'image', attrs: { assetId, alt } }).run();
            setAddsPicture(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Toolbar({ editor, onPicture }: { readonly editor: Editor; readonly onPicture: () => void }) {
  const t = useText('newsroom');
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      heading: current.isActive('heading', { level: 2 }),
      subheading: current.isActive('heading', { level: 3 }),
      list: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      quote: current.isActive('blockquote'),
      link: current.isActive('link'),
    }),
  });
  const chain = () => editor.chain().focus();
  const setLink = () => {
    if (active.link) return void chain().unsetLink().run();
    const address = window.prompt(t('page.link_prompt'), 'https://');
    if (address && /^(https?:\/\/|mailto:)/.test(address)) chain().setLink({ href: address }).run();
  };
  const tools: readonly [keyof typeof active, ReactNode, () => void][] = [
    ['bold', <b key="b">B</b>, () => chain().toggleBold().run()],
    ['italic', <i key="i">I</i>, () => chain().toggleItalic().run()],
    ['heading', 'H2', () => chain().toggleHeading({ level: 2 }).run()],
    ['subheading', 'H3', () => chain().toggleHeading({ level: 3 }).run()],
    ['list', '•', () => chain().toggleBulletList().run()],
    ['numbers', '1.', () => chain().toggleOrderedList().run()],
    ['quote', '“', () => chain().toggleBlockquote().run()],
    ['link', '↗', setLink],
  ];
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('page.toolbar')}>
      {tools.map(([name, sign, run]) => (
        <button
          key={name}
          type="button"
          className={styles.tool}
          aria-pressed={active[name]}
          aria-label={t(`page.tool_${name}`)}
          title={t(`page.tool_${name}`)}
          onClick={run}
        >
          {sign}
        </button>
      ))}
      <button type="button" className={styles.tool} onClick={onPicture}>
        {t('page.upload')}
      </button>
    </div>
  );
}
