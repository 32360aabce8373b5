import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DocumentDetail } from '../registry.shapes.contract.ts';

const places: Readonly<Record<string, { readonly path: string; readonly label: string }>> = {
  directive: { path: '/directives/', label: 'detail.openDirective' },
  report: { path: '/reports/', label: 'detail.openReport' },
  request: { path: '/requests/', label: 'detail.openRequest' },
  plan: { path: '/plans/', label: 'detail.openPlan' },
};

/** Back to what the document was written for. */
export function SourceLink({ source }: Pick<DocumentDetail, 'source'>) {
  const t = useText('registry');
  const place = source ? places[source.kind] : undefined;
  if (!source || !place) return null;
  return (
    <p>
      <DeskLink to={`${place.path}${source.id}`}>{t(place.label)}</DeskLink>
    </p>
  );
}
