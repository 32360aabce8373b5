import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StructureStep } from './directives.contract.ts';
import type { ParsedClause } from './directives.parsed.ts';
import { keyOfLabel, restructure } from './directives.structure.ts';
import { parseDirective } from './server/parser/parse-directive.ts';

const text = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8');
const { clauses: read } = parseDirective(text);
const flat = (clauses: readonly ParsedClause[]): ParsedClause[] =>
  clauses.flatMap((clause) => [clause, ...flat(clause.children)]);
const at = (clauses: readonly ParsedClause[], path: string) => flat(clauses).find((clause) => clause.path === path);
const wordsOf = (clauses: readonly ParsedClause[]) =>
  flat(clauses)
    .flatMap((clause) => clause.text.split(/\s+/))
    .sort();
function take(clauses: readonly ParsedClause[], ...steps: StructureStep[]): readonly ParsedClause[] {
  return steps.reduce((tree, step) => restructure(tree, step, text)?.clauses ?? tree, clauses);
}

/** A step at some clause, as a person may try it; not each is possible. */
const anyStep = fc.record({
  place: fc.nat(60),
  kind: fc.constantFrom('up', 'down', 'in', 'out', 'split', 'merge', 'relabel'),
  cut: fc.integer({ min: 1, max: 200 }),
  label: fc.constantFrom('-', '+', '1.', 'a)', 'đ)', 'II.', '1.2.', null),
});
interface Wish {
  readonly place: number;
  readonly kind: string;
  readonly cut: number;
  readonly label: string | null;
}
function stepAt(tree: readonly ParsedClause[], wish: Wish): StructureStep {
  const clauses = flat(tree);
  const index = wish.place % clauses.length;
  const clause = clauses[index];
  if (clause === undefined) throw new Error('an empty tree');
  const { path } = clause;
  if (wish.kind === 'relabel') return { kind: 'relabel', path, label: wish.label };
  if (wish.kind === 'merge') return { kind: 'merge', path, text: `${clauses[index - 1]?.text ?? ''} ${clause.text}` };
  if (wish.kind !== 'split') return { kind: 'move', path, to: wish.kind as 'up' | 'down' | 'in' | 'out' };
  const words = clause.text.split(' ');
  const cut = 1 + (wish.cut % Math.max(1, words.length - 1));
  return { kind: 'split', path, first: words.slice(0, cut).join(' '), second: words.slice(cut).join(' ') || '…' };
}

describe('the structure of a document', () => {
  it('keeps every word and gives each clause a path of its own, whatever steps are taken', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (wishes) => {
        let tree: readonly ParsedClause[] = read;
        for (const wish of wishes) {
          const next = restructure(tree, stepAt(tree, wish), text);
          if (next === null) continue;
          const added = wordsOf(next.clauses).filter((word) => word === '…').length;
          expect(wordsOf(next.clauses).length - added).toBe(wordsOf(tree).filter((word) => word !== '…').length);
          const paths = flat(next.clauses).map((clause) => clause.path);
          expect(new Set(paths).size).toBe(paths.length);
          for (const renamed of next.renamed.values()) expect(paths).toContain(renamed);
          tree = next.clauses;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the paths that the parser gave where nothing was moved', () => {
    for (const path of flat(read).map((clause) => clause.path)) {
      const clause = at(read, path);
      if (clause) expect(take(read, { kind: 'relabel', path, label: clause.label })).toEqual(read);
    }
  });

  it('counts dashes anew when one goes up, and back again', () => {
    const second = at(read, 'I.1.2/2')?.text;
    const up = take(read, { kind: 'move', path: 'I.1.2/2', to: 'up' });
    expect(at(up, 'I.1.2/1')?.text).toBe(second);
    expect(take(up, { kind: 'move', path: 'I.1.2/1', to: 'down' })).toEqual(read);
    expect(restructure(read, { kind: 'move', path: 'I.1.2/1', to: 'up' }, text)).toBeNull();
  });

  it('moves a clause below the one before it and out again, with what stands below it', () => {
    const inside = restructure(read, { kind: 'move', path: 'II.2', to: 'in' }, text);
    expect(inside?.renamed.get('II.2/1')).toBe('II.1.2/1');
    expect(at(inside?.clauses ?? [], 'II.1.2/1')?.text).toBe(at(read, 'II.2/1')?.text);
    expect(take(inside?.clauses ?? [], { kind: 'move', path: 'II.1.2', to: 'out' })).toEqual(read);
  });

  it('splits a clause at a word, each half with its own place in the text as it came', () => {
    const clause = at(read, 'I.2/1');
    if (!clause) throw new Error('no clause');
    const words = clause.text.split(' ');
    const [first, second] = [words.slice(0, 6).join(' '), words.slice(6).join(' ')];
    const tree = take(read, { kind: 'split', path: 'I.2/1', first, second });
    const [one, two] = [at(tree, 'I.2/1'), at(tree, 'I.2/2')];
    expect([one?.text, two?.text, two?.label]).toEqual([first, second, clause.label]);
    expect(one?.source.to).toBe(two?.source.from);
    expect(text.slice(two?.source.from, two?.source.to).replace(/\s+/g, ' ')).toContain(words.slice(6, 10).join(' '));
    const whole = take(tree, { kind: 'merge', path: 'I.2/2', text: `${first} ${second}` });
    expect(at(whole, 'I.2/1')?.text).toBe(clause.text);
    expect(at(whole, 'I.2/1')?.source).toEqual(clause.source);
  });

  it('merges the first point into its heading, and a heading without points is no heading any more', () => {
    const heading = at(read, 'I.1.5');
    const points = heading?.children ?? [];
    let tree: readonly ParsedClause[] = read;
    for (const _ of points) {
      const before = at(tree, 'I.1.5')?.text ?? '';
      tree = take(tree, { kind: 'merge', path: 'I.1.5/1', text: `${before} ${at(tree, 'I.1.5/1')?.text}` });
    }
    const merged = at(tree, 'I.1.5');
    expect(merged?.children).toEqual([]);
    expect(merged?.title).toBeNull();
    for (const point of points) expect(merged?.text).toContain(point.text);
  });

  it('reads a label as the segment of the path that the parser would give', () => {
    const keys = { 'I.': 'I', '1.2.': '1.2', 'đ)': 'đ', '-': null, '+': null, 'Điều 5.': 'Đ-5', '(3)': '3)' };
    for (const [label, key] of Object.entries(keys)) expect([label, keyOfLabel(label)]).toEqual([label, key]);
  });
});
