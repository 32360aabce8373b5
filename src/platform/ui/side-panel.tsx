import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import styles from './side-panel.module.css';
import { useText } from './use-text.ts';

/**
 * A panel of 324 px beside the content; below 900 px it lies under it. Escape closes it.
 * It takes the focus when it opens, unless it stands there from the beginning.
 */
export function SidePanel({
  title,
  above,
  onClose,
  takesFocus = true,
  children,
}: {
  readonly title: string;
  readonly above?: ReactNode;
  readonly onClose?: () => void;
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}) {
  const t = useText('platform');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (title !== '' && takesFocus) panel.current?.focus({ preventScroll: window.innerWidth > 900 });
  }, [title, takesFocus]);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose?.();
      }}
    >
      <div className={styles.inner}>
        {onClose === undefined ? null : (
          <ActionIcon className={styles.close} variant="subtle" aria-label={t('panel.close')} onClick={onClose}>
            <Icon name="close" size={16} />
          </ActionIcon>
        )}
        {above === undefined ? null : <div className={styles.above}>{above}</div>}
        <h2>{title}</h2>
        {children}
      </div>
    </aside>
  );
}
