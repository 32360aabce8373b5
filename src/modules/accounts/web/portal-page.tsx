import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AdministrationTabs } from '../../../platform/ui/administration-tabs.tsx';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import {
  changePortalEntries,
  type PortalEntries,
  portalEntries,
  readPortalEntries,
} from '../accounts.portal.contract.ts';

const lines = [
  { name: 'responsiblePerson', type: 'text' },
  { name: 'address', type: 'text' },
  { name: 'telephone', type: 'tel' },
  { name: 'email', type: 'email' },
] as const;

/** What stands at the foot of every page of the portal. */
export function PortalPage() {
  const t = useText('accounts');
  const entries = useEndpoint(readPortalEntries);
  return (
    <Page title={t('administration.title')} lead={t('portal.lead')}>
      <AdministrationTabs />
      <QueryStates query={entries}>{(data) => <EntriesForm key={data.version} entries={data} />}</QueryStates>
    </Page>
  );
}

function EntriesForm({ entries }: { readonly entries: PortalEntries }) {
  const t = useText('accounts');
  const [typed, setTyped] = useState(entries);
  const [isChecked, setChecked] = useState(false);
  const save = useEndpointMutation(changePortalEntries, {
    invalidates: [readPortalEntries],
    onSuccess: () => announce({ kind: 'done', text: t('portal.saved') }),
  });
  const isMailWrong = !portalEntries.shape.email.safeParse(typed.email.trim()).success;
  const submit = () => {
    setChecked(true);
    if (!isMailWrong) save.mutate({ body: { ...typed, email: typed.email.trim() } });
  };
  return (
    <Section title={t('portal.title')}>
      <DeskForm label={t('portal.title')} onSubmit={submit}>
        {lines.map(({ name, type }, index) => (
          <TextInput
            key={name}
            {...(index === 0 ? { mt: 'sm' } : {})}
            type={type}
            label={t(`portal.${name}`)}
            description={t(`portal.${name}_help`)}
            value={typed[name]}
            maxLength={name === 'address' ? 300 : 200}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            error={name === 'email' && isChecked && isMailWrong ? t('field.email_wrong') : null}
          />
        ))}
        <FormError error={save.error} />
        <div>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('portal.save')}
          </Button>
        </div>
        <p className="note">
          <a href="/" target="_blank" rel="noreferrer">
            {t('portal.open')}
          </a>
        </p>
      </DeskForm>
    </Section>
  );
}
