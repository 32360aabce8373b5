import { Button } from '@mantine/core';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { downloadDocument, printDocument } from '../registry.contract.ts';
import type { DocumentDetail } from '../registry.shapes.contract.ts';

/** The file to carry away: .docx always, PDF where the machine can print one. */
export function DocumentDownloads({ document }: { readonly document: DocumentDetail }) {
  const t = useText('registry');
  if (document.content === null && !document.hasSheet) return null;
  const call = { params: { id: document.id } };
  return (
    <>
      <Button component="a" variant="default" href={endpointUrl(downloadDocument, call)} download>
        {t('detail.docx')}
      </Button>
      {document.canPrintPdf ? (
        <Button component="a" variant="default" href={endpointUrl(printDocument, call)} download>
          {t('detail.pdf')}
        </Button>
      ) : null}
    </>
  );
}
