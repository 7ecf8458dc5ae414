import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ownIconsOnly } from '@meldewerk/shell/vite/own-icons-only';
import { defineConfig, type Plugin } from 'vite';
import { pdfReaderFile } from './dev/pdf-reader-files.ts';
import { standIn } from './dev/stand-in.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/portal/',
  appType: 'spa',
  plugins: [ownIconsOnly(), standInApi()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // Icons, fonts and scripts come from files, so that no directive needs `data:` or 'unsafe-inline'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // What several pages need travels in one file, instead of thirty small ones that wait for each other.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3, minSize: 0 }] } } },
  },
  server: { host: '127.0.0.1' },
});

/** `pnpm --filter @meldewerk/portal dev` works without a server: invented reports, any of the invented people may sign in. */
function standInApi(): Plugin {
  return {
    name: 'stand-in-api',
    apply: 'serve',
    configureServer(server) {
      const api = standIn();
      server.middlewares.use((request, response, next) => {
        const readerFile = pdfReaderFile(request.url ?? '');
        if (readerFile) {
          response.setHeader('Content-Type', 'text/javascript');
          return void readFile(readerFile).then((bytes) => response.end(bytes));
        }
        if (!request.url?.startsWith('/api/')) return next();
        void api.handle(request, response);
      });
    },
  };
}
