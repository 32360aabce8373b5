import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { useCrumbs } from '../../platform/ui/page-head.ts';
import { useSession } from '../../platform/ui/session.ts';
import { useText } from '../../platform/ui/use-text.ts';
import { AdministrationPages } from './administration-pages.tsx';
import { Bell } from './bell.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { Today } from './today.tsx';
import { UserMenu } from './user-menu.tsx';

/** The frame around every page of a signed-in person. */
export function Shell() {
  const t = useText('platform');
  const session = useSession();
  const main = useMainFocus();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <Rail />
      <div className={styles.column}>
        <header className={styles.top}>
          <Breadcrumb />
          {session.example ? <span className={styles.example}>{t('shell.example')}</span> : null}
          <Today />
          <Bell />
          <UserMenu />
        </header>
        <ConnectionBanner />
        <main id="main" ref={main} tabIndex={-1}>
          <AdministrationPages>
            <Outlet />
          </AdministrationPages>
        </main>
      </div>
    </div>
  );
}

/** After a change of page the focus starts at the content, so that a screen reader and the Tab key begin there. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Breadcrumb() {
  const t = useText('platform');
  const crumbs = useCrumbs();
  return (
    <nav className={styles.crumbs} aria-label={t('shell.breadcrumb')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li
            key={`${crumb.path ?? ''} ${crumb.label}`}
            {...(index === crumbs.length - 1 ? { 'aria-current': 'page' as const } : {})}
          >
            {crumb.path === undefined ? crumb.label : <DeskLink to={crumb.path}>{crumb.label}</DeskLink>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
