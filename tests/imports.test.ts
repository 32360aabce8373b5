import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const source = resolve('src');

/** Who may depend on whom: each module on those before it only. */
const moduleOrder = [
  'organisation',
  'accounts',
  'media',
  'directives',
  'registry',
  'calendar',
  'plan',
  'newsroom',
  'channels',
  'reports',
  'notifications',
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => name.replaceAll('\\', '/'));

function importsOf(file: string): { local: Import[]; packages: string[]; hasDefaultExport: boolean } {
  const text = readFileSync(join(source, file), 'utf8');
  const { module } = parseSync(file, text);
  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.flatMap((item) => item.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((entry) => text.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1)),
  ];
  const hasDefaultExport = module.staticExports.some((entry) =>
    entry.entries.some((item) => item.exportName.kind === 'Default'),
  );
  return {
    local: specifiers
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => ({
        from: file,
        to: relative(source, resolve(source, dirname(file), specifier)).replaceAll('\\', '/'),
      })),
    packages: specifiers.filter((specifier) => !specifier.startsWith('.')),
    hasDefaultExport,
  };
}

const parsed = files.map((file) => ({ file, ...importsOf(file) }));
const imports = parsed.flatMap((entry) => entry.local);
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('platform/testing/');
const layerOf = (file: string) => (file.startsWith('main') ? 'app' : (file.split('/')[0] ?? ''));
const moduleOf = (file: string) => (file.startsWith('modules/') ? (file.split('/')[1] ?? null) : null);
const describeImport = ({ from, to }: Import) => `${from} → ${to}`;

const mayImport: Record<string, readonly string[]> = {
  app: ['app', 'sites', 'connectors', 'modules', 'platform'],
  sites: ['sites', 'modules', 'platform'],
  connectors: ['connectors', 'modules', 'platform'],
  modules: ['modules', 'platform'],
  platform: ['platform'],
};

describe('the house', () => {
  it('lets a layer import only what lies below it', () => {
    const breaches = imports.filter(
      ({ from, to }) =>
        !isTest(from) && !(mayImport[layerOf(from)] ?? []).includes(layerOf(to)) && !to.startsWith('..'),
    );
    expect(breaches.map(describeImport)).toEqual([]);
  });

  it('lets a module reach another one only when that stands earlier, or by its events', () => {
    const breaches = imports.filter(({ from, to }) => {
      const [own, other] = [moduleOf(from), moduleOf(to)];
      if (!own || !other || own === other || isTest(from) || to.endsWith('.events.ts')) return false;
      return moduleOrder.indexOf(other) >= moduleOrder.indexOf(own) || moduleOrder.indexOf(other) < 0;
    });
    expect(breaches.map(describeImport)).toEqual([]);
  });

  it('lets a module reach another one only through its index, contract, events or roles', () => {
    const breaches = imports.filter(({ from, to }) => {
      const [own, other] = [moduleOf(from), moduleOf(to)];
      if (!other || own === other || isTest(from) || layerOf(from) === 'app') return false;
      return (
        !/^modules\/[\w-]+\/(index|[\w.-]+\.(contract|events|roles|port))\.ts$/.test(to) &&
        !/\/server\/[\w-]+\.tables\.ts$/.test(to)
      );
    });
    expect(breaches.map(describeImport)).toEqual([]);
  });

  it('keeps the server out of the browser', () => {
    const breaches = imports.filter(({ from, to }) => /\/web\//.test(from) && /\/server\//.test(to));
    expect(breaches.map(describeImport)).toEqual([]);
  });

  it('keeps contracts to zod and other contracts', () => {
    const breaches = parsed
      .filter(({ file }) => file.endsWith('.contract.ts'))
      .flatMap(({ file, packages }) => packages.filter((name) => name !== 'zod').map((name) => `${file} → ${name}`));
    expect(breaches).toEqual([]);
  });

  it('opens each technology at one door', () => {
    const doors: [RegExp, RegExp][] = [
      [/^fastify$|^@fastify\//, /^platform\/http\/|^app\//],
      [/^pg-boss$/, /^platform\/jobs\//],
      [/^kysely/, /^platform\/|\.(repository|read-model|tables)\.ts$|^app\//],
    ];
    const breaches = parsed
      .filter(({ file }) => !isTest(file))
      .flatMap(({ file, packages }) =>
        packages
          .filter((name) => doors.some(([technology, door]) => technology.test(name) && !door.test(file)))
          .map((name) => `${file} → ${name}`),
      );
    expect(breaches).toEqual([]);
  });

  it('has no default exports', () => {
    expect(parsed.filter((entry) => entry.hasDefaultExport).map((entry) => entry.file)).toEqual([]);
  });

  it('reads the environment in platform/config only', () => {
    const readers = files.filter(
      (file) =>
        !isTest(file) &&
        !file.startsWith('platform/config/') &&
        /process\.env/.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(readers).toEqual([]);
  });

  it('takes the current time from platform/clock only, on the server', () => {
    const readers = files.filter(
      (file) =>
        !isTest(file) &&
        !/\/web\/|^platform\/(clock|ui)\/|^app\/(desk|phone)\//.test(file) &&
        /Date\.now\(\)|new Date\(\)/.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(readers).toEqual([]);
  });

  it('has no cycles', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
