import { Button } from '@mantine/core';
import { useEndpoint } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getRevision } from '../newsroom.edition.contract.ts';
import type { Edition } from '../newsroom.shapes.contract.ts';
import { BodyView } from './body-view.tsx';
import styles from './story.module.css';

interface SourceColumnProps {
  readonly source: Edition;
  readonly translation: Edition;
  /** Null where the person may not write the translation. */
  readonly onFollow: (() => void) | null;
  readonly isSaving: boolean;
}

/** The source beside its translation, to read; says when it has moved on, and where. */
export function SourceColumn({ source, translation, onFollow, isSaving }: SourceColumnProps) {
  const t = useText('newsroom');
  const { current } = source;
  const { isStale, sourceRevisionId } = translation;
  const translated = useEndpoint(
    getRevision,
    { params: { id: source.id, revisionId: sourceRevisionId ?? current.id } },
    { enabled: isStale && sourceRevisionId !== null },
  );
  const earlier = isStale ? translated.data : undefined;
  return (
    <section className={styles.source} aria-label={t('page.source')} lang={source.language}>
      <h2>
        {t('page.source')} · {source.languageNames.own ?? source.language} ·{' '}
        {t('page.revision', { number: current.number })}
      </h2>
      {isStale ? (
        <div className={styles.notice}>
          <p>{t('page.stale')}</p>
          {onFollow ? (
            <Button size="xs" loading={isSaving} onClick={onFollow}>
              {t('page.follow_source')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <p className={styles.sourceTitle} data-changed={earlier !== undefined && earlier.title !== current.title}>
        {current.title}
      </p>
      <p className={styles.sourceLead} data-changed={earlier !== undefined && earlier.lead !== current.lead}>
        {current.lead}
      </p>
      <BodyView body={current.body} earlier={earlier?.body} changedLabel={t('page.changed_block')} />
    </section>
  );
}
