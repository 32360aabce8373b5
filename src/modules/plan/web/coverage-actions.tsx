import { Button } from '@mantine/core';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { saveFile } from '../../../platform/ui/save-file.ts';
import { useAbility } from '../../../platform/ui/session.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Matrix } from '../plan.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './coverage.module.css';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** From the matrix onwards: the tasks, the plan, the table for a spreadsheet, the report. */
export function CoverageActions({ planId, matrix }: { readonly planId: string; readonly matrix: Matrix | undefined }) {
  const t = useText('plan');
  const platform = useText('platform');
  const localName = useLocalName();
  const readsReports = useAbility('readReports');
  const save = async (data: Matrix) => {
    const { coverageSheet } = await import('./coverage-sheet.ts');
    const bytes = coverageSheet(data, {
      sheet: t('coverage.title'),
      path: t('coverage.sheet_path'),
      clause: t('matrix.corner'),
      column: localName,
      cell: ({ state, count }) => (count > 0 ? `${platform(`state.${state}`)} (${count})` : platform(`state.${state}`)),
    });
    saveFile({ bytes, type: sheetType, name: `${t('coverage.sheet_file')}-${data.plan.year}-${data.today}.xlsx` });
  };
  return (
    <>
      <DeskLink to="/tasks" className={styles.linkButton ?? ''}>
        {t('tasks.title')}
      </DeskLink>
      <DeskLink to="/plans/$planId" params={{ planId }} className={styles.linkButton ?? ''}>
        {t('plan.title')}
      </DeskLink>
      <Button disabled={matrix === undefined} onClick={() => matrix && void save(matrix)}>
        {t('coverage.sheet')}
      </Button>
      {readsReports ? (
        <DeskLink to="/reports/new" className={styles.linkButton ?? ''} data-primary>
          {t('coverage.to_report')}
        </DeskLink>
      ) : null}
    </>
  );
}
