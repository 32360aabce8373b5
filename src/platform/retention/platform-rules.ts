import type { RetentionRule } from './retention.ts';
import '../audit/audit.tables.ts';

/** Payloads of history say themselves until when they are kept; the sealed chain of their hashes stays. */
const auditPayloads: RetentionRule = {
  name: 'platform.audit_payload',
  keepDays: 0,
  async erase({ db }, before) {
    const result = await db.deleteFrom('audit_payload').where('erase_after', '<', before).executeTakeFirst();
    return Number(result.numDeletedRows);
  },
};

/** An event has been handed to the jobs in the transaction that wrote it; afterwards it only helps to look back. */
const outboxEvents: RetentionRule = {
  name: 'platform.outbox_event',
  keepDays: 30,
  async erase({ db }, before) {
    const result = await db.deleteFrom('outbox_event').where('created_at', '<', before).executeTakeFirst();
    return Number(result.numDeletedRows);
  },
};

/** The network that a change came from helps to look into an attack; it is no part of the seal. */
const auditOrigins: RetentionRule = {
  name: 'platform.audit_origin',
  keepDays: 365,
  async erase({ db }, before) {
    const result = await db
      .updateTable('audit_entry')
      .set({ origin: null })
      .where('at', '<', before)
      .where('origin', 'is not', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  },
};

export const platformRetentionRules: readonly RetentionRule[] = [auditPayloads, auditOrigins, outboxEvents];
