import { Button, NativeSelect, Select } from '@mantine/core';
import { useText } from '../../../platform/ui/use-text.ts';
import type { Matrix } from '../plan.shapes.contract.ts';
import { useLocalName } from './cell-name.ts';
import styles from './coverage.module.css';

/** What the matrix is narrowed to; null and false: nothing. */
export interface CoverageFilter {
  readonly themeId: string | null;
  readonly unitId: string | null;
  /** `q1` … `q4`, `m1` … `m12` of the year of the plan. */
  readonly period: string | null;
  readonly isGapsFirst: boolean;
}
export const noFilter: CoverageFilter = { themeId: null, unitId: null, period: null, isGapsFirst: false };

/** The query of the interface for a filter. */
export function filterQuery(filter: CoverageFilter) {
  return {
    ...(filter.themeId === null ? {} : { themeId: filter.themeId }),
    ...(filter.unitId === null ? {} : { unitId: filter.unitId }),
    ...(filter.isGapsFirst ? { gapsFirst: 'true' as const } : {}),
  };
}

interface CoverageFiltersProps {
  readonly filter: CoverageFilter;
  readonly onChange: (filter: CoverageFilter) => void;
  readonly themes: Matrix['themes'];
  /** Every unit, also those that the filter hides. */
  readonly units: Matrix['columns'];
  /** The months are columns already, or a phone shows one unit at a time. */
  readonly hasPeriod: boolean;
  readonly hasUnit: boolean;
}

export function CoverageFilters({ filter, onChange, themes, units, hasPeriod, hasUnit }: CoverageFiltersProps) {
  const t = useText('plan');
  const localName = useLocalName();
  return (
    <>
      <NativeSelect
        aria-label={t('coverage.theme')}
        size="xs"
        className={styles.theme}
        value={filter.themeId ?? ''}
        onChange={(event) => onChange({ ...filter, themeId: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('coverage.all_themes') },
          ...themes.map((theme) => ({ value: theme.id, label: localName(theme.titles) })),
        ]}
      />
      {hasUnit ? (
        <Select
          aria-label={t('coverage.unit')}
          placeholder={t('coverage.all_units')}
          size="xs"
          className={styles.theme}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('coverage.all_units') }}
          nothingFoundMessage={t('coverage.no_unit_found')}
          value={filter.unitId}
          onChange={(unitId) => onChange({ ...filter, unitId })}
          data={units.map((unit) => ({ value: unit.id, label: localName(unit.names) }))}
        />
      ) : null}
      {hasPeriod ? (
        <NativeSelect
          aria-label={t('coverage.period')}
          size="xs"
          value={filter.period ?? ''}
          onChange={(event) => onChange({ ...filter, period: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('coverage.whole_year') },
            ...[1, 2, 3, 4].map((quarter) => ({ value: `q${quarter}`, label: t('coverage.quarter', { quarter }) })),
            ...Array.from({ length: 12 }, (_, index) => ({
              value: `m${index + 1}`,
              label: t('coverage.month_short', { month: index + 1 }),
            })),
          ]}
        />
      ) : null}
      <Button
        size="xs"
        variant={filter.isGapsFirst ? 'filled' : 'default'}
        aria-pressed={filter.isGapsFirst}
        onClick={() => onChange({ ...filter, isGapsFirst: !filter.isGapsFirst })}
      >
        {t('coverage.gaps_first')}
      </Button>
    </>
  );
}
