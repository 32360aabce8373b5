import type { Clock } from './clock/clock.ts';
import type { Database } from './database/tables.ts';
import type { JobQueue } from './jobs/job-queue.ts';

/** A right of a person: a role in a unit. `unitIds` holds the unit, and with it all units below where the grant covers the subtree. */
export interface Grant {
  readonly role: string;
  readonly unitId: string;
  readonly unitIds: readonly string[];
}

/** Who acts. `personId` is null for the system itself (a job). */
export interface Actor {
  readonly personId: string | null;
  readonly name: string;
  readonly language: string;
  readonly grants: readonly Grant[];
}

export const systemActor: Actor = { personId: null, name: 'Hệ thống', language: 'vi', grants: [] };

/** What every use case receives. */
export interface Context {
  readonly db: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly requestId: string;
  readonly jobs: JobQueue;
  /** The network address the request came from, shortened to its network; null for jobs. */
  readonly origin: string | null;
}
