import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Section } from '../../../platform/ui/page.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DirectiveDetail, StructureStep } from '../directives.contract.ts';
import { restructure } from '../directives.structure.ts';
import { ClauseRow } from './clause-row.tsx';
import styles from './review.module.css';
import { changeOf, flatten, stepDraft } from './review-draft.ts';
import type { ReviewOptions } from './review-options.ts';
import type { UnsavedReview } from './use-review-draft.ts';

const moves: Readonly<Record<string, 'up' | 'down' | 'in' | 'out'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

interface ReviewClausesProps {
  readonly detail: DirectiveDetail;
  readonly unsaved: UnsavedReview;
  readonly options: ReviewOptions;
  readonly openPath: string | null;
  readonly onOpen: (path: string | null) => void;
}

/** The tree as it was understood. Arrow keys go from clause to clause; with Alt they move the clause itself. */
export function ReviewClauses({ detail, unsaved, options, openPath, onOpen }: ReviewClausesProps) {
  const t = useText('directives');
  const { draft, edit } = unsaved;
  const list = useRef<HTMLUListElement>(null);
  const [focusPath, setFocusPath] = useState<string | null>(null);
  const clauses = flatten(draft.clauses);
  const isEditable = detail.abilities.review;
  const leaves = clauses.filter(({ clause }) => clause.children.length === 0);
  useEffect(() => {
    if (focusPath === null) return;
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(focusPath)}"]`)?.focus();
    setFocusPath(null);
  }, [focusPath]);
  const take = (step: StructureStep) => {
    const next = stepDraft(draft, step, detail.sourceText);
    const moved = restructure(draft.clauses, step, detail.sourceText)?.renamed;
    if (next === null || moved === undefined) return;
    edit(next);
    onOpen(openPath === null ? null : (moved.get(openPath) ?? null));
    setFocusPath(moved.get(step.path) ?? null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-path]') : null;
    const to = moves[event.key];
    if (row === null || to === undefined) return;
    const path = row.dataset.path ?? '';
    if (event.altKey && isEditable) {
      event.preventDefault();
      take({ kind: 'move', path, to });
    } else if (to === 'up' || to === 'down') {
      event.preventDefault();
      const index = clauses.findIndex(({ clause }) => clause.path === path) + (to === 'up' ? -1 : 1);
      setFocusPath(clauses[index]?.clause.path ?? null);
    }
  };
  return (
    <Section title={t('review.clauses')} note={t('review.leaves', { count: leaves.length })}>
      {isEditable ? <p className={styles.hint}>{t('review.keys')}</p> : null}
      <ul ref={list} className={styles.plain} onKeyDown={onKeyDown}>
        {clauses.map(({ clause, depth }, index) => {
          const before = clauses[index - 1]?.clause;
          return (
            <ClauseRow
              key={clause.path}
              directiveId={detail.id}
              clause={clause}
              depth={depth}
              shown={draft.changes.get(clause.path) ?? changeOf(clause)}
              isOpen={openPath === clause.path}
              isEditable={isEditable}
              options={options}
              tree={draft.clauses}
              textBefore={before ? (draft.changes.get(before.path)?.text ?? before.text) : ''}
              onStep={take}
              onToggle={() => onOpen(openPath === clause.path ? null : clause.path)}
              onChange={(change) => edit({ changes: new Map(draft.changes).set(clause.path, change) }, clause.path)}
            />
          );
        })}
      </ul>
    </Section>
  );
}
