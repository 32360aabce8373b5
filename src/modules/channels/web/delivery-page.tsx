import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../../platform/i18n/language-name.ts';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { HistoryList } from '../../../platform/ui/history-list.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getRendition } from '../../media/media.contract.ts';
import { readDelivery } from '../channels.contract.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';
import styles from './channels.module.css';
import { DeliveryActions } from './delivery-actions.tsx';
import { DeliveryPack } from './delivery-pack.tsx';
import { DeliveryChip } from './delivery-state.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { useName } from './use-name.ts';

/** One delivery: the ready pack, what was tried, what stands out there. */
export function DeliveryPage() {
  const t = useText('channels');
  const { deliveryId = '' } = useParams({ strict: false }) as { deliveryId?: string };
  const delivery = useEndpoint(readDelivery, { params: { id: deliveryId } }, { refetchInterval: 10_000 });
  const title = delivery.data?.title ?? t('delivery.title');
  return (
    <Page
      title={title}
      lead={delivery.data ? <Lead delivery={delivery.data} /> : undefined}
      crumbs={[{ label: t('board.title'), path: '/channels' }]}
    >
      <QueryStates query={delivery}>
        {(data) => (
          <div className={styles.columns}>
            <DeliveryPack delivery={data} />
            <div className={styles.side}>
              <div className={styles.first}>
                {data.abilities.enterReceipt ? <ReceiptForm delivery={data} /> : null}
                <DeliveryActions delivery={data} />
              </div>
              <Receipt delivery={data} />
              <Attempts delivery={data} />
              <Section title={t('delivery.history')}>
                <HistoryList
                  entries={data.history.map((row) => ({
                    id: row.id,
                    at: row.at,
                    personName: row.actorName,
                    action: t(`action.${row.action}`),
                    reason: row.reason ?? null,
                  }))}
                />
              </Section>
            </div>
          </div>
        )}
      </QueryStates>
    </Page>
  );
}

function Lead({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  const nameOf = useName();
  const { i18n } = useTranslation();
  return (
    <>
      <DeliveryChip delivery={delivery} /> {nameOf(delivery.channelNames)} · {t(`operation.${delivery.operation}`)} ·{' '}
      {languageName(delivery.language, i18n.language)} · {t('delivery.due')} <DateText value={delivery.dueAt} time />
      {delivery.reason === '' ? null : (
        <span> · {delivery.reason === 'superseded' ? t('delivery.superseded') : delivery.reason}</span>
      )}
      {delivery.errorClass === null || delivery.state === 'verified' ? null : (
        <span> · {t(`error_class.${delivery.errorClass}`)}</span>
      )}
    </>
  );
}

function photoUrl(id: string, rendition: 'small-jpeg' | 'large-jpeg'): string {
  return endpointUrl(getRendition, { params: { id, rendition } });
}

function Receipt({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  const { receipt } = delivery;
  if (receipt === null) return null;
  return (
    <Section title={t('receipt.title')}>
      {receipt.publicUrl === null ? null : (
        <p>
          <a href={receipt.publicUrl} target="_blank" rel="noreferrer noopener">
            {receipt.publicUrl}
          </a>
        </p>
      )}
      {receipt.assetId === null ? null : (
        <a href={photoUrl(receipt.assetId, 'large-jpeg')} target="_blank" rel="noreferrer">
          <img className={styles.picture} src={photoUrl(receipt.assetId, 'small-jpeg')} alt={t('receipt.photo')} />
        </a>
      )}
      {receipt.note === '' ? null : <p>{receipt.note}</p>}
      <p className="note">
        {receipt.enteredByName === null
          ? t('receipt.by_program')
          : t('receipt.by_person', { name: receipt.enteredByName })}{' '}
        · <DateText value={receipt.readBackAt} time />
      </p>
    </Section>
  );
}

function Attempts({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  if (delivery.attempts.length === 0) return null;
  return (
    <Section title={t('delivery.attempts')}>
      <ol className={styles.list}>
        {delivery.attempts.map((attempt) => (
          <li key={attempt.id}>
            <DateText value={attempt.startedAt} time /> · {t(`outcome.${attempt.outcome ?? 'open'}`)}
            {attempt.errorClass === null ? null : <> · {t(`error_class.${attempt.errorClass}`)}</>}
            {attempt.detail === '' ? null : <p className="note">{attempt.detail}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
