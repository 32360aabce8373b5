import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import type { HomeDay } from '../../../platform/module.ts';
import { readLateUnits, readOwnCloth } from '../../plan/index.ts';
import type { homeOverview } from '../notifications.contract.ts';
import type { DaysOff } from './remind-people.ts';
import { addDays, mondayOf } from './reminder-days.ts';

export type HomeDays = (context: Context, range: { from: string; to: string }) => Promise<readonly HomeDay[]>;

const shownDays = 14;
const aheadDays = 60;
const mostAhead = 6;

/** What stands beside the queue. One after another: a request holds at most one connection. */
export async function readHomeOverview(
  context: Context,
  ports: { homeDays: readonly HomeDays[]; daysOff: DaysOff },
): Promise<EndpointOutput<typeof homeOverview>> {
  const today = dayInDepartment(context.clock.now());
  const first = mondayOf(today);
  const daysOff = await ports.daysOff(context, { from: first, to: addDays(first, shownDays - 1) });
  const ahead: HomeDay[] = [];
  for (const read of ports.homeDays)
    ahead.push(...(await read(context, { from: today, to: addDays(today, aheadDays) })));
  const late = await readLateUnits(context);
  return {
    daysOff: [...daysOff].sort(),
    ahead: ahead.sort((one, other) => one.day.localeCompare(other.day)).slice(0, mostAhead),
    late: late && { total: late.total, units: [...late.units] },
    cloth: await readOwnCloth(context),
  };
}
