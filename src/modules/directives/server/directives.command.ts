import { readFile } from 'node:fs/promises';
import { DocumentReadError } from '../../../platform/documents/read/read-types.ts';
import texts from '../../../platform/i18n/vi.json' with { type: 'json' };
import { listClauses, shortTitle } from './parser/clause-queries.ts';
import { DirectiveParseError, type DirectiveParseErrorCode } from './parser/directive-parse-error.ts';
import type { parseDirective } from './parser/parse-directive.ts';
import { readSource } from './read-source.ts';

/** Where a command writes; `process` is one. */
export interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const messages: Readonly<Record<DirectiveParseErrorCode, string>> = {
  'directives.empty_document': 'Văn bản trống.',
  'directives.document_too_large': 'Văn bản quá lớn (trên 2 triệu ký tự).',
  'directives.not_text': 'Tệp không phải là văn bản thuần (UTF-8).',
  'directives.not_vietnamese': 'Nội dung không phải là văn bản tiếng Việt.',
  'directives.secret_document': 'Văn bản mang dấu chỉ độ mật: không tiếp nhận và không lưu.',
};
const usage = 'Cách dùng: lantoa directive parse TỆP [--json]\n';

/** `lantoa directive parse FILE --json`: the JSON and nothing else on standard output; needs no database. Gives the exit code. */
export async function parseDirectiveCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const words = argv.filter((word) => !word.startsWith('--'));
  const options = argv.filter((word) => word.startsWith('--'));
  const file = words[0] === 'parse' && words.length > 1 ? words[1] : words[0];
  const unknown = options.find((option) => option !== '--json');
  if (file === undefined || unknown !== undefined) {
    io.stderr.write(unknown === undefined ? usage : `Không có tùy chọn ${unknown}.\n${usage}`);
    return 1;
  }
  try {
    const { parsed } = await readSource({ bytes: await readFile(file) });
    io.stdout.write(options.includes('--json') ? `${JSON.stringify(parsed, null, 2)}\n` : outline(parsed));
    return 0;
  } catch (error) {
    io.stderr.write(`${explain(error, file)}\n`);
    return 1;
  }
}

function outline(parsed: ReturnType<typeof parseDirective>): string {
  const heading = [parsed.kind, parsed.symbol, parsed.subject].filter((part) => part !== null).join(' · ');
  const lines = listClauses(parsed).map(
    ({ clause, above }) => `${'  '.repeat(above.length)}${clause.path}  ${shortTitle(clause)}`,
  );
  return `${[heading, ...lines].join('\n')}\n`;
}

function explain(error: unknown, file: string): string {
  if (error instanceof DirectiveParseError) return messages[error.code];
  if (error instanceof DocumentReadError) return readRefusal(error);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `Không tìm thấy tệp ${file}.`;
  if (code === 'EISDIR') return `${file} là thư mục, không phải tệp.`;
  if (code === 'EACCES') return `Không có quyền đọc tệp ${file}.`;
  if (code === 'ERR_FS_FILE_TOO_LARGE') return messages['directives.document_too_large'];
  throw error;
}

function readRefusal(error: DocumentReadError): string {
  const words: Readonly<Record<string, string>> = texts.errors;
  const text = words[error.code.replace('platform.', '')] ?? error.code;
  return text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(error.details[name] ?? ''));
}
