import type { StructureStep } from './directives.contract.ts';
import type { ParsedClause } from './directives.parsed.ts';

/** The tree after a step, and where each clause that was there before stands now (old path → new path). */
export interface Restructured {
  readonly clauses: readonly ParsedClause[];
  readonly renamed: ReadonlyMap<string, string>;
}

/** A clause that can be moved about; `key` is its own segment of the path, null where it is counted (dash, paragraph). */
interface Node {
  clause: ParsedClause;
  readonly before: string | null;
  key: string | null;
  children: Node[];
}

/**
 * Pure: one step of a person who mends the tree: move, split, merge, give another label. The paths follow the new places
 * (domain.md). Null where the step is not possible: the first has nobody before it, a heading is not split.
 */
export function restructure(
  clauses: readonly ParsedClause[],
  step: StructureStep,
  sourceText: string,
): Restructured | null {
  const roots = clauses.map((clause) => nodeOf(clause, []));
  const place = findPlace(roots, step.path, null);
  if (place === null || !applyStep(place, step, sourceText)) return null;
  const renamed = new Map<string, string>();
  const taken = new Map<string, number>();
  return { clauses: settle(roots, [], taken, renamed), renamed };
}

/** Which steps are possible at this clause; the screen offers only those. */
export function possibleSteps(
  clauses: readonly ParsedClause[],
  path: string,
): ReadonlySet<StructureStep['kind'] | 'up' | 'down' | 'in' | 'out'> {
  const place = findPlace(
    clauses.map((clause) => nodeOf(clause, [])),
    path,
    null,
  );
  const possible = new Set<StructureStep['kind'] | 'up' | 'down' | 'in' | 'out'>();
  if (place === null) return possible;
  if (place.index > 0) possible.add('up').add('in');
  if (place.index < place.siblings.length - 1) possible.add('down');
  if (place.parent !== null) possible.add('out');
  if (place.node.children.length === 0) possible.add('split');
  if (place.index > 0 || place.parent !== null) possible.add('merge');
  return possible.add('relabel');
}

interface Place {
  readonly node: Node;
  readonly siblings: Node[];
  readonly index: number;
  readonly parent: Place | null;
}

function findPlace(siblings: Node[], path: string, parent: Place | null): Place | null {
  for (const [index, node] of siblings.entries()) {
    const place: Place = { node, siblings, index, parent };
    if (node.before === path) return place;
    const found = findPlace(node.children, path, place);
    if (found !== null) return found;
  }
  return null;
}

function applyStep(place: Place, step: StructureStep, sourceText: string): boolean {
  switch (step.kind) {
    case 'move':
      return move(place, step.to);
    case 'split':
      return split(place, step, sourceText);
    case 'merge':
      return merge(place, step.text);
    case 'relabel':
      place.node.clause = { ...place.node.clause, label: step.label };
      place.node.key = keyOfLabel(step.label);
      return true;
  }
}

function move({ node, siblings, index, parent }: Place, to: 'up' | 'down' | 'in' | 'out'): boolean {
  const before = siblings[index - 1];
  if (to === 'up' || to === 'down') {
    const other = to === 'up' ? index - 1 : index + 1;
    const neighbour = siblings[other];
    if (neighbour === undefined) return false;
    siblings[other] = node;
    siblings[index] = neighbour;
    return true;
  }
  if (to === 'in' ? before === undefined : parent === null) return false;
  siblings.splice(index, 1);
  if (to === 'in') before?.children.push(node);
  else parent?.siblings.splice(parent.index + 1, 0, node);
  return true;
}

function split({ node, siblings, index }: Place, step: { first: string; second: string }, sourceText: string): boolean {
  if (node.children.length > 0) return false;
  const { source } = node.clause;
  const at = findWords(sourceText, step.second, source) ?? source.to;
  // What was read in the wording is read in either half; a person corrects it there.
  const named = (text: string) => ({
    text,
    units: node.clause.units.filter((unit) => text.includes(unit.text)),
    channels: node.clause.channels.filter((channel) => text.includes(channel.text)),
    times: node.clause.times.filter((time) => text.includes(time.text)),
    outputs: node.clause.outputs.filter((output) => text.includes(output.text)),
    themes: node.clause.themes.filter((theme) => text.includes(theme.text)),
  });
  const isCounted = node.key === null;
  const second: ParsedClause = {
    ...node.clause,
    ...named(step.second),
    label: isCounted ? node.clause.label : null,
    title: null,
    source: { from: at, to: source.to },
  };
  node.clause = { ...node.clause, ...named(step.first), source: { from: source.from, to: at } };
  siblings.splice(index + 1, 0, { clause: second, before: null, key: null, children: [] });
  return true;
}

