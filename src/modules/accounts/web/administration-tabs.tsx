import { LinkTabs } from '../../../platform/ui/link-tabs.tsx';
import { useAbility } from '../../../platform/ui/session.ts';
import { useText } from '../../../platform/ui/use-text.ts';

export function AdministrationTabs() {
  const t = useText('accounts');
  const readsHistory = useAbility('readHistory');
  const history = readsHistory ? [{ path: '/administration/history', label: t('administration.history') }] : [];
  return (
    <LinkTabs
      label={t('administration.title')}
      items={[
        { path: '/administration', label: t('administration.people') },
        { path: '/administration/units', label: t('administration.units') },
        ...history,
      ]}
    />
  );
}
