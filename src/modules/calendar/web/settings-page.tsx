import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskForm, Facts } from '../../../platform/ui/field.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type CalendarSettings, changeSettings, readSettings } from '../calendar.contract.ts';
import { CalendarTabs } from './calendar-tabs.tsx';
import { dateReaders } from './date-actions.tsx';

/** What counts as a round year, and how far the calendar looks ahead. */
export function SettingsPage() {
  const t = useText('calendar');
  const settings = useEndpoint(readSettings);
  return (
    <Page title={t('settings.title')} width="text" crumbs={[{ label: t('page.title'), path: '/calendar' }]}>
      <CalendarTabs />
      <QueryStates query={settings}>
        {(data) =>
          data.abilities.change ? (
            <SettingsForm key={data.version} settings={data} version={data.version} />
          ) : (
            <Facts
              items={[
                [t('settings.round'), data.roundYears.join(', ')],
                [t('settings.suggest'), String(data.suggestDays)],
                [t('settings.ahead'), String(data.lookAheadDays)],
              ]}
            />
          )
        }
      </QueryStates>
    </Page>
  );
}

function SettingsForm({ settings, version }: { readonly settings: CalendarSettings; readonly version: number }) {
  const t = useText('calendar');
  const [round, setRound] = useState(settings.roundYears.join(', '));
  const [suggestDays, setSuggestDays] = useState(settings.suggestDays);
  const [lookAheadDays, setLookAheadDays] = useState(settings.lookAheadDays);
  const [isWrong, setWrong] = useState(false);
  const save = useEndpointMutation(changeSettings, {
    invalidates: [readSettings, ...dateReaders],
    onSuccess: () => announce({ kind: 'done', text: t('page.saved') }),
  });
  const submit = () => {
    const roundYears = round
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number);
    const isRight =
      roundYears.length > 0 && roundYears.length <= 6 && roundYears.every((one) => Number.isInteger(one) && one > 0);
    setWrong(!isRight);
    if (isRight) save.mutate({ body: { roundYears, suggestDays, lookAheadDays, version } });
  };
  return (
    <DeskForm label={t('settings.title')} onSubmit={submit}>
      <TextInput
        label={t('settings.round')}
        description={t('settings.round_hint')}
        value={round}
        error={isWrong ? t('settings.round_wrong') : null}
        onChange={(event) => setRound(event.currentTarget.value)}
      />
      <NumberInput
        label={t('settings.suggest')}
        min={1}
        max={180}
        hideControls
        value={suggestDays}
        onChange={(value) => setSuggestDays(typeof value === 'number' ? value : settings.suggestDays)}
      />
      <NumberInput
        label={t('settings.ahead')}
        min={7}
        max={180}
        hideControls
        value={lookAheadDays}
        onChange={(value) => setLookAheadDays(typeof value === 'number' ? value : settings.lookAheadDays)}
      />
      <FormError error={save.error} />
      <div>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('form.save')}
        </Button>
      </div>
    </DeskForm>
  );
}
