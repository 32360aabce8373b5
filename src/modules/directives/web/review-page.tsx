import { useParams } from '@tanstack/react-router';
import { Page } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { readDirective } from '../directives.contract.ts';
import { ReviewForm } from './review-form.tsx';

/** The document as it came beside how it was understood. */
export function ReviewPage() {
  const t = useText('directives');
  const { directiveId = '' } = useParams({ strict: false }) as { directiveId?: string };
  const query = useEndpoint(readDirective, { params: { id: directiveId } });
  const crumbs = [{ label: t('list.title'), path: '/directives' }];
  if (query.data) return <ReviewForm key={query.data.id} detail={query.data} />;
  return (
    <Page title={t('list.title')} crumbs={crumbs}>
      <QueryStates query={query}>{() => null}</QueryStates>
    </Page>
  );
}
