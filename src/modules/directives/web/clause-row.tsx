import { useDateFormat } from '../../../platform/ui/date-text.tsx';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ClauseChange, StructureStep } from '../directives.contract.ts';
import type { ParsedClause } from '../directives.parsed.ts';
import { ClauseEditor } from './clause-editor.tsx';
import { ClauseGrounds } from './clause-grounds.tsx';
import styles from './review.module.css';
import { nameIn, type ReviewOptions } from './review-options.ts';

export interface ClauseRowProps {
  readonly directiveId: string;
  readonly clause: ParsedClause;
  readonly depth: number;
  readonly shown: ClauseChange;
  readonly isOpen: boolean;
  readonly isEditable: boolean;
  readonly options: ReviewOptions;
  readonly tree: readonly ParsedClause[];
  readonly textBefore: string;
  readonly onStep: (step: StructureStep) => void;
  readonly onToggle: () => void;
  readonly onChange: (change: ClauseChange) => void;
}

/** One clause: its wording and what was understood; opened, the fields to correct it. */
export function ClauseRow(props: ClauseRowProps) {
  const { clause, depth, shown, isOpen, isEditable, options, onToggle, onChange } = props;
  const t = useText('directives');
  const formatDate = useDateFormat();
  const isDuty = shown.nature === 'assignment';
  const tags = [
    t(`nature.${shown.nature}`),
    ...(shown.mode ? [t(`mode.${shown.mode}`)] : []),
    ...shown.unitIds.map((id) => nameIn(options.units, id)),
    ...(isDuty && (shown.supportingUnitIds ?? []).length > 0
      ? [
          t('tag.supporting', {
            units: (shown.supportingUnitIds ?? []).map((id) => nameIn(options.units, id)).join(', '),
          }),
        ]
      : []),
    ...shown.channelIds.map((id) => nameIn(options.channels, id)),
    ...(isDuty && shown.dueOn ? [t('tag.due', { day: formatDate(shown.dueOn) })] : []),
    ...clause.dates.filter((date) => !isDuty || date !== shown.dueOn).map((date) => formatDate(date)),
    ...(isDuty && shown.rhythm ? [t(`rhythm.${shown.rhythm}`)] : []),
    ...(isDuty && shown.expected ? [`${shown.expected.count} ${shown.expected.kind}`] : []),
  ];
  return (
    <li className={[undefined, styles.depth1, styles.depth2][depth] ?? (depth > 0 ? styles.depth3 : '')}>
      <button type="button" className={styles.clause} aria-expanded={isOpen} data-path={clause.path} onClick={onToggle}>
        <span className={styles.path}>{clause.path}</span>
        <span className={clause.children.length > 0 ? styles.title : ''}>{shown.title ?? shown.text}</span>
        <span className={styles.tags}>{tags.join(' · ')}</span>
      </button>
      {isOpen ? <ClauseGrounds clause={clause} options={options} /> : null}
      {isOpen && isEditable ? (
        <ClauseEditor
          clause={clause}
          tree={props.tree}
          textBefore={props.textBefore}
          shown={shown}
          options={options}
          onStep={props.onStep}
          onChange={onChange}
          onClose={onToggle}
        />
      ) : null}
      {isOpen && !isEditable ? (
        <DeskLink
          to="/trace"
          search={{ directiveId: props.directiveId, path: clause.path }}
          className={styles.trace ?? ''}
        >
          {t('pairs.trace')}
        </DeskLink>
      ) : null}
    </li>
  );
}
