import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';

interface Reading {
  readonly personId: string | null;
  readonly stop: AbortController;
  done: number;
  total: number;
}

export interface RunningReading {
  readonly signal: AbortSignal;
  report(done: number, total: number): void;
  end(): void;
}

/** The files that are being read at this moment, so that whoever brought one sees how far it is and may stop it. */
export function createReadings() {
  const running = new Map<string, Reading>();
  const own = (context: Context, id: string): Reading => {
    const reading = running.get(id);
    if (!reading || reading.personId !== context.actor.personId) throw notFound();
    return reading;
  };
  return {
    begin(context: Context, id: string | undefined): RunningReading {
      const reading: Reading = { personId: context.actor.personId, stop: new AbortController(), done: 0, total: 0 };
      const isFirst = id !== undefined && !running.has(id);
      if (isFirst) running.set(id, reading);
      return {
        signal: reading.stop.signal,
        report: (done, total) => Object.assign(reading, { done, total }),
        end: () => {
          if (isFirst) running.delete(id);
        },
      };
    },
    progress(context: Context, id: string): { done: number; total: number } {
      const { done, total } = own(context, id);
      return { done, total };
    },
    stop(context: Context, id: string): void {
      own(context, id).stop.abort();
    },
  };
}
export type Readings = ReturnType<typeof createReadings>;
