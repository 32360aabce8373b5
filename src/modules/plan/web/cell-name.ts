import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/ui/use-text.ts';
import type { CellState } from '../plan.shapes.contract.ts';

type Names = Readonly<Record<string, string>>;

/** A name in the reader's language, else in Vietnamese. */
export function useLocalName(): (names: Names) => string {
  const { i18n } = useTranslation();
  return (names) => names[i18n.language.slice(0, 2)] ?? names.vi ?? '';
}

/** The name of a cell for those who do not see it: “II.2/1, Xã Khổng Lào: đang làm”. */
export function useCellName(): (cell: { path: string; column: string; state: CellState; count: number }) => string {
  const t = useText('plan');
  const platform = useText('platform');
  return ({ path, column, state, count }) => {
    const word = state === 'none' ? t('matrix.none') : platform(`state.${state}`);
    return state === 'done' && count > 0
      ? t('matrix.cell_with_count', { path, column, state: word, count })
      : t('matrix.cell', { path, column, state: word });
  };
}
