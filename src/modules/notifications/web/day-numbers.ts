/** "7, 3, 1" → [7, 3, 1]; an empty text is no days; null where it is not such a list. */
export function readDayList(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const days = words.map((word) => readDayCount(word, 1, 60));
  return days.length > 6 || days.includes(null) ? null : days.flatMap((day) => day ?? []);
}

export function readDayCount(text: string, least: number, most: number): number | null {
  const count = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(count) && count >= least && count <= most ? count : null;
}
