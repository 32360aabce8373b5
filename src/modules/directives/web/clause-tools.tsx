import { Button, TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ClauseChange, StructureStep } from '../directives.contract.ts';
import type { ParsedClause } from '../directives.parsed.ts';
import { possibleSteps } from '../directives.structure.ts';
import styles from './review.module.css';

interface ClauseToolsProps {
  readonly clause: ParsedClause;
  readonly shown: ClauseChange;
  readonly tree: readonly ParsedClause[];
  /** Wording of the clause that stands before it in the text. */
  readonly textBefore: string;
  readonly wording: RefObject<HTMLTextAreaElement | null>;
  readonly onStep: (step: StructureStep) => void;
}

/** Moves a clause, takes it apart at the cursor, puts it together with the one before, gives it another label. */
export function ClauseTools({ clause, shown, tree, textBefore, wording, onStep }: ClauseToolsProps) {
  const t = useText('directives');
  const [label, setLabel] = useState(clause.label ?? '');
  const [needsCursor, setNeedsCursor] = useState(false);
  const possible = possibleSteps(tree, clause.path);
  const { path } = clause;
  const split = () => {
    const at = wording.current?.selectionStart ?? 0;
    const [first, second] = [shown.text.slice(0, at).trim(), shown.text.slice(at).trim()];
    const isBetween = first !== '' && second !== '';
    setNeedsCursor(!isBetween);
    if (isBetween) onStep({ kind: 'split', path, first, second });
    else wording.current?.focus();
  };
  const wanted = label.trim() === '' ? null : label.trim();
  return (
    <fieldset className={styles.tools}>
      <legend>{t('structure.title')}</legend>
      {(['up', 'down', 'in', 'out'] as const).map((to) => (
        <Button key={to} size="xs" disabled={!possible.has(to)} onClick={() => onStep({ kind: 'move', path, to })}>
          {t(`structure.${to}`)}
        </Button>
      ))}
      {/* The cursor in the wording must not be lost to the button. */}
      <Button
        size="xs"
        disabled={!possible.has('split')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={split}
      >
        {t('structure.split')}
      </Button>
      <Button
        size="xs"
        disabled={!possible.has('merge')}
        onClick={() => onStep({ kind: 'merge', path, text: `${textBefore} ${shown.text}`.trim() })}
      >
        {t('structure.merge')}
      </Button>
      <span className={styles.relabel}>
        <TextInput
          size="xs"
          label={t('structure.label')}
          maxLength={40}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button
          size="xs"
          disabled={wanted === clause.label}
          onClick={() => onStep({ kind: 'relabel', path, label: wanted })}
        >
          {t('structure.relabel')}
        </Button>
      </span>
      <p role="status">{needsCursor ? t('structure.needs_cursor') : ''}</p>
    </fieldset>
  );
}
