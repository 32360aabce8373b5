/** Pure: parameters of a notification as its words take them: names in the language of the reader, days as people write them. */
export function wordsOf(
  params: Readonly<Record<string, unknown>>,
  input: { language: string; formatDay: (day: string) => string },
): Record<string, string | number> {
  const entries = Object.entries(params).map(([key, value]) => [key, wordOf(value, input)] as const);
  return Object.fromEntries(entries);
}

/**
 * Pure: the key of the words of a notification, without its module. A step of a task has words by step; an escalation by whether it
 * tells of one task, of several of a unit, or of a clause with several units.
 */
export function textKeyOf(kind: string, params: Readonly<Record<string, unknown>>): string {
  const key = `notification.${kind.slice(kind.indexOf('.') + 1)}`;
  if (typeof params.step === 'string') return `${key}_${params.step}`;
  if (kind !== 'notifications.escalation') return key;
  if (params.unit === undefined) return `${key}_clause`;
  return params.path === undefined ? `${key}_unit` : key;
}

function wordOf(value: unknown, input: { language: string; formatDay: (day: string) => string }): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? input.formatDay(value) : value;
  if (typeof value === 'object' && value !== null) {
    const names = value as Record<string, unknown>;
    const name = names[input.language] ?? names.vi;
    return typeof name === 'string' ? name : '';
  }
  return '';
}
