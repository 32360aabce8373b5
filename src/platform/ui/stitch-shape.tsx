import styles from './stitch.module.css';

/** The states of work. Shape first, then word, then colour (face.md 4). A declined one is a crossed, unfilled stitch. */
export type StitchState = 'done' | 'running' | 'late' | 'empty' | 'idle' | 'declined';

/** The drawing of one stitch in a box of 18, without its name: the desk and the phone pages bring their own words. */
export function StitchShape({ state, count }: { readonly state: StitchState; readonly count: number | undefined }) {
  switch (state) {
    case 'done':
      return (
        <>
          <path className={styles.done} d="M1 1h16v16H1z" />
          {count === undefined ? (
            <path className={styles.tick} d="M5 9.3l2.7 2.7L13 6.5" />
          ) : (
            <text className={styles.count} x="9" y="12.8">
              {count > 99 ? '99' : count}
            </text>
          )}
        </>
      );
    case 'running':
      return (
        <>
          <path className={styles.runningOutline} d="M1.7 1.7h14.6v14.6H1.7z" />
          <path className={styles.running} d="M1.7 1.7v14.6h14.6z" />
        </>
      );
    case 'late':
      return (
        <>
          <path className={styles.late} d="M9 0l9 9-9 9-9-9z" />
          <path className={styles.lateSign} d="M9 5v5M9 12v1.8" />
        </>
      );
    case 'empty':
      return <path className={styles.empty} d="M2.1 2.1h13.8v13.8H2.1z" />;
    case 'idle':
      return <path className={styles.idle} d="M6.5 6.5h5v5h-5z" />;
    case 'declined':
      return <path className={styles.declined} d="M3 3l12 12M15 3L3 15" />;
  }
}
