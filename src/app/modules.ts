import { createAccountsModule } from '../modules/accounts/server/accounts.module.ts';
import { readDaysOff } from '../modules/calendar/index.ts';
import { createCalendarModule } from '../modules/calendar/server/calendar.module.ts';
import { loadCalendar } from '../modules/calendar/server/calendar.reference-data.ts';
import type { Connector } from '../modules/channels/index.ts';
import { createChannelsModule } from '../modules/channels/server/channels.module.ts';
import { loadChannels } from '../modules/channels/server/channels.reference-data.ts';
import { createDirectivesModule } from '../modules/directives/server/directives.module.ts';
import { createMediaModule } from '../modules/media/server/media.module.ts';
import { createNewsroomModule } from '../modules/newsroom/server/newsroom.module.ts';
import { createNotificationsModule } from '../modules/notifications/server/notifications.module.ts';
import { organisationModule } from '../modules/organisation/server/organisation.module.ts';
import { loadOrganisation } from '../modules/organisation/server/organisation.reference-data.ts';
import { createPlanModule } from '../modules/plan/server/plan.module.ts';
import { createRegistryModule } from '../modules/registry/server/registry.module.ts';
import { loadRegistry } from '../modules/registry/server/registry.reference-data.ts';
import { createReportsModule } from '../modules/reports/server/reports.module.ts';
import type { Context } from '../platform/context.ts';
import type { ErasableFileStore } from '../platform/files/file-store.ts';
import type { ServerModule } from '../platform/module.ts';
import type { MasterKey } from '../platform/signing/master-key.ts';

/** What the modules take from outside of themselves. */
export interface ModulePorts {
  readonly publicUrl: string;
  /** Seals what must not be read from a stolen backup. */
  readonly masterKey: MasterKey;
  readonly isExample: boolean;
  readonly files: ErasableFileStore;
  readonly connectors: readonly Connector[];
  /** Signs what becomes public and gives the compact JWS; refuses what the portal could not verify. */
  readonly signItem: (payload: object) => Promise<string>;
}

/** The ordered list of modules: each may depend on those above it only. */
export function composeModules(ports: ModulePorts): readonly ServerModule[] {
  const { publicUrl, masterKey, isExample, files, connectors, signItem } = ports;
  const modules = [
    organisationModule,
    createAccountsModule({ publicUrl }),
    createMediaModule({ files, isExample }),
    createDirectivesModule({ files }),
    createRegistryModule({ files, isExample }),
    createCalendarModule({ publicUrl, isExample }),
    createPlanModule({ files }),
    createNewsroomModule({ signItem, isExample }),
    createChannelsModule({ connectors, publicUrl }),
    createReportsModule({ files, isExample }),
  ];
  const queues = modules.flatMap(({ homeQueue }) => (homeQueue ? [homeQueue] : []));
  const rests = modules.flatMap(({ homeRest }) => (homeRest ? [homeRest] : []));
  const homeDays = modules.flatMap((module) => (module.homeDays ? [module.homeDays] : []));
  return [
    ...modules,
    createNotificationsModule({ queues, rests, homeDays, masterKey, publicUrl, daysOff: readDaysOff }),
  ];
}

/** Reference data without ports, for the test template. */
export function referenceModules(): readonly ((context: Context) => Promise<void>)[] {
  return [loadOrganisation, loadRegistry, loadChannels, loadCalendar];
}

/** The start fails on a job without a handler twice over, an event nobody declared, two routes at one place. */
export function checkComposition(modules: readonly ServerModule[]): void {
  const declared = new Set(modules.flatMap((module) => module.events.map((event) => event.name)));
  const places = new Set<string>();
  for (const module of modules) {
    for (const subscription of module.eventHandlers) {
      if (!declared.has(subscription.event.name))
        throw new Error(`${module.name}: nobody declares event ${subscription.event.name}`);
    }
    for (const { endpoint } of module.routes) {
      const place = `${endpoint.method} ${endpoint.path}`;
      if (places.has(place)) throw new Error(`two routes at ${place}`);
      places.add(place);
    }
  }
}
