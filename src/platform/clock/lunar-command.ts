import {
  civilDayOf,
  type LunarDate,
  type LunarTable,
  lunarDateOf,
  lunarDateText,
  lunarRange,
  parseLunarDate,
} from './lunar.ts';
import { loadLunarTable } from './lunar-table.ts';

/** Where a command writes; `process` is one. */
interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const usage = `Cách dùng: lantoa lunar 2026-02-17 [--json]
           lantoa lunar --lunar 1/1/2026 [--json]     (tháng nhuận: 1/6n/2025)
`;

/** `lantoa lunar DAY` and `lantoa lunar --lunar D/M/Y`: without network and database. Gives the exit code. */
export async function lunarCommand(argv: readonly string[], io: CommandIo): Promise<number> {
  const words = argv.filter((word) => !word.startsWith('--'));
  const options = argv.filter((word) => word.startsWith('--'));
  const unknown = options.find((option) => option !== '--json' && option !== '--lunar');
  const [given] = words;
  if (given === undefined || words.length > 1 || unknown !== undefined) {
    io.stderr.write(unknown === undefined ? usage : `Không có tùy chọn ${unknown}.\n${usage}`);
    return 2;
  }
  const table = await loadLunarTable();
  const found = options.includes('--lunar') ? fromLunar(table, given) : fromCivil(table, given);
  if (typeof found === 'string') {
    io.stderr.write(`${found}\n`);
    return 1;
  }
  io.stdout.write(
    options.includes('--json')
      ? `${JSON.stringify(found)}\n`
      : `${found.day} dương lịch = ${lunarDateText(found.lunar)}\n`,
  );
  return 0;
}

type Found = { day: string; lunar: LunarDate };

function fromCivil(table: LunarTable, given: string): Found | string {
  if (!isCivilDay(given)) return `«${given}» không phải là ngày dương lịch; hãy viết năm-tháng-ngày, như 2026-02-17.`;
  const lunar = lunarDateOf(table, given);
  const { from, to } = lunarRange(table);
  return lunar ? { day: given, lunar } : `Bảng âm lịch có từ ${from} đến ${to}; ${given} nằm ngoài.`;
}

function fromLunar(table: LunarTable, given: string): Found | string {
  const lunar = parseLunarDate(given);
  if (!lunar)
    return `«${given}» không phải là ngày âm lịch; hãy viết ngày/tháng/năm, như 1/1/2026, tháng nhuận như 1/6n/2025.`;
  const day = civilDayOf(table, lunar);
  return day ? { day, lunar } : `Âm lịch không có ngày ${given}, hoặc ngày ấy nằm ngoài bảng.`;
}

function isCivilDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
