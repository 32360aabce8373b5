import { inspect } from 'node:util';
import type { Role } from '../modules/accounts/index.ts';
import roleNames from '../modules/accounts/locales/vi.json' with { type: 'json' };
import { systemClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';

/** One line a message; errors with their stack, so that the log of a night can be read in the morning. */
export function log(level: 'info' | 'error', message: string, error?: unknown): void {
  const line = `${systemClock.now().toISOString()} ${level} ${message}\n`;
  // Some errors come without a stack, or are no errors at all: what is known of them is written in any case.
  const stack = error === undefined ? '' : `${error instanceof Error && error.stack ? error.stack : inspect(error)}\n`;
  (level === 'error' ? process.stderr : process.stdout).write(line + stack);
}

export interface StartFacts {
  readonly config: Config;
  readonly accounts: readonly { email: string; password: string; role: Role }[];
  readonly mode: 'embedded' | 'external';
  readonly dataFolder: string;
  readonly withExamples: boolean;
}

/** The first accounts with the name of their role; passwords are shown this once. */
export function announceAccounts(accounts: StartFacts['accounts']): void {
  if (accounts.length === 0) return;
  const lines = accounts.map(
    ({ role, email, password }) =>
      `  ${role.padEnd(18)} ${email.padEnd(28)} ${password}  ${roleNames.role[role] ?? ''}`,
  );
  const title = 'Tài khoản đầu tiên, mật khẩu chỉ hiện một lần này / first accounts, passwords are shown only now:';
  process.stdout.write(`\n${[title, ...lines].join('\n')}\n`);
}

/** Says where to go and, at the very first start, what to do first. */
export function announceStart({ config, accounts, mode, dataFolder, withExamples }: StartFacts): void {
  const lines = [
    '',
    `Lan Tỏa đang chạy: ${config.publicUrl}/desk/`,
    `  Cổng công khai / public portal: ${config.publicUrl}/`,
    `  Dữ liệu / data: ${mode === 'embedded' ? dataFolder : 'DATABASE_URL'}`,
    '  Dừng: Ctrl-C / stop with Ctrl-C',
  ];
  if (accounts.length > 0) lines.push('', ...(withExamples ? firstStepsOnExample : firstStepsOnEmpty));
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

const firstStepsOnExample = [
  'Việc đầu tiên: mở địa chỉ trên, đăng nhập bằng tài khoản biên tập viên (bientap@lantoa.example), vào «Chỉ đạo», rà soát và xác nhận Hướng dẫn năm 2026.',
  'First: open the address, sign in as the editor (bientap@lantoa.example), go to «Chỉ đạo» (directives), review and confirm the guidance of 2026.',
];
const firstStepsOnEmpty = [
  'Việc đầu tiên: mở địa chỉ trên, đăng nhập, vào «Quản trị» mời người vào đơn vị, rồi vào «Chỉ đạo» nhập văn bản của năm (thử: data/guidance/huong-dan-2026.txt).',
  'First: open the address, sign in, invite people under «Quản trị», then take in the directive of the year under «Chỉ đạo» (to try: data/guidance/huong-dan-2026.txt).',
];
