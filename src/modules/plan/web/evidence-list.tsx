import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../platform/ui/announce.ts';
import { ConfirmDialog } from '../../../platform/ui/confirm-dialog.tsx';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { Icon, type IconName } from '../../../platform/ui/icons.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { acceptEvidence, type EvidenceItem, returnEvidence } from '../plan.evidence.contract.ts';
import styles from './evidence.module.css';
import { EvidenceFiles } from './evidence-files.tsx';
import { evidenceReaders } from './evidence-readers.ts';

const icons: Record<EvidenceItem['kind'], IconName> = {
  receipt: 'bolt',
  file: 'document',
  photo: 'camera',
  link: 'link',
  figure: 'figure',
  note: 'note',
  signed_sheet: 'pencil',
};

/** Evidence, what the system made itself first; a second person accepts or returns what was handed in. */
export function EvidenceList({ items }: { readonly items: readonly EvidenceItem[] }) {
  const t = useText('plan');
  if (items.length === 0) return <p className="note">{t('evidence.none')}</p>;
  return (
    <ul className={styles.list} aria-label={t('evidence.title')}>
      {items.map((item) => (
        <EvidenceRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function EvidenceRow({ item }: { readonly item: EvidenceItem }) {
  const t = useText('plan');
  const { i18n } = useTranslation();
  const formatNumber = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const [isReturning, setReturning] = useState(false);
  const accept = useEndpointMutation(acceptEvidence, {
    invalidates: evidenceReaders,
    onSuccess: () => announce({ kind: 'done', text: t('evidence.accepted_now') }),
  });
  const giveBack = useEndpointMutation(returnEvidence, {
    invalidates: evidenceReaders,
    onSuccess: () => setReturning(false),
  });
  return (
    <li className={styles.row}>
      <Icon name={item.isBySystem ? 'bolt' : icons[item.kind]} size={18} />
      <div>
        <p>
          {item.url === null ? (
            item.title
          ) : (
            <a href={item.url} target="_blank" rel="noreferrer">
              {item.title}
            </a>
          )}
          {item.figure === null ? null : <b>{`: ${formatNumber(item.figure)} ${item.figureUnit}`}</b>}
        </p>
        <p className={styles.meta}>
          {item.isBySystem ? t('evidence.by_system') : t('evidence.by_person', { person: item.personName ?? '' })},{' '}
          <DateText value={item.occurredOn} />
          {item.isBySystem ? null : `. ${t(`evidence.state_${item.state}`)}`}
        </p>
        {item.note === '' || item.isBySystem ? null : <p className={styles.meta}>{item.note}</p>}
        {item.kind === 'signed_sheet' ? <p className={styles.meta}>{t('evidence.sensitive')}</p> : null}
        {item.kind === 'photo' && item.showsPeople !== null ? (
          <p className={styles.meta}>{t(item.showsPeople ? 'evidence.people_agreed' : 'evidence.people_none')}</p>
        ) : null}
        <EvidenceFiles item={item} />
        {item.returnReason === null ? null : (
          <p className={styles.reason}>{t('evidence.return_reason', { reason: item.returnReason })}</p>
        )}
        {item.abilities.accept === true ? (
          <div className={styles.actions}>
            <Button
              size="xs"
              variant="filled"
              loading={accept.isPending}
              onClick={() => accept.mutate({ params: { id: item.id }, body: { version: item.version } })}
            >
              {t('evidence.accept')}
            </Button>
            <Button size="xs" onClick={() => setReturning(true)}>
              {t('evidence.return')}
            </Button>
          </div>
        ) : null}
        <FormError error={accept.error} />
        <ConfirmDialog
          opened={isReturning}
          title={t('evidence.return')}
          confirmLabel={t('evidence.return')}
          reason="required"
          pending={giveBack.isPending}
          error={giveBack.error}
          onClose={() => setReturning(false)}
          onConfirm={(reason) => giveBack.mutate({ params: { id: item.id }, body: { version: item.version, reason } })}
        />
      </div>
    </li>
  );
}