/** Into the clause that stands before it in the text: the last one below its neighbour, else its heading. */
function merge({ node, siblings, index, parent }: Place, text: string): boolean {
  let target = siblings[index - 1] ?? null;
  while (target?.children.at(-1)) target = target.children.at(-1) ?? null;
  target ??= parent?.node ?? null;
  if (target === null) return false;
  siblings.splice(index, 1, ...(target === parent?.node ? node.children : []));
  if (target !== parent?.node) target.children.push(...node.children);
  const { clause } = target;
  const unique = <Mention>(mentions: readonly Mention[], idOf: (mention: Mention) => string) => [
    ...new Map(mentions.map((mention) => [idOf(mention), mention])).values(),
  ];
  target.clause = {
    ...clause,
    text,
    title: clause.title === null ? null : text,
    dates: [...new Set([...clause.dates, ...node.clause.dates])],
    units: unique([...clause.units, ...node.clause.units], (unit) => unit.unitId),
    times: [...clause.times, ...node.clause.times],
    outputs: [...clause.outputs, ...node.clause.outputs],
    themes: unique([...clause.themes, ...node.clause.themes], (theme) => theme.key),
    dueOn: clause.dueOn ?? node.clause.dueOn,
    rhythm: clause.rhythm ?? node.clause.rhythm,
    expected: clause.expected ?? node.clause.expected,
    channels: unique([...clause.channels, ...node.clause.channels], (channel) => channel.channelId),
    source: {
      from: Math.min(clause.source.from, node.clause.source.from),
      to: Math.max(clause.source.to, node.clause.source.to),
    },
  };
  return true;
}

function nodeOf(clause: ParsedClause, above: readonly ParsedClause[]): Node {
  return {
    clause,
    before: clause.path,
    key: keyOf(clause, above),
    children: clause.children.map((child) => nodeOf(child, [...above, clause])),
  };
}

const counted = /^[-–—•●▪*+]$/u;
const decimal = /^\d{1,4}(?:\.\d{1,3})+$/u;

function keyOf(clause: ParsedClause, above: readonly ParsedClause[]): string | null {
  if (clause.label === null || counted.test(clause.label)) return null;
  const plain = clause.path.replace(/~\d+$/u, '');
  const heading = above.findLast(({ path }) => plain.startsWith(`${path}.`));
  return heading === undefined ? plain : plain.slice(heading.path.length + 1);
}

/** The segment of the path that a label gives: `I.` → I, `1.2.` → 1.2, `đ)` → đ, `Điều 5.` → Đ-5; a dash is counted. */
export function keyOfLabel(label: string | null): string | null {
  const plain = label?.trim() ?? '';
  if (plain === '' || counted.test(plain)) return null;
  const article = /^điều\s+(\d{1,3}\p{Ll}?)/iu.exec(plain);
  if (article) return `Đ-${article[1]}`;
  const bracketed = /^\(?(\d{1,3})\)$/u.exec(plain);
  if (bracketed) return `${bracketed[1]})`;
  return plain.replace(/[\s./()]+$/u, '').replace(/[\s/~]+/gu, '-');
}

function settle(
  nodes: readonly Node[],
  above: readonly { path: string; key: string | null }[],
  taken: Map<string, number>,
  renamed: Map<string, string>,
): ParsedClause[] {
  let position = 0;
  return nodes.map((node) => {
    if (node.key === null) position += 1;
    const path = freePath(pathOf(node.key, above, position), taken);
    if (node.before !== null) renamed.set(node.before, path);
    const children = settle(node.children, [...above, { path, key: node.key }], taken, renamed);
    const isHeading = children.length > 0 && node.key !== null;
    return { ...node.clause, path, title: isHeading ? node.clause.text : null, children };
  });
}

function pathOf(key: string | null, above: readonly { path: string; key: string | null }[], position: number): string {
  const parent = above.at(-1);
  if (key === null) return `${parent?.path ?? ''}/${position}`;
  // `1.2.` under `1.` says its number itself.
  const heading = decimal.test(key) ? above.findLast((one) => one.key === null || !/^\d/u.test(one.key)) : parent;
  return heading === undefined ? key : `${heading.path}.${key}`;
}

function freePath(path: string, taken: Map<string, number>): string {
  const times = (taken.get(path) ?? 0) + 1;
  taken.set(path, times);
  return times === 1 ? path : `${path}~${times}`;
}

/** Where the first words stand between two places of the text as it came, whatever blanks and line ends are between them. */
function findWords(text: string, words: string, range: { from: number; to: number }): number | null {
  const first = words.trim().split(/\s+/u).slice(0, 6);
  const pattern = first.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s+');
  const match = new RegExp(pattern, 'u').exec(text.slice(range.from, range.to));
  return match === null || match.index === 0 ? null : range.from + match.index;
}
