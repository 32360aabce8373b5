import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import type { Clash, DateRow } from '../calendar.shapes.contract.ts';
import { readClashes } from './calendar.clashes.read-model.ts';
import { readDates } from './calendar.read-model.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { lookAheadDocument } from './look-ahead.document.ts';

const datesAtMost = 1000;

/** The days ahead that the person may see, without what has been called off or put off. */
export async function readLookAhead(
  context: Context,
): Promise<{ from: string; to: string; dates: DateRow[]; isMore: boolean; clashes: Clash[] }> {
  const { settings } = await readCalendarSettings(context.db);
  const from = dayInDepartment(context.clock.now());
  const to = addDays(from, settings.lookAheadDays);
  const dates = await readDates(context, { from, to, isLive: true }, { limit: datesAtMost + 1, offset: 0 });
  return {
    from,
    to,
    dates: dates.slice(0, datesAtMost),
    isMore: dates.length > datesAtMost,
    clashes: await readClashes(context, { from, to }),
  };
}

export async function downloadLookAhead(context: Context, input: { isExample: boolean }): Promise<BinaryAnswer> {
  const ahead = await readLookAhead(context);
  // The writer is heavy and seldom needed.
  const { docxMediaType, writeOfficialDocument } = await import(
    '../../../platform/documents/write-official-document.ts'
  );
  return {
    fileName: `lich-${ahead.from}-${ahead.to}.docx`,
    contentType: docxMediaType,
    content: await writeOfficialDocument(lookAheadDocument({ ...ahead, isExample: input.isExample })),
  };
}
