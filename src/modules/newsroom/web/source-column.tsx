import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Edition } from '../newsroom.contract.ts';
import { Picture } from './picture-node.ts';
import styles from './story.module.css';

/** The source beside its translation, to read; says when it has moved on. */
export function SourceColumn({ source, isStale }: { readonly source: Edition; readonly isStale: boolean }) {
  const t = useText('newsroom');
  const { current } = source;
  const editor = useEditor(
    {
      editable: false,
      injectCSS: false,
      content: current.body as never,
      extensions: [StarterKit.configure({ heading: { levels: [2, 3] } }), Picture],
    },
    [current.id],
  );
  return (
    <section className={styles.source} aria-label={t('page.source')} lang={source.language}>
      <h3>
        {t('page.source')} · {source.languageNames.own ?? source.language} ·{' '}
        {t('page.revision', { number: current.number })}
      </h3>
      {isStale ? <p className={styles.notice}>{t('page.stale')}</p> : null}
      <p className={styles.sourceTitle}>{current.title}</p>
      <p>{current.lead}</p>
      <EditorContent editor={editor} />
    </section>
  );
}
