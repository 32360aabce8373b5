import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBytes } from '../../../../platform/documents/read/read-bytes.ts';
import { defaultReadLimits } from '../../../../platform/documents/read/read-types.ts';
import type { ParsedClause, ParsedDirective } from '../../directives.parsed.ts';
import { parseDirective } from './parse-directive.ts';

const root = new URL('../../../../../', import.meta.url);

async function read(name: string): Promise<ParsedDirective> {
  const document = await readBytes(readFileSync(new URL(name, root)), defaultReadLimits);
  return parseDirective(document.text);
}

/** Everything that was understood, without places in the text and without repairs: these differ from form to form. */
function understood({ clauses, parts: _parts, repairs: _repairs, warnings: _warnings, ...heading }: ParsedDirective) {
  const withoutPlaces = ({ source: _source, children, ...clause }: ParsedClause): object => ({
    ...clause,
    children: children.map(withoutPlaces),
  });
  return { ...heading, clauses: clauses.map(withoutPlaces) };
}

const fixtures = 'tests/fixtures/documents';

it.each([
  ['data/guidance/huong-dan-2026.txt', 'guidance.docx', 'guidance.pdf', 'guidance.odt', 'guidance-nfd.txt'],
  [`${fixtures}/plan-with-table.docx`, 'plan-with-table.pdf', 'plan-with-table.odt'],
  [`${fixtures}/plan-with-long-table.docx`, 'plan-with-long-table.pdf'],
  [`${fixtures}/decision.docx`, 'decision.pdf'],
  [`${fixtures}/party-guidance.docx`, 'party-guidance.pdf'],
  [`${fixtures}/letter.docx`, 'letter-two-columns.pdf'],
])('%s gives the same tree in each of its forms', async (first, ...others) => {
  const expected = understood(await read(first));
  for (const name of others) expect(understood(await read(`${fixtures}/${name}`)), name).toEqual(expected);
});

it.each(['guidance', 'plan-with-table', 'plan-with-long-table', 'decision', 'party-guidance', 'letter'])(
  '%s.docx saved as plain text gives the same tree',
  async (name) => {
    const { text } = await readBytes(readFileSync(new URL(`${fixtures}/${name}.docx`, root)), defaultReadLimits);
    const again = await readBytes(new TextEncoder().encode(text), defaultReadLimits);
    expect(again.kind).toBe('text');
    expect(understood(parseDirective(again.text))).toEqual(understood(await read(`${fixtures}/${name}.docx`)));
  },
);
