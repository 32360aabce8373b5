import type { Balance } from '../newsroom.balance.contract.ts';

/** So many months without anything are worth a look; a single quiet month is not. */
const quietMonthsToTell = 2;

/** Pure: themes without anything in a language, up to the current month and after it; the longest silence first. */
export function findGaps(
  input: Pick<Balance, 'currentMonth' | 'firstMonth' | 'themes' | 'languages' | 'cells'>,
): Balance['gaps'] {
  const { currentMonth, firstMonth, themes, languages, cells } = input;
  if (currentMonth === null) return [];
  const gaps = themes.flatMap((theme) =>
    languages.map((language) => {
      const own = cells.filter((cell) => cell.themeId === theme.id && cell.language === language.code);
      const isComing = own.some((cell) => cell.planned > 0 && cell.month >= currentMonth);
      const last = Math.max(firstMonth - 1, ...own.filter((cell) => cell.published > 0).map((cell) => cell.month));
      return { themeId: theme.id, language: language.code, quietMonths: isComing ? 0 : currentMonth - last };
    }),
  );
  return gaps
    .filter((gap) => gap.quietMonths >= quietMonthsToTell)
    .sort((left, right) => right.quietMonths - left.quietMonths);
}
