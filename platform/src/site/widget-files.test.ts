import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'widget-dateien');
});
afterAll(() => platform.close());

test('the worker that reads PDFs may bring our own decoders and nothing else, and all it asks for is there', async () => {
  const { dependencies } = JSON.parse(await readFile(join(import.meta.dirname, '../../../widget/package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const folder = `/widget/pdfjs-${dependencies['pdfjs-dist']}`;
  const worker = await platform.request(workshop.host, `${folder}/pdf.worker.js`);
  expect([worker.status, worker.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; frame-ancestors 'none'");
  for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js', 'LiberationSans-Regular.ttf', 'FoxitSymbol.pfb']) {
    expect((await platform.request(workshop.host, `${folder}/${name}`)).status, name).toBe(200);
  }
});
