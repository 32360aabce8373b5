/**
 * Who issues the department's reports, as Nghị định 30/2020/NĐ-CP, annex I, prints it. Names: data/units.json;
 * "Lưu: VT, TTBCXB" and the place: the guidance of 2026.
 */
export const agencyDefaults = {
  unitId: 'so-vhttdl',
  parentName: 'Ủy ban nhân dân tỉnh Lai Châu',
  name: 'Sở Văn hóa, Thể thao và Du lịch',
  symbol: 'SVHTTDL',
  reportSymbol: 'BC-SVHTTDL',
  place: 'Lai Châu',
  /** The plan covers own units, communes and partners: a report is never on one unit alone. */
  scopeName: 'toàn tỉnh',
  addressees: ['Ủy ban nhân dân tỉnh Lai Châu'],
  recipients: ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT, TTBCXB'],
  headPost: 'Giám đốc',
  deputyPost: 'Phó Giám đốc',
} as const;
