import { foldText } from './vietnamese-fold.ts';

/** Nghị định 30/2020/NĐ-CP, annex III. A công văn has no abbreviation. */
const annexKinds: readonly (readonly [name: string, abbreviation: string])[] = [
  ['nghị quyết', 'NQ'],
  ['quyết định', 'QĐ'],
  ['chỉ thị', 'CT'],
  ['quy chế', 'QC'],
  ['quy định', 'QyĐ'],
  ['thông cáo', 'TC'],
  ['thông báo', 'TB'],
  ['hướng dẫn', 'HD'],
  ['chương trình', 'CTr'],
  ['kế hoạch', 'KH'],
  ['phương án', 'PA'],
  ['đề án', 'ĐA'],
  ['dự án', 'DA'],
  ['báo cáo', 'BC'],
  ['biên bản', 'BB'],
  ['tờ trình', 'TTr'],
  ['hợp đồng', 'HĐ'],
  ['công điện', 'CĐ'],
  ['bản ghi nhớ', 'BGN'],
  ['bản thỏa thuận', 'BTT'],
  ['giấy ủy quyền', 'GUQ'],
  ['giấy mời', 'GM'],
  ['giấy giới thiệu', 'GGT'],
  ['giấy nghỉ phép', 'GNP'],
  ['phiếu gửi', 'PG'],
  ['phiếu chuyển', 'PC'],
  ['phiếu báo', 'PB'],
];

/** Kinds outside annex III that a directive may rest on. */
const otherKinds: readonly (readonly [name: string, abbreviation: string])[] = [
  ['nghị định', 'NĐ'],
  ['thông tư', 'TT'],
  ['kết luận', 'KL'],
  ['luật', 'Luật'],
  ['pháp lệnh', 'PL'],
  ['công văn', 'CV'],
];

/** Kinds of the Party (Quy định 66-QĐ/TW) and of laws, which come in as well; a công văn has no kind in its heading. */
const printedKinds = [
  ...annexKinds,
  ...otherKinds.filter(([name]) => name !== 'công văn'),
  ['thông tri', 'TTri'],
] as const;

/** A thư công has no abbreviation and bears what it is for: THƯ CHÚC MỪNG, THƯ CẢM ƠN. THƯ VIỆN is a library. */
const publicLetter = /^thu(?: cong)?(?=$| (?:chuc|cam|khen|chia|ngo|chao|keu|moi)(?!\p{L})|\s*:)/u;
const letterKind = 'Thư';

const headings = printedKinds.map(([name, abbreviation]) => ({ name: foldText(name), abbreviation }));
const references = new Map(
  [...annexKinds, ...otherKinds].map(([name, abbreviation]) => [foldText(name), abbreviation]),
);

/** Kind at the head of a line in capitals (`HƯỚNG DẪN Công tác …`) and what follows it on that line. */
export function readKindHeading(line: string): { kind: string; rest: string } | null {
  const folded = foldText(line);
  for (const { name, abbreviation } of headings) {
    if (!folded.startsWith(name) || /\p{L}/u.test(line[name.length] ?? '')) continue;
    const printed = line.slice(0, name.length);
    if (printed !== printed.toUpperCase()) continue;
    return { kind: abbreviation, rest: line.slice(name.length).replace(/^[\s:]+/u, '') };
  }
  const letter = publicLetter.exec(folded)?.[0] ?? '';
  if (letter === '' || line.slice(0, letter.length) !== line.slice(0, letter.length).toUpperCase()) return null;
  return { kind: letterKind, rest: line.slice(letter.length).replace(/^[\s:]+/u, '') };
}

/** Abbreviation of a kind named in a reference ("Hướng dẫn số …"), whatever its case. */
export function kindOfReference(name: string): string | null {
  return references.get(foldText(name)) ?? null;
}

export const referenceKindNames = [...annexKinds, ...otherKinds].map(([name]) => name);

const namesOfKinds = new Map([
  ...[...annexKinds, ...otherKinds].map(([name, abbreviation]) => [abbreviation, name] as const),
  [letterKind, 'thư công'],
]);

/** `HD` → `hướng dẫn`; null for what is no kind. */
export function nameOfKind(abbreviation: string): string | null {
  return namesOfKinds.get(abbreviation) ?? null;
}
