import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** A short message at the edge of the window, read aloud too. */
export function announce(message: { readonly kind: 'done' | 'error'; readonly text: string }): void {
  notifications.show({
    message: message.text,
    closeButtonProps: { 'aria-label': i18next.t('dialog.close', { ns: 'platform' }) },
    color: message.kind === 'done' ? 'var(--done)' : 'var(--late)',
    autoClose: message.kind === 'done' ? 5000 : 12000,
  });
}
