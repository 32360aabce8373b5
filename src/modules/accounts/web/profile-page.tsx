import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskForm, Facts } from '../../../platform/ui/field.tsx';
import { changeLanguage, deskLanguages, isDeskLanguage } from '../../../platform/ui/i18n.ts';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readMe, updateProfile } from '../accounts.contract.ts';

export function ProfilePage() {
  const t = useText('accounts');
  const me = useEndpoint(readMe);
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')} width="text">
      <QueryStates query={me}>{(data) => <Profile key={data.person.version} me={data} />}</QueryStates>
    </Page>
  );
}

function Profile({ me }: { readonly me: EndpointOutput<typeof readMe> }) {
  const t = useText('accounts');
  const p = useText('platform');
  const [fullName, setFullName] = useState(me.person.fullName);
  const [positionTitle, setPositionTitle] = useState(me.person.positionTitle);
  const [language, setLanguage] = useState(isDeskLanguage(me.person.language) ? me.person.language : 'vi');
  const [isChecked, setChecked] = useState(false);
  const isNamed = fullName.trim().length >= 2;
  const save = useEndpointMutation(updateProfile, {
    invalidates: [readMe],
    onSuccess: async () => {
      await changeLanguage(language);
      announce({ kind: 'done', text: t('profile.saved') });
    },
  });
  const submit = () => {
    setChecked(true);
    if (isNamed)
      save.mutate({
        body: { fullName: fullName.trim(), positionTitle: positionTitle.trim(), language, version: me.person.version },
      });
  };
  return (
    <>
      <Section title={t('profile.details')}>
        <DeskForm label={t('profile.details')} onSubmit={submit}>
          <TextInput
            mt="sm"
            label={t('field.full_name')}
            autoComplete="name"
            value={fullName}
            onChange={(event) => setFullName(event.currentTarget.value)}
            error={isChecked && !isNamed ? t('field.full_name_missing') : null}
          />
          <TextInput
            label={t('field.position')}
            autoComplete="organization-title"
            value={positionTitle}
            onChange={(event) => setPositionTitle(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('field.language')}
            value={language}
            data={deskLanguages.map((code) => ({ value: code, label: p(`language.${code}`) }))}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (isDeskLanguage(value)) setLanguage(value);
            }}
          />
          <FormError error={save.error} />
          <div>
            <Button type="submit" variant="filled" loading={save.isPending}>
              {t('profile.save')}
            </Button>
          </div>
        </DeskForm>
      </Section>
      <Section title={t('profile.roles')}>
        <Facts
          items={[
            [t('field.email'), me.person.email],
            ...me.grants.map((grant) => [t(`role.${grant.role}`), grant.unitName] as const),
          ]}
        />
      </Section>
    </>
  );
}
