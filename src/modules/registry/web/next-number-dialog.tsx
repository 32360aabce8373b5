import { Button, Group, Modal, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { setNextNumber } from '../registry.contract.ts';
import { kindNames, letterKind } from '../registry.kinds.ts';
import type { Direction } from '../registry.shapes.contract.ts';

/** Goes on after a register on paper or in another system: the next number of a kind in a year. */
export function NextNumberDialog({
  direction,
  onClose,
}: {
  readonly direction: Direction;
  readonly onClose: () => void;
}) {
  const t = useText('registry');
  const common = useText('platform');
  const [kind, setKind] = useState<string>(letterKind);
  const [year, setYear] = useState<number | string>(new Date().getFullYear());
  const [next, setNext] = useState<number | string>('');
  const move = useEndpointMutation(setNextNumber, {
    invalidates: [],
    onSuccess: ({ nextNumber }) => {
      announce({ kind: 'done', text: t('next.done', { number: nextNumber }) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate({ body: { direction, kind, year: Number(year), nextNumber: Number(next) } });
  };
  return (
    <Modal opened onClose={onClose} title={t('next.title')} closeButtonProps={{ 'aria-label': common('dialog.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p>{t(`next.lead_${direction}`)}</p>
          {direction === 'out' ? (
            <NativeSelect
              label={t('list.kind')}
              value={kind}
              data={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
              onChange={(event) => setKind(event.currentTarget.value)}
            />
          ) : null}
          <NumberInput label={t('list.year')} value={year} min={2020} max={2200} hideControls onChange={setYear} />
          <NumberInput
            label={t('next.number')}
            required
            value={next}
            min={2}
            max={99_999}
            hideControls
            data-autofocus
            onChange={setNext}
          />
          <FormError error={move.error} />
          <Group justify="flex-end">
            <Button type="submit" variant="filled" loading={move.isPending} disabled={Number(next) < 2}>
              {t('next.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
