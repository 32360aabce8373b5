import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { endpointKey, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readMe, signIn } from '../accounts.contract.ts';
import styles from './entrance.module.css';
import { Entrance } from './entrance.tsx';
import { landsOnPhone, phonePages } from './land-after-sign-in.ts';

/** Only a path of the desk itself is followed, so that a link cannot send somebody to another site after sign-in. */
function nextPath(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('//')) return '/';
  return value.replace(/^\/desk(?=\/|$)/, '') || '/';
}

export function SignInPage() {
  const t = useText('accounts');
  const goTo = useGoTo();
  const queryClient = useQueryClient();
  const next = nextPath((useSearch({ strict: false }) as { next?: unknown }).next);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const enter = useEndpointMutation(signIn, {
    onSuccess: async (me) => {
      queryClient.clear();
      queryClient.setQueryData(endpointKey(readMe, {}), me);
      if (next === '/' && landsOnPhone(me, window.innerWidth)) window.location.replace(phonePages);
      else await goTo({ to: next, replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (email.trim() !== '' && password !== '') enter.mutate({ body: { email: email.trim(), password } });
  };
  return (
    <Entrance title={t('sign_in.title')} lead={t('sign_in.lead')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('field.email')}
          type="email"
          size="md"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={isChecked && email.trim() === '' ? t('field.email_missing') : null}
        />
        <PasswordInput
          label={t('field.password')}
          size="md"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('field.show') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isChecked && password === '' ? t('field.password_missing') : null}
        />
        <FormError error={enter.error} />
        <Button type="submit" variant="filled" size="md" fullWidth loading={enter.isPending}>
          {t('sign_in.submit')}
        </Button>
      </form>
      <p className={styles.small}>{t('sign_in.help')}</p>
    </Entrance>
  );
}
