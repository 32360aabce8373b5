import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { readMailSettings } from '../../../platform/mail/mail-settings.ts';
import type { preferences } from '../notifications.contract.ts';
import { alwaysInApp, type Preference, usualPreferences } from '../notifications.kinds.ts';
import { kindAlwaysInApp } from './notifications.errors.ts';
import { mayBeTold } from './notifications.policy.ts';
import { readEmailOf, readPreferenceRows } from './notifications.read-model.ts';
import { writePreferences } from './notifications.repository.ts';
import { personOf } from './notifications.service.ts';

type Preferences = z.infer<typeof preferences>;

export async function readOwnPreferences(context: Context): Promise<Preferences> {
  const personId = personOf(context);
  const chosen = await readPreferenceRows(context.db, personId);
  return {
    kinds: usualPreferences
      .filter(({ kind }) => mayBeTold(context.actor, kind))
      .map((usual) => {
        const { kind, isInApp, mail } = chosen.find((one) => one.kind === usual.kind) ?? usual;
        return { kind, isInApp, mail, isAlwaysInApp: alwaysInApp.includes(kind) };
      }),
    isMailSet: (await readMailSettings(context.db)) !== null,
    email: await readEmailOf(context.db, personId),
  };
}

/** Everybody chooses for themselves only. How a person wants to be told is no history of the department. */
export async function chooseOwnPreferences(
  outer: Context,
  input: { kinds: readonly Preference[] },
): Promise<Preferences> {
  const personId = personOf(outer);
  const hidden = input.kinds.find(({ kind, isInApp }) => !isInApp && alwaysInApp.includes(kind));
  if (hidden) throw kindAlwaysInApp({ kind: hidden.kind });
  const chosen = [...new Map(input.kinds.map((one) => [one.kind, one])).values()];
  return inTransaction(outer, async (context) => {
    await writePreferences(context.db, { personId, preferences: chosen, at: context.clock.now() });
    return readOwnPreferences(context);
  });
}
