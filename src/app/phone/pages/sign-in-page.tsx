import { type FormEvent, useEffect, useState } from 'react';
import type { Me } from '../../../modules/accounts/accounts.contract.ts';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { DesignMark } from '../../../platform/ui/design-mark.tsx';
import { signIn } from '../endpoints.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { LanguageChoice } from '../parts/language-choice.tsx';
import { ErrorLine } from '../parts/states.tsx';
import { useText } from '../texts.ts';
import styles from './sign-in-page.module.css';

export function SignInPage({ onEnter }: { readonly onEnter: (me: Me) => Promise<void> }) {
  const t = useText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const title = t('accounts:sign_in.title');
  useEffect(() => {
    document.title = `${title} · Lan Tỏa`;
  }, [title]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (email.trim() === '' || password === '') return;
    setBusy(true);
    setError(null);
    try {
      await onEnter(await callEndpoint(signIn, { body: { email: email.trim(), password } }));
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <main className={styles.page}>
      <p className={styles.word}>
        <DesignMark size={40} />
        Lan Tỏa
      </p>
      <h1>{title}</h1>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Field
          label={t('accounts:field.email')}
          error={isChecked && email.trim() === '' ? t('accounts:field.email_missing') : null}
        >
          {(control) => (
            <input
              {...control}
              type="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label={t('accounts:field.password')}
          error={isChecked && password === '' ? t('accounts:field.password_missing') : null}
        >
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <ErrorLine error={error} />
        <Button type="submit" isFilled isBusy={isBusy}>
          {t('accounts:sign_in.submit')}
        </Button>
      </form>
      <p className={styles.help}>{t('accounts:sign_in.help')}</p>
      <LanguageChoice />
    </main>
  );
}
