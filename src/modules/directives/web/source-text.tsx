import { useEffect, useRef } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import type { SourceRange } from '../directives.parsed.ts';
import styles from './review.module.css';

/** The document as it came, with the words of the chosen clause marked and brought into view. */
export function SourceText(props: {
  readonly text: string;
  readonly range: SourceRange | null;
  readonly label: string;
  /** The file as it came; null where the text was pasted. */
  readonly file: { readonly address: string; readonly bytes: number } | null;
}) {
  const t = useText('directives');
  const { text, range, label, file } = props;
  const mark = useRef<HTMLElement>(null);
  const from = range?.from;
  useEffect(() => {
    if (from !== undefined) mark.current?.scrollIntoView({ block: 'nearest' });
  }, [from]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.source} aria-label={label} tabIndex={0}>
      {file === null ? null : (
        <a className={styles.download} href={file.address} download>
          {t('review.download', { kilobytes: Math.ceil(file.bytes / 1024) })}
        </a>
      )}
      {range === null ? (
        text
      ) : (
        <>
          {text.slice(0, range.from)}
          <mark ref={mark}>{text.slice(range.from, range.to)}</mark>
          {text.slice(range.to)}
        </>
      )}
    </section>
  );
}
