/** Pure: parameters of a notification as its words take them: names in the language of the reader, days as people write them. */
export function wordsOf(
  params: Readonly<Record<string, unknown>>,
  input: { language: string; formatDay: (day: string) => string },
): Record<string, string | number> {
  const entries = Object.entries(params).map(([key, value]) => [key, wordOf(value, input)] as const);
  return Object.fromEntries(entries);
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
