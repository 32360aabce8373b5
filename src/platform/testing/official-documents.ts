import { deflateSync } from 'node:zlib';
import type { DocumentBlock, OfficialDocument } from '../documents/official-document.ts';

const said = (text: string): DocumentBlock => ({ kind: 'paragraph', runs: [{ text }] });
const part = (label: string, text: string): DocumentBlock => ({ kind: 'heading', level: 1, label, text });
const clause = (label: string, text: string): DocumentBlock => ({ kind: 'heading', level: 2, label, text });
const point = (label: string, text: string): DocumentBlock => ({ kind: 'heading', level: 3, label, text });
const dashes = (...items: string[]): DocumentBlock => ({
  kind: 'dash-list',
  items: items.map((text) => [{ text }]),
});

/** A plain picture of one colour, as PNG bytes. */
export function plainPng({ width, height }: { width: number; height: number }): Uint8Array {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x8a)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    out.set(body, 4);
    out.writeUInt32BE(checksum(body), body.length + 4);
    return out;
  };
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const department = {
  language: 'vi',
  parentAgency: 'Ủy ban nhân dân tỉnh Lai Châu',
  agency: 'Sở Văn hóa, Thể thao và Du lịch',
  place: 'Lai Châu',
  date: '2026-03-05',
  signature: { authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: 'Nguyễn Văn Ví Dụ' },
  recipients: ['UBND các xã, phường', 'Lãnh đạo Sở', 'Lưu: VT, TTBCXB'],
  metadata: { title: 'Văn bản thử', creator: 'Lan Tỏa' },
} as const;

const assignments: DocumentBlock = {
  kind: 'table',
  header: ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', 'Sản phẩm'],
  columnWidths: [8, 60, 40, 40, 24, 40],
  alignments: ['center'],
  rows: [
    { kind: 'group', title: 'I. Tuyên truyền' },
    {
      kind: 'cells',
      cells: [
        '1',
        'Đăng tin, bài trên cổng thông tin đối ngoại',
        'Phòng TTBCXB',
        'Các xã, phường',
        'Tháng 4',
        '12 tin, bài',
      ],
    },
    {
      kind: 'cells',
      cells: ['2', 'Cổ động trực quan', 'Trung tâm Văn hóa Nghệ thuật', '', 'Quý II', '30 băng rôn'],
    },
  ],
};

