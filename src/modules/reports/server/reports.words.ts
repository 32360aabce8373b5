/** Words of the printed report; it is an official document and therefore Vietnamese whatever the desk's language. */
export const figureLabels: Readonly<Record<string, string>> = {
  clauses: 'Nhiệm vụ, nội dung trong văn bản chỉ đạo',
  clausesWithEvidence: 'Nhiệm vụ, nội dung đã có minh chứng trong kỳ',
  tasks: 'Đầu việc đã giao và đề nghị',
  tasksDone: 'Đầu việc đã hoàn thành',
  tasksLate: 'Đầu việc quá hạn',
  evidence: 'Minh chứng được ghi nhận',
  evidenceBySystem: 'Trong đó hệ thống tự ghi nhận',
  unitsWithEvidence: 'Đơn vị có minh chứng',
  editionsPublished: 'Tin, bài đã đăng (tính theo bản ngôn ngữ)',
  editionsVietnamese: 'Trong đó tiếng Việt',
  editionsForeign: 'Trong đó tiếng nước ngoài',
  languages: 'Số ngôn ngữ đã đăng',
  editionsWithdrawn: 'Tin, bài đã gỡ',
};

export const stateWords: Readonly<Record<string, string>> = {
  done: 'Đã thực hiện',
  running: 'Đang thực hiện',
  late: 'Quá hạn',
  empty: 'Chưa có minh chứng',
  not_due: 'Chưa đến kỳ',
  idle: 'Chưa đến kỳ',
  declined: 'Không nhận',
  none: 'Không giao đầu việc',
};
