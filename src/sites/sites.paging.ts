/** So many items stand on one page of a list. */
export const partLength = 20;

/** One page of a long list; the first has the address of the list itself. */
export interface Part<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** Cuts a list into pages, the order kept; an empty list is one empty page. */
export function partsOf<Item>(items: readonly Item[]): Part<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / partLength));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * partLength, (index + 1) * partLength),
    number: index + 1,
    count,
  }));
}
