import type { HistoryRow } from '../audit/history.contract.ts';
import type { HistoryChange } from './history-list.tsx';

function fieldsOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ') || null;
  if (typeof value === 'object' && Object.values(value).every((each) => typeof each === 'string'))
    return Object.values(value).join('; ') || null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Kept for proof, not for reading: fingerprints, and ids beside which a name stands. */
const unreadable = /^(hash|sha256|manifestHash|\w+Ids?)$/;

/** The fields that differ between before and after. */
export function changesOf(row: Pick<HistoryRow, 'before' | 'after'>): HistoryChange[] {
  const [before, after] = [fieldsOf(row.before), fieldsOf(row.after)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((label) => !unreadable.test(label))
    .map((label) => ({ label, before: shown(before[label]), after: shown(after[label]) }))
    .filter((change) => change.before !== change.after);
}
