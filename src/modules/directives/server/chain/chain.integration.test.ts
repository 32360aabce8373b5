import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communePaper, partyPaper } from '../../../../../tests/fixtures/documents/chain-papers.ts';
import type { Context } from '../../../../platform/context.ts';
import { actorWith } from '../../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../../platform/testing/test-database.ts';
import { confirmDirective } from '../confirm-directive.ts';
import { readLeafClauses } from '../directives.read-model.ts';
import { importDirective } from '../import-directive.ts';
import { readDirectiveChain } from './chain.read-model.ts';
import { choosePairs } from './choose-pairs.ts';
import { addLink, decideLink } from './link-directives.ts';
import { readClausePairs } from './pairs.read-model.ts';
import { traceClause } from './trace.read-model.ts';

const guidance = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8');

describe('the chain of documents', () => {
  let database: TestDatabase;
  let editor: Context;
  const ids = { party: '', guidance: '', commune: '' };
  const bring = async (text: string) => (await importDirective(editor, { text, file: null })).id;
  beforeAll(async () => {
    database = await createTestDatabase();
    editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb'));
    const numbered = guidance
      .replace('Số: /HD-SVHTTDL', 'Số: 05/HD-SVHTTDL')
      .replace('ngày tháng năm 2026', 'ngày 10 tháng 02 năm 2026');
    ids.guidance = await bring(numbered);
  });
  afterAll(() => database.close());

  const up = async (id: string) => (await readDirectiveChain(editor, id)).up;

  it('is proposed from the words of the text, with the document cited where it is not here yet', async () => {
    expect(await up(ids.guidance)).toMatchObject([
      {
        relation: 'implements',
        state: 'proposed',
        cited: 'Hướng dẫn số 28-HD/BTGDVTU ngày 29/01/2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy',
        directive: null,
      },
    ]);
  });

  it('becomes a link when the document comes, above and below', async () => {
    ids.party = await bring(partyPaper);
    ids.commune = await bring(communePaper);
    expect((await up(ids.guidance))[0]?.directive).toMatchObject({ id: ids.party, number: 28 });
    expect((await up(ids.commune))[0]?.directive).toMatchObject({ id: ids.guidance, number: 5 });
    const { down } = await readDirectiveChain(editor, ids.guidance);
    expect(down.map((link) => link.directive?.id)).toEqual([ids.commune]);
  });

  it('shows to who may not link only what was confirmed', async () => {
    await confirmDirective(editor, { id: ids.guidance, version: 1 });
    const officer = database.context(actorWith('commune_officer', 'xa-03583'));
    expect(await readDirectiveChain(officer, ids.guidance)).toEqual({ up: [], down: [], abilities: { link: false } });
    await expect(
      addLink(officer, { directiveId: ids.guidance, relation: 'basis', targetId: ids.guidance }),
    ).rejects.toMatchObject({ code: 'platform.not_permitted' });
  });

  it('takes a decision once, keeps it when the text is read again, and closes no loop', async () => {
    const [link] = await up(ids.guidance);
    const decision = {
      directiveId: ids.guidance,
      linkId: link?.id ?? '',
      decision: 'confirmed' as const,
      relation: 'implements' as const,
      targetId: ids.party,
      version: link?.version ?? 0,
    };
    await decideLink(editor, decision);
    await expect(decideLink(editor, decision)).rejects.toMatchObject({ code: 'platform.version_conflict' });
    await expect(
      addLink(editor, { directiveId: ids.party, relation: 'amends', targetId: ids.guidance }),
    ).rejects.toMatchObject({ code: 'directives.link_loop' });
    await expect(
      addLink(editor, { directiveId: ids.guidance, relation: 'basis', targetId: ids.party }),
    ).rejects.toMatchObject({ code: 'directives.link_known' });
  });

  it('traces a clause up to the Party’s guidance and down to a commune’s own plan', async () => {
    await confirmDirective(editor, { id: ids.party, version: 1 });
    await confirmDirective(editor, { id: ids.commune, version: 1 });
    for (const id of [ids.guidance, ids.commune]) {
      const link = (await up(id))[0];
      const pairs = await readClausePairs(editor, { directiveId: id, linkId: link?.id ?? '' });
      const proposed = pairs.rows.flatMap((row) =>
        row.proposed ? [{ clauseId: row.id, upperId: row.proposed.upperId }] : [],
      );
      expect(proposed.length).toBeGreaterThan(0);
      const choice = { directiveId: id, linkId: link?.id ?? '', version: link?.version ?? 0, pairs: proposed };
      await choosePairs(editor, choice);
      await expect(choosePairs(editor, choice)).rejects.toMatchObject({ code: 'platform.version_conflict' });
    }
    const clauses = await readLeafClauses(editor.db, ids.guidance);
    const visual = clauses.find((clause) => clause.text.startsWith('Tổ chức tuyên truyền cổ động trực quan'));
    const traced = await traceClause(editor, { clauseId: visual?.id });
    expect(traced.up.map((each) => [each.distance, each.directive.id, each.path])).toEqual([[1, ids.party, 'I.2']]);
    expect(traced.down.map((each) => [each.distance, each.directive.id, each.path])).toEqual([[1, ids.commune, 'I.1']]);
    const bottom = await traceClause(editor, { directiveId: ids.commune, path: 'I.1' });
    expect(bottom.up.map((each) => each.directive.id)).toEqual([ids.guidance, ids.party]);
  });

  it('pairs only clauses of the two documents', async () => {
    const link = (await up(ids.guidance))[0];
    const strange = (await readLeafClauses(editor.db, ids.commune))[0]?.id ?? '';
    await expect(
      choosePairs(editor, {
        directiveId: ids.guidance,
        linkId: link?.id ?? '',
        version: link?.version ?? 0,
        pairs: [{ clauseId: strange, upperId: strange }],
      }),
    ).rejects.toMatchObject({ code: 'directives.unknown_clause' });
  });

  it('taken back, takes its pairs of clauses along; what is not confirmed is shown to nobody else', async () => {
    const [link] = await up(ids.commune);
    const officer = database.context(actorWith('commune_officer', 'xa-03583'));
    const place = { directiveId: ids.commune, linkId: link?.id ?? '' };
    expect((await readClausePairs(officer, place)).rows.some((row) => row.upperIds.length > 0)).toBe(true);
    const { relation = 'implements', version = 0 } = link ?? {};
    await decideLink(editor, { ...place, decision: 'refused', relation, targetId: ids.guidance, version });
    expect((await traceClause(officer, { directiveId: ids.commune, path: 'I.1' })).up).toEqual([]);
    await expect(readClausePairs(officer, place)).rejects.toMatchObject({ code: 'platform.not_found' });
  });
});
