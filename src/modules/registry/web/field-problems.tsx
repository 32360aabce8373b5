import { useText } from '../../../platform/ui/use-text.ts';
import type { DocumentText } from '../registry.shapes.contract.ts';
import { type FieldProblem, fieldProblems } from '../registry.template-fields.ts';
import styles from './registry.module.css';

export function problemsOf(content: DocumentText): FieldProblem[] {
  const { addressees, bases, body, recipients, subject } = content;
  return fieldProblems([subject, ...addressees, ...bases, body, ...recipients], content.fields);
}

/** What is wrong with the fields, said while a person types. */
export function FieldProblems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const t = useText('registry');
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-live="polite">
      {problems.map((problem) => {
        const named = problem.kind === 'malformed' ? problem.text : problem.name;
        return <li key={`${problem.kind} ${named}`}>{t(`problem.${problem.kind}`, { named })}</li>;
      })}
    </ul>
  );
}
