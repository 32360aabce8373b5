import '../../../platform/documents/html/official-sheet.css';
import { useEffect, useRef } from 'react';
import styles from './registry.module.css';

/** Of a sheet of A4, 210 mm at 96 points an inch. */
const sheetWidth = 794;
/** Below this nobody reads it; then the sheet is scrolled sideways. */
const smallest = 0.6;

/** A document as on paper, as large as there is room. */
export function PaperSheet({ html, label }: { readonly html: string; readonly label: string }) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    // Our own renderer made it and escaped what people wrote; DOMParser runs no script, and the policy of the page allows none.
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    sheet.current?.firstElementChild?.replaceChildren(...parsed.body.childNodes);
  }, [html]);
  useEffect(() => {
    const outer = sheet.current;
    const inner = outer?.firstElementChild;
    if (!outer || !(inner instanceof HTMLElement)) return;
    const fit = () => {
      inner.style.zoom = String(Math.max(smallest, Math.min(1, outer.clientWidth / sheetWidth)));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(outer);
    return () => observer.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard (WCAG 2.1.1)
    <section ref={sheet} className={styles.sheet} aria-label={label} tabIndex={0}>
      <div className={styles.paper} />
    </section>
  );
}
