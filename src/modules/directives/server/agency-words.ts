/** After these the name of a place follows, and its syllables are capital (Nghị định 30/2020/NĐ-CP, annex II, II.2). */
const placeKinds = new Set(['tỉnh', 'huyện', 'xã', 'phường', 'đặc khu', 'thị trấn']);
/** Kinds of agencies whose field follows and begins with a capital: "Ban Tuyên giáo và Dân vận" (annex II, IV). */
const agencyKinds = new Set(['ban', 'bộ', 'sở', 'cục', 'vụ', 'phòng', 'chi cục', 'trung tâm', 'tạp chí', 'báo']);

/**
 * The name of an agency that a heading prints in capitals, as a sentence writes it: "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU" →
 * "Ủy ban nhân dân tỉnh Lai Châu". What is not all in capitals stays as it is.
 */
export function agencyInWords(name: string): string {
  const lower = name.toLocaleLowerCase('vi');
  if (name === '' || name !== name.toLocaleUpperCase('vi') || name === lower) return name;
  const words = lower.split(/\s+/u);
  const isPeoplesCommittee = /^(?:ủy ban nhân dân|hội đồng nhân dân)(?=\s|$)/u.test(lower);
  let isPlace = false;
  let isField = false;
  return words
    .map((word, place) => {
      const before = words[place - 1] ?? '';
      const pair = `${words[place - 2] ?? ''} ${before}`;
      const isPartyCommittee = word === 'ủy';
      if (
        (placeKinds.has(before) && !isPartyCommittee) ||
        placeKinds.has(pair) ||
        /^(?:tỉnh|thành|huyện) ủy$/u.test(pair)
      )
        isPlace = true;
      const beginsField =
        !isPeoplesCommittee && (place === 1 ? agencyKinds.has(before) : agencyKinds.has(pair) && place === 2);
      if (beginsField) isField = true;
      const isNext = isField && (before.endsWith(',') || before === 'và');
      const isCapital = place === 0 || (isPlace && !placeKinds.has(word)) || beginsField || isNext;
      return isCapital ? word.charAt(0).toLocaleUpperCase('vi') + word.slice(1) : word;
    })
    .join(' ');
}
