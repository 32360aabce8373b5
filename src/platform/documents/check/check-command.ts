import { readFile, writeFile } from 'node:fs/promises';
import { checkDocument, type Finding, mendDocument } from './check-document.ts';
import { UnreadableDocument, type UnreadableReason } from './docx-package.ts';

interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const reasons: Readonly<Record<UnreadableReason, string>> = {
  too_large: 'Tệp quá lớn.',
  not_docx: 'Tệp không phải là văn bản Word (.docx).',
  old_word: 'Tệp Word đời cũ (.doc): hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx.',
  password: 'Tệp có mật khẩu: hãy bỏ mật khẩu rồi kiểm tra lại.',
  damaged: 'Tệp bị hỏng, không đọc được.',
};
const severities = { error: 'Lỗi', suggestion: 'Gợi ý', note: 'Ghi chú' } as const;
const usage = 'Cách dùng: lantoa document check TỆP.docx [--json] [--mend TỆP-MỚI.docx]\n';

function lineOf({ severity, words, place, found, expected, source, canMend }: Finding): string {
  const where = place === '' ? '' : ` «${place}»`;
  const mend = canMend ? ' [sửa được]' : '';
  return `${severities[severity]}: ${words.vi}${where}: ${found} → ${expected} (${source})${mend}\n`;
}

/** `lantoa document check FILE`: 0 without errors, 1 with errors, 2 where the file cannot be read. Needs no database. */
export async function checkDocumentCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const mendAt = argv.indexOf('--mend');
  const target = mendAt < 0 ? null : argv[mendAt + 1];
  const words = argv.filter((word, place) => !word.startsWith('--') && (mendAt < 0 || place !== mendAt + 1));
  const [action, file] = words;
  if (action !== 'check' || file === undefined || (mendAt >= 0 && target === undefined)) {
    io.stderr.write(usage);
    return 2;
  }
  try {
    const bytes = await readFile(file);
    const result = checkDocument(bytes);
    if (target) await writeFile(target, mendDocument(bytes, 'all'));
    const count = (severity: Finding['severity']) => result.findings.filter((one) => one.severity === severity).length;
    if (argv.includes('--json')) io.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else {
      if (result.form === 'party') io.stdout.write('Thể thức văn bản của Đảng: chỉ kiểm tra lời văn.\n');
      for (const finding of result.findings) io.stdout.write(lineOf(finding));
      io.stdout.write(`${count('error')} lỗi, ${count('suggestion')} gợi ý, ${count('note')} ghi chú.\n`);
    }
    return count('error') > 0 ? 1 : 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (error instanceof UnreadableDocument) io.stderr.write(`${reasons[error.reason]}\n`);
    else if (code === 'ENOENT') io.stderr.write(`Không tìm thấy tệp ${file}.\n`);
    else throw error;
    return 2;
  }
}
