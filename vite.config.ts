import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk, built into static files that the server hands out below /desk/. */
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: 'dist/desk',
    emptyOutDir: true,
    target: 'es2023',
    // The page's policy allows fonts and pictures from our own address only, no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'texts-vi', test: /(?:locales|i18n)\/vi\.json$/ },
            { name: 'texts-en', test: /(?:locales|i18n)\/en\.json$/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4310' } },
});
