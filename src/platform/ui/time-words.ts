/** An hour as people type it: `8:30`, `08.30`, `8h30`, `8 giờ`, `8`. Gives `08:30`; null where it is none. */
export function parseTime(text: string): string | null {
  const read = /^(\d{1,2})(?:\s*(?:[:.hg]|giờ)\s*(\d{2})?)?$/i.exec(text.trim().normalize('NFC'));
  if (!read) return null;
  const [hour, minute] = [Number(read[1]), Number(read[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
