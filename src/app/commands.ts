import { readFile } from 'node:fs/promises';
import { resetPassword } from '../modules/accounts/server/reset-password.ts';
import { parseDirectiveCommand } from '../modules/directives/server/directives.command.ts';
import { systemClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { systemActor } from '../platform/context.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { resolveDatabase } from '../platform/database/resolve-database.ts';
import type { Database } from '../platform/database/tables.ts';
import { ApplicationError } from '../platform/errors/errors.ts';
import { verifyCommand } from '../sites/sites.verify-command.ts';
import { log } from './start-messages.ts';

/** `lantoa directive parse FILE [--json]`. */
export function runDirectiveCommand(argumentsGiven: readonly string[]): Promise<number> {
  return parseDirectiveCommand(argumentsGiven, process);
}

/** `lantoa verify FILE --jwks KEYS`: without network and database. */
export function runVerifyCommand(argumentsGiven: readonly string[]): Promise<number> {
  return verifyCommand(argumentsGiven, {
    readFile: (path) => readFile(path, 'utf8'),
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  });
}

/** `lantoa migrate`: brings the database to this version's form and ends; `serve` does the same at its start. */
export function runMigrateCommand(config: Config): Promise<number> {
  return withDatabase(config, async () => {
    process.stdout.write('Cơ sở dữ liệu đã đúng phiên bản / the database is up to date\n');
    return 0;
  });
}

/** `lantoa reset-password EMAIL`: for the one who stands at the machine; with the embedded database, stop the server first. */
export function runResetPasswordCommand(config: Config, argumentsGiven: readonly string[]): Promise<number> {
  const [email] = argumentsGiven;
  if (!email) {
    process.stderr.write('Cách dùng: lantoa reset-password THƯ_ĐIỆN_TỬ\n');
    return Promise.resolve(2);
  }
  return withDatabase(config, async (db) => {
    const jobs = { enqueue: async () => undefined, subscribersOf: () => [] };
    const context = { db, actor: systemActor, clock: systemClock, requestId: 'reset-password', jobs, origin: null };
    const password = await resetPassword(context, { email }).catch((error: unknown) => {
      if (error instanceof ApplicationError) return null;
      throw error;
    });
    if (password === null) process.stderr.write(`Không có tài khoản ${email} / there is no such account\n`);
    else process.stdout.write(`${password}\n`);
    return password === null ? 1 : 0;
  });
}

async function withDatabase(config: Config, work: (db: Database) => Promise<number>): Promise<number> {
  const database = await resolveDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    dataFolder: config.dataFolder,
    log: (message) => log('info', message),
  });
  const opened = openDatabase(database.config, (error) => log('error', 'cơ sở dữ liệu / database', error));
  try {
    await migrate(opened.db);
    return await work(opened.db);
  } finally {
    await opened.close();
    await database.stop();
  }
}
