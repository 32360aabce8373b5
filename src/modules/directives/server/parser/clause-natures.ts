import type { ClauseMode, ClauseNature } from '../../directives.parsed.ts';
import type { PhraseMatch } from './phrase-index.ts';
import { foldText } from './vietnamese-fold.ts';

/** Words of a heading that say what the clauses under it are; the earliest in the heading decides. */
const natureWords: readonly (readonly [ClauseNature, RegExp])[] = [
  ['assignment', /to chuc thuc hien|phan cong|trach nhiem (?:cua|thuc hien)|giao nhiem vu/u],
  ['content', /noi dung|trong tam|chu de/u],
  ['method', /phuong thuc|bien phap|giai phap|hinh thuc|cach thuc/u],
  ['other', /muc dich|yeu cau|kinh phi|thoi gian|nguyen tac|pham vi|doi tuong/u],
];

export function natureOfHeading(heading: string): ClauseNature | null {
  const folded = foldText(heading);
  let earliest: { nature: ClauseNature; at: number } | null = null;
  for (const [nature, words] of natureWords) {
    const at = words.exec(folded)?.index;
    if (at !== undefined && (earliest === null || at < earliest.at)) earliest = { nature, at };
  }
  return earliest?.nature ?? null;
}

const requestWords = /^(?:de nghi|kinh de nghi|tran trong de nghi)(?!\p{L})/u;
const assignWords = /^(?:giao|yeu cau|phan cong)(?!\p{L})/u;

/** How a clause speaks to the unit that it names: the verb decides, else whether the unit is one of ours. */
export function readMode(text: string, unitIds: readonly string[], ownUnitIds: ReadonlySet<string>): ClauseMode | null {
  const folded = foldText(text);
  if (requestWords.test(folded)) return 'requested';
  if (unitIds.length === 0) return null;
  if (assignWords.test(folded)) return 'assigned';
  return unitIds.some((id) => ownUnitIds.has(id)) ? 'assigned' : 'requested';
}

const actsWords =
  /^[\s,]*(?::|$|\(|chu tri|chu dong|phoi hop|tham muu|xay dung|to chuc|trien khai|thuc hien|chi dao|tang cuong|dang tai|dang|bien tap|san xuat|tuyen truyen|ra soat|tong hop|theo doi|don doc|bao cao|cung cap|huong dan|chuan bi|bo tri|quan tam|co trach nhiem|can cu|duy tri|day manh|lua chon|gui|cu|nghien cuu|thanh lap|ban hanh|phan cong|lap|hoan thanh|quan triet|kiem tra)(?!\p{L})/u;
const headOfUnit = /^(?:dong chi\s+)?(?:thu truong|chu tich|giam doc|truong|lanh dao|cac|dang uy)?\s*$/u;

/** Does a clause say what a unit does ("UBND xã Phong Thổ chủ trì …", "Phòng TTBCXB: …")? */
export function isDutyOf(text: string, units: readonly PhraseMatch[]): boolean {
  const first = units[0];
  if (first === undefined || first.from > 30) return false;
  const folded = foldText(text);
  const last = units.findLast((_, index) => index === 0 || isListed(folded, units, index)) ?? first;
  return headOfUnit.test(folded.slice(0, first.from)) && actsWords.test(folded.slice(last.to));
}

/** Stands right after the unit before it: "Phòng TTBCXB, Trung tâm VHNT tỉnh". */
function isListed(folded: string, units: readonly PhraseMatch[], index: number): boolean {
  return units
    .slice(1, index + 1)
    .every((unit, place) => /^(?:\s*[,;]\s*|\s+va\s+)$/u.test(folded.slice(units[place]?.to, unit.from)));
}

/** Does a clause speak to a unit, whatever heading it stands under ("Giao Phòng …", "Đề nghị UBND …")? */
export function isChargeTo(text: string, units: readonly PhraseMatch[]): boolean {
  const folded = foldText(text.slice(0, 80));
  const verb = requestWords.exec(folded) ?? assignWords.exec(folded);
  return verb !== null && units.some((unit) => unit.from <= verb[0].length + 12);
}
