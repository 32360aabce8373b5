import { Button, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../../platform/ui/icons.tsx';
import { Section } from '../../../platform/ui/page.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DeliveryDetail } from '../channels.shapes.contract.ts';
import styles from './channels.module.css';

/** Everything that a person needs to put the item on the channel, each part with its copy button. */
export function DeliveryPack({ delivery }: { readonly delivery: DeliveryDetail }) {
  const t = useText('channels');
  const { pack } = delivery;
  const post = [pack.title, pack.lead, pack.text, `${t('pack.source')}: ${pack.byUnit}`, pack.siteUrl]
    .filter((part) => part !== '')
    .join('\n\n');
  return (
    <Section title={t('pack.title')} note={t(`pack.note_${delivery.operation}`)}>
      {delivery.previousUrl === null ? null : (
        <Part label={t('pack.previous')} text={delivery.previousUrl}>
          <a href={delivery.previousUrl} target="_blank" rel="noreferrer noopener">
            {delivery.previousUrl}
          </a>
        </Part>
      )}
      {pack.note === '' ? null : (
        <Part label={t('pack.reader_note')} text={pack.note}>
          {pack.note}
        </Part>
      )}
      <Part label={t('pack.whole')} text={post}>
        {null}
      </Part>
      <Part label={t('pack.headline')} text={pack.title}>
        {pack.title}
      </Part>
      <Part label={t('pack.lead')} text={pack.lead}>
        {pack.lead}
      </Part>
      <Part label={t('pack.text')} text={pack.text}>
        {pack.text}
      </Part>
      <Part label={t('pack.link')} text={pack.siteUrl}>
        <a href={pack.siteUrl} target="_blank" rel="noreferrer noopener">
          {pack.siteUrl}
        </a>
      </Part>
      <Part label={t('pack.code')} text={pack.code}>
        {pack.code}
      </Part>
      {pack.cover === null ? null : (
        <Part label={t('pack.picture')} text={[pack.cover.alt, pack.cover.credit].filter(Boolean).join('. ')}>
          <img className={styles.picture} src={pack.cover.src} alt={pack.cover.alt} />
          <br />
          <a href={pack.cover.src} download>
            {t('pack.download')}
          </a>
        </Part>
      )}
    </Section>
  );
}

function Part({
  label,
  text,
  children,
}: {
  readonly label: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  const t = useText('channels');
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <h3>{label}</h3>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="xs"
              onClick={copy}
              aria-label={`${t('pack.copy')}: ${label}`}
              leftSection={<Icon name={copied ? 'check' : 'document'} size={14} />}
            >
              {t(copied ? 'pack.copied' : 'pack.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
      {children === null ? null : <div className={styles.text}>{children}</div>}
    </div>
  );
}
