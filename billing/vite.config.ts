import { fileURLToPath } from 'node:url';
import { ownIconsOnly } from '@meldewerk/shell/vite/own-icons-only';
import { defineConfig, type Plugin } from 'vite';
import { operatorStandIn } from './dev/operator-stand-in.ts';
import { standIn } from './dev/stand-in.ts';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: file('.'),
  base: '/',
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
    rolldownOptions: {
      input: { billing: file('index.html'), operator: file('operator.html') },
      // What several pages need travels in one file, instead of thirty small ones that wait for each other.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3, minSize: 0 }] } },
    },
  },
  server: { host: '127.0.0.1' },
});

/** `pnpm --filter @meldewerk/billing dev` works without a server, with an invented account; at /operator.html stands the console. */
function standInApi(): Plugin {
  return {
    name: 'stand-in-api',
    apply: 'serve',
    transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module' }, children: "import { fakeStripe } from '/dev/fake-stripe.ts'; fakeStripe();", injectTo: 'head-prepend' }],
    configureServer(server) {
      const api = standIn();
      const operatorApi = operatorStandIn();
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/api/')) return next();
        void (request.url.startsWith('/api/operator/') ? operatorApi : api).handle(request, response);
      });
    },
  };
}
