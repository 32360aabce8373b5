import { DeskLink } from '../../platform/ui/desk-link.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { useText } from '../../platform/ui/use-text.ts';

export function NotFoundPage() {
  const t = useText('platform');
  return (
    <Page title={t('not_found.title')} lead={t('not_found.text')}>
      <p>
        <DeskLink to="/">{t('not_found.home')}</DeskLink>
      </p>
    </Page>
  );
}
