import { Checkbox, Stack } from '@mantine/core';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { FormError } from '../../../platform/ui/states.tsx';
import { useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { chooseAnnexes, type ReportDetail, type ReportMatrixContent, readReport } from '../reports.contract.ts';

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
    onSuccess: onChosen,
    onError: onRefused,
  });
  const { matrix } = report.content;
  return (
    <Stack gap="md">
      {report.abilities.edit ? (
        <Checkbox
          label={t('annex.with_matrix')}
          description={t('annex.with_matrix_help')}
          checked={report.withMatrix}
          disabled={choose.isPending}
          onChange={(event) =>
            choose.mutate({
              params: { id: report.id },
              body: { version: report.version, withMatrix: event.currentTarget.checked },
            })
          }
        />
      ) : null}
      <FormError error={choose.error} />
      {matrix === null ? null : <MatrixRows matrix={matrix} />}
    </Stack>
  );
}

type Row = ReportMatrixContent['rows'][number];

function MatrixRows({ matrix }: { readonly matrix: ReportMatrixContent }) {
  const t = useText('reports');
  const cellWords = (row: Row, unitId: string) => {
    const cell = row.cells[unitId];
    if (cell === undefined || cell.state === 'none') return '';
    const words = t(`cell.${cell.state}`);
    return cell.count > 0 ? `${words} (${cell.count})` : words;
  };
  const communeWords = ({ communes }: Row) => {
    if (communes === null) return '';
    const rest = (['late', 'empty', 'declined'] as const).filter((state) => communes[state] > 0);
    return [
      `${communes.done}/${matrix.communeCount}`,
      ...rest.map((state) => `${communes[state]} ${t(`cell.${state}`)}`),
    ].join(', ');
  };
  return (
    <DataTable
      caption={t('annex.table')}
      rows={matrix.rows.filter((row) => row.communes !== null || Object.keys(row.cells).length > 0)}
      rowKey={(row) => row.clauseId}
      columns={[
        { key: 'clause', label: t('detail.clause'), heading: true, render: (row) => `${row.path} ${row.title}` },
        ...matrix.units.map((unit) => ({
          key: unit.id,
          label: unit.name,
          render: (row: Row) => cellWords(row, unit.id),
        })),
        { key: 'communes', label: t('annex.communes'), render: communeWords },
      ]}
    />
  );
}
