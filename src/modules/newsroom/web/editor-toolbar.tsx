import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import { moveByArrows } from './move-by-arrows.ts';
import styles from './story.module.css';
import { isAcceptedAddress } from './text-extensions.ts';

const numbersSign = (
  <svg className="icon" viewBox="0 0 20 20" width={16} height={16} aria-hidden="true" focusable="false">
    <path d="M9 4.5h8M9 10h8M9 15.5h8M3 3.2l1.2-.7v4M2.8 13.5h2.4v1.8L2.8 17.5h2.4" />
  </svg>
);

/** The signs over the text: each has a name, the arrows move between them, and none moves the place of writing. */
export function EditorToolbar({ editor, onPicture }: { readonly editor: Editor; readonly onPicture: () => void }) {
  const t = useText('newsroom');
  const [asksLink, setAsksLink] = useState(false);
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
      pictureAlt: current.isActive('image') ? String(current.getAttributes('image').alt ?? '') : null,
    }),
  });
  // Who speaks to the computer says what is seen: the letters on a button are part of its name (WCAG 2.5.3).
  const nameOf = (name: string, sign: ReactNode) =>
    typeof sign === 'string' && /\w/.test(sign) ? `${t(`page.tool_${name}`)} ${sign}` : t(`page.tool_${name}`);
  const chain = () => editor.chain().focus();
  const toggleLink = () => {
    if (active.link) chain().extendMarkRange('link').unsetLink().run();
    else setAsksLink(true);
  };
  const tools: readonly [Exclude<keyof typeof active, 'pictureAlt'>, ReactNode, () => void][] = [
    ['bold', <b key="b">B</b>, () => chain().toggleBold().run()],
    ['italic', <i key="i">I</i>, () => chain().toggleItalic().run()],
    ['heading', 'H2', () => chain().toggleHeading({ level: 2 }).run()],
    ['subheading', 'H3', () => chain().toggleHeading({ level: 3 }).run()],
    ['list', '•', () => chain().toggleBulletList().run()],
    ['numbers', numbersSign, () => chain().toggleOrderedList().run()],
    ['quote', '“', () => chain().toggleBlockquote().run()],
    ['link', '↗', toggleLink],
  ];
  return (
    <>
      <div className={styles.toolbar} role="toolbar" aria-label={t('page.toolbar')} onKeyDown={moveByArrows}>
        {tools.map(([name, sign, run]) => (
          <button
            key={name}
            type="button"
            className={styles.tool}
            aria-pressed={active[name]}
            aria-label={nameOf(name, sign)}
            title={nameOf(name, sign)}
            // The place of writing keeps the focus, so that not a letter is lost.
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          >
            {sign}
          </button>
        ))}
        <button type="button" className={styles.tool} onClick={onPicture}>
          {t('page.upload')}
        </button>
      </div>
      {asksLink ? (
        <LinkForm
          onClose={() => {
            setAsksLink(false);
            editor.commands.focus();
          }}
          onLink={(href) => {
            setAsksLink(false);
            const { empty, to } = editor.state.selection;
            if (empty) {
              chain()
                .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
                .run();
            } else {
              // The words are let go of, so that the next thing inserted does not take their place.
              chain().setLink({ href }).setTextSelection(to).unsetMark('link').run();
            }
          }}
        />
      ) : null}
      {active.pictureAlt === null ? null : (
        <div className={styles.upload}>
          <TextInput
            label={t('page.picture_alt')}
            description={t('page.alt_hint')}
            value={active.pictureAlt}
            maxLength={500}
            error={active.pictureAlt.trim() === '' ? t('page.alt_missing') : null}
            onChange={(event) => editor.commands.updateAttributes('image', { alt: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}

function LinkForm({ onLink, onClose }: { readonly onLink: (href: string) => void; readonly onClose: () => void }) {
  const t = useText('newsroom');
  const [address, setAddress] = useState('https://');
  const [isChecked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isAcceptedAddress(address)) onLink(address.trim());
  };
  return (
    <form className={styles.upload} aria-label={t('page.tool_link')} onSubmit={submit} noValidate>
      <TextInput
        label={t('page.link_prompt')}
        type="url"
        value={address}
        autoFocus
        maxLength={2000}
        error={isChecked && !isAcceptedAddress(address) ? t('page.link_wrong') : null}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" variant="filled">
          {t('page.link_set')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('page.upload_close')}
        </Button>
      </div>
    </form>
  );
}
