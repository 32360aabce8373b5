import { diffWordsWithSpace } from 'diff';
import styles from './word-difference.module.css';

/** Longer texts are shown one after the other: comparing every word with every word would hold the page. */
const comparedAtMost = 20_000;

/** Two wordings in one: what was taken out is struck, what was put in is underlined; Vietnamese is compared by syllable. */
export function WordDifference({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === after) return <span>{after}</span>;
  if (before.length + after.length > comparedAtMost)
    return (
      <span className={styles.text}>
        <del>{before}</del> <ins>{after}</ins>
      </span>
    );
  const parts = diffWordsWithSpace(before, after).map((part, place) => ({ ...part, key: `${place} ${part.value}` }));
  return (
    <span className={styles.text}>
      {parts.map((part) =>
        part.added ? (
          <ins key={part.key}>{part.value}</ins>
        ) : part.removed ? (
          <del key={part.key}>{part.value}</del>
        ) : (
          <span key={part.key}>{part.value}</span>
        ),
      )}
    </span>
  );
}
