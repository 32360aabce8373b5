/**
 * Who issues the department's documents, as Nghị định 30/2020/NĐ-CP, annex I, prints it. Names: data/units.json;
 * the division that drafts and keeps them ("Lưu: VT, TTBCXB"), posts and place: the guidance of 2026.
 */
export const issuingAgency = {
  unitId: 'so-vhttdl',
  parentName: 'Ủy ban nhân dân tỉnh Lai Châu',
  name: 'Sở Văn hóa, Thể thao và Du lịch',
  symbol: 'SVHTTDL',
  draftingUnitName: 'Phòng Thông tin - Báo chí - Xuất bản',
  draftingSymbol: 'TTBCXB',
  place: 'Lai Châu',
  headPost: 'Giám đốc',
  deputyPost: 'Phó Giám đốc',
} as const;

/** How a letter addresses a unit: a commune or ward through its People's Committee, common nouns small (annex II, IV). */
export function addresseeOf(unit: { readonly kind: string; readonly names: Readonly<Record<string, string>> }): string {
  const name = unit.names.vi ?? '';
  if (unit.kind !== 'commune' && unit.kind !== 'ward') return name;
  return `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`;
}
