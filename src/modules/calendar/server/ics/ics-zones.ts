/** Windows names of zones that Outlook writes (CLDR windowsZones), to IANA names; those of Asia, Europe, America and Oceania that a department meets. */
const windowsZones: Readonly<Record<string, string>> = {
  'SE Asia Standard Time': 'Asia/Bangkok',
  'China Standard Time': 'Asia/Shanghai',
  'Singapore Standard Time': 'Asia/Singapore',
  'Taipei Standard Time': 'Asia/Taipei',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'North Korea Standard Time': 'Asia/Pyongyang',
  'Myanmar Standard Time': 'Asia/Yangon',
  'India Standard Time': 'Asia/Kolkata',
  'Nepal Standard Time': 'Asia/Kathmandu',
  'Sri Lanka Standard Time': 'Asia/Colombo',
  'Bangladesh Standard Time': 'Asia/Dhaka',
  'Central Asia Standard Time': 'Asia/Almaty',
  'West Asia Standard Time': 'Asia/Tashkent',
  'Pakistan Standard Time': 'Asia/Karachi',
  'Arabian Standard Time': 'Asia/Dubai',
  'Arab Standard Time': 'Asia/Riyadh',
  'Iran Standard Time': 'Asia/Tehran',
  'Israel Standard Time': 'Asia/Jerusalem',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Russian Standard Time': 'Europe/Moscow',
  'North Asia Standard Time': 'Asia/Krasnoyarsk',
  'North Asia East Standard Time': 'Asia/Irkutsk',
  'Vladivostok Standard Time': 'Asia/Vladivostok',
  'Ulaanbaatar Standard Time': 'Asia/Ulaanbaatar',
  'W. Australia Standard Time': 'Australia/Perth',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  'E. Australia Standard Time': 'Australia/Brisbane',
  'Cen. Australia Standard Time': 'Australia/Adelaide',
  'New Zealand Standard Time': 'Pacific/Auckland',
  UTC: 'Etc/UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GTB Standard Time': 'Europe/Bucharest',
  'FLE Standard Time': 'Europe/Kyiv',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'Egypt Standard Time': 'Africa/Cairo',
  'South Africa Standard Time': 'Africa/Johannesburg',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Atlantic Standard Time': 'America/Halifax',
  'E. South America Standard Time': 'America/Sao_Paulo',
  'Hawaiian Standard Time': 'Pacific/Honolulu',
};

/** Zones whose clocks have always shown the department's time in the years of the calendar. */
const houseZones = new Set([
  'Asia/Ho_Chi_Minh',
  'Asia/Saigon',
  'Asia/Bangkok',
  'Asia/Vientiane',
  'Asia/Phnom_Penh',
  'Asia/Jakarta',
]);
const houseOffset = 7 * 60;

/** How a TZID is understood: the department's own zone, an IANA zone, a fixed offset in minutes; null where it is none of these. */
export type Zone = { kind: 'house' } | { kind: 'iana'; name: string } | { kind: 'offset'; minutes: number };

export function resolveZone(tzid: string | null): Zone | null {
  if (tzid === null) return { kind: 'house' };
  const plain = tzid.trim().replace(/^"|"$/g, '');
  // Some programs write a path before the name: /mozilla.org/20050126_1/Asia/Bangkok.
  const name = windowsZones[plain] ?? /(?:^|\/)([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+)$/.exec(plain)?.[1] ?? plain;
  if (houseZones.has(name)) return { kind: 'house' };
  if (isIanaZone(name)) return { kind: 'iana', name };
  const offset = /(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?/.exec(plain);
  if (!offset) return null;
  const minutes = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  return minutes === houseOffset ? { kind: 'house' } : { kind: 'offset', minutes };
}

function isIanaZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A reading of a clock on the wall, in minutes since the epoch as if it were UTC. */
export type WallMinutes = number;

export function wallMinutes(text: string): WallMinutes {
  return Date.parse(`${text}:00Z`) / 60_000;
}
/** `2026-03-20T10:00` */
export function wallText(wall: WallMinutes): string {
  return new Date(wall * 60_000).toISOString().slice(0, 16);
}

/** What `resolveZone` reads again as this zone. */
export function zoneName(zone: Zone): string {
  if (zone.kind === 'iana') return zone.name;
  const minutes = zone.kind === 'house' ? houseOffset : zone.minutes;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** A moment of UTC on the wall of the zone. */
export function fromUtc(utc: WallMinutes, zone: Zone): WallMinutes {
  if (zone.kind === 'house') return utc + houseOffset;
  return utc + (zone.kind === 'offset' ? zone.minutes : ianaOffset(utc, zone.name));
}

/** The same moment on the department's wall. */
export function toHouse(wall: WallMinutes, zone: Zone): WallMinutes {
  if (zone.kind === 'house') return wall;
  if (zone.kind === 'offset') return wall - zone.minutes + houseOffset;
  // Twice, since the first guess may lie on the other side of a change of clocks.
  const guess = wall - ianaOffset(wall, zone.name);
  return wall - ianaOffset(guess, zone.name) + houseOffset;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function ianaOffset(utcMinutes: number, name: string): number {
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: name,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(name, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(new Date(utcMinutes * 60_000)).map((part) => [part.type, Number(part.value)]),
  );
  const shown =
    Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0) / 60_000;
  return shown - utcMinutes;
}
