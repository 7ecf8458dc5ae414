import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { scriptHead, siteForScript } from '@meldewerk/contract/site-in-script';
import { sampleSite } from '../../../widget/sample-site.ts';
import type { Cluster } from './cluster.ts';
import type { Finding } from './measure.ts';

const widget = join(import.meta.dirname, '..', '..', '..', 'widget', 'dist', 'widget.js');

/** What a page pays before anybody touches the widget: its file as it is served, with a workshop at its head, and every file that one imports at once. */
export async function* measureWidget(_cluster: Cluster, _quick: boolean): AsyncGenerator<Finding> {
  const files = await importChain(widget).catch(() => null);
  if (!files) return yield { what: 'widget, first load', figures: 'not built; run "pnpm build"' };
  const sizes = await Promise.all(files.map(async (file) => brotliCompressSync(Buffer.concat([Buffer.from(file === widget ? scriptHead(siteForScript(sampleSite)) : ''), await readFile(file)]), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  yield { what: 'widget, first load', figures: `${(bytes / 1000).toFixed(1)} kB brotli in ${files.length} file${files.length > 1 ? 's' : ''}`, target: '≤ 18 kB in one file' };
}

/** Static imports only: `import('…')` loads later. */
async function importChain(file: string, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = await readFile(file, 'utf8');
  const imported = [...source.matchAll(/(?:\bimport|\bexport)\s*(?:[\w*{}\s,$]+?from\s*)?["'](\.[^"']+)["']/g)].map((match) => join(dirname(file), match[1] ?? ''));
  return [file, ...(await Promise.all(imported.map((next) => importChain(next, seen)))).flat()];
}
