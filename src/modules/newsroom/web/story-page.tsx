import { NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { HistoryRows } from '../../../platform/ui/history-rows.tsx';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getAsset } from '../../media/media.contract.ts';
import { listLanguages } from '../../organisation/organisation.contract.ts';
import { addEdition, getStory } from '../newsroom.contract.ts';
import type { Edition, StoryDetail } from '../newsroom.shapes.contract.ts';
import { ClauseChooser } from './clause-chooser.tsx';
import { EditionActions } from './edition-actions.tsx';
import { EditionEditor } from './edition-editor.tsx';
import { stitchOf } from './edition-stitch.ts';
import { withStoryWords } from './history-words.ts';
import { moveByArrows } from './move-by-arrows.ts';
import styles from './story.module.css';
import { SubmissionCheckList } from './submission-check-list.tsx';
import { checksOf } from './submission-checks.ts';
import { useEditionText } from './use-edition-text.ts';
import { useName } from './use-name.ts';
import { WorkPath } from './work-path.tsx';

/** One story: its editions side by side as tabs, the text, and what stands between it and the reader. */
export function StoryPage() {
  const t = useText('newsroom');
  const { storyId = '' } = useParams({ strict: false }) as { storyId?: string };
  const query = useEndpoint(getStory, { params: { id: storyId } });
  if (query.data) return <Story story={query.data} />;
  return (
    <Page title={t('page.title')} crumbs={[{ label: t('page.title'), path: '/stories' }]}>
      <QueryStates query={query}>{() => null}</QueryStates>
    </Page>
  );
}

function Story({ story }: { readonly story: StoryDetail }) {
  const t = useText('newsroom');
  const nameOf = useName();
  const [language, setLanguage] = useState(story.editions[0]?.language ?? 'vi');
  const edition = story.editions.find((each) => each.language === language) ?? story.editions[0];
  if (!edition) return null;
  return (
    <Page
      title={story.workingTitle}
      lead={`${t(`kind.${story.kind}`)} · ${nameOf(story.unitNames)}`}
      crumbs={[{ label: t('page.title'), path: '/stories' }]}
      width="full"
    >
      <div className={styles.bar}>
        <div className={styles.tabs} role="tablist" aria-label={t('page.editions')} onKeyDown={moveByArrows}>
          {story.editions.map((each) => (
            <button
              key={each.id}
              id={`tab-${each.id}`}
              type="button"
              role="tab"
              aria-selected={each.id === edition.id}
              aria-controls="edition"
              tabIndex={each.id === edition.id ? 0 : -1}
              className={styles.tab}
              onClick={() => setLanguage(each.language)}
            >
              <Stitch state={stitchOf(each)} title={null} /> {each.languageNames.own ?? each.languageNames.vi}{' '}
              <small>{stateWords(each, t)}</small>
            </button>
          ))}
        </div>
        {story.abilities.add_edition ? <AddEdition story={story} onAdded={setLanguage} /> : null}
      </div>
      <EditionDesk key={edition.id} story={story} edition={edition} />
    </Page>
  );
}

/** The text of one edition, and beside it what stands between it and the reader. */
function EditionDesk({ story, edition }: { readonly story: StoryDetail; readonly edition: Edition }) {
  const t = useText('newsroom');
  const writing = useEditionText(story, edition);
  const { text, hasUnsent } = writing;
  const cover = useEndpoint(
    getAsset,
    { params: { id: text.coverAssetId ?? '' } },
    { enabled: text.coverAssetId !== null },
  );
  const coverAlt = text.coverAssetId && cover.data ? (cover.data.altTexts[edition.language] ?? '') : null;
  const source = story.editions.find((each) => each.isSource && each.id !== edition.id) ?? null;
  return (
    <div className={styles.columns} id="edition" role="tabpanel" aria-labelledby={`tab-${edition.id}`}>
      <div className={styles.text}>
        <EditionEditor story={story} edition={edition} source={edition.isSource ? null : source} writing={writing} />
      </div>
      <aside className={styles.side} aria-label={t('page.path')}>
        <Section title={t('page.path')}>
          <WorkPath edition={edition} />
          <EditionActions story={story} edition={edition} hasUnsent={hasUnsent} />
        </Section>
        {writing.mayWrite ? (
          <Section title={t('page.checks')}>
            <SubmissionCheckList checks={checksOf({ story, edition, text, hasUnsent, coverAlt })} />
          </Section>
        ) : null}
        <Section title={t('page.serves')}>
          <ClauseChooser key={story.version} story={story} />
        </Section>
        <Section title={t('page.channels')}>
          <DeskLink to="/stories/$storyId/channels" params={{ storyId: story.id }}>
            {t('page.choose_channels')}
          </DeskLink>
        </Section>
        <Section title={t('page.history')}>
          <HistoryRows rows={withStoryWords(story, t)} />
        </Section>
      </aside>
    </div>
  );
}

function stateWords(edition: Edition, t: (key: string) => string): string {
  if (edition.isStale) return t('page.stale_short');
  return edition.publicState === 'not_public'
    ? t(`work_state.${edition.workState}`)
    : t(`public_state.${edition.publicState}`);
}

function AddEdition({ story, onAdded }: { readonly story: StoryDetail; readonly onAdded: (language: string) => void }) {
  const t = useText('newsroom');
  const languages = useEndpoint(listLanguages);
  const add = useEndpointMutation(addEdition, { invalidates: [getStory] });
  const taken = new Set(story.editions.map((edition) => edition.language));
  const free = (languages.data?.languages ?? []).filter((each) => !each.isSpokenOnly && !taken.has(each.code));
  if (free.length === 0) return null;
  return (
    <div className={styles.add}>
      <NativeSelect
        aria-label={t('page.add_language')}
        value=""
        disabled={add.isPending}
        data={[
          { value: '', label: t('page.add_language') },
          ...free.map((each) => ({ value: each.code, label: each.names.own ?? each.code })),
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen === '') return;
          add.mutate({ params: { id: story.id }, body: { language: chosen } }, { onSuccess: () => onAdded(chosen) });
        }}
      />
      <FormError error={add.error} />
    </div>
  );
}
