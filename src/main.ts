import { enableCompileCache } from 'node:module';

enableCompileCache();

const usage = `lantoa serve [--example] [--empty] [--only web|worker]
lantoa directive parse FILE [--json]
lantoa document check FILE.docx [--json] [--mend NEW.docx]
lantoa verify FILE --jwks KEYS
lantoa lunar 2026-02-17 [--json]
lantoa lunar --lunar 1/1/2026 [--json]
lantoa migrate
lantoa reset-password EMAIL
`;

async function main(argumentsGiven: readonly string[]): Promise<number> {
  const [command, ...rest] = argumentsGiven;
  if (command === 'serve') return serveUntilStopped(rest);
  if (command === 'directive') return (await import('./app/commands.ts')).runDirectiveCommand(rest);
  if (command === 'document') {
    const { checkDocumentCommand } = await import('./platform/documents/check/check-command.ts');
    return checkDocumentCommand(rest, process);
  }
  if (command === 'verify') return (await import('./app/commands.ts')).runVerifyCommand(rest);
  if (command === 'lunar') {
    const { lunarCommand } = await import('./platform/clock/lunar-command.ts');
    return lunarCommand(rest, process);
  }
  if (command === 'migrate') {
    const { readConfig } = await import('./platform/config/config.ts');
    return (await import('./app/commands.ts')).runMigrateCommand(readConfig());
  }
  if (command === 'reset-password') {
    const { readConfig } = await import('./platform/config/config.ts');
    return (await import('./app/commands.ts')).runResetPasswordCommand(readConfig(), rest);
  }
  const isHelp = command === 'help' || command === '--help';
  (isHelp ? process.stdout : process.stderr).write(usage);
  return isHelp ? 0 : 2;
}

async function serveUntilStopped(rest: readonly string[]): Promise<number> {
  const { readConfig } = await import('./platform/config/config.ts');
  const { serve } = await import('./app/serve.ts');
  const only = rest.includes('--only') ? rest[rest.indexOf('--only') + 1] : null;
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const program = await serve(readConfig(), {
    withExamples: rest.includes('--example') && !rest.includes('--empty'),
    only: only === 'web' || only === 'worker' ? only : null,
  });
  await stopped;
  process.stdout.write('Đang dừng… / stopping…\n');
  await program.stop();
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isClear = error instanceof Error && ['ClusterError', 'StartError'].includes(error.name);
  process.stderr.write(
    `${error instanceof Error ? (isClear ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  process.exit(1);
}
