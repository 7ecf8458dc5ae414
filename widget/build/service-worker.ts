import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** Useless or too large without net: what reads PDFs, and the page of a report that was sent, which is nothing but answers. */
const leftOut = /^(pdf-|status-)/;

/**
 * Builds the service worker beside the widget, with the list of the files that belong to this very widget.js in it. It is
 * a file of its own and no part of what a page loads.
 */
export function buildServiceWorker(root: string, outDir: string): Plugin {
  return {
    name: 'service-worker',
    enforce: 'post',
    async closeBundle() {
      const names = (await readdir(join(outDir, 'assets'))).filter((name) => name.endsWith('.js') && !leftOut.test(name)).toSorted();
      const widget = await readFile(join(outDir, 'widget.js'));
      const sha256 = createHash('sha256').update(widget).digest('hex');
      const version = createHash('sha256').update(sha256).update(names.join()).digest('hex').slice(0, 16);
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        define: { BUILT: JSON.stringify({ version, widget: { sha256, length: widget.length }, files: names.map((name) => `/widget/assets/${name}`) }) },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          reportCompressedSize: false,
          lib: { entry: join(root, 'src/service-worker/service-worker.ts'), formats: ['iife'], name: 'meldewerk', fileName: () => 'service-worker.js' },
          rolldownOptions: { output: { minify: true } },
        },
      });
    },
  };
}
