import { Button } from '@mantine/core';
import { DeskLink } from '../../../platform/ui/desk-link.tsx';
import { saveFile } from '../../../platform/ui/save-file.ts';
import { useAbility } from '../../../platform/ui/session.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Matrix } from '../plan.shapes.contract.ts';
import styles from './coverage.module.css';
import type { CoverageSheet } from './coverage-sheet.ts';

interface CoverageActionsProps {
  readonly planId: string;
  readonly matrix: Matrix | undefined;
  /** Reads what the workbook holds: both views, as they are filtered now. */
  readonly readSheets: () => Promise<readonly CoverageSheet[]>;
}

/** From the matrix onwards: the tasks, the plan, paper, the table for a spreadsheet, the report. */
export function CoverageActions({ planId, matrix, readSheets }: CoverageActionsProps) {
  const t = useText('plan');
  const platform = useText('platform');
  const readsReports = useAbility('readReports');
  const save = async (data: Matrix) => {
    const { coverageWorkbook } = await import('./coverage-sheet.ts');
    const file = await coverageWorkbook(await readSheets(), {
      path: t('coverage.sheet_path'),
      clause: t('matrix.corner'),
      cell: ({ state, count }) => (count > 0 ? `${platform(`state.${state}`)} (${count})` : platform(`state.${state}`)),
    });
    saveFile({ file, name: `${t('coverage.sheet_file')}-${data.plan.year}-${data.today}.xlsx` });
  };
  return (
    <>
      <DeskLink to="/tasks" className={styles.linkButton ?? ''}>
        {t('tasks.title')}
      </DeskLink>
      <DeskLink to="/plans/$planId" params={{ planId }} className={styles.linkButton ?? ''}>
        {t('plan.title')}
      </DeskLink>
      <Button disabled={matrix === undefined} onClick={() => window.print()}>
        {t('coverage.print')}
      </Button>
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
