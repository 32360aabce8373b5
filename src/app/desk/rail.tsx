import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { DesignMark } from '../../platform/ui/design-mark.tsx';
import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { Icon } from '../../platform/ui/icons.tsx';
import { useSession } from '../../platform/ui/session.ts';
import { useText } from '../../platform/ui/use-text.ts';
import type { WebNavigation } from '../../platform/ui/web-module.ts';
import styles from './rail.module.css';
import { webModules } from './web-modules.ts';

interface RailLine extends WebNavigation {
  readonly namespace: string;
}

const home: RailLine = { path: '/', labelKey: 'home.navigation', icon: 'home', order: 10, namespace: 'platform' };
const lines: readonly RailLine[] = [
  home,
  ...webModules.flatMap((module) => module.navigation.map((line) => ({ ...line, namespace: module.name }))),
].sort((one, other) => one.order - other.order);

/** From this order on, a line stands at the foot of the rail: administration. */
const footOrder = 90;

function isHere(line: RailLine, pathname: string): boolean {
  if (line.path === '/') return pathname === '/' || pathname === '';
  return [line.path, ...(line.covers ?? [])].some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/** Icon with its word, 76 px; below 900 px a bar at the bottom. */
export function Rail() {
  const t = useText('platform');
  const { abilities } = useSession();
  const { pathname } = useLocation();
  const shown = lines.filter((line) => line.requires === undefined || abilities[line.requires] === true);
  return (
    <nav className={styles.rail} aria-label={t('shell.navigation')}>
      <DeskLink to="/" className={styles.logo} aria-label="Lan Tỏa">
        <DesignMark size={36} />
      </DeskLink>
      {shown.map((line) => (
        <RailLink key={line.path} line={line} isCurrent={isHere(line, pathname.replace(/^\/desk/, ''))} />
      ))}
    </nav>
  );
}

// On a phone the bar is longer than the screen: the page that is open is brought into sight.
function RailLink({ line, isCurrent }: { readonly line: RailLine; readonly isCurrent: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isCurrent]);
  const t = useText(line.namespace);
  return (
    <DeskLink
      to={line.path}
      ref={link}
      className={styles.link}
      data-foot={line.order >= footOrder}
      data-here={isCurrent}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={line.icon} />
      <span>{t(line.labelKey)}</span>
    </DeskLink>
  );
}
