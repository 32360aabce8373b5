import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { chooseAnnexes, type ReportDetail, type ReportMatrixContent, readReport } from '../reports.contract.ts';
import styles from './reports.module.css';

interface ReportAnnexProps {
  readonly report: ReportDetail;
  /** The version moved on and the words did not: what is being typed lies over this one now. */
  readonly onChosen: (saved: ReportDetail) => void;
  readonly onRefused: () => void;
}

/** Whether the coverage matrix goes with the report, and the matrix as the annex will print it. */
export function ReportAnnex({ report, onChosen, onRefused }: ReportAnnexProps) {
  const t = useText('reports');
  const choose = useEndpointMutation(chooseAnnexes, {
    invalidates: [readReport],
    onSuccess: (saved) => {
      setWanted(null);
      onChosen(saved);
    },
    onError: () => {
      setWanted(null);
      onRefused();
    },
  });
  const { matrix } = report.content;
  // The box follows the hand at once; what the server keeps follows a moment later.
  const [wanted, setWanted] = useState<boolean | null>(null);
  return (
    <Stack gap="md">
      {report.abilities.edit ? (
        <Checkbox
          label={t('annex.with_matrix')}
          description={t('annex.with_matrix_help')}
          checked={wanted ?? report.withMatrix}
          disabled={choose.isPending}
          onChange={(event) => {
            const withMatrix = event.currentTarget.checked;
            setWanted(withMatrix);
            choose.mutate({ params: { id: report.id }, body: { version: report.version, withMatrix } });
          }}
        />
      ) : null}
      <FormError error={choose.error} />
      {matrix === null ? null : <MatrixRows matrix={matrix} />}
    </Stack>
  );
}

type Row = ReportMatrixContent['rows'][number];

/** Each clause with the units that it concerns, as words: as many units as there are, a row stays as wide as the page. */
function MatrixRows({ matrix }: { readonly matrix: ReportMatrixContent }) {
  const t = useText('reports');
  const unitWords = (row: Row) =>
    matrix.units.flatMap(({ id, name }) => {
      const cell = row.cells[id];
      if (cell === undefined || cell.state === 'none') return [];
      const words = t(`cell.${cell.state}`);
      return [{ id, text: `${name}: ${cell.count > 0 ? `${words} (${cell.count})` : words}` }];
    });
  const communeWords = ({ communes }: Row) => {
    if (communes === null) return '–';
    const rest = (['late', 'empty', 'declined', 'running'] as const).filter((state) => communes[state] > 0);
    return [
      `${communes.done}/${matrix.communeCount} ${t('cell.done')}`,
      ...rest.map((state) => `${communes[state]} ${t(`cell.${state}`)}`),
    ].join(', ');
  };
  const isBlank = (row: Row) => row.communes === null && Object.keys(row.cells).length === 0;
  const blank = matrix.rows.filter(isBlank);
  return (
    <>
      {blank.length > 0 ? <p>{t('annex.blank', { paths: blank.map((row) => row.path).join('; ') })}</p> : null}
      <DataTable
        caption={t('annex.table')}
        rows={matrix.rows.filter((row) => !isBlank(row))}
        rowKey={(row) => row.clauseId}
        columns={[
          { key: 'clause', label: t('detail.clause'), heading: true, render: (row) => `${row.path} ${row.title}` },
          {
            key: 'units',
            label: t('annex.units'),
            render: (row) => (
              <ul className={styles.evidence}>
                {unitWords(row).map((unit) => (
                  <li key={unit.id}>{unit.text}</li>
                ))}
              </ul>
            ),
          },
          { key: 'communes', label: t('annex.communes'), render: communeWords },
        ]}
      />
    </>
  );
}
