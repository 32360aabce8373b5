import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../../../platform/ui/icons.tsx';
import { PhoneLink } from '../router.tsx';
import { useText } from '../texts.ts';
import styles from './screen.module.css';

/** One page: a bar with the way back, the content, and room for one action that stays in reach of the thumb. */
export function Screen(props: {
  readonly title: string;
  /** Where the way back leads; none on the first page. */
  readonly back?: string;
  readonly aside?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useText();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${props.title} · Lan Tỏa`;
  }, [props.title]);
  // A new page begins at its content, also for a screen reader.
  useEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.screen}>
      <header className={styles.bar}>
        {props.back === undefined ? null : (
          <PhoneLink to={props.back} className={styles.back} label={t('back')}>
            <Icon name="chevronLeft" size={22} />
          </PhoneLink>
        )}
        <p className={styles.title}>{props.title}</p>
        {props.aside}
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        <div className={styles.content}>{props.children}</div>
        {props.action === undefined ? null : <div className={styles.action}>{props.action}</div>}
      </main>
    </div>
  );
}
