import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { DayInput } from '../../../platform/ui/day-input.tsx';
import { DeskForm } from '../../../platform/ui/field.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type Campaign, changeCampaign } from '../plan.campaign.contract.ts';
import { getPlan } from '../plan.contract.ts';

/** Name and days of a campaign. */
export function CampaignDialog({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const t = useText('plan');
  const p = useText('platform');
  const [draft, setDraft] = useState(campaign);
  const [isChecked, setChecked] = useState(false);
  const change = useEndpointMutation(changeCampaign, {
    invalidates: [getPlan],
    onSuccess: () => {
      announce({ kind: 'done', text: t('campaign.saved') });
      onClose();
    },
  });
  const isNameMissing = draft.title.trim().length < 3;
  const hasAllDays = [draft.startsOn, draft.peakOn, draft.endsOn].every((day) => day !== '');
  const submit = () => {
    setChecked(true);
    const { id, title, startsOn, peakOn, endsOn, version } = draft;
    if (!isNameMissing && hasAllDays)
      change.mutate({ params: { id }, body: { title: title.trim(), startsOn, peakOn, endsOn, version } });
  };
  const days = [
    ['startsOn', t('campaign.starts')],
    ['peakOn', t('campaign.peak')],
    ['endsOn', t('campaign.ends')],
  ] as const;
  return (
    <Modal opened onClose={onClose} title={t('campaign.change')} closeButtonProps={{ 'aria-label': p('dialog.close') }}>
      <DeskForm label={t('campaign.change')} onSubmit={submit}>
        <Textarea
          label={t('campaign.name')}
          value={draft.title}
          autosize
          minRows={2}
          maxLength={300}
          data-autofocus
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
          error={isChecked && isNameMissing ? t('campaign.name_missing') : null}
        />
        {days.map(([name, label]) => (
          <DayInput
            key={name}
            label={label}
            value={draft[name]}
            onChange={(day) => setDraft({ ...draft, [name]: day })}
            error={isChecked && draft[name] === '' ? t('campaign.day_missing') : null}
          />
        ))}
        <FormError error={change.error} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>{p('dialog.cancel')}</Button>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {t('campaign.save')}
          </Button>
        </Group>
      </DeskForm>
    </Modal>
  );
}
