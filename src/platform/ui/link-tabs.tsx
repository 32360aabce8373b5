import { useLocation } from '@tanstack/react-router';
import { DeskLink } from './desk-link.tsx';
import styles from './link-tabs.module.css';

/** Pages that stand side by side under one heading, each with an address of its own. */
export function LinkTabs({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly { readonly path: string; readonly label: string }[];
}) {
  const here = useLocation().pathname.replace(/^\/desk/, '');
  return (
    <nav aria-label={label} className={styles.tabs}>
      {items.map((item) => (
        <DeskLink
          key={item.path}
          to={item.path}
          {...(here === item.path ? { 'aria-current': 'page' as const } : {})}
          data-here={here === item.path}
        >
          {item.label}
        </DeskLink>
      ))}
    </nav>
  );
}
