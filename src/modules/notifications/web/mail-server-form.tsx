import { Button, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readPreferences } from '../notifications.contract.ts';
import { changeMail, type MailServer, readMail } from '../notifications-administration.contract.ts';

const securities = ['starttls', 'tls', 'none'] as const;

/** Where mail leaves and in whose name. The password goes in and never comes out. */
export function MailServerForm({
  server,
  usualPublicUrl,
}: {
  readonly server: MailServer | null;
  readonly usualPublicUrl: string;
}) {
  const t = useText('notifications');
  const [draft, setDraft] = useState({
    host: server?.host ?? '',
    port: String(server?.port ?? 587),
    security: server?.security ?? ('starttls' as const),
    user: server?.user ?? '',
    password: '',
    senderName: server?.senderName ?? '',
    senderAddress: server?.senderAddress ?? '',
    publicUrl: server?.publicUrl ?? usualPublicUrl,
    authority: server?.authority ?? '',
  });
  const [isChecked, setChecked] = useState(false);
  const save = useEndpointMutation(changeMail, {
    invalidates: [readMail, readPreferences],
    onSuccess: () => announce({ kind: 'done', text: t('server.saved') }),
  });
  const port = Number(draft.port);
  const wrong = {
    host: /^[\w.:-]+$/.test(draft.host.trim()) ? null : t('server.host_wrong'),
    port: Number.isInteger(port) && port > 0 && port < 65_536 ? null : t('server.port_wrong'),
    senderName: draft.senderName.trim().length > 1 ? null : t('server.sender_name_wrong'),
    senderAddress: /^\S+@\S+\.\S+$/.test(draft.senderAddress.trim()) ? null : t('server.sender_wrong'),
    publicUrl: /^https?:\/\/\S+$/.test(draft.publicUrl.trim()) ? null : t('server.public_url_wrong'),
  };
  const submit = () => {
    setChecked(true);
    if (Object.values(wrong).some((one) => one !== null)) return;
    // An empty field keeps the password that is stored; without a user name there is none.
    const password = draft.user.trim() === '' ? '' : draft.password === '' ? null : draft.password;
    save.mutate({ body: { server: { ...trimmed(draft), port, password, version: server?.version ?? 0 } } });
  };
  const field = (name: 'host' | 'port' | 'user' | 'senderName' | 'senderAddress' | 'publicUrl', label: string) => ({
    label: t(label),
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
    error: isChecked && name !== 'user' ? wrong[name] : null,
  });
  return (
    <DeskForm label={t('server.section')} onSubmit={submit}>
      <TextInput mt="md" {...field('host', 'server.host')} />
      <TextInput inputMode="numeric" {...field('port', 'server.port')} />
      <NativeSelect
        label={t('server.security')}
        value={draft.security}
        data={securities.map((value) => ({ value, label: t(`server.security_${value}`) }))}
        onChange={(event) => {
          const security = securities.find((one) => one === event.currentTarget.value);
          if (security) setDraft({ ...draft, security });
        }}
      />
      <TextInput autoComplete="off" {...field('user', 'server.user')} />
      <PasswordInput
        label={t('server.password')}
        description={t(server?.hasPassword ? 'server.password_kept' : 'server.password_note')}
        autoComplete="new-password"
        value={draft.password}
        onChange={(event) => setDraft({ ...draft, password: event.currentTarget.value })}
      />
      <TextInput {...field('senderName', 'server.sender_name')} />
      <TextInput type="email" {...field('senderAddress', 'server.sender_address')} />
      <TextInput type="url" {...field('publicUrl', 'server.public_url')} />
      <Textarea
        label={t('server.authority')}
        description={t('server.authority_note')}
        rows={3}
        value={draft.authority}
        onChange={(event) => setDraft({ ...draft, authority: event.currentTarget.value })}
      />
      <FormError error={save.error} />
      <div>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('server.save')}
        </Button>
      </div>
    </DeskForm>
  );
}

function trimmed<
  Draft extends {
    host: string;
    user: string;
    senderName: string;
    senderAddress: string;
    publicUrl: string;
    authority: string;
  },
>(draft: Draft): Draft {
  return {
    ...draft,
    host: draft.host.trim(),
    user: draft.user.trim(),
    senderName: draft.senderName.trim(),
    senderAddress: draft.senderAddress.trim(),
    publicUrl: draft.publicUrl.trim(),
    authority: draft.authority.trim(),
  };
}
