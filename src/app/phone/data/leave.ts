import { forgetAnswers, readKeptPerson } from './kept-answers.ts';
import { isUnsent, queueStore } from './queue.ts';

/** How many pieces of evidence on this device have not arrived; the desk asks too before it signs somebody out. */
export async function countUnsent(personId: string): Promise<number> {
  const items = await queueStore.all().catch(() => []);
  return items.filter((item) => item.personId === personId && isUnsent(item)).length;
}

/** Somebody signed in, here or at the desk: what another person read on this device goes. */
export async function forgetOthers(personId: string): Promise<void> {
  const kept = await readKeptPerson();
  if (kept !== undefined && kept.person.id !== personId) await forgetAnswers();
}

/** What was read leaves the device; what was not sent stays, unseen by others, until its person signs in again. */
export async function forgetPerson(personId: string): Promise<void> {
  const items = await queueStore.all().catch(() => []);
  for (const item of items) if (item.personId === personId && !isUnsent(item)) await queueStore.remove(item.id);
  await forgetAnswers();
}
