import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { useGoTo } from '../../../platform/ui/desk-link.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { discardDocument, listDocuments } from '../registry.contract.ts';
import type { DocumentDetail } from '../registry.shapes.contract.ts';

/** Asks before a draft is thrown away; it had no number, so the register has no gap. */
export function DiscardDialog({
  document,
  onClose,
}: {
  readonly document: DocumentDetail;
  readonly onClose: () => void;
}) {
  const t = useText('registry');
  const goTo = useGoTo();
  const discard = useEndpointMutation(discardDocument, {
    invalidates: [listDocuments],
    onSuccess: async () => {
      announce({ kind: 'done', text: t('editor.discarded') });
      await goTo({ to: '/documents' });
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={t('editor.discard')}
      confirmLabel={t('editor.discard')}
      pending={discard.isPending}
      error={discard.error}
      onConfirm={() => discard.mutate({ params: { id: document.id }, body: { version: document.version } })}
      onClose={onClose}
    >
      <p>{t('editor.discardLead', { subject: document.subject || t('list.noSubject') })}</p>
    </ConfirmDialog>
  );
}
