import type { Context } from '../../../platform/context.ts';
import type { HomeItem, HomeRest } from '../../../platform/module.ts';
import { type HomeGroupKey, homeGroupKeys } from '../notifications.contract.ts';

export type HomeQueue = (context: Context) => Promise<readonly HomeItem[]>;
export interface HomeGroup {
  readonly key: HomeGroupKey;
  readonly items: readonly HomeItem[];
}

export type HomeRests = (context: Context) => Promise<readonly HomeRest[]>;

const longestGroup = 100;

/** What waits for the person, from every module. One after another: a request holds at most one connection. */
export async function composeHome(context: Context, queues: readonly HomeQueue[]): Promise<HomeGroup[]> {
  const items: HomeItem[] = [];
  for (const queue of queues) items.push(...(await queue(context)));
  return groupHomeItems(items);
}

/** What the queues had no room for, from every module. */
export async function readHomeRest(context: Context, rests: readonly HomeRests[]): Promise<HomeRest[]> {
  const all: HomeRest[] = [];
  for (const read of rests) all.push(...(await read(context)));
  return all;
}

/** Pure: groups in the order of urgency, the nearest day first inside of each; empty groups are left out. */
export function groupHomeItems(items: readonly HomeItem[]): HomeGroup[] {
  const ordered = [...new Map(items.map((item) => [`${item.kind} ${item.id}`, item])).values()].sort(byDueDay);
  return homeGroupKeys
    .map((key) => ({ key, items: ordered.filter((item) => item.group === key).slice(0, longestGroup) }))
    .filter((group) => group.items.length > 0);
}

function byDueDay(left: HomeItem, right: HomeItem): number {
  return (
    (left.dueOn ?? '9999-12-31').localeCompare(right.dueOn ?? '9999-12-31') ||
    left.title.localeCompare(right.title, 'vi')
  );
}
