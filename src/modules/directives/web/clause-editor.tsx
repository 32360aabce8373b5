import { Button, MultiSelect, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ClauseChange, StructureStep } from '../directives.contract.ts';
import { clauseNature, type ParsedClause } from '../directives.parsed.ts';
import { ClauseDuty } from './clause-duty.tsx';
import { ClauseTools } from './clause-tools.tsx';
import styles from './review.module.css';
import type { ReviewOptions } from './review-options.ts';

/** The fields to correct one clause. A heading has one wording: it is its title and its text. */
export function ClauseEditor(props: {
  readonly clause: ParsedClause;
  readonly tree: readonly ParsedClause[];
  readonly textBefore: string;
  readonly shown: ClauseChange;
  readonly options: ReviewOptions;
  readonly onStep: (step: StructureStep) => void;
  readonly onChange: (change: ClauseChange) => void;
  readonly onClose: () => void;
}) {
  const t = useText('directives');
  const wording = useRef<HTMLTextAreaElement>(null);
  const { shown, options, onChange } = props;
  return (
    <fieldset className={styles.editor} aria-label={t('review.edit', { path: shown.path })}>
      <Stack gap="sm">
        <Textarea
          ref={wording}
          label={t('review.clauseText')}
          value={shown.text}
          autosize
          minRows={2}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange({ ...shown, text, title: shown.title === null ? null : text });
          }}
        />
        <ClauseTools
          clause={props.clause}
          tree={props.tree}
          textBefore={props.textBefore}
          shown={shown}
          wording={wording}
          onStep={props.onStep}
        />
        <NativeSelect
          label={t('review.nature')}
          value={shown.nature}
          data={clauseNature.options.map((value) => ({ value, label: t(`nature.${value}`) }))}
          onChange={(event) => onChange({ ...shown, nature: clauseNature.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('review.mode')}
          value={shown.mode ?? 'none'}
          data={(['none', 'assigned', 'requested'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ ...shown, mode: value === 'assigned' || value === 'requested' ? value : null });
          }}
        />
        <MultiSelect
          label={t('review.units')}
          description={t('review.unitsHint')}
          data={[...options.units]}
          value={[...shown.unitIds]}
          searchable
          onChange={(unitIds) => onChange({ ...shown, unitIds })}
        />
        {shown.nature === 'assignment' ? <ClauseDuty shown={shown} options={options} onChange={onChange} /> : null}
        <MultiSelect
          label={t('review.channels')}
          data={[...options.channels]}
          value={[...shown.channelIds]}
          searchable
          onChange={(channelIds) => onChange({ ...shown, channelIds })}
        />
        <div>
          <Button variant="default" size="xs" onClick={props.onClose}>
            {t('review.close')}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}
