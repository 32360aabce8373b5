import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** Stands right of the label: “optional”. */
  readonly hint?: string;
  readonly error?: string | null;
  readonly children: (control: {
    id: string;
    className: string | undefined;
    'aria-invalid': boolean;
    'aria-describedby': string | undefined;
  }) => ReactNode;
}

/** A label above its field; what is wrong below it, tied to the field. */
export function Field({ label, hint, error = null, children }: FieldProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      <p className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : <span>{hint}</span>}
      </p>
      {children({
        id,
        className: styles.input,
        'aria-invalid': error !== null,
        'aria-describedby': error === null ? undefined : errorId,
      })}
      {error === null ? null : (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
