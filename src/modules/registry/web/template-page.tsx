import { useParams } from '@tanstack/react-router';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { readTemplate } from '../registry.templates.contract.ts';
import { TemplateEditor } from './template-editor.tsx';

export function TemplatePage() {
  const { templateId = '' } = useParams({ strict: false }) as { templateId?: string };
  const query = useEndpoint(readTemplate, { params: { id: templateId } });
  return (
    <QueryStates query={query}>
      {(template) => <TemplateEditor key={template.id} template={template} onRefused={() => void query.refetch()} />}
    </QueryStates>
  );
}
