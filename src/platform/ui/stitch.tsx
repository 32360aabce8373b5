import styles from './stitch.module.css';
import { StitchShape, type StitchState } from './stitch-shape.tsx';
import { useText } from './use-text.ts';

export type { StitchState } from './stitch-shape.tsx';
export const stitchStates: readonly StitchState[] = ['done', 'running', 'late', 'empty', 'idle', 'declined'];

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
        <StitchShape state={state} count={count} />
      </svg>
    );
  }
  return (
    <svg {...box} role="img" aria-label={name}>
      <title>{name}</title>
      <StitchShape state={state} count={count} />
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
