import { readFile } from 'node:fs/promises';
import { type LunarTable, lunarTableSchema } from './lunar.ts';

let loaded: Promise<LunarTable> | null = null;

/** The table of lunar months, read once. */
export function loadLunarTable(): Promise<LunarTable> {
  loaded ??= read();
  return loaded;
}

async function read(): Promise<LunarTable> {
  const file = new URL('../../../data/vn-lunar-months-1968-2071.json', import.meta.url);
  return lunarTableSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
