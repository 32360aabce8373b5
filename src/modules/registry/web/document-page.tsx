import { useParams } from '@tanstack/react-router';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { readDocument } from '../registry.contract.ts';
import { DocumentEditor } from './document-editor.tsx';
import { DocumentView } from './document-view.tsx';

export function DocumentPage() {
  const { documentId = '' } = useParams({ strict: false }) as { documentId?: string };
  const query = useEndpoint(readDocument, { params: { id: documentId } });
  return (
    <QueryStates query={query}>
      {(document) =>
        document.abilities.edit && document.content !== null ? (
          <DocumentEditor
            key={document.id}
            document={document}
            content={document.content}
            onRefused={() => void query.refetch()}
          />
        ) : (
          <DocumentView document={document} />
        )
      }
    </QueryStates>
  );
}
