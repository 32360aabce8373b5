import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sha256Hex } from '../platform/signing/canonical-json.ts';
import { bandSvg } from './art/bands.ts';
import { markSvg } from './art/emblems.ts';
import { landscapeSvg, seasons } from './art/landscape.ts';

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array;
}

/** Gives the address of an asset by its plain name (`site.css`); throws when there is none. */
export type AssetAddress = (name: string) => string;

export interface SiteAssets {
  readonly assets: readonly Asset[];
  readonly address: AssetAddress;
}

const fonts: Record<string, string> = {
  'text-400-latin.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2',
  'text-400-vietnamese.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2',
  'text-600-latin.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2',
  'text-600-vietnamese.woff2': '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2',
  'headline-latin.woff2': '@fontsource-variable/piazzolla/files/piazzolla-latin-wght-normal.woff2',
  'headline-vietnamese.woff2': '@fontsource-variable/piazzolla/files/piazzolla-vietnamese-wght-normal.woff2',
};
const styleSheets = ['tokens', 'base', 'masthead', 'home', 'story', 'verify', 'narrow'];

let built: Promise<SiteAssets> | null = null;

/** Style sheet, fonts and drawings, made once for the process, at the first call. Each name carries the hash of its bytes. */
export function loadSiteAssets(): Promise<SiteAssets> {
  built ??= build();
  return built;
}

async function build(): Promise<SiteAssets> {
  const addresses = new Map<string, string>();
  const assets: Asset[] = [];
  const add = (input: { name: string; folder: string; type: string; body: Uint8Array | string }): void => {
    const body = typeof input.body === 'string' ? Buffer.from(input.body) : input.body;
    const dot = input.name.lastIndexOf('.');
    const path = `${input.folder}${input.name.slice(0, dot)}-${sha256Hex(body).slice(0, 10)}${input.name.slice(dot)}`;
    addresses.set(input.name, path);
    assets.push({ path, type: input.type, body });
  };
  const address: AssetAddress = (name) => {
    const path = addresses.get(name);
    if (!path) throw new Error(`sites: there is no asset ${name}`);
    return path;
  };

  const require = createRequire(import.meta.url);
  for (const [name, file] of Object.entries(fonts)) {
    add({ name, folder: '/assets/fonts/', type: 'font/woff2', body: await readFile(require.resolve(file)) });
  }
  const svg = 'image/svg+xml';
  for (const name of ['spread', 'terrace', 'seed'] as const)
    add({ name: `band-${name}.svg`, folder: '/assets/', type: svg, body: bandSvg(name) });
  for (const season of seasons)
    add({ name: `landscape-${season}.svg`, folder: '/assets/', type: svg, body: landscapeSvg({ season, seed: 7 }) });
  const mark = markSvg(64)
    .text.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(/<path class="mark-seed"/, '<path fill="#b02f1f"')
    .replace(/<path class="mark-ring"/, '<path fill="#263b78"');
  add({ name: 'mark.svg', folder: '/assets/', type: svg, body: mark });

  const sheets = await Promise.all(
    styleSheets.map((name) => readFile(new URL(`./styles/${name}.css`, import.meta.url), 'utf8')),
  );
  const css = sheets
    .join('\n')
    .replace(/url\("asset:([^"]+)"\)/g, (_whole, name: string) => `url("${address(name)}")`)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n');
  add({ name: 'site.css', folder: '/assets/', type: 'text/css; charset=utf-8', body: css });
  return { assets, address };
}
