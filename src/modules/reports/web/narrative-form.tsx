import { Button, Stack, Textarea } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import type { ReportDetail } from '../reports.contract.ts';
import { contestedParts, isUnsaved, type NarrativeDraft, narrativeParts, rebase, typeInto } from './narrative-draft.ts';
import styles from './reports.module.css';

interface NarrativeFormProps {
  readonly report: ReportDetail;
  readonly draft: NarrativeDraft | null;
  readonly isSaving: boolean;
  readonly onChange: (draft: NarrativeDraft | null) => void;
}

/** The six parts that people write. When somebody else saved meanwhile it says so, and nothing typed is lost. */
export function NarrativeForm({ report, draft, isSaving, onChange }: NarrativeFormProps) {
  const t = useText('reports');
  const typed = isUnsaved(draft) ? draft : null;
  const isStale = typed !== null && typed.base.version !== report.version && !isSaving;
  const contested = isStale ? contestedParts(typed, report) : [];
  const isOpen = report.abilities.edit;
  return (
    <Stack gap="md">
      {isStale ? (
        <div role="alert" className={styles.stale}>
          <p className={styles.staleText}>{t(isOpen ? 'detail.stale' : 'detail.staleSigned')}</p>
          <Button variant="default" onClick={() => onChange(isOpen ? rebase(typed, report) : null)}>
            {t(isOpen ? 'detail.rebase' : 'detail.showSigned')}
          </Button>
        </div>
      ) : null}
      {narrativeParts.map((part) => (
        <div key={part}>
          <Textarea
            label={t(`narrative.${part}`)}
            value={(typed ?? report).narrative[part]}
            readOnly={!isOpen}
            autosize
            minRows={2}
            maxLength={20_000}
            onChange={(event) => onChange(typeInto(typed, report, part, event.currentTarget.value))}
          />
          {contested.includes(part) ? (
            <p className={styles.contested}>
              {t('detail.theirs')} {report.narrative[part] || t('detail.theirsEmpty')}
            </p>
          ) : null}
        </div>
      ))}
    </Stack>
  );
}
