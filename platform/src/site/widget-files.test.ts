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

test('the service worker is asked for anew each time, may ask our own origin and nothing else, and knows only files that are there', async () => {
  const worker = await platform.request(workshop.host, '/service-worker.js');
  expect([worker.status, worker.headers.get('content-type'), worker.headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=0, must-revalidate']);
  expect(worker.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
  const files = [...new Set((await worker.text()).match(/\/(widget\/assets|files)\/[\w.-]+/g))];
  expect(files.length).toBeGreaterThan(10);
  for (const path of files) expect((await platform.request(workshop.host, path)).status, path).toBe(200);
});
