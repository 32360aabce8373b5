import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { numberAndSymbol } from '../../../platform/documents/number-and-symbol.ts';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import { type DirectiveDetail, readDirectiveFile } from '../directives.contract.ts';
import { ChainSection } from './chain-section.tsx';
import { EditionNotices } from './edition-notices.tsx';
import { withFieldWords } from './history-words.ts';
import { OutdatedNotice } from './outdated-notice.tsx';
import styles from './review.module.css';
import { ReviewActions } from './review-actions.tsx';
import { ReviewClauses } from './review-clauses.tsx';
import { flatten, openWarnings } from './review-draft.ts';
import { ReviewFindings } from './review-findings.tsx';
import { ReviewHeading } from './review-heading.tsx';
import { useReviewOptions } from './review-options.ts';
import { SourceText } from './source-text.tsx';
import { useReviewDraft } from './use-review-draft.ts';
import { useReviewSteps } from './use-review-steps.ts';

export function ReviewForm({ detail }: { readonly detail: DirectiveDetail }) {
  const t = useText('directives');
  const unsaved = useReviewDraft(detail);
  const { draft, edit } = unsaved;
  const steps = useReviewSteps(detail, unsaved);
  const options = useReviewOptions(detail);
  const [openPath, setOpenPath] = useState<string | null>(null);
  const [shownSide, setShownSide] = useState('tree');
  const { reviewed } = detail;
  const clauses = flatten(draft.clauses);
  const isEditable = detail.abilities.review;
  const openClause = clauses.find(({ clause }) => clause.path === openPath)?.clause;
  return (
    <Page
      title={detail.subject === '' ? t('list.title') : detail.subject}
      lead={`${numberAndSymbol(detail)} · ${t(`state.${detail.state}`)}`}
      crumbs={[{ label: t('list.title'), path: '/directives' }]}
      actions={<ReviewActions detail={detail} unsaved={unsaved} steps={steps} />}
    >
      {unsaved.isOutdated && !steps.isSaving ? (
        <OutdatedNotice
          mayKeep={isEditable}
          onKeep={() => unsaved.carryTo(detail)}
          onDiscard={() => unsaved.startFrom(detail)}
        />
      ) : (
        <FormError error={steps.error} />
      )}
      <EditionNotices detail={detail} />
      <div className={styles.switch}>
        <SegmentedControl
          aria-label={t('review.side')}
          value={shownSide}
          onChange={setShownSide}
          data={[
            { value: 'tree', label: t('review.tree') },
            { value: 'source', label: t('review.source') },
          ]}
        />
      </div>
      <div className={styles.columns} data-shown={shownSide}>
        <SourceText
          text={detail.sourceText}
          range={openClause?.source ?? null}
          label={t('review.source')}
          file={
            detail.fileBytes === null
              ? null
              : { address: endpointUrl(readDirectiveFile, { params: { id: detail.id } }), bytes: detail.fileBytes }
          }
        />
        <div className={styles.side}>
          <ReviewHeading
            heading={draft.heading}
            reviewed={reviewed}
            isEditable={isEditable}
            onChange={(heading) => edit({ heading }, 'heading')}
          />
          <ChainSection directiveId={detail.id} />
          <ReviewFindings
            repairs={reviewed.repairs}
            warnings={openWarnings(reviewed.warnings, draft.heading)}
            readWarnings={detail.readWarnings}
            decisions={draft.decisions}
            saved={reviewed.decisions}
            isEditable={isEditable}
            onDecide={(decisions) => edit({ decisions })}
          />
          <ReviewClauses detail={detail} unsaved={unsaved} options={options} openPath={openPath} onOpen={setOpenPath} />
          <Section title={t('review.history')}>
            <HistoryRows rows={withFieldWords(detail.history, t, options)} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
