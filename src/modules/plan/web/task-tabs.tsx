import { LinkTabs } from '../../../platform/ui/link-tabs.tsx';
import { useText } from '../../../platform/ui/use-text.ts';

/** The list of tasks, and the plan of a unit, side by side. */
export function TaskTabs() {
  const t = useText('plan');
  return (
    <LinkTabs
      label={t('tasks.title')}
      items={[
        { path: '/tasks', label: t('tasks.title') },
        { path: '/own-plan', label: t('own.title') },
      ]}
    />
  );
}
