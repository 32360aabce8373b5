import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { Icon } from '../../../platform/ui/icons.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { type EvidenceItem, getEvidenceFile } from '../plan.evidence.contract.ts';
import styles from './evidence.module.css';

/** The files of one piece of evidence: pictures as small views that open large, anything else as a download. */
export function EvidenceFiles({ item }: { readonly item: EvidenceItem }) {
  const t = useText('plan');
  if (item.files.length === 0) return null;
  const address = (assetId: string, form: 'small' | 'large' | 'download') =>
    endpointUrl(getEvidenceFile, { params: { id: item.id, assetId, form } });
  return (
    <ul className={styles.files}>
      {item.files.map((file, index) => (
        <li key={file.assetId}>
          {file.isPicture ? (
            <a href={address(file.assetId, 'large')} target="_blank" rel="noreferrer">
              <img
                src={address(file.assetId, 'small')}
                alt={t('evidence.picture_of', { number: index + 1, title: item.title })}
                loading="lazy"
              />
            </a>
          ) : (
            <a href={address(file.assetId, 'download')} className={styles.download}>
              <Icon name="download" size={16} />
              {t('evidence.download', { name: file.fileName, size: Math.max(1, Math.round(file.bytes / 1024)) })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
