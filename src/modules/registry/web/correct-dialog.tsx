import { Modal } from '@mantine/core';
import { announce } from '../../../platform/ui/announce.ts';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { correctReceived, listDocuments, readDocument } from '../registry.contract.ts';
import type { DocumentDetail } from '../registry.shapes.contract.ts';
import { ReceivedForm } from './received-form.tsx';

/** Mends what was mistyped of a document that came in. */
export function CorrectDialog({
  document,
  onClose,
}: {
  readonly document: DocumentDetail;
  readonly onClose: () => void;
}) {
  const t = useText('registry');
  const common = useText('platform');
  const { details, id, version } = document;
  const correct = useEndpointMutation(correctReceived, {
    invalidates: [listDocuments, readDocument],
    onSuccess: () => {
      announce({ kind: 'done', text: t('correct.done') });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('correct.title')}
      closeButtonProps={{ 'aria-label': common('dialog.close') }}
    >
      <p className="note">{t('correct.lead')}</p>
      <ReceivedForm
        label={t('correct.title')}
        initial={{
          kind: document.kind,
          codeNumber: document.codeNumber,
          symbol: document.symbol,
          agency: document.agency,
          subject: document.subject,
          issuedOn: document.issuedOn ?? '',
          arrivedOn: document.arrivedOn ?? '',
          dueOn: document.dueOn ?? '',
          signerPosition: details.signerPosition,
          signerName: details.signerName,
          toPlaces: details.toPlaces,
          pageAmount: details.pageAmount === null ? '' : String(details.pageAmount),
          priority: String(details.priority),
        }}
        submitLabel={t('correct.submit')}
        isPending={correct.isPending}
        error={correct.error}
        onSubmit={(body) => correct.mutate({ params: { id }, body: { ...body, version } })}
      />
    </Modal>
  );
}
