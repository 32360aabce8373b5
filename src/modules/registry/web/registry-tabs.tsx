import { LinkTabs } from '../../../platform/ui/link-tabs.tsx';
import { useText } from '../../../platform/ui/use-text.ts';

export function RegistryTabs() {
  const t = useText('registry');
  return (
    <LinkTabs
      label={t('tabs.label')}
      items={[
        { path: '/documents', label: t('tabs.out') },
        { path: '/documents/received', label: t('tabs.in') },
        { path: '/documents/templates', label: t('tabs.templates') },
        { path: '/documents/check', label: t('tabs.check') },
      ]}
    />
  );
}
