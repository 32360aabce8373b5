import type { Me } from '../../../modules/accounts/accounts.contract.ts';
import { deleteDatabase, recordStore } from './database.ts';

/** What was last read, so that it is there at once and without a network. Of one person only; leaves with the sign-out. */
interface KeptAnswer {
  readonly id: string;
  readonly value: unknown;
}
const database = 'lantoa-phone';
const answers = recordStore<KeptAnswer>(database);
const whoKey = 'me';

/** A browser that keeps nothing (private window) still shows what the network gives. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch(() => undefined);
}

export async function readKept<T>(key: string): Promise<T | undefined> {
  return (await orNothing(answers.get(key)))?.value as T | undefined;
}
export async function keep(key: string, value: unknown): Promise<void> {
  await orNothing(answers.put({ id: key, value }));
}
export function readKeptPerson(): Promise<Me | undefined> {
  return readKept<Me>(whoKey);
}

/** Keeps who is signed in. What an earlier person read on this phone goes first. */
export async function keepPerson(me: Me): Promise<void> {
  const before = await readKeptPerson();
  if (before !== undefined && before.person.id !== me.person.id) await forgetAnswers();
  await keep(whoKey, me);
}
export function forgetAnswers(): Promise<void> {
  return deleteDatabase(database);
}
