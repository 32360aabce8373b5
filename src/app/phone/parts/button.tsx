import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A target of at least 46 px. One filled button a page: the next step. */
export function Button(props: {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly isFilled?: boolean;
  readonly isWide?: boolean;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
}) {
  return (
    <button
      type={props.type ?? 'button'}
      className={styles.button}
      data-filled={props.isFilled === true || undefined}
      data-wide={props.isWide === true || undefined}
      aria-busy={props.isBusy === true || undefined}
      disabled={props.isBusy === true || props.isDisabled === true}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
