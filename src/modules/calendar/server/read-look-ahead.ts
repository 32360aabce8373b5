import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { issuingAgency } from '../../organisation/index.ts';
import { draftFromTemplate } from '../../registry/index.ts';
import type { Clash, DateRow } from '../calendar.shapes.contract.ts';
import { readClashes } from './calendar.clashes.read-model.ts';
import { keepsCalendar } from './calendar.policy.ts';
import { readDates } from './calendar.read-model.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { lookAheadDocument, lookAheadText } from './look-ahead.document.ts';

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

/** The notice of the days ahead as a draft in the register of the department, where it is changed, signed and numbered. */
export async function writeLookAheadNotice(
  context: Context,
  input: { documentId?: string | undefined },
): Promise<string> {
  if (!keepsCalendar(context.actor)) throw notPermitted();
  const ahead = await readLookAhead(context);
  const at = context.clock.now().getTime();
  const id = input.documentId ?? newId(at);
  return draftFromTemplate(context, {
    id,
    unitId: issuingAgency.unitId,
    templateId: 'lich-thong-bao',
    values: { tu_ngay: ahead.from, den_ngay: ahead.to, lich: lookAheadText(ahead) },
    source: { kind: 'look_ahead', id },
  });
}
