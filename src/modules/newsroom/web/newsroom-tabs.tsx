import { LinkTabs } from '../../../platform/ui/link-tabs.tsx';
import { useText } from '../../../platform/ui/use-text.ts';

/** The list of stories and the balance of the year, side by side. */
export function NewsroomTabs() {
  const t = useText('newsroom');
  return (
    <LinkTabs
      label={t('page.navigation')}
      items={[
        { path: '/stories', label: t('page.title') },
        { path: '/stories/occasions', label: t('occasions.title') },
        { path: '/stories/balance', label: t('balance.title') },
      ]}
    />
  );
}
