import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@meldewerk/testing/find-chromium';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import { drawScene } from './scenes.ts';

const rounds = 7;

type Timing = { rounds: number[]; longestTask: number };

/** Prints how long the widget takes for a photo of twelve megapixels, from the file to the findings, its worker included, and how long the page stands still meanwhile. */
export async function timeInBrowser(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'photo-check-'));
  const widget = join(import.meta.dirname, '../../../widget');
  await build({
    root: widget,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', modulePreload: false, lib: { entry: join(widget, 'src/photo-check/check-photo.ts'), formats: ['es'], fileName: () => 'check-photo.js' } },
  });
  const photo = await photoOfTwelveMegapixels();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const answer = (type: string, body: string | Buffer) => void response.writeHead(200, { 'content-type': type }).end(body);
    if (path === '/') answer('text/html', '<!doctype html><title>Photo check</title>');
    else if (path === '/photo.jpg') answer('image/jpeg', photo);
    else readFile(join(folder, path)).then((body) => answer('text/javascript', body), () => void response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: findChromium(process.env), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [name, noWorker] of [['in the worker', false], ['without a worker', true]] as const) {
      const page = await browser.newPage();
      if (noWorker) await page.addInitScript('delete globalThis.Worker');
      await page.goto(origin);
      const { rounds: took, longestTask } = (await page.evaluate(script(rounds))) as Timing;
      const sorted = took.toSorted((one, other) => one - other);
      console.log(`12 megapixels (${(photo.length / 1e6).toFixed(1)} MB), ${name}: first ${took[0]?.toFixed(0)} ms, median ${sorted[Math.floor(rounds / 2)]?.toFixed(0)} ms; longest task of the page ${longestTask > 0 ? `${longestTask.toFixed(0)} ms` : 'below 50 ms'}`);
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}

// As text: what runs in the page is no part of the program that measures it.
function script(times: number): string {
  return `(async () => {
    const { checkPhoto } = await import('/check-photo.js');
    const bytes = await (await fetch('/photo.jpg')).blob();
    let longestTask = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration); }).observe({ type: 'longtask' });
    const rounds = [];
    for (let round = 0; round < ${times}; round += 1) {
      const begun = performance.now();
      await checkPhoto(new Blob([bytes], { type: 'image/jpeg' }), { id: 'frontLeft', outline: 'frontLeft' }, []);
      rounds.push(performance.now() - begun);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { rounds, longestTask };
  })()`;
}

async function photoOfTwelveMegapixels(): Promise<Buffer> {
  const grain = await sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 10 } } }).resize(4000, 3000).png({ compressionLevel: 1 }).toBuffer();
  const scene = await sharp(Buffer.from(drawScene('car', 1))).flatten().resize(4000, 3000).png({ compressionLevel: 1 }).toBuffer();
  return sharp(scene).composite([{ input: grain, blend: 'soft-light' }]).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
}
