import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsedDirective } from '../../directives.parsed.ts';
import { accountForLines } from './account-for-lines.ts';
import { findClause, listLeaves, responsibleUnits } from './clause-queries.ts';
import { parseDirective } from './parse-directive.ts';

const text = readFileSync(new URL('../../../../../data/guidance/huong-dan-2026.txt', import.meta.url), 'utf8');
const parsed = parseDirective(text);
const clauseAt = (path: string) => findClause(parsed, path)?.clause;

describe('the guidance of 2026', () => {
  it('has its heading block read, blanks as null', () => {
    expect(parsedDirective.parse(parsed)).toEqual(parsed);
    expect(parsed).toMatchObject({
      kind: 'HD',
      number: null,
      symbol: 'HD-SVHTTDL',
      subject: 'Công tác thông tin đối ngoại năm 2026',
      issuer: 'Sở Văn hóa, Thể thao và Du lịch',
      place: 'Lai Châu',
      date: null,
      year: 2026,
      bases: [{ kind: 'HD', number: 28, date: '2026-01-29', issuer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy' }],
      signature: { authority: 'KT. GIÁM ĐỐC', post: 'PHÓ GIÁM ĐỐC', name: 'Trần Quang Kháng' },
    });
    expect(parsed.recipients).toHaveLength(8);
    expect(parsed.recipients.at(-1)).toBe('Lưu: VT, TTBCXB');
    expect(parsed.closing).toHaveLength(1);
  });

  it('has five pillars of 3, 2, 4, 4 and 2 points, four methods, and 31 leaves in all', () => {
    expect(clauseAt('I.1')?.children.map((pillar) => pillar.children.length)).toEqual([3, 2, 4, 4, 2]);
    expect(clauseAt('I.2')?.children).toHaveLength(4);
    expect(listLeaves(parsed)).toHaveLength(31);
  });

  it('has each leaf complete to its last word', () => {
    for (const { clause } of listLeaves(parsed)) expect(clause.text).toMatch(/[.]$/u);
    expect(clauseAt('I.1.2/2')?.text).toContain('nhiệm kỳ 2026 - 2031; không khí');
    expect(clauseAt('I.1.4/3')?.text).toContain('ngoại giao văn hóa, ngoại giao nhân dân, tạo nền tảng');
    expect(clauseAt('II.1.b/1')?.label).toBeNull();
    expect(clauseAt('II.3/1')?.text).toContain('kịp thời, tích cực, góp phần');
  });

  it('has the election day and the seven channels', () => {
    expect(clauseAt('I.1.2/2')?.dates).toEqual(['2026-03-15']);
    expect(clauseAt('II.1.a/1')?.channels.map((channel) => channel.channelId)).toEqual([
      'cong-ttdn',
      'cum-ttdt-cong-cong',
      'fanpage-ubnd-tinh',
      'cong-du-lich-thong-minh',
      'trang-so-vhttdl',
      'trang-du-lich',
      'he-thong-thong-tin-nguon',
    ]);
  });

  it('has each charged unit matched, own units assigned, communes and partners requested', () => {
    const charged = ['II.1.a/2', 'II.1.b/1', 'II.1.c/1', 'II.1.d/1', 'II.1.đ/2', 'II.2/1', 'II.3/2'].map((path) => {
      const placed = findClause(parsed, path);
      return placed === null ? null : [placed.clause.mode, ...responsibleUnits(placed)];
    });
    expect(charged).toEqual([
      ['assigned', 'phong-ttbcxb'],
      ['assigned', 'phong-qlvhgd'],
      ['assigned', 'tt-vhnt'],
      ['assigned', 'tt-hltd-tdtt'],
      ['assigned', 'group:department-units'],
      ['requested', 'group:communes'],
      ['requested', 'cong-ttdt-tinh', 'tap-chi-van-nghe'],
    ]);
  });

  it('proposes four joined lines and three slips, and leaves the slips in the text', () => {
    expect(parsed.repairs.map((repair) => repair.after)).toEqual([
      '2026 - 2031;',
      'ngoại giao',
      'Du lịch',
      'Cổng/Trang',
      'Cổng Thông tin',
      'tích cực,',
      'Cổng Thông tin',
    ]);
    for (const { at, before } of parsed.repairs) expect(text.slice(at, at + before.length)).toBe(before);
    expect(clauseAt('II.3')?.text).toContain('Công Thông tin');
  });

  it('has every line in exactly one node', () => {
    expect(accountForLines(parsed, text).filter((line) => line.owners.length !== 1)).toEqual([]);
  });

  it.each([
    ['Windows line ends and a byte order mark', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['decomposed accents', text.normalize('NFD')],
    ['no blank lines', text.replaceAll(/\n+/gu, '\n')],
  ])('is read the same with %s', (_name, variant) => {
    const again = parseDirective(variant);
    const texts = (directive: typeof parsed) =>
      listLeaves(directive).map(({ clause }) => [clause.path, clause.text, clause.units, clause.channels]);
    expect(texts(again)).toEqual(texts(parsed));
    expect(again.signature).toEqual(parsed.signature);
    for (const { at, before } of again.repairs) expect(variant.slice(at, at + before.length)).toBe(before);
    expect(again.repairs.map((repair) => repair.after)).toEqual(parsed.repairs.map((repair) => repair.after));
    expect(accountForLines(again, variant).filter((line) => line.owners.length !== 1)).toEqual([]);
  });
});
