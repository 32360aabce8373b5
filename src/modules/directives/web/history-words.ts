import type { HistoryRow } from '../../../platform/audit/history.contract.ts';
import type { Text } from '../../../platform/ui/use-text.ts';
import { nameIn, type ReviewOptions } from './review-options.ts';

const plainFields = ['number', 'symbol', 'subject', 'date', 'year', 'clauses', 'structure'];

const correctionFigures: Readonly<Record<string, string>> = {
  changed: 'changed_count',
  added: 'added_count',
  withdrawn: 'withdrawn_count',
  keptWithWork: 'kept_count',
};

/** Rows of history with fields and values in words: `II.1.a/2 units` → `II.1.a/2 · Đơn vị`, ids → names. */
export function withFieldWords(rows: readonly HistoryRow[], t: Text, options: ReviewOptions): HistoryRow[] {
  const inWords = (payload: unknown): unknown => {
    if (payload === null || typeof payload !== 'object') return payload;
    return Object.fromEntries(Object.entries(payload).map(([key, value]) => fieldInWords(key, value, t, options)));
  };
  return rows.map((row) => ({ ...row, before: inWords(row.before), after: inWords(row.after) }));
}

function fieldInWords(key: string, value: unknown, t: Text, options: ReviewOptions): [string, unknown] {
  if (plainFields.includes(key)) return [t(`review.${key}`), value];
  if (key === 'relation' && typeof value === 'string') return [t('chain.relation'), t(`relation.${value}`)];
  if (key === 'document') return [t('chain.target'), value];
  if (key in correctionFigures) return [t(`correction.${correctionFigures[key]}`), value];
  if (key === 'pairs') return [t('chain.pairs_count'), value];
  if (value === 'accepted' || value === 'declined') return [key, t(`repair.${value}`)];
  const [, path = '', field = ''] =
    /^(\S+) (nature|mode|units|channels|supporting|dueOn|rhythm|expected)$/.exec(key) ?? [];
  if (field === '' || typeof value !== 'string') return [field === '' ? key : labelOf(path, field, t), value];
  if (field === 'nature' || field === 'mode') return [labelOf(path, field, t), t(`${field}.${value}`)];
  if (field === 'rhythm') return [labelOf(path, field, t), t(`rhythm.${value}`)];
  if (field === 'dueOn' || field === 'expected') return [labelOf(path, field, t), value];
  const known = field === 'units' || field === 'supporting' ? options.units : options.channels;
  const names = value.split(', ').filter((id) => id !== '');
  return [labelOf(path, field, t), names.map((id) => nameIn(known, id)).join(', ')];
}

function labelOf(path: string, field: string, t: Text): string {
  return `${path} · ${t(`review.${field}`)}`;
}
