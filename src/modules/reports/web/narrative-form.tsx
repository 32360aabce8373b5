import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ReportDetail } from '../reports.contract.ts';
import {
  contestedParts,
  isTitleTooShort,
  isUnsaved,
  type NarrativeDraft,
  narrativeParts,
  rebase,
  typeInto,
  wordsOf,
} from './narrative-draft.ts';
import styles from './reports.module.css';

interface NarrativeFormProps {
  readonly report: ReportDetail;
  readonly draft: NarrativeDraft | null;
  readonly isSaving: boolean;
  readonly onChange: (draft: NarrativeDraft | null) => void;
}

/** The name and the six parts that people write. When somebody else saved meanwhile it says so, and nothing typed is lost. */
export function NarrativeForm({ report, draft, isSaving, onChange }: NarrativeFormProps) {
  const t = useText('reports');
  const typed = isUnsaved(draft) ? draft : null;
  const isStale = typed !== null && typed.base.version !== report.version && !isSaving;
  const saved = wordsOf(report);
  const contested = isStale ? contestedParts(typed, saved) : [];
  const { narrative } = typed ?? saved;
  const isOpen = report.abilities.edit;
  return (
    <Stack gap="md">
      {isStale ? (
        <div role="alert" className={styles.stale}>
          <p className={styles.staleText}>{t(isOpen ? 'detail.stale' : 'detail.staleSigned')}</p>
          <Button variant="default" onClick={() => onChange(isOpen ? rebase(typed, saved) : null)}>
            {t(isOpen ? 'detail.rebase' : 'detail.showSigned')}
          </Button>
        </div>
      ) : null}
      {narrativeParts.map((part) => (
        <div key={part}>
          {part === 'title' ? (
            <TextInput
              label={t('list.name')}
              value={narrative.title}
              readOnly={!isOpen}
              maxLength={300}
              error={isTitleTooShort(narrative) ? t('detail.titleMissing') : null}
              onChange={(event) => onChange(typeInto(typed, saved, part, event.currentTarget.value))}
            />
          ) : (
            <Textarea
              label={t(`narrative.${part}`)}
              value={narrative[part]}
              readOnly={!isOpen}
              autosize
              minRows={2}
              maxLength={20_000}
              onChange={(event) => onChange(typeInto(typed, saved, part, event.currentTarget.value))}
            />
          )}
          {contested.includes(part) ? (
            <p className={styles.contested}>
              {t('detail.theirs')} {saved.narrative[part] || t('detail.theirsEmpty')}
            </p>
          ) : null}
        </div>
      ))}
    </Stack>
  );
}
