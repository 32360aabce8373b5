import { Select } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../../platform/ui/states.tsx';
import { Stitch } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Matrix } from '../plan.shapes.contract.ts';
import { useCellName, useLocalName } from './cell-name.ts';
import styles from './coverage.module.css';
import type { SelectedCell } from './coverage-selection.ts';

/** On a phone the matrix opens by unit: one column as a list, instead of sideways scrolling. */
export function CoverageByUnit({
  matrix,
  onSelect,
}: {
  readonly matrix: Matrix;
  readonly onSelect: (cell: SelectedCell) => void;
}) {
  const t = useText('plan');
  const localName = useLocalName();
  const cellName = useCellName();
  const [unitId, setUnitId] = useState(
    () =>
      matrix.columns.find((column) => matrix.rows.some((row) => row.cells[column.id]))?.id ??
      matrix.columns[0]?.id ??
      '',
  );
  const column = matrix.columns.find((each) => each.id === unitId);
  const rows = matrix.rows.filter((row) => row.cells[unitId] !== undefined);
  const groups = [...new Set(rows.map((row) => row.groupPath))];
  return (
    <div className={styles.byUnit}>
      <Select
        label={t('coverage.unit')}
        searchable
        allowDeselect={false}
        data={matrix.columns.map((each) => ({ value: each.id, label: localName(each.names) }))}
        value={unitId}
        onChange={(value) => value && setUnitId(value)}
      />
      {rows.length === 0 ? <EmptyState title={t('coverage.unit_empty')} /> : null}
      {groups.map((group) => {
        const inGroup = rows.filter((row) => row.groupPath === group);
        return (
          <section key={group}>
            <h2>{`${group}. ${inGroup[0]?.groupTitle ?? ''}`}</h2>
            {inGroup.map((row) => {
              const cell = row.cells[unitId] ?? { state: 'none' as const, count: 0 };
              if (cell.state === 'none') return null;
              return (
                <button
                  key={row.clauseId}
                  type="button"
                  className={styles.line}
                  onClick={() => onSelect({ clauseId: row.clauseId, columnId: unitId })}
                >
                  <Stitch state={cell.state} count={cell.count > 0 ? cell.count : undefined} size={20} title={null} />
                  <span>
                    {row.title}
                    <small>
                      {cellName({
                        path: row.path,
                        column: column === undefined ? '' : localName(column.names),
                        state: cell.state,
                        count: cell.count,
                      })}
                    </small>
                  </span>
                </button>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}
