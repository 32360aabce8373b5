import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import './organisation.tables.ts';

const names = z.record(z.string(), z.string());
const unitFile = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    parentId: z.string().nullish(),
    names,
    shortName: names.optional(),
    aliases: z.array(z.string()).default([]),
    ownUnit: z.boolean().default(false),
    source: z.string().default(''),
  }),
);

const languages = [
  { code: 'vi', names: { vi: 'Tiếng Việt', en: 'Vietnamese', own: 'Tiếng Việt' }, isSpokenOnly: false },
  { code: 'en', names: { vi: 'Tiếng Anh', en: 'English', own: 'English' }, isSpokenOnly: false },
  { code: 'zh', names: { vi: 'Tiếng Trung', en: 'Chinese', own: '中文' }, isSpokenOnly: false },
  { code: 'ko', names: { vi: 'Tiếng Hàn', en: 'Korean', own: '한국어' }, isSpokenOnly: false },
  { code: 'lo', names: { vi: 'Tiếng Lào', en: 'Lao', own: 'ລາວ' }, isSpokenOnly: false },
  { code: 'hmn', names: { vi: 'Tiếng Mông', en: 'Hmong' }, isSpokenOnly: true },
  { code: 'blt', names: { vi: 'Tiếng Thái', en: 'Tai Dam' }, isSpokenOnly: true },
  { code: 'ium', names: { vi: 'Tiếng Dao', en: 'Iu Mien' }, isSpokenOnly: true },
  { code: 'hni', names: { vi: 'Tiếng Hà Nhì', en: 'Hani' }, isSpokenOnly: true },
];

/** Loads units, groups and languages of data/units.json where they are missing; what people changed since stays. */
export async function loadOrganisation(context: Context): Promise<void> {
  const path = new URL('../../../../data/units.json', import.meta.url);
  const units = unitFile.parse(JSON.parse(await readFile(path, 'utf8')));
  const plain = parentsFirst(units.filter((unit) => !unit.id.startsWith('group:')));
  await context.db
    .insertInto('unit')
    .values(
      plain.map((unit, index) => ({
        id: unit.id,
        kind: unit.kind,
        parent_id: unit.parentId ?? null,
        names: JSON.stringify(unit.names),
        short_names: JSON.stringify(unit.shortName ?? unit.names),
        aliases: unit.aliases,
        is_own: unit.ownUnit,
        position: index,
        valid_from: null,
        valid_to: null,
        successor_id: null,
        source: unit.source,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await loadGroups(context, units);
  await context.db
    .insertInto('language')
    .values(
      languages.map((language, position) => ({
        code: language.code,
        names: JSON.stringify(language.names),
        is_spoken_only: language.isSpokenOnly,
        position,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

type UnitRow = z.infer<typeof unitFile>[number];

async function loadGroups(context: Context, units: UnitRow[]): Promise<void> {
  const groups = units.filter((unit) => unit.id.startsWith('group:'));
  if (groups.length === 0) return;
  await context.db
    .insertInto('unit_group')
    .values(groups.map((group) => ({ id: group.id, names: JSON.stringify(group.names) })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const members = units.flatMap((unit) => groupsOf(unit).map((group) => ({ group_id: group, unit_id: unit.id })));
  await context.db
    .insertInto('unit_group_member')
    .values(members)
    .onConflict((conflict) => conflict.columns(['group_id', 'unit_id']).doNothing())
    .execute();
}

function groupsOf(unit: UnitRow): string[] {
  if (unit.kind === 'commune' || unit.kind === 'ward') return ['group:communes'];
  if (unit.kind === 'division' || unit.kind === 'centre') return ['group:department-units'];
  return [];
}

function parentsFirst(units: UnitRow[]): UnitRow[] {
  return [...units].sort((left, right) => Number(Boolean(left.parentId)) - Number(Boolean(right.parentId)));
}
