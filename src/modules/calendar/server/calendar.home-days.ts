import type { Context } from '../../../platform/context.ts';
import type { HomeDay } from '../../../platform/module.ts';
import { readDates } from './calendar.read-model.ts';

const most = 30;

/** Days of the calendar that are held to take place, for the home screen: holidays, anniversaries, events, clocks. */
export async function readCalendarHomeDays(
  context: Context,
  range: { from: string; to: string },
): Promise<readonly HomeDay[]> {
  const language = context.actor.language === 'en' ? 'en' : 'vi';
  const dates = await readDates(context, { ...range, isLive: true }, { limit: most, offset: 0 });
  return dates
    .filter(({ state }) => state === 'planned' || state === 'confirmed')
    .map((date) => ({
      id: date.id,
      day: [range.from, date.startsOn].sort().at(-1) ?? date.startsOn,
      title: date.titles[language] ?? date.titles.vi ?? '',
      subtitle: date.place || (date.unitNames[language] ?? date.unitNames.vi ?? ''),
      link: `/calendar/dates/${date.id}`,
    }));
}
