import type { EvidenceItem } from '../../../modules/plan/plan.evidence.contract.ts';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { Icon, type IconName } from '../../../platform/ui/icons.tsx';
import { getEvidenceFile } from '../endpoints.ts';
import { Day } from '../parts/day.tsx';
import { Empty } from '../parts/states.tsx';
import { useLanguage, useText } from '../texts.ts';
import styles from './evidence-rows.module.css';

export const kindIcons: Record<EvidenceItem['kind'], IconName> = {
  receipt: 'bolt',
  file: 'document',
  photo: 'camera',
  link: 'link',
  figure: 'figure',
  note: 'note',
  signed_sheet: 'pencil',
};

/** What the server has of this task. Pictures open on a tap, so that the page stays light. */
export function EvidenceRows(props: { readonly items: readonly EvidenceItem[]; readonly hasQueued: boolean }) {
  const t = useText();
  if (props.items.length === 0) return props.hasQueued ? null : <Empty text={t('plan:evidence.none')} />;
  return (
    <ul>
      {props.items.map((item) => (
        <EvidenceRow key={item.id} item={item} />
      ))}
    </ul>
  );
}

function EvidenceRow({ item }: { readonly item: EvidenceItem }) {
  const t = useText();
  const language = useLanguage();
  const figure =
    item.figure === null ? '' : `: ${new Intl.NumberFormat(language).format(item.figure)} ${item.figureUnit}`;
  return (
    <li className={styles.row}>
      <Icon name={kindIcons[item.kind]} size={20} />
      <div>
        <p>
          {item.url === null ? (
            item.title
          ) : (
            <a href={item.url} target="_blank" rel="noreferrer">
              {item.title}
            </a>
          )}
          <b>{figure}</b>
        </p>
        {item.files.length === 0 ? null : (
          <p className={styles.files}>
            {item.files.map((file, index) => (
              <a
                key={file.assetId}
                href={endpointUrl(getEvidenceFile, {
                  params: { id: item.id, assetId: file.assetId, form: file.isPicture ? 'large' : 'download' },
                })}
                target="_blank"
                rel="noreferrer"
              >
                {file.isPicture ? t('evidence.picture', { number: index + 1 }) : file.fileName}
              </a>
            ))}
          </p>
        )}
        {item.kind === 'photo' && item.showsPeople ? <p>{t('plan:evidence.people_agreed')}</p> : null}
        <p className={styles.state} data-state={item.state}>
          {item.isBySystem ? t('plan:evidence.by_system') : t(`plan:evidence.state_${item.state}`)},{' '}
          <Day value={item.occurredOn} />
        </p>
        {item.returnReason === null ? null : (
          <p className={styles.reason}>{t('plan:evidence.return_reason', { reason: item.returnReason })}</p>
        )}
      </div>
    </li>
  );
}
