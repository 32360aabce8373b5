import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormError } from './states.tsx';
import { useText } from './use-text.ts';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  /** `required`: a reason must be given; it is kept in the history. */
  readonly reason?: 'required' | 'optional' | 'none';
  readonly reasonLabel?: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly error?: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks before a step that others will see, with a reason where the history needs one. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText('platform');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const asks = props.reason ?? 'none';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = reason.trim();
    if (asks === 'required' && words === '') return setMissing(true);
    setMissing(false);
    props.onConfirm(words);
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {props.children}
          {asks === 'none' ? null : (
            <Textarea
              label={props.reasonLabel ?? t(asks === 'required' ? 'dialog.reason' : 'dialog.reason_optional')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={missing ? t('dialog.reason_missing') : null}
              autosize
              minRows={3}
              data-autofocus
            />
          )}
          <FormError error={props.error} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{t('dialog.cancel')}</Button>
            <Button
              type="submit"
              variant="filled"
              loading={props.pending === true}
              {...(props.danger === true ? { color: 'red' } : {})}
            >
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
