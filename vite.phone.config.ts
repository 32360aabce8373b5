import { createHash } from 'node:crypto';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const root = join(import.meta.dirname, 'src/app/phone');
const outDir = join(import.meta.dirname, 'dist/phone');
const base = '/desk/phone/';
const target = 'es2022';

/** Builds the service worker as one classic script beside the page, with the list of files that it keeps. */
function serviceWorker(): Plugin {
  let files: string[] = [];
  let version = '';
  return {
    name: 'lantoa-service-worker',
    generateBundle(_options, bundle) {
      const hash = createHash('sha256');
      for (const [name, file] of Object.entries(bundle).sort(([left], [right]) => (left < right ? -1 : 1)))
        hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
      version = hash.digest('hex').slice(0, 12);
      // Of the fonts only the two weights that the phone pages use.
      files = Object.keys(bundle)
        .filter((name) => /\.(?:js|css)$|-(?:400|600)-normal-[^/]*\.woff2$/.test(name))
        .map((name) => base + name)
        .concat(`${base}mark.svg`);
    },
    async closeBundle() {
      await build({
        configFile: false,
        root,
        base,
        logLevel: 'warn',
        publicDir: false,
        define: { precachedFiles: JSON.stringify(files), buildVersion: JSON.stringify(version) },
        build: {
          outDir,
          emptyOutDir: false,
          target,
          rolldownOptions: {
            input: join(root, 'worker/worker.ts'),
            output: { format: 'iife', entryFileNames: 'worker.js' },
          },
        },
      });
    },
  };
}

/** The light pages for phones (docs/decisions/0007): a program of their own, so that nothing of the desk comes with them. */
export default defineConfig({
  root,
  base,
  plugins: [react(), serviceWorker()],
  build: {
    outDir,
    emptyOutDir: true,
    target,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4310' } },
});