/** Every kind that the product sends, the Party's form, and a decision in the style of a law; invented names. */
export const exampleDocuments: Readonly<Record<string, OfficialDocument>> = {
  guidance: {
    ...department,
    numberAndSymbol: { number: 12, symbol: 'HD-SVHTTDL' },
    kindName: 'Hướng dẫn',
    subject: 'Công tác thông tin đối ngoại năm 2026',
    bases: ['Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý thông tin đối ngoại'],
    body: [
      part('I.', 'Nội dung và phương thức'),
      clause('1.', 'Nội dung trọng tâm'),
      said('1.1. Tuyên truyền về đường lối đối ngoại; tiềm năng, thế mạnh của tỉnh, gồm:'),
      dashes('Văn hóa, con người Lai Châu', 'Môi trường đầu tư, sản phẩm du lịch'),
      clause('2.', 'Phương thức'),
      point('a)', 'Lồng ghép trong hoạt động văn hóa, thể thao và du lịch;'),
      point('b)', 'Sử dụng công nghệ thông tin;'),
      point('c)', 'Phát huy hệ thống thông tin cơ sở;'),
      point('d)', 'Theo dõi dư luận;'),
      point('đ)', 'Cung cấp thông tin kịp thời.'),
      part('II.', 'Tổ chức thực hiện'),
      said('Các đơn vị căn cứ chức năng, nhiệm vụ triển khai thực hiện Hướng dẫn này.'),
    ],
  },
  plan: {
    ...department,
    numberAndSymbol: { number: 45, symbol: 'KH-SVHTTDL' },
    kindName: 'Kế hoạch',
    subject: 'Thông tin, tuyên truyền Ngày hội Văn hóa các dân tộc tỉnh Lai Châu năm 2026',
    body: [
      part('I.', 'Mục đích, yêu cầu'),
      said('Giới thiệu hình ảnh tỉnh Lai Châu tới bạn bè trong nước và quốc tế.'),
      part('II.', 'Tổ chức thực hiện'),
      said('Phân công nhiệm vụ tại Phụ lục I; mẫu biểu tại Phụ lục II kèm theo.'),
    ],
    annexes: [
      { title: 'Phân công nhiệm vụ', body: [assignments], landscape: true },
      { title: 'Mẫu biểu tổng hợp', body: [said('Các đơn vị gửi biểu về Sở trước ngày 15 tháng 4 năm 2026.')] },
    ],
  },
  report: {
    ...department,
    numberAndSymbol: { number: 5, symbol: 'BC-SVHTTDL' },
    kindName: 'Báo cáo',
    subject: 'Kết quả công tác thông tin đối ngoại quý I năm 2026',
    addressees: ['Ủy ban nhân dân tỉnh Lai Châu'],
    body: [
      part('I.', 'Kết quả thực hiện'),
      said('Kết quả theo từng tháng như sau:'),
      {
        kind: 'picture',
        format: 'png',
        bytes: plainPng({ width: 480, height: 200 }),
        widthPx: 480,
        heightPx: 200,
        alternative: 'Biểu đồ số tin, bài theo tháng',
        caption: 'Hình 1. Số tin, bài theo tháng',
      },
      part('II.', 'Phương hướng'),
      dashes('Tăng số tin, bài bằng tiếng Lào', 'Mở lớp bồi dưỡng cho cơ sở'),
    ],
  },
  letter: {
    ...department,
    numberAndSymbol: { number: 118, symbol: 'SVHTTDL-TTBCXB' },
    kindName: null,
    subject: 'phối hợp tuyên truyền Lễ hội Then Kin Pang năm 2026',
    addressees: ['Ủy ban nhân dân xã Khổng Lào', 'Ủy ban nhân dân xã Phong Thổ'],
    body: [
      said('Thực hiện Hướng dẫn số 12/HD-SVHTTDL, Sở Văn hóa, Thể thao và Du lịch đề nghị quý cơ quan phối hợp.'),
      said('Trân trọng cảm ơn sự phối hợp của quý cơ quan.'),
    ],
    draftingMark: 'NVD.(20)',
    contact: 'Số 1 đường Ví Dụ, phường Tân Phong, tỉnh Lai Châu; Điện thoại: 0213.000.000',
  },
  notice: {
    ...department,
    numberAndSymbol: { number: 7, symbol: 'TB-SVHTTDL' },
    kindName: 'Thông báo',
    subject: 'Kết luận tại cuộc họp giao ban công tác thông tin đối ngoại',
    body: [said('Ngày 03 tháng 3 năm 2026, Sở tổ chức họp giao ban. Lãnh đạo Sở kết luận như sau:'), said('Đồng ý.')],
  },
  invitation: {
    ...department,
    numberAndSymbol: { number: 9, symbol: 'GM-SVHTTDL' },
    kindName: 'Giấy mời',
    subject: 'Dự hội nghị triển khai công tác thông tin đối ngoại năm 2026',
    urgency: 'KHẨN',
    addressees: ['Lãnh đạo Ủy ban nhân dân xã Dào San'],
    body: [said('Thời gian: 08 giờ 00 phút, ngày 12 tháng 3 năm 2026.'), said('Địa điểm: Hội trường tầng 2.')],
  },
  followUp: {
    ...department,
    numberAndSymbol: { number: null, symbol: 'SVHTTDL-TTBCXB' },
    date: null,
    yearWhenUndated: 2026,
    kindName: null,
    subject: 'đôn đốc thực hiện nhiệm vụ thông tin đối ngoại',
    circulation: 'LƯU HÀNH NỘI BỘ',
    draft: true,
    addressees: ['Trung tâm Văn hóa Nghệ thuật tỉnh'],
    body: [said('Đến nay Sở chưa nhận được kết quả. Đề nghị quý đơn vị gửi trước ngày 20 tháng 3 năm 2026.')],
  },
  clarification: {
    ...department,
    numberAndSymbol: { number: 119, symbol: 'SVHTTDL-TTBCXB' },
    kindName: null,
    subject: 'cung cấp thông tin chính thức về việc tổ chức lễ hội',
    addressees: ['Báo và phát thanh, truyền hình Lai Châu'],
    body: [
      clause('1.', 'Thông tin đã đăng'),
      said('Ngày 01 tháng 3 năm 2026, có thông tin lễ hội bị hủy.'),
      clause('2.', 'Sự việc chính thức'),
      said('Lễ hội được tổ chức theo kế hoạch đã công bố.'),
    ],
  },
  decision: {
    ...department,
    numberAndSymbol: { number: 31, symbol: 'QĐ-SVHTTDL' },
    kindName: 'Quyết định',
    subject: 'Ban hành Quy chế phối hợp cung cấp thông tin',
    bases: ['Căn cứ Nghị định số 30/2020/NĐ-CP', 'Theo đề nghị của Trưởng phòng Thông tin - Báo chí - Xuất bản'],
    body: [
      { kind: 'legal-heading', level: 'Chương', number: 'I', title: 'Quy định chung' },
      { kind: 'legal-heading', level: 'Điều', number: '1', title: 'Phạm vi điều chỉnh' },
      said('1. Quy chế này quy định việc phối hợp cung cấp thông tin.'),
      { kind: 'legal-heading', level: 'Điều', number: '2', title: 'Hiệu lực' },
      said('Quyết định này có hiệu lực kể từ ngày ký.'),
    ],
    signature: { authority: null, headPost: null, post: 'Giám đốc', name: 'Nguyễn Văn Ví Dụ' },
  },
  party: {
    ...department,
    form: 'party',
    parentAgency: 'Tỉnh ủy Lai Châu',
    agency: 'Ban Tuyên giáo và Dân vận',
    numberAndSymbol: { number: 28, symbol: 'HD-BTGDVTU' },
    kindName: 'Hướng dẫn',
    subject: 'Công tác thông tin đối ngoại năm 2026',
    body: [said('Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn như sau:'), dashes('Bám sát chỉ đạo', 'Báo cáo kịp thời')],
    signature: { authority: 'KT.', headPost: 'Trưởng ban', post: 'Phó Trưởng ban', name: 'Trần Thị Ví Dụ' },
    recipients: ['Các đảng ủy trực thuộc Tỉnh ủy', 'Lưu: VT'],
  },
};
