/** The kinds that a register tells apart: Nghị định 30/2020/NĐ-CP, annex III, and the letter, which has no abbreviation there. */
export const letterKind = 'CV';

export const kindNames: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  BGN: 'Bản ghi nhớ',
  BTT: 'Bản thỏa thuận',
  GUQ: 'Giấy ủy quyền',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
  [letterKind]: 'Công văn',
};

/** Laws, and kinds of the Party (Quy định 66-QĐ/TW), come in as well; the agencies here do not write them. */
export const receivedKindNames: Readonly<Record<string, string>> = {
  ...kindNames,
  Luật: 'Luật',
  PL: 'Pháp lệnh',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  KL: 'Kết luận',
  TTri: 'Thông tri',
};

export function isReceivedKind(kind: string): boolean {
  return Object.hasOwn(receivedKindNames, kind);
}

export function isKnownKind(kind: string): boolean {
  return Object.hasOwn(kindNames, kind);
}
