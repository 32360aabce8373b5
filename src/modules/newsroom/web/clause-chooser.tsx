import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormError, QueryStates } from '../../../platform/ui/states.tsx';
import { useEndpoint, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { confirmClauses, getStory, listStoryClauses } from '../newsroom.contract.ts';
import { limits, type StoryDetail } from '../newsroom.shapes.contract.ts';
import styles from './story.module.css';

const shownAtFirst = 8;

/** What the story serves: proposed from its words, confirmed by a person. */
export function ClauseChooser({ story }: { readonly story: StoryDetail }) {
  const t = useText('newsroom');
  const query = useEndpoint(listStoryClauses, { params: { id: story.id } });
  const mayConfirm = story.abilities.confirm_clauses;
  const confirmed = story.clauses.filter((clause) => clause.state === 'confirmed');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(confirmed.map((clause) => clause.clauseId)));
  const [reason, setReason] = useState(story.noClauseReason ?? '');
  const [showsAll, setShowsAll] = useState(false);
  const confirm = useEndpointMutation(confirmClauses, { invalidates: [getStory, listStoryClauses] });
  if (!mayConfirm) {
    return (
      <ul className={styles.clauses}>
        {confirmed.map((clause) => (
          <li key={clause.clauseId}>
            <b>{clause.path}</b> {clause.title}
          </li>
        ))}
        {confirmed.length === 0 ? <li>{story.noClauseReason ?? t('page.no_clause')}</li> : null}
      </ul>
    );
  }
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const save = () =>
    confirm.mutate({
      params: { id: story.id },
      body: {
        version: story.version,
        confirmed: [...chosen],
        noClauseReason: chosen.size === 0 && reason.trim() !== '' ? reason : null,
      },
    });
  return (
    <QueryStates query={query} rows={3}>
      {({ clauses }) => {
        const taken = clauses.filter((clause) => chosen.has(clause.clauseId));
        const others = clauses.filter((clause) => !chosen.has(clause.clauseId));
        const suggested = others.filter((clause) => clause.isSuggested);
        const first = [...taken, ...(suggested.length > 0 ? suggested : others).slice(0, shownAtFirst)];
        const shown = showsAll ? clauses : clauses.filter((clause) => first.includes(clause));
        return (
          <>
            <ul className={styles.clauses}>
              {shown.map((clause) => (
                <li key={clause.clauseId}>
                  <Checkbox
                    checked={chosen.has(clause.clauseId)}
                    onChange={() => toggle(clause.clauseId)}
                    label={`${clause.path} ${clause.title}`}
                    description={
                      clause.isSuggested
                        ? t('page.suggested', { words: clause.sharedWords.slice(0, 5).join(', ') })
                        : null
                    }
                  />
                </li>
              ))}
            </ul>
            {clauses.length === 0 ? <p>{t('page.no_directive')}</p> : null}
            {chosen.size === 0 ? (
              <TextInput
                mb="sm"
                label={t('page.no_clause_reason')}
                value={reason}
                maxLength={limits.reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : null}
            <FormError error={confirm.error} />
            <div className={styles.buttons}>
              <Button variant="default" size="xs" loading={confirm.isPending} onClick={save}>
                {t('page.confirm_clauses')}
              </Button>
              {clauses.length > shown.length ? (
                <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
                  {t('page.show_all_clauses', { count: clauses.length })}
                </Button>
              ) : null}
            </div>
          </>
        );
      }}
    </QueryStates>
  );
}
