import styles from './stitch.module.css';
import { useText } from './use-text.ts';

/** The states of work. Shape first, then word, then colour (face.md 4). A declined one is a crossed, unfilled stitch. */
export type StitchState = 'done' | 'running' | 'late' | 'empty' | 'idle' | 'declined';
export const stitchStates: readonly StitchState[] = ['done', 'running', 'late', 'empty', 'idle', 'declined'];

function Shape({ state, count }: { readonly state: StitchState; readonly count: number | undefined }) {
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

export interface StitchProps {
  readonly state: StitchState;
  /** Pieces of evidence, shown in a done stitch only. */
  readonly count?: number | undefined;
  readonly size?: number;
  /** Name for those who do not see it; default: the word of the state. `null`: a word stands beside it. */
  readonly title?: string | null;
}

/** One stitch: the state of one task. */
export function Stitch({ state, count, size = 16, title }: StitchProps) {
  const t = useText('platform');
  const name = title === undefined ? t(`state.${state}`) : title;
  const box = { className: styles.stitch, viewBox: '0 0 18 18', width: size, height: size, focusable: false };
  if (name === null) {
    return (
      <svg {...box} aria-hidden="true">
        <Shape state={state} count={count} />
      </svg>
    );
  }
  return (
    <svg {...box} role="img" aria-label={name}>
      <title>{name}</title>
      <Shape state={state} count={count} />
    </svg>
  );
}

/** A stitch with its word on the ground of its colour. `label` replaces the word. */
export function StateChip({ state, label }: { readonly state: StitchState; readonly label?: string }) {
  const t = useText('platform');
  return (
    <span className={styles.chip} data-state={state}>
      <Stitch state={state} size={12} title={null} />
      {label ?? t(`state.${state}`)}
    </span>
  );
}

/** The legend of the states, with how many of each where known. */
export function StateLegend({ counts }: { readonly counts?: Partial<Record<StitchState, number>> }) {
  const t = useText('platform');
  return (
    <ul className={styles.legend} aria-label={t('state.legend')}>
      {stitchStates.map((state) => (
        <li key={state}>
          <Stitch state={state} size={14} title={null} />
          {counts === undefined ? null : <b>{counts[state] ?? 0}</b>}
          <span>{t(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
