import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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

/**
 * Web Awesome brings about 40 kB of icons as data: URLs and a library that asks a CDN. Both are replaced by our sprite
 * (src/icons/register.ts), and the build fails when a new version keeps them somewhere else.
 */
function ownIconsOnly(): Plugin {
  const marks = ['// src/components/icon/library.system.ts', '// src/components/icon/library.default.ts'];
  const replaced = new Set<string>();
  const empty = `
    const library = { name: 'none', resolver: () => '' };
    export const icons = { solid: {}, regular: {} };
    export const getIconFolder = () => '';
    export { library as library_system_default, library as library_default_default };`;
  return {
    name: 'own-icons-only',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/webawesome/dist/chunks/')) return;
      const mark = marks.find((candidate) => code.includes(candidate));
      if (!mark) return;
      replaced.add(mark);
      return { code: empty, map: null };
    },
    buildEnd() {
      if (replaced.size < marks.length) this.error('Web Awesome keeps its icon libraries elsewhere now; adapt ownIconsOnly().');
    },
  };
}

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
