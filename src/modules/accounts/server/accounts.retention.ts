import type { RetentionRule } from '../../../platform/retention/retention.ts';
import './accounts.tables.ts';

/** History of accounts names persons; what was before and after is needed while someone may still ask about it. */
export const accountHistoryDays = 730;

export const accountsRetentionRules: readonly RetentionRule[] = [
  {
    name: 'accounts.session',
    keepDays: 0,
    async erase({ db }, before) {
      const result = await db.deleteFrom('session').where('expires_at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  },
  {
    // Accepted or not: afterwards the person's own account says what there is to say.
    name: 'accounts.invitation',
    keepDays: 30,
    async erase({ db }, before) {
      const result = await db.deleteFrom('invitation').where('expires_at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  },
  {
    name: 'accounts.sign_in_attempt',
    keepDays: 1,
    async erase({ db }, before) {
      const result = await db.deleteFrom('sign_in_attempt').where('last_failure_at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  },
];
