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
}

/** Says where to go and what to do first; passwords are shown this once. */
export function announceStart({ config, accounts, mode, dataFolder }: StartFacts): void {
  const lines = [
    '',
    `Lan Tỏa đang chạy: ${config.publicUrl}/desk/`,
    `  (running; data: ${mode === 'embedded' ? dataFolder : 'DATABASE_URL'})`,
  ];
  if (accounts.length > 0) {
    lines.push('', 'Tài khoản đầu tiên, mật khẩu chỉ hiện một lần này / first accounts, passwords are shown only now:');
    for (const account of accounts)
      lines.push(`  ${account.role.padEnd(18)} ${account.email.padEnd(30)} ${account.password}`);
    lines.push(
      '',
      'Việc đầu tiên: mở địa chỉ trên, đăng nhập, vào «Văn bản», tải lên data/guidance/huong-dan-2026.txt.',
    );
    lines.push(
      'First: open the address, sign in, go to «Văn bản» (directives), upload data/guidance/huong-dan-2026.txt.',
    );
  }
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
