import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { EmptyState, FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { changePreferences, readPreferences } from '../notifications.contract.ts';
import { type MailWay, mailWays } from '../notifications.kinds.ts';
import styles from './preferences-page.module.css';

type Preferences = EndpointOutput<typeof readPreferences>;
type Kind = Preferences['kinds'][number];

/** How the signed-in person wants to be told of each kind of thing. */
export function PreferencesPage() {
  const t = useText('notifications');
  const preferences = useEndpoint(readPreferences);
  return (
    <Page
      title={t('preferences.title')}
      lead={t('preferences.lead')}
      crumbs={[{ label: t('title'), path: '/notifications' }]}
      width="text"
    >
      <QueryStates query={preferences}>
        {(data) => <Choices key={JSON.stringify(data.kinds)} preferences={data} />}
      </QueryStates>
    </Page>
  );
}

function Choices({ preferences }: { readonly preferences: Preferences }) {
  const t = useText('notifications');
  const [kinds, setKinds] = useState(preferences.kinds);
  const save = useEndpointMutation(changePreferences, {
    invalidates: [readPreferences],
    onSuccess: () => announce({ kind: 'done', text: t('preferences.saved') }),
  });
  if (preferences.kinds.length === 0)
    return <EmptyState title={t('preferences.none')} text={t('preferences.none_text')} />;
  const change = (changed: Kind) => setKinds(kinds.map((one) => (one.kind === changed.kind ? changed : one)));
  return (
    <form
      aria-label={t('preferences.title')}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { kinds: kinds.map(({ kind, isInApp, mail }) => ({ kind, isInApp, mail })) } });
      }}
    >
      {preferences.isMailSet ? (
        <p className="note">{t('preferences.mail_to', { email: preferences.email })}</p>
      ) : (
        <p className={styles.notice} role="note">
          {t('preferences.no_mail')}
        </p>
      )}
      <ul className={styles.kinds}>
        {kinds.map((kind) => (
          <KindRow key={kind.kind} kind={kind} onChange={change} />
        ))}
      </ul>
      <FormError error={save.error} />
      <Button type="submit" variant="filled" loading={save.isPending}>
        {t('preferences.save')}
      </Button>
    </form>
  );
}

function KindRow({ kind, onChange }: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  const t = useText('notifications');
  const name = t(`preferences.kind.${kind.kind}`);
  const way = (value: string): MailWay => mailWays.find((one) => one === value) ?? kind.mail;
  return (
    <li>
      <div>
        <h2>{name}</h2>
        <p className="note">{t(`preferences.kind_note.${kind.kind}`)}</p>
      </div>
      {kind.isAlwaysInApp ? (
        <p className="note">{t('preferences.always_in_app')}</p>
      ) : (
        <Checkbox
          label={t('preferences.in_app')}
          aria-label={`${t('preferences.in_app')}: ${name}`}
          checked={kind.isInApp}
          onChange={(event) => onChange({ ...kind, isInApp: event.currentTarget.checked })}
        />
      )}
      <NativeSelect
        aria-label={`${t('preferences.mail')}: ${name}`}
        value={kind.mail}
        data={mailWays.map((value) => ({ value, label: t(`preferences.mail_${value}`) }))}
        onChange={(event) => onChange({ ...kind, mail: way(event.currentTarget.value) })}
      />
    </li>
  );
}
