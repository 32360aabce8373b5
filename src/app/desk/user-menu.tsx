import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readMe, signOut, updateProfile } from '../../modules/accounts/accounts.contract.ts';
import { ConfirmDialog } from '../../platform/ui/confirm-dialog.tsx';
import { useGoTo } from '../../platform/ui/desk-link.tsx';
import { changeLanguage, type DeskLanguage, deskLanguages, isDeskLanguage } from '../../platform/ui/i18n.ts';
import { Icon } from '../../platform/ui/icons.tsx';
import { useSession } from '../../platform/ui/session.ts';
import { useEndpoint, useEndpointMutation } from '../../platform/ui/use-endpoint.ts';
import { useText } from '../../platform/ui/use-text.ts';
import { queryClient } from './query-client.ts';
import styles from './user-menu.module.css';

/** First letters of the last two words: Nguyễn Văn Hòa → VH. */
function initials(fullName: string): string {
  return fullName
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
}

export function UserMenu() {
  const t = useText('platform');
  const { person } = useSession();
  const goTo = useGoTo();
  const [unsent, setUnsent] = useState(0);
  const leave = useEndpointMutation(signOut, {
    onSuccess: async () => {
      await (await phoneData()).forgetPerson(person.id);
      await goTo({ to: '/sign-in' });
      queryClient.clear();
    },
  });
  // Evidence that the phone pages of this device still hold would wait until this person is back.
  const askToLeave = async () => {
    const count = await (await phoneData()).countUnsent(person.id);
    if (count > 0) setUnsent(count);
    else leave.mutate({});
  };
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md" withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={styles.button}>
            <span className="visually-hidden">{t('shell.account')}</span>
            <span className={styles.initials} aria-hidden="true">
              {initials(person.fullName)}
            </span>
            <span className={styles.words}>
              <b>{person.fullName}</b>
              <span>{person.unitName}</span>
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="person" size={16} />} onClick={() => void goTo({ to: '/profile' })}>
            {t('shell.profile')}
          </Menu.Item>
          <Menu.Item component="a" href="/desk/phone" leftSection={<Icon name="camera" size={16} />}>
            {t('shell.phone_pages')}
          </Menu.Item>
          <Menu.Divider />
          <LanguageItems />
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={() => void askToLeave()}>
            {t('shell.sign_out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={unsent > 0}
        title={t('shell.unsent_title', { count: unsent })}
        confirmLabel={t('shell.unsent_leave')}
        pending={leave.isPending}
        error={leave.error}
        onClose={() => setUnsent(0)}
        onConfirm={() => leave.mutate({})}
      >
        <p>{t('shell.unsent_text')}</p>
      </ConfirmDialog>
    </>
  );
}

/** Loaded when somebody leaves only. */
function phoneData() {
  return import('../phone/data/leave.ts');
}

/** Changes the language here at once and keeps it in the profile. Named by the language, never by a flag. */
function LanguageItems() {
  const t = useText('platform');
  const { i18n } = useTranslation();
  const me = useEndpoint(readMe);
  const keep = useEndpointMutation(updateProfile, { invalidates: [readMe] });
  const choose = async (language: DeskLanguage) => {
    await changeLanguage(language);
    if (me.data === undefined || me.data.person.language === language) return;
    const { fullName, positionTitle, version } = me.data.person;
    keep.mutate({ body: { fullName, positionTitle, version, language } });
  };
  return (
    <Menu.RadioGroup value={i18n.language} onChange={(value) => isDeskLanguage(value) && void choose(value)}>
      {deskLanguages.map((language) => (
        <Menu.RadioItem key={language} value={language} lang={language}>
          {t(`language.${language}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
