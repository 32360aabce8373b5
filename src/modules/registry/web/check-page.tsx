import { Button, FileInput } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { callEndpoint } from '../../../platform/ui/api-client.ts';
import { Page, Section } from '../../../platform/ui/page.tsx';
import { saveFile } from '../../../platform/ui/save-file.ts';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { type CheckFinding, checkFile, mendFile } from '../registry.check.contract.ts';
import { FindingList } from './finding-list.tsx';
import { FindingVerdict } from './finding-verdict.tsx';
import styles from './registry.module.css';
import { RegistryTabs } from './registry-tabs.tsx';

const severities = ['error', 'suggestion', 'note'] as const;

/** Drop any .docx: what is not as Nghị định 30/2020/NĐ-CP wants it, and a mended copy where that is safe. */
export function CheckPage() {
  const t = useText('registry');
  const [file, setFile] = useState<File | null>(null);
  const [mendError, setMendError] = useState<unknown>(null);
  const [isOver, setIsOver] = useState(false);
  const check = useEndpointMutation(checkFile);
  const take = (next: File | null) => {
    setFile(next);
    setMendError(null);
    if (next) check.mutate({ body: {}, file: next });
    else check.reset();
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0] ?? null);
  };
  const mend = async (findings: readonly CheckFinding[]) => {
    if (!file) return;
    try {
      const body = { ids: findings.map(({ id }) => id).join('\n') };
      const copy = (await callEndpoint(mendFile, { body, file })) as Blob;
      const name = `${file.name.replace(/\.docx$/i, '')}-da-sua.docx`;
      saveFile({ file: copy, name });
      setMendError(null);
    } catch (error) {
      setMendError(error);
    }
  };
  const findings = check.data?.findings ?? [];
  const mendable = findings.filter(({ canMend }) => canMend);
  return (
    <Page title={t('check.title')} lead={t('check.lead')}>
      <RegistryTabs />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the file button, which the keyboard reaches */}
      <div
        className={styles.drop}
        {...(isOver ? { 'data-over': true } : {})}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <FileInput
          label={t('check.file')}
          description={t('check.fileHelp')}
          placeholder={t('receive.choose')}
          accept=".docx"
          value={file}
          onChange={take}
          clearable
          clearButtonProps={{ 'aria-label': t('check.clearFile') }}
        />
      </div>
      <FormError error={check.error ?? mendError} />
      <div aria-live="polite" aria-busy={check.isPending}>
        {check.isPending ? <p>{t('check.working')}</p> : null}
        {check.data ? (
          <>
            <FindingVerdict findings={findings} />
            {check.data.form === 'party' ? <p className="note">{t('check.party')}</p> : null}
            {mendable.length > 0 ? (
              <Button variant="filled" onClick={() => void mend(mendable)}>
                {t('check.mendAll', { count: mendable.length })}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
      {severities.map((severity) => {
        const shown = findings.filter((finding) => finding.severity === severity);
        return shown.length === 0 ? null : (
          <Section key={severity} title={t(`check.${severity}`)} note={t(`check.${severity}Note`)}>
            <FindingList findings={shown} onMend={(finding) => void mend([finding])} />
          </Section>
        );
      })}
    </Page>
  );
}
