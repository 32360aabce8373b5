import type { HistoryRow } from '../audit/history.contract.ts';

type Subject = Pick<HistoryRow, 'subjectKind' | 'action'>;

/** Keys under which an action may have its words, the closest first. */
export function actionKeys({ subjectKind, action }: Subject): string[] {
  const plain = action.replace(/^[a-z_]+\./, '');
  return [`history.${subjectKind}.${plain}`, `action.${action}`, `action.${plain}`];
}

/** Keys under which the name of a field may stand: a subject may call it otherwise than the rest. */
export function fieldKeys({ subjectKind }: Pick<HistoryRow, 'subjectKind'>, field: string): string[] {
  return [`field.${subjectKind}_${field}`, `field.${field}`];
}

/** Keys under which a value that is a code may have its words; none where the value is words itself. */
export function valueKeys({ subjectKind }: Pick<HistoryRow, 'subjectKind'>, field: string, value: string): string[] {
  if (!/^[a-z][a-z_]*$/.test(value)) return [];
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const states = name === 'state' ? [`${subjectKind}_state.${value}`, `work_state.${value}`] : [];
  return [...states, `${name}.${value}`, `${subjectKind}.${name}_${value}`];
}
