import { Button, Checkbox, CopyButton, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointOutput } from '../../../platform/http/contract.ts';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { listUnits } from '../../organisation/organisation.contract.ts';
import { invitePerson, listPeople } from '../accounts.contract.ts';
import { type Role, roleFitsUnit, roles } from '../accounts.roles.ts';

type Invitation = EndpointOutput<typeof invitePerson>;

/** Asks who is invited, then shows the link, which is told only this once. */
export function InviteDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText('accounts');
  const p = useText('platform');
  const [made, setMade] = useState<Invitation | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('invite.title')}
      closeButtonProps={{ 'aria-label': p('dialog.close') }}
    >
      {made === null ? (
        <InviteForm onMade={setMade} onCancel={close} />
      ) : (
        <InvitationLink made={made} onClose={close} />
      )}
    </Modal>
  );
}

function InviteForm({
  onMade,
  onCancel,
}: {
  readonly onMade: (made: Invitation) => void;
  readonly onCancel: () => void;
}) {
  const t = useText('accounts');
  const p = useText('platform');
  const { i18n } = useTranslation();
  const units = useEndpoint(listUnits);
  const [email, setEmail] = useState('');
  const [fullName, setFullName] = useState('');
  const [role, setRole] = useState<Role>('division_officer');
  const [unitId, setUnitId] = useState('');
  const [includesSubtree, setIncludesSubtree] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const invite = useEndpointMutation(invitePerson, { invalidates: [listPeople], onSuccess: onMade });
  const wrong = {
    email: /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('field.email_wrong'),
    fullName: fullName.trim().length < 2 ? t('field.full_name_missing') : null,
    unitId: unitId === '' ? t('field.unit_missing') : null,
  };
  const submit = () => {
    setChecked(true);
    if (wrong.email !== null || wrong.fullName !== null || wrong.unitId !== null) return;
    invite.mutate({ body: { email: email.trim(), fullName: fullName.trim(), role, unitId, includesSubtree } });
  };
  // Only units in which the role exists: a commune officer is of a commune, an editor of the department.
  const fittingFor = (wanted: Role) => (units.data?.units ?? []).filter((unit) => roleFitsUnit(wanted, unit.kind));
  const fitting = fittingFor(role);
  const chooseRole = (next: Role) => {
    setRole(next);
    if (!fittingFor(next).some((unit) => unit.id === unitId)) setUnitId('');
  };
  const nameIn = (names: Record<string, string>) => names[i18n.language] ?? names.vi ?? '';
  return (
    <DeskForm label={t('invite.title')} onSubmit={submit}>
      <TextInput
        label={t('field.full_name')}
        value={fullName}
        data-autofocus
        onChange={(event) => setFullName(event.currentTarget.value)}
        error={isChecked ? wrong.fullName : null}
      />
      <TextInput
        label={t('field.email')}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isChecked ? wrong.email : null}
      />
      <NativeSelect
        label={t('field.role')}
        value={role}
        data={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        onChange={(event) => chooseRole(roles.find((one) => one === event.currentTarget.value) ?? role)}
      />
      <NativeSelect
        label={t('field.unit')}
        value={unitId}
        data={[
          { value: '', label: t('field.unit_choose') },
          ...fitting.map((unit) => ({ value: unit.id, label: nameIn(unit.names) })),
        ]}
        onChange={(event) => setUnitId(event.currentTarget.value)}
        error={isChecked ? wrong.unitId : null}
      />
      <Checkbox
        label={t('invite.subtree')}
        checked={includesSubtree}
        onChange={(event) => setIncludesSubtree(event.currentTarget.checked)}
      />
      <FormError error={invite.error ?? units.error} />
      <Group justify="flex-end" gap="xs">
        <Button onClick={onCancel}>{p('dialog.cancel')}</Button>
        <Button type="submit" variant="filled" loading={invite.isPending}>
          {t('invite.submit')}
        </Button>
      </Group>
    </DeskForm>
  );
}

function InvitationLink({ made, onClose }: { readonly made: Invitation; readonly onClose: () => void }) {
  const t = useText('accounts');
  const p = useText('platform');
  return (
    <Stack gap="md">
      <p>{t('invite.made')}</p>
      <TextInput
        label={t('invite.link')}
        value={made.link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="note">
        {t('invitations.until')}: <DateText value={made.expiresAt} time />
      </p>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={made.link}>
          {({ copied, copy }) => (
            <Button variant="filled" onClick={copy}>
              {copied ? t('invite.copied') : t('invite.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{p('dialog.close')}</Button>
      </Group>
    </Stack>
  );
}
