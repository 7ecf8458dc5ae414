import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@meldewerk/testing/find-chromium';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { build } from 'vite';
import { longestTask } from './longest-task.ts';
import { drawScene } from './scenes.ts';

const rounds = 5;

/** `took` from the file to the findings, `pictured` from the press to the picture, in milliseconds. */
type Timing = { width: number; took: number[]; pictured: number[] };

/**
 * Prints how long the widget takes for a photo of twelve megapixels, chosen as a file and taken by its camera, and how long the
 * page stands still meanwhile: on the workshop's own page with its workers, and on a website with a strict policy without one.
 */
export async function timeInBrowser(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'photo-check-'));
  await buildParts(folder);
  const photo = await photoOfTwelveMegapixels();
  const seenByCamera = join(folder, 'camera.mjpeg');
  const plain = await sharp(photo).jpeg({ quality: 90 }).toBuffer();
  await writeFile(seenByCamera, Buffer.concat([plain, plain]));
  const own = await serve(async (path) => {
    if (path === '/') return { type: 'text/html', body: page };
    return path === '/photo.jpg' ? { type: 'image/jpeg', body: photo } : { type: 'text/javascript', body: await readFile(join(folder, path)) };
  });
  const foreign = await serve(async () => ({ type: 'text/html', body: page, policy: `default-src 'none'; script-src ${own.origin}; connect-src ${own.origin}; img-src ${own.origin}` }));
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${seenByCamera}`],
  });
  try {
    for (const [name, { origin }] of [['on our own page, in workers', own], ['on a foreign website, without workers', foreign]] as const) {
      const opened = await browser.newPage();
      // The camera of this browser has no stills.
      await opened.addInitScript('delete globalThis.ImageCapture');
      await opened.goto(origin);
      await browser.startTracing(opened, { categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'] });
      const { width, took, pictured } = (await opened.evaluate(script(own.origin, rounds))) as Timing;
      const trace = await browser.stopTracing();
      const { chosen, taken } = { chosen: longestTask(trace, 'chosen', 'taken'), taken: longestTask(trace, 'taken', 'done') };
      console.log(`12 megapixels, ${name}`);
      console.log(`  chosen (${(photo.length / 1e6).toFixed(1)} MB): first ${took[0]?.toFixed(0)} ms, median ${median(took)} ms; longest task of the page ${chosen.workMs.toFixed(0)} ms of work, ${chosen.tookMs.toFixed(0)} ms by the clock`);
      console.log(`  taken by the camera (${width} pixels wide): median ${median(pictured)} ms; longest task until it is judged and looked through for its place ${taken.workMs.toFixed(0)} ms of work, ${taken.tookMs.toFixed(0)} ms by the clock`);
      await opened.close();
    }
  } finally {
    await browser.close();
    own.stop();
    foreign.stop();
    await rm(folder, { recursive: true });
  }
}

const page = '<!doctype html><title>Photo check</title><video muted playsinline></video>';

// As text: what runs in the page is no part of the program that measures it.
function script(origin: string, times: number): string {
  return `(async () => {
    const { checkPhoto, prepareToCheck, LiveCamera, pictureFile, placeOf, withoutPlace } = await import('${origin}/parts.js');
    const wait = (timeMs) => new Promise((resolve) => setTimeout(resolve, timeMs));
    const shot = { id: 'frontLeft', outline: 'frontLeft' };
    const bytes = await (await fetch('${origin}/photo.jpg')).blob();
    // As when the step of the photos is opened, some moments before the first one is chosen.
    await prepareToCheck();
    const camera = await LiveCamera.open();
    const video = document.querySelector('video');
    video.srcObject = camera.stream;
    await video.play();
    await wait(1500);
    const [took, pictured] = [[], []];
    performance.mark('chosen');
    for (let round = 0; round < ${times}; round += 1) {
      const file = new File([bytes], 'photo.jpg', { type: 'image/jpeg' });
      const begun = performance.now();
      await checkPhoto(file, shot, []);
      took.push(performance.now() - begun);
      await placeOf(file);
      await withoutPlace(file);
    }
    await wait(200);
    performance.mark('taken');
    for (let round = 0; round < ${times}; round += 1) {
      video.pause();
      const begun = performance.now();
      const picture = await camera.take(video);
      pictured.push(performance.now() - begun);
      const file = await pictureFile(picture, new Date());
      await checkPhoto(file, shot, []);
      await placeOf(file);
      await withoutPlace(file);
      await video.play();
    }
    await wait(200);
    performance.mark('done');
    return { width: video.videoWidth, took, pictured };
  })()`;
}

async function buildParts(outDir: string): Promise<void> {
  const widget = join(import.meta.dirname, '../../../widget');
  const entry = join(widget, 'parts.js');
  const from = (file: string) => JSON.stringify(join(widget, 'src', file));
  const source = `
    export { checkPhoto, prepareToCheck } from ${from('photo-check/check-photo.ts')};
    export { LiveCamera } from ${from('camera/live-camera.ts')};
    export { pictureFile } from ${from('camera/picture-file.ts')};
    export { placeOf, withoutPlace } from ${from('photos/photo-place.ts')};`;
  await build({
    root: widget,
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'parts', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) }],
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false, lib: { entry, formats: ['es'], fileName: () => 'parts.js' } },
  });
}

type Answer = { type: string; body: string | Buffer; policy?: string };

async function serve(answer: (path: string) => Promise<Answer>): Promise<{ origin: string; stop(): void }> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '', 'http://localhost').pathname).then(
      ({ type, body, policy }) => response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*', ...(policy && { 'content-security-policy': policy }) }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() };
}

async function photoOfTwelveMegapixels(): Promise<Buffer> {
  const grain = await sharp({ create: { width: 2016, height: 1512, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 10 } } }).resize(4032, 3024).png({ compressionLevel: 1 }).toBuffer();
  const scene = await sharp(Buffer.from(drawScene('car', 1))).flatten().resize(4032, 3024).png({ compressionLevel: 1 }).toBuffer();
  return sharp(scene).composite([{ input: grain, blend: 'soft-light' }]).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer();
}

function median(values: number[]): string {
  return (values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}
