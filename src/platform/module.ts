import type { Context } from './context.ts';
import type { EventDefinition, EventHandler } from './events/events.ts';
import type { Route } from './http/route.ts';
import type { JobHandler } from './jobs/job-handler.ts';
import type { RetentionRule } from './retention/retention.ts';

/** One item of "waits for me" on the home screen of the person who acts. */
export interface HomeItem {
  readonly id: string;
  readonly group: 'overdue' | 'today' | 'week' | 'later';
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly link: string;
  readonly dueOn: string | null;
}

/** More of one kind than the queue shows: how many, and where all of them stand. */
export interface HomeRest {
  readonly kind: string;
  readonly count: number;
  readonly link: string;
}

/** A day ahead that the person should know of, though nothing is to be done yet. */
export interface HomeDay {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly subtitle: string;
  readonly link: string | null;
}

/** The typed manifest of a module: everything that app composes. Nothing registers itself at import. */
export interface ServerModule {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly events: readonly EventDefinition[];
  readonly eventHandlers: readonly EventHandler[];
  readonly jobHandlers: readonly JobHandler[];
  /** Names of every action that the policy of this module answers. */
  readonly actions: readonly string[];
  /** What waits for the person; at most 50 items. */
  readonly homeQueue: ((context: Context) => Promise<readonly HomeItem[]>) | null;
  /** What the queue had no room for. */
  readonly homeRest: ((context: Context) => Promise<readonly HomeRest[]>) | null;
  /** Days ahead of the home screen between two days, soonest first. */
  readonly homeDays: ((context: Context, range: { from: string; to: string }) => Promise<readonly HomeDay[]>) | null;
  /** Loads the module's reference data; must be safe to run at every start. */
  readonly loadReferenceData: ((context: Context) => Promise<void>) | null;
  /** What is erased once its time is over; applied each night. */
  readonly retentionRules: readonly RetentionRule[];
}

export function defineModule(module: Partial<ServerModule> & { name: string }): ServerModule {
  return {
    routes: [],
    events: [],
    eventHandlers: [],
    jobHandlers: [],
    actions: [],
    homeQueue: null,
    homeRest: null,
    homeDays: null,
    loadReferenceData: null,
    retentionRules: [],
    ...module,
  };
}
