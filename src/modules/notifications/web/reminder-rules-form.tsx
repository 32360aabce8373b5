import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listNotifications } from '../notifications.contract.ts';
import {
  changeReminderRules,
  type ReminderRules,
  readReminderRules,
  remindNow,
} from '../notifications-administration.contract.ts';
import { readDayCount, readDayList } from './day-numbers.ts';

const counts = [
  ['escalateAfterDays', 'escalate', 1, 60],
  ['evidenceWaitingDays', 'evidence', 0, 60],
  ['editionWaitingDays', 'edition', 0, 60],
  ['keepReadDays', 'keep', 7, 3650],
] as const;

/** When people are reminded, who hears of it when nothing happens, and how long it is kept. */
export function ReminderRulesForm({ rules }: { readonly rules: ReminderRules }) {
  const t = useText('notifications');
  const [draft, setDraft] = useState({
    before: rules.beforeDays.join(', '),
    after: rules.afterDays.join(', '),
    escalateAfterDays: String(rules.escalateAfterDays),
    evidenceWaitingDays: String(rules.evidenceWaitingDays),
    editionWaitingDays: String(rules.editionWaitingDays),
    keepReadDays: String(rules.keepReadDays),
  });
  const [isChecked, setChecked] = useState(false);
  const save = useEndpointMutation(changeReminderRules, {
    invalidates: [readReminderRules],
    onSuccess: () => announce({ kind: 'done', text: t('rules.saved') }),
  });
  const run = useEndpointMutation(remindNow, {
    invalidates: [listNotifications],
    onSuccess: () => announce({ kind: 'done', text: t('rules.running') }),
  });
  const [beforeDays, afterDays] = [readDayList(draft.before), readDayList(draft.after)];
  const numbers = counts.map(([name, , least, most]) => [name, readDayCount(draft[name], least, most)] as const);
  const submit = () => {
    setChecked(true);
    const known = Object.fromEntries(numbers.filter(([, value]) => value !== null)) as Record<string, number>;
    if (beforeDays === null || afterDays === null || Object.keys(known).length < counts.length) return;
    save.mutate({ body: { ...rules, ...known, beforeDays, afterDays } });
  };
  return (
    <>
      <DeskForm label={t('rules.title')} onSubmit={submit}>
        <TextInput
          mt="md"
          label={t('rules.before')}
          description={t('rules.before_note')}
          value={draft.before}
          onChange={(event) => setDraft({ ...draft, before: event.currentTarget.value })}
          error={isChecked && beforeDays === null ? t('rules.days_wrong') : null}
        />
        <TextInput
          label={t('rules.after')}
          value={draft.after}
          onChange={(event) => setDraft({ ...draft, after: event.currentTarget.value })}
          error={isChecked && afterDays === null ? t('rules.days_wrong') : null}
        />
        {counts.map(([name, label], index) => (
          <TextInput
            key={name}
            inputMode="numeric"
            label={t(`rules.${label}`)}
            {...(label === 'escalate' ? { description: t('rules.escalate_note') } : {})}
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
            error={isChecked && numbers[index]?.[1] === null ? t('rules.number_wrong') : null}
          />
        ))}
        <FormError error={save.error} />
        <div>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('rules.save')}
          </Button>
        </div>
      </DeskForm>
      <Text className="note" mt="lg">
        {t('rules.run_note')}
      </Text>
      <FormError error={run.error} />
      <Button mt="xs" loading={run.isPending} onClick={() => run.mutate({})}>
        {t('rules.run')}
      </Button>
    </>
  );
}
