import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { useSession } from '../../../platform/ui/session.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listReports, readReport, signerAuthority, signReport } from '../reports.contract.ts';
import styles from './reports.module.css';

interface SignDialogProps {
  readonly reportId: string;
  readonly version: number;
  /** Parts that nobody has written: they cannot be filled in once the report is signed. */
  readonly blankParts: readonly string[];
  readonly onRefused: () => void;
  readonly onClose: () => void;
}

/** Authority, post and name, as the signature block will print them. */
export function SignDialog({ reportId, version, blankParts, onRefused, onClose }: SignDialogProps) {
  const t = useText('reports');
  const common = useText('platform');
  const { person } = useSession();
  const [authority, setAuthority] = useState<string>('KT.');
  const [headPost, setHeadPost] = useState('Giám đốc');
  const [post, setPost] = useState('Phó Giám đốc');
  const [name, setName] = useState(person.fullName);
  const sign = useEndpointMutation(signReport, {
    invalidates: [readReport, listReports],
    onSuccess: () => {
      announce({ kind: 'done', text: t('detail.signed') });
      onClose();
    },
    onError: onRefused,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = signerAuthority.safeParse(authority);
    const signer = {
      authority: chosen.success ? chosen.data : null,
      headPost: authority === 'KT.' ? headPost : null,
      post,
      name,
    };
    sign.mutate({ params: { id: reportId }, body: { version, signer } });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('detail.sign')}
      closeButtonProps={{ 'aria-label': common('dialog.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p>{t('detail.signLead')}</p>
          {blankParts.length === 0 ? null : (
            <p role="note" className={styles.warning}>
              {t('detail.blankParts', { parts: blankParts.map((part) => t(`narrative.${part}`)).join('; ') })}
            </p>
          )}
          <p>{t('detail.numberHelp')}</p>
          <NativeSelect
            label={t('detail.authority')}
            value={authority}
            data={[{ value: '', label: t('detail.authorityNone') }, ...signerAuthority.options]}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
          {authority === 'KT.' ? (
            <TextInput
              label={t('detail.headPost')}
              value={headPost}
              onChange={(event) => setHeadPost(event.currentTarget.value)}
            />
          ) : null}
          <TextInput label={t('detail.post')} value={post} onChange={(event) => setPost(event.currentTarget.value)} />
          <TextInput label={t('detail.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <FormError error={sign.error} />
          <Group justify="flex-end">
            <Button type="submit" variant="filled" loading={sign.isPending}>
              {t('detail.sign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
