import styles from './view-switch.module.css';

/** Ways to look at the same things, one of them pressed. */
export function ViewSwitch<View extends string>({
  label,
  views,
  value,
  onChange,
}: {
  readonly label: string;
  readonly views: readonly { readonly value: View; readonly label: string }[];
  readonly value: View;
  readonly onChange: (view: View) => void;
}) {
  return (
    <fieldset className={styles.views} aria-label={label}>
      {views.map((view) => (
        <button key={view.value} type="button" aria-pressed={view.value === value} onClick={() => onChange(view.value)}>
          {view.label}
        </button>
      ))}
    </fieldset>
  );
}
