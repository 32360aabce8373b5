import { LinkTabs } from '../../../platform/ui/link-tabs.tsx';
import { useText } from '../../../platform/ui/use-text.ts';

export function CalendarTabs() {
  const t = useText('calendar');
  return (
    <LinkTabs
      label={t('page.title')}
      items={[
        { path: '/calendar', label: t('page.title') },
        { path: '/calendar/look-ahead', label: t('ahead.tab') },
        { path: '/calendar/import', label: t('import.tab') },
        { path: '/calendar/feeds', label: t('feeds.tab') },
        { path: '/calendar/settings', label: t('settings.tab') },
      ]}
    />
  );
}
