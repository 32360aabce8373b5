import { createContext, useContext } from 'react';
import { LinkTabs } from './link-tabs.tsx';
import { useSession } from './session.ts';
import { useText } from './use-text.ts';

export interface AdministrationTab {
  readonly path: string;
  readonly label: string;
  readonly requires?: string;
}

/** The pages of administration of every module. Filled by app/desk, in the order of the modules' lines. */
export const AdministrationContext = createContext<readonly AdministrationTab[]>([]);

/** The pages of administration that this person may open, side by side. */
export function AdministrationTabs() {
  const t = useText('platform');
  const { abilities } = useSession();
  const tabs = useContext(AdministrationContext);
  const shown = tabs.filter(({ requires }) => requires === undefined || abilities[requires] === true);
  return <LinkTabs label={t('administration')} items={shown} />;
}
