import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { readActor } from '../modules/accounts/server/accounts.session.ts';
import { systemClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { type Actor, type Context, systemActor } from '../platform/context.ts';
import { isDatabaseAway, type OpenDatabase, openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type ResolvedDatabase, resolveDatabase } from '../platform/database/resolve-database.ts';
import { createFileStore } from '../platform/files/file-store.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { createBossQueue } from '../platform/jobs/boss-queue.ts';
import { platformRetentionRules } from '../platform/retention/platform-rules.ts';
import { handleRetention } from '../platform/retention/retention.ts';
import { signItem } from '../platform/signing/item-signature.ts';
import { loadMasterKey } from '../platform/signing/master-key.ts';
import { createPortal, type Portal } from '../sites/server/portal.ts';
import { loadSigning } from '../sites/server/signing-key.ts';
import { createSiteConnector } from '../sites/server/site-connector.ts';
import { signedItemSchema } from '../sites/sites.signed-item.ts';
import { serveDesk } from './desk-files.ts';
import { loadExampleGuidance } from './example-directive.ts';
import { createFirstAccounts } from './example-people.ts';
import { requireFreePort } from './free-port.ts';
import { readInstallationKind } from './installation-kind.ts';
import { checkComposition, composeModules } from './modules.ts';
import { describeInterface } from './openapi.ts';
import { servePhone } from './phone-files.ts';
import { servePublicFiles } from './public-files.ts';
import { announceAccounts, announceStart, log } from './start-messages.ts';

export interface ServeOptions {
  readonly withExamples: boolean;
  readonly only: 'web' | 'worker' | null;
}

export interface RunningProgram {
  readonly address: string;
  stop(): Promise<void>;
}

const anonymous: Actor = { personId: null, name: '', language: 'vi', grants: [] };

/** Starts the whole program: database, migrations, reference data, jobs, HTTP. */
export async function serve(config: Config, options: ServeOptions): Promise<RunningProgram> {
  if (options.only !== 'worker') await requireFreePort(config);
  const database = await resolveDatabase({
    databaseUrl: config.databaseUrl ?? undefined,
    dataFolder: config.dataFolder,
    log: (message) => log('info', message),
  });
  const opened = openDatabase(database.config, (error) => log('error', 'cơ sở dữ liệu / database', error));
  try {
    return await serveFrom({ database, opened }, config, options);
  } catch (error) {
    // The database is a program of its own, which would stay behind. A connection still in use must not hold up the end.
    await Promise.race([opened.close(), sleep(2_000)]);
    await database.stop();
    throw error;
  }
}

async function serveFrom(
  { database, opened }: { database: ResolvedDatabase; opened: OpenDatabase },
  config: Config,
  options: ServeOptions,
): Promise<RunningProgram> {
  await migrate(opened.db);
  const { publicUrl } = config;
  const isExample = await readInstallationKind(opened.db, options.withExamples);
  const files = createFileStore(join(database.dataFolder, 'files'));
  const masterKey = await loadMasterKey({ env: config.masterKey, dataFolder: database.dataFolder });
  const signing = await loadSigning({ db: opened.db, masterKey, isExample });
  const portal = createPortal({ db: opened.db, signing, publicUrl, isExample, log });
  const connectors = [
    createSiteConnector({ baseUrl: publicUrl, rebuild: portal.rebuild, fetchPage: fetchFrom(portal) }),
  ];
  const modules = composeModules({
    publicUrl,
    masterKey,
    isExample,
    files,
    connectors,
    signItem: async (payload) => signItem(signing.key, signedItemSchema.parse(payload)),
  });
  checkComposition(modules);
  const queue = createBossQueue({
    db: opened.db,
    connection: database.config,
    clock: systemClock,
    jobHandlers: [
      ...modules.flatMap((module) => module.jobHandlers),
      handleRetention([...platformRetentionRules, ...modules.flatMap((module) => module.retentionRules)], log),
    ],
    eventHandlers: modules.flatMap((module) => module.eventHandlers),
    log,
  });
  const contextFor = (actor: Actor, requestId: string, origin: string | null): Context => ({
    db: opened.db,
    actor,
    clock: systemClock,
    requestId,
    jobs: queue,
    origin,
  });
  await queue.start();
  const starting = contextFor(systemActor, 'start', null);
  for (const module of modules) await module.loadReferenceData?.(starting);
  if (isExample) await loadExampleGuidance(starting, files);
  await portal.start();
  if (options.only !== 'web') await queue.work();
  // Last, and told at once: whatever ends the program before or after, no password is lost unseen.
  const accounts = await createFirstAccounts(starting, { withExamples: isExample });
  announceAccounts(accounts);
  const server = options.only === 'worker' ? null : await openHttp();
  announceStart({
    config,
    accounts,
    withExamples: isExample,
    mode: database.mode,
    dataFolder: database.dataFolder,
  });

  async function openHttp(): Promise<FastifyInstance> {
    const http = await createHttpServer({
      routes: modules.flatMap((module) => module.routes),
      contextFor,
      actorFor: readActor,
      anonymous,
      servePublic: portal.serve,
      isSecure: config.publicUrl.startsWith('https:'),
      trustProxy: config.trustProxy,
      log,
    });
    const description = JSON.stringify(describeInterface(modules));
    http.get('/openapi.json', (_request, reply) => reply.type('application/json').send(description));
    http.get('/healthz', async (_request, reply) => {
      try {
        await opened.pool.query('select 1');
        return reply.send({ status: 'ok' });
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        return reply.status(503).send({ status: 'database_away' });
      }
    });
    servePublicFiles(http, { files, isShown: portal.showsFile });
    await serveDesk(http, config.root);
    await servePhone(http, config.root);
    await http.listen({ host: config.host, port: config.port });
    return http;
  }

  return {
    address: config.publicUrl,
    async stop() {
      await server?.close();
      await queue.stop();
      await portal.stop();
      await opened.close();
      await database.stop();
    },
  };
}

// What readers get comes from the same memory, so a look at it needs no way through the network and its proxies.
function fetchFrom(portal: Portal): (path: string) => Promise<{ status: number; body: string }> {
  return async (path) => portal.read(path) ?? { status: 503, body: '' };
}
