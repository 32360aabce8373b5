import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { DateText } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DirectiveDetail } from '../directives.contract.ts';
import { compareEditions } from '../directives.correction.contract.ts';
import styles from './correction.module.css';

/** What this text is to another: perhaps a corrected edition, an earlier edition, or one that had earlier ones. */
export function EditionNotices({ detail }: { readonly detail: DirectiveDetail }) {
  const t = useText('directives');
  if (detail.editionOf !== null)
    return (
      <p className={styles.notice}>
        {t('correction.edition')}{' '}
        <DeskLink to="/directives/$directiveId" params={{ directiveId: detail.editionOf }}>
          {t('correction.open_current')}
        </DeskLink>
      </p>
    );
  return (
    <>
      {detail.state === 'in_review' ? <MayCorrect id={detail.id} /> : null}
      {detail.editions.length === 0 ? null : (
        <div className={styles.editions}>
          <b>{t('correction.editions')}</b>
          <ul>
            {detail.editions.map((edition) => (
              <li key={edition.id}>
                <DeskLink to="/directives/$directiveId" params={{ directiveId: edition.id }}>
                  {t('correction.edition_until')} <DateText value={edition.replacedAt} />
                </DeskLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function MayCorrect({ id }: { readonly id: string }) {
  const t = useText('directives');
  const correction = useEndpoint(compareEditions, { params: { id } });
  const candidates = correction.data?.abilities.apply === true ? correction.data.candidates : [];
  return candidates.map((candidate) => {
    const name = `${numberAndSymbol(candidate)}, ${candidate.subject}`;
    return (
      <p key={candidate.id} className={styles.notice}>
        {t('correction.maybe', { name })}{' '}
        <DeskLink
          to="/directives/$directiveId/correction/$targetId"
          params={{ directiveId: id, targetId: candidate.id }}
        >
          {t('correction.compare', { name: numberAndSymbol(candidate) })}
        </DeskLink>
      </p>
    );
  });
}
