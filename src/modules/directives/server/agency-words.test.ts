import { expect, it } from 'vitest';
import { agencyInWords } from './agency-words.ts';

it.each([
  ['ỦY BAN NHÂN DÂN TỈNH LAI CHÂU', 'Ủy ban nhân dân tỉnh Lai Châu'],
  ['ỦY BAN NHÂN DÂN XÃ KHỔNG LÀO', 'Ủy ban nhân dân xã Khổng Lào'],
  ['HỘI ĐỒNG NHÂN DÂN TỈNH LAI CHÂU', 'Hội đồng nhân dân tỉnh Lai Châu'],
  ['BAN TUYÊN GIÁO VÀ DÂN VẬN', 'Ban Tuyên giáo và Dân vận'],
  ['TỈNH ỦY LAI CHÂU', 'Tỉnh ủy Lai Châu'],
  ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['CHÍNH PHỦ', 'Chính phủ'],
  ['Sở Nội vụ', 'Sở Nội vụ'],
])('an agency printed as %s is cited as %s', (printed, cited) => {
  expect(agencyInWords(printed)).toBe(cited);
});
