import { useEffect, useRef } from 'react';
import type { SourceRange } from '../directives.parsed.ts';
import styles from './review.module.css';

/** The document as it came, with the words of the chosen clause marked and brought into view. */
export function SourceText({ text, range, label }: { text: string; range: SourceRange | null; label: string }) {
  const mark = useRef<HTMLElement>(null);
  const from = range?.from;
  useEffect(() => {
    if (from !== undefined) mark.current?.scrollIntoView({ block: 'nearest' });
  }, [from]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.source} aria-label={label} tabIndex={0}>
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
