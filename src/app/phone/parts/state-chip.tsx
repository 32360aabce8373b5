import styles from '../../../platform/ui/stitch.module.css';
import { StitchShape, type StitchState } from '../../../platform/ui/stitch-shape.tsx';
import { useText } from '../texts.ts';

/** A stitch with its word; the shape says it as well as the colour (face.md 4). */
export function StateChip({ state, label }: { readonly state: StitchState; readonly label?: string }) {
  const t = useText();
  return (
    <span className={styles.chip} data-state={state}>
      <svg className={styles.stitch} viewBox="0 0 18 18" width={12} height={12} focusable={false} aria-hidden="true">
        <StitchShape state={state} count={undefined} />
      </svg>
      {label ?? t(`platform:state.${state}`)}
    </span>
  );
}
