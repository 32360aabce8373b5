type Words = Readonly<Record<string, string>>;

/** Around a change so much of a long text is kept with it. */
const context = 200;

/**
 * Pure: of two states of a document what differs, field by field; of a long text only the part that changed. Each save of a
 * letter with a long table would else stand twice in the history, and all of it is read with the document.
 */
export function changedWords(before: Words, after: Words): { before: Words; after: Words } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names
    .filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
    .map((name) => ({ name, ...changedPart(before[name] ?? '', after[name] ?? '') }));
  return {
    before: Object.fromEntries(changed.map(({ name, one }) => [name, one])),
    after: Object.fromEntries(changed.map(({ name, other }) => [name, other])),
  };
}

function changedPart(one: string, other: string): { one: string; other: string } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const from = Math.max(0, start - context);
  const left = Math.max(0, end - context);
  const cut = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, text.length - left)}${left > 0 ? '…' : ''}`.toWellFormed();
  return { one: cut(one), other: cut(other) };
}
