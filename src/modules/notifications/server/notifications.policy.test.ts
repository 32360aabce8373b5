import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { notificationActions } from './notifications.policy.ts';

it.each(['vi', 'en'])('what an administrator changes stands in the history in words (%s)', (language) => {
  const texts = JSON.parse(readFileSync(`src/platform/i18n/${language}.json`, 'utf8')) as {
    action: Record<string, string>;
  };
  for (const action of notificationActions) expect(texts.action[action], action).toBeTruthy();
});
