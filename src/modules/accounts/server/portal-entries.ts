import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { lockSetting, readSetting, writeSetting } from '../../../platform/database/settings.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { type PortalEntries, portalEntries } from '../accounts.portal.contract.ts';
import { canAdminister } from './accounts.policy.ts';

/** The sites read this setting; they show an empty line as not entered. */
const settingKey = 'site';
const nothingEntered: PortalEntries = { responsiblePerson: '', address: '', telephone: '', email: '', version: 0 };

export async function readPortalEntries(context: Context): Promise<PortalEntries> {
  if (!canAdminister(context.actor, 'change_portal')) throw notPermitted();
  return readEntries(context.db);
}

export async function changePortalEntries(outer: Context, wanted: PortalEntries): Promise<PortalEntries> {
  return inTransaction(outer, async (context) => {
    if (!canAdminister(context.actor, 'change_portal')) throw notPermitted();
    await lockSetting(context.db, settingKey);
    const { version, ...before } = await readEntries(context.db);
    if (version !== wanted.version) throw versionConflict({ current: version });
    const { version: _version, ...after } = wanted;
    const stored = (await readSetting(context.db, settingKey)) ?? {};
    await writeSetting(context.db, { key: settingKey, value: { ...stored, ...after, version: version + 1 } });
    const subject = { subjectKind: 'portal', subjectId: settingKey, action: 'change' } as const;
    await recordAudit(context, { ...subject, before, after });
    return { ...after, version: version + 1 };
  });
}

async function readEntries(db: Database): Promise<PortalEntries> {
  return portalEntries.safeParse(await readSetting(db, settingKey)).data ?? nothingEntered;
}
