import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type LunarTable, lunarTableSchema } from '../platform/clock/lunar.ts';
import type { AssetAddress } from './sites.assets.ts';
import type { SiteContent } from './sites.layout.ts';
import type { UnitEntries } from './sites.read-model.ts';
import type { SiteSettings, SiteTheme, Snapshot } from './sites.snapshot.ts';
import { type CalendarEvents, calendarEventsSchema, upcomingDays } from './sites.upcoming.ts';

const bilingual = z.object({ vi: z.string(), en: z.string() });
const themeFile = z.array(z.object({ key: z.string(), names: bilingual, shortNames: bilingual }));
const spanOfUpcomingDays = 60;

/** What ships with the program and does not change while it runs. */
export interface SiteReference {
  readonly themes: readonly SiteTheme[];
  readonly events: CalendarEvents;
  readonly lunarTable: LunarTable;
}

let loaded: Promise<SiteReference> | null = null;

export function loadSiteReference(): Promise<SiteReference> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<SiteReference> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
  const themes = themeFile.parse(await read('themes.json'));
  return {
    themes: themes.map(({ key, names, shortNames }) => ({ key, title: shortNames, summary: names })),
    events: calendarEventsSchema.parse(await read('calendar-events.json')),
    lunarTable: lunarTableSchema.parse(await read('vn-lunar-months-1968-2071.json')),
  };
}

/** Everything that the pages of one day are rendered from. */
export function siteContent(input: {
  reference: SiteReference;
  snapshots: readonly Snapshot[];
  unitEntries: UnitEntries;
  publicUrl: string;
  isExample: boolean;
  today: string;
  asset: AssetAddress;
}): SiteContent {
  const { reference, snapshots, unitEntries, publicUrl, isExample, today, asset } = input;
  const { events, lunarTable, themes } = reference;
  const season = seasonOf(today);
  return {
    settings: { ...beforeOpening, ...unitEntries, publicUrl, isExample, season },
    themes,
    snapshots,
    upcoming: upcomingDays({ events, table: lunarTable, today, span: spanOfUpcomingDays }),
    lunarTable,
    today,
    asset,
  };
}

// Who answers for the portal by name, address and telephone is for the unit to enter; an invented one would be false.
const beforeOpening: Omit<SiteSettings, 'publicUrl' | 'season' | 'isExample'> = {
  place: 'Lai Châu',
  siteName: { vi: 'Cổng Thông tin đối ngoại', en: 'External information portal' },
  parentBody: { vi: 'Ủy ban nhân dân tỉnh Lai Châu', en: 'People’s Committee of Lai Châu Province' },
  managedBy: {
    vi: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lai Châu',
    en: 'Department of Culture, Sports and Tourism of Lai Châu Province',
  },
  responsiblePerson: null,
  address: null,
  telephone: null,
  email: null,
};

/** The drawing of the front page follows the year: rice harvest, the months of mist, tea. */
function seasonOf(day: string): SiteSettings['season'] {
  const month = Number(day.slice(5, 7));
  if (month >= 8 && month <= 10) return 'harvest';
  return month >= 11 || month <= 2 ? 'mist' : 'tea';
}
