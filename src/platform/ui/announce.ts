import { notifications } from '@mantine/notifications';

/** A short message at the edge of the window, read aloud too. */
export function announce(message: { readonly kind: 'done' | 'error'; readonly text: string }): void {
  notifications.show({
    message: message.text,
    color: message.kind === 'done' ? 'var(--done)' : 'var(--late)',
    autoClose: message.kind === 'done' ? 5000 : 12000,
  });
}
