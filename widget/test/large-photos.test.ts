import { join } from 'node:path';
import { openBrowser } from '@meldewerk/testing/browser';
import { readJpegSize } from '@meldewerk/photo-check/jpeg-size';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { policyLine } from '../../portal/src/pages/settings/embedding-snippets.ts';
import { Customer } from './customer.ts';
import { StandIn } from './stand-in.ts';
import { Website } from './website.ts';

let browser: Browser;
let standIn: StandIn;
let website: Website;
let customer: Customer | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  website = new Website();
  await Promise.all([standIn.start(), website.start()]);
});
afterEach(async () => {
  await customer?.leave();
  await Promise.all([standIn.stop(), website.stop()]);
});
afterAll(() => browser.close());

/** How much of a picture may be drawn, copied or read in one go: a strip of twelve megapixels, all of what the check looks at, or what the screen shows of it. */
const mostPixels = 2_000_000;

// How long it takes is measured by `pnpm photo-check`; here is held what it depends on.
test.each(['on our own page', 'on a foreign website without a worker'])('a picture of twelve megapixels is never handled as a whole by the page, %s', async (where) => {
  const own = where === 'on our own page';
  website.page = {
    policy: `default-src 'none'; style-src 'self'; ${policyLine(standIn.origin)}`,
    body: `<damage-report></damage-report><script type="module" src="${standIn.origin}/widget.js"></script>`,
  };
  const visitor = (customer = await Customer.arrive(browser, own ? standIn : (website as never)));
  const { page } = visitor;
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname.replace(/-[^-]+$/, '')));
  await page.addInitScript(watchPixels);
  await page.reload();
  await visitor.chooseCategory('Parkschaden');
  await visitor.answerQuestions();
  await visitor.nameVehicle();
  await page.getByRole('button', { name: 'Kamera starten' }).click();
  const camera = page.locator('guided-camera');
  await camera.locator('.is-live').waitFor();
  await camera.getByRole('button', { name: 'Foto aufnehmen', exact: true }).click();
  await camera.locator('.is-review').waitFor();
  await camera.locator('.choice [data-first]').click();
  await camera.locator('.is-live').waitFor();
  await expect.poll(() => standIn.photos.map(({ state }) => state)).toEqual(['ready']);
  const taken = Buffer.from(standIn.photos[0]!.bytes);
  expect(readJpegSize(taken)).toEqual({ width: 4032, height: 3024 });
  await camera.getByRole('button', { name: 'Kamera schließen', exact: true }).click();
  await visitor.field('photos.damageWide').setInputFiles({ name: 'schaden.jpg', mimeType: 'image/jpeg', buffer: taken });
  await page.locator('.doubt', { hasText: 'Dieses Foto haben Sie schon.' }).waitFor();
  const handled = await page.evaluate(() => (globalThis as never as { handled: [string, number][] }).handled);
  expect(handled.filter(([, pixels]) => pixels > mostPixels)).toEqual([]);
  expect(handled.some(([what]) => what === 'putImageData'), 'strips').toBe(!own);
  expect(workers.toSorted()).toEqual(own ? ['/widget/assets/encode-worker', '/widget/assets/photo-worker'] : []);
  expect(visitor.complaints).toEqual([]);
});

/** Runs in the page: a camera of twelve megapixels, and a note of every piece of a picture that is drawn, copied or read. */
function watchPixels(): void {
  const handled: [string, number][] = [];
  Object.assign(globalThis, { handled });
  const sizeOf = (image: CanvasImageSource): number => {
    if (image instanceof HTMLVideoElement) return image.videoWidth * image.videoHeight;
    if (image instanceof VideoFrame) return image.displayWidth * image.displayHeight;
    return Number(image.width) * Number(image.height);
  };
  for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    const { drawImage, getImageData, putImageData } = prototype;
    Object.assign(prototype, {
      drawImage(this: CanvasRenderingContext2D, ...given: unknown[]) {
        const [width, height] = given.slice(-2) as [number, number];
        handled.push(['drawImage', given.length === 3 ? sizeOf(given[0] as CanvasImageSource) : width * height]);
        Reflect.apply(drawImage, this, given);
      },
      getImageData(this: CanvasRenderingContext2D, ...given: [number, number, number, number]) {
        handled.push(['getImageData', given[2] * given[3]]);
        return Reflect.apply(getImageData, this, given);
      },
      putImageData(this: CanvasRenderingContext2D, ...given: [ImageData, number, number]) {
        handled.push(['putImageData', given[0].width * given[0].height]);
        Reflect.apply(putImageData, this, given);
      },
    });
  }
  const { copyTo } = VideoFrame.prototype;
  VideoFrame.prototype.copyTo = function (pixels, options) {
    handled.push(['copyTo', (options?.rect?.width ?? this.codedWidth) * (options?.rect?.height ?? this.codedHeight)]);
    return Reflect.apply(copyTo, this, [pixels, options]);
  };
  const seen = Object.assign(document.createElement('canvas'), { width: 4032, height: 3024 });
  const context = seen.getContext('2d')!;
  let shade = 0;
  const draw = () => {
    for (let at = 0; at < 200; at++) {
      context.fillStyle = `hsl(${at * 7 + shade} 60% ${30 + (at % 40)}%)`;
      context.fillRect((at * 397) % 4000, (at * 261) % 3000, 300, 220);
    }
    shade += 1;
  };
  draw();
  setInterval(draw, 500);
  navigator.mediaDevices.getUserMedia = async () => seen.captureStream();
  Reflect.deleteProperty(globalThis, 'ImageCapture');
}
