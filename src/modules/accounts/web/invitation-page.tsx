import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { endpointKey, useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptInvitation, readInvitation, readMe } from '../accounts.contract.ts';
import styles from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { landsOnPhone, phonePages } from './land-after-sign-in.ts';

/** The contract asks for as many at least. */
const shortestPassword = 12;

export function InvitationPage() {
  const t = useText('accounts');
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const invitation = useEndpoint(readInvitation, { params: { token } });
  return (
    <Entrance title={t('invitation.title')} lead={t('invitation.lead')}>
      <QueryStates query={invitation}>{(found) => <AcceptForm token={token} invitation={found} />}</QueryStates>
    </Entrance>
  );
}

function AcceptForm({
  token,
  invitation,
}: {
  readonly token: string;
  readonly invitation: EndpointOutput<typeof readInvitation>;
}) {
  const t = useText('accounts');
  const goTo = useGoTo();
  const queryClient = useQueryClient();
  const [fullName, setFullName] = useState(invitation.fullName);
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isChecked, setChecked] = useState(false);
  const accept = useEndpointMutation(acceptInvitation, {
    onSuccess: async (me) => {
      queryClient.clear();
      queryClient.setQueryData(endpointKey(readMe, {}), me);
      if (landsOnPhone(me, window.innerWidth)) window.location.replace(phonePages);
      else await goTo({ to: '/', replace: true });
    },
  });
  const wrong = {
    fullName: fullName.trim().length < 2 ? t('field.full_name_missing') : null,
    password: password.length < shortestPassword ? t('field.password_short', { count: shortestPassword }) : null,
    repeated: repeated !== password ? t('field.password_differs') : null,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.fullName === null && wrong.password === null && wrong.repeated === null) {
      accept.mutate({ params: { token }, body: { fullName: fullName.trim(), password } });
    }
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>
        {t('invitation.for', {
          email: invitation.email,
          role: t(`role.${invitation.role}`),
          unit: invitation.unitName,
        })}
      </p>
      <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
      <TextInput
        label={t('field.full_name')}
        size="md"
        autoComplete="name"
        value={fullName}
        onChange={(event) => setFullName(event.currentTarget.value)}
        error={isChecked ? wrong.fullName : null}
      />
      <PasswordInput
        label={t('field.password')}
        description={t('field.password_rule', { count: shortestPassword })}
        size="md"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isChecked ? wrong.password : null}
      />
      <PasswordInput
        label={t('field.repeat')}
        size="md"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
        value={repeated}
        onChange={(event) => setRepeated(event.currentTarget.value)}
        error={isChecked ? wrong.repeated : null}
      />
      <FormError error={accept.error} />
      <Button type="submit" variant="filled" size="md" fullWidth loading={accept.isPending}>
        {t('invitation.submit')}
      </Button>
    </form>
  );
}
