import { createAccountsModule } from '../modules/accounts/server/accounts.module.ts';
import { organisationModule } from '../modules/organisation/server/organisation.module.ts';
import { loadOrganisation } from '../modules/organisation/server/organisation.reference-data.ts';
import type { Context } from '../platform/context.ts';
import type { ServerModule } from '../platform/module.ts';

export interface ModulePorts {
  readonly publicUrl: string;
}

/** The ordered list of modules: each may depend on those above it only. */
export function composeModules(ports: ModulePorts): readonly ServerModule[] {
  return [organisationModule, createAccountsModule({ publicUrl: ports.publicUrl })];
}

/** Reference data without ports, for the test template. */
export function referenceModules(): readonly ((context: Context) => Promise<void>)[] {
  return [loadOrganisation];
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
