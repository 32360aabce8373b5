import { systemClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';

/** One line a message; errors with their stack, so that the log of a night can be read in the morning. */
export function log(level: 'info' | 'error', message: string, error?: unknown): void {
  const line = `${systemClock.now().toISOString()} ${level} ${message}\n`;
  const stack = error instanceof Error ? `${error.stack ?? error.message}\n` : '';
  (level === 'error' ? process.stderr : process.stdout).write(line + stack);
}

export interface StartFacts {
  readonly config: Config;
  readonly accounts: readonly { email: string; password: string; role: string }[];
  readonly mode: 'embedded' | 'external';
  readonly dataFolder: string;
  readonly withExamples: boolean;
}

/** Says where to go and what to do first; passwords are shown this once. */
export function announceStart({ config, accounts, mode, dataFolder, withExamples }: StartFacts): void {
  const lines = [
    '',
    `Lan Tỏa đang chạy: ${config.publicUrl}/desk/`,
    `  (running; data: ${mode === 'embedded' ? dataFolder : 'DATABASE_URL'})`,
  ];
  if (accounts.length > 0) {
    lines.push('', 'Tài khoản đầu tiên, mật khẩu chỉ hiện một lần này / first accounts, passwords are shown only now:');
    for (const account of accounts)
      lines.push(`  ${account.role.padEnd(18)} ${account.email.padEnd(30)} ${account.password}`);
    lines.push('', ...(withExamples ? firstStepsOnExample : firstStepsOnEmpty));
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

const firstStepsOnExample = [
  'Việc đầu tiên: mở địa chỉ trên, đăng nhập bằng tài khoản publishing_editor, vào «Văn bản», rà soát và xác nhận Hướng dẫn năm 2026.',
  'First: open the address, sign in as publishing_editor, go to «Văn bản» (directives), review and confirm the guidance of 2026.',
];
const firstStepsOnEmpty = [
  'Việc đầu tiên: mở địa chỉ trên, đăng nhập, vào «Quản trị» mời người vào đơn vị, rồi vào «Văn bản» nhập văn bản của năm.',
  'First: open the address, sign in, invite people under «Quản trị», then take in the directive of the year under «Văn bản».',
];
