import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parseDirectiveCommand } from './directives.command.ts';

const guidance = fileURLToPath(new URL('../../../../data/guidance/huong-dan-2026.txt', import.meta.url));

async function run(argv: string[]) {
  const written = { out: '', error: '' };
  const exitCode = await parseDirectiveCommand(argv, {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.error += text) },
  });
  return { exitCode, ...written };
}

it('prints the reading of the guidance as JSON and nothing else', async () => {
  const { exitCode, out, error } = await run(['parse', guidance, '--json']);
  expect([exitCode, error]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ kind: 'HD', symbol: 'HD-SVHTTDL' });
});

it('says in Vietnamese on standard error what went wrong, and ends with 1', async () => {
  expect(await run(['parse', 'khong-co.txt', '--json'])).toEqual({
    exitCode: 1,
    out: '',
    error: 'Không tìm thấy tệp khong-co.txt.\n',
  });
  expect((await run([])).error).toContain('Cách dùng');
});
