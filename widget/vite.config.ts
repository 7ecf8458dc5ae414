import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { scriptHead, siteForScript } from '@meldewerk/contract/site-in-script';
import { defineConfig, type Plugin } from 'vite';
import { buildServiceWorker } from './build/service-worker.ts';
import { sampleSite } from './sample-site.ts';

/** Of widget.js as it is served: with the workshop at its head. */
const limitKb = 18;
const outDir = join(import.meta.dirname, 'dist');

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    reportCompressedSize: false,
    lib: { entry: join(import.meta.dirname, 'src/embed.ts'), formats: ['es'], fileName: () => 'widget.js' },
    rolldownOptions: {
      // What lazy parts share with the first step stays in widget.js: a second file would cost a round trip before the first step.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        chunkFileNames: 'widget/assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }] },
      },
    },
  },
  plugins: [tightenTemplates(), leaveOutMadeUpIds(), placeAssets(), placePdfReader(), buildServiceWorker(import.meta.dirname, outDir), measureFirstLoad()],
});

/** Indentation of style sheets and templates is for who reads the source. A line break between tags stays as a space. */
function tightenTemplates(): Plugin {
  return {
    name: 'tighten-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/(widget|packages\/elements)\/src\/.*\.ts$/.test(id)) return null;
      return code.replace(/^[ \t]+(?=\S)/gm, ' ').replace(/css`[^`$]*`/g, tightenStyles);
    },
  };
}

function tightenStyles(styles: string): string {
  return styles.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':');
}

/** Every text of the widget names its id, which a test sees to: what makes one up from the text stays out. */
function leaveOutMadeUpIds(): Plugin {
  return {
    name: 'leave-out-made-up-ids',
    load: (id) => (id.endsWith('/@lit/localize/internal/id-generation.js') ? 'export const generateMsgId = (text) => text;' : null),
  };
}

/** Served as /widget.js and /widget/assets/…: addresses inside follow the served places, files lie in dist/ and dist/assets/. */
function placeAssets(): Plugin {
  return {
    name: 'place-assets',
    enforce: 'post',
    async closeBundle() {
      await rename(join(outDir, 'widget/assets'), join(outDir, 'assets'));
      await rm(join(outDir, 'widget'), { recursive: true });
    },
  };
}

/**
 * What PDF.js asks for by itself while it reads: its worker, the fonts that every PDF may count on, and the decoders of
 * scanned pages that do without WebAssembly. The version in the folder's name lets browsers keep them for good.
 */
function placePdfReader(): Plugin {
  return {
    name: 'place-pdf-reader',
    enforce: 'post',
    async closeBundle() {
      const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      const { version } = JSON.parse(await readFile(join(pdfjs, 'package.json'), 'utf8')) as { version: string };
      const place = join(outDir, `pdfjs-${version}`);
      await mkdir(place, { recursive: true });
      await copyFile(join(pdfjs, 'legacy/build/pdf.worker.min.mjs'), join(place, 'pdf.worker.js'));
      for (const folder of ['standard_fonts', 'wasm']) {
        const names = (await readdir(join(pdfjs, folder))).filter((name) => /\.(pfb|ttf)$|_nowasm_fallback\.js$|^LICENSE/.test(name));
        for (const name of names) await copyFile(join(pdfjs, folder, name), join(place, name));
      }
    },
  };
}

/** The first load is widget.js alone, with a workshop at its head: it may import nothing statically and weigh no more than the limit. */
function measureFirstLoad(): Plugin {
  return {
    name: 'measure-first-load',
    enforce: 'post',
    async closeBundle() {
      const code = await readFile(join(outDir, 'widget.js'), 'utf8');
      if (/^\s*import\s*(["'{*]|[\w$]+\s+from)/m.test(code)) throw new Error('widget.js imports another file statically: the first load must be one file.');
      const firstKb = kb(Buffer.from(scriptHead(siteForScript(sampleSite)) + code));
      console.log(`widget: first load ${firstKb.toFixed(2)} kB brotli (limit ${limitKb} kB)`);
      for (const name of (await readdir(join(outDir, 'assets'))).toSorted()) {
        console.log(`widget: lazy ${kb(await readFile(join(outDir, 'assets', name))).toFixed(2).padStart(6)} kB  ${name}`);
      }
      if (firstKb > limitKb) throw new Error(`The widget's first load is ${firstKb.toFixed(2)} kB brotli; the limit is ${limitKb} kB.`);
    },
  };
}

function kb(bytes: Buffer): number {
  return brotliCompressSync(bytes).byteLength / 1000;
}
