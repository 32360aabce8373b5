/** How many years, and by which rule of the settings they are round: 10 (năm tròn) counts before 5 (năm lẻ 5). Pure. */
export function anniversaryOf(input: {
  sinceYear: number | null;
  on: string;
  roundYears: readonly number[];
}): { years: number; roundness: number | null } | null {
  if (input.sinceYear === null) return null;
  const years = Number(input.on.slice(0, 4)) - input.sinceYear;
  if (years <= 0) return null;
  return { years, roundness: input.roundYears.find((divisor) => years % divisor === 0) ?? null };
}
