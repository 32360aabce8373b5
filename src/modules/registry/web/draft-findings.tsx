import { Button } from '@mantine/core';
import { announce } from '../../../platform/ui/announce.ts';
import { Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { checkWritten, mendWritten } from '../registry.check.contract.ts';
import { listDocuments, readDocument } from '../registry.contract.ts';
import type { DocumentDetail } from '../registry.shapes.contract.ts';
import { FindingList } from './finding-list.tsx';
import { FindingVerdict } from './finding-verdict.tsx';

interface DraftFindingsProps {
  readonly document: DocumentDetail;
  /** What is typed and not kept yet would be lost by a mend on the server. */
  readonly isChanged: boolean;
  readonly onRefused: () => void;
}

/** The checker's findings in the draft as it was kept last; slips of writing are mended in one click. */
export function DraftFindings({ document, isChanged, onRefused }: DraftFindingsProps) {
  const t = useText('registry');
  const query = useEndpoint(checkWritten, { params: { id: document.id } });
  const mend = useEndpointMutation(mendWritten, {
    invalidates: [readDocument, listDocuments, checkWritten],
    onSuccess: () => announce({ kind: 'done', text: t('check.draftMended') }),
    onError: onRefused,
  });
  return (
    <Section title={t('check.draft')} note={t('check.draftNote')}>
      <QueryStates query={query}>
        {({ findings }) => {
          const mendable = findings.filter(({ canMend }) => canMend).length;
          return (
            <>
              <FindingVerdict findings={findings} />
              {mendable > 0 && document.abilities.edit ? (
                <Button
                  variant="filled"
                  loading={mend.isPending}
                  disabled={isChanged}
                  title={isChanged ? t('check.saveFirst') : ''}
                  onClick={() => mend.mutate({ params: { id: document.id }, body: { version: document.version } })}
                >
                  {t('check.mendDraft', { count: mendable })}
                </Button>
              ) : null}
              <FormError error={mend.error} />
              <FindingList findings={findings} />
            </>
          );
        }}
      </QueryStates>
    </Section>
  );
}
