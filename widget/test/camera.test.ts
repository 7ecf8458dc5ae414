import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
import { StandIn } from './stand-in.ts';

// The test browser's camera is a stream of its own making; asked for it, the browser says yes.

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const camera = (): Locator => customer.page.locator('guided-camera');
const mode = (name: string): Locator => camera().locator(`.is-${name}`);
const title = (): Promise<string> => camera().locator('h2').innerText();
const button = (name: string): Locator => camera().getByRole('button', { name, exact: true });
const start = (): Locator => customer.page.getByRole('button', { name: /^Kamera (starten|fortsetzen)$/ });

/** On the step of the photos, where nothing has been photographed yet. */
async function reachPhotos(options: BrowserContextOptions = {}, path = '/'): Promise<void> {
  customer = await Customer.arrive(browser, standIn, path, options);
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
}

/** Lets the test see which streams are running, and whether somebody is asked for the camera. */
async function watchStreams(refuse?: string): Promise<void> {
  await customer.page.evaluate((name) => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    Object.assign(globalThis, { tracks: [], asked: 0 });
    if (name === 'NotAllowedError') navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus;
    devices.getUserMedia = async (wish) => {
      (globalThis as never as { asked: number }).asked += 1;
      if (name) throw new DOMException('refused by the test', name);
      const stream = await open(wish);
      (globalThis as never as { tracks: MediaStreamTrack[] }).tracks.push(...stream.getTracks());
      return stream;
    };
  }, refuse);
}

const running = () => customer.page.evaluate(() => (globalThis as never as { tracks: MediaStreamTrack[] }).tracks.filter(({ readyState }) => readyState === 'live').length);
const asked = () => customer.page.evaluate(() => (globalThis as never as { asked: number }).asked);

test('a picture is taken, taken again, used, and on the server as one of the camera; the next shot comes by itself', async () => {
  await reachPhotos();
  const sources: string[] = [];
  customer.page.on('request', (request) => {
    const source = /source (\S+?),/.exec(request.headers()['upload-metadata'] ?? '')?.[1];
    if (source) sources.push(Buffer.from(source, 'base64').toString());
  });
  await start().click();
  await mode('live').waitFor();
  expect(await title()).toBe('Vorne links');
  expect(await camera().getByRole('button', { name: 'Licht' }).count(), 'a device without a torch offers none').toBe(0);
  await button('Foto aufnehmen').click();
  await mode('review').waitFor();
  await button('Noch einmal').click();
  await mode('live').waitFor();
  await button('Foto aufnehmen').click();
  await mode('review').waitFor();
  await camera().getByRole('button', { name: /^(Trotzdem v|V)erwenden$/ }).click();
  await mode('live').waitFor();
  expect(await title()).toBe('Vorne rechts');
  await expect.poll(() => standIn.photos.map(({ shotId, state }) => [shotId, state])).toEqual([['frontLeft', 'ready']]);
  expect(sources).toEqual(['camera']);
  const [photo] = standIn.photos;
  expect(photo?.bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  expect(photo?.bytes.subarray(0, 400).toString('latin1')).toMatch(/Exif\0\0[^]*\d{4}:\d\d:\d\d \d\d:\d\d:\d\d\0\+0[12]:00\0/);
  await button('Kamera schließen').click();
  await expect.poll(() => customer.page.locator('.card').count()).toBe(1);
  expect(customer.complaints).toEqual([]);
});

test('what is left out counts as passed over, and after the last shot the camera says so', async () => {
  await reachPhotos();
  await start().click();
  await mode('live').waitFor();
  for (let passed = 0; passed < 20 && (await mode('done').count()) === 0; passed += 1) await camera().locator('.controls button.side').click();
  await mode('done').waitFor();
  await button('Fertig').click();
  expect(await customer.page.locator('.rest').count()).toBe(0);
  await expect.poll(() => customer.page.getByRole('checkbox', { name: /Kann ich gerade nicht/ }).first().isChecked()).toBe(true);
});

test('the camera stops with the dialog and with the page in the background, and comes back with it', async () => {
  await reachPhotos();
  await watchStreams();
  await start().click();
  await mode('live').waitFor();
  expect(await running()).toBe(1);
  const turn = (state: string) => customer.page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
  await turn('hidden');
  expect(await running()).toBe(0);
  await turn('visible');
  await expect.poll(running).toBe(1);
  await customer.page.keyboard.press('Escape');
  await expect.poll(() => camera().count()).toBe(0);
  expect(await running()).toBe(0);
  await expect.poll(() => start().evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
});

test('Back closes the camera and stays in the step; what is being looked at is used', async () => {
  await reachPhotos();
  await start().click();
  await mode('live').waitFor();
  await button('Foto aufnehmen').click();
  await mode('review').waitFor();
  await customer.page.goBack();
  await expect.poll(() => camera().count()).toBe(0);
  await expect.poll(() => customer.heading.innerText()).toBe('Zeigen Sie uns den Schaden');
  await expect.poll(() => customer.page.locator('.card').count()).toBe(1);
  // Closed by its own button, it leaves no place in the history behind.
  await start().click();
  await mode('live').waitFor();
  await button('Kamera schließen').click();
  await expect.poll(() => camera().count()).toBe(0);
  await customer.page.goBack();
  await expect.poll(() => customer.heading.innerText()).not.toBe('Zeigen Sie uns den Schaden');
});

test('a tab that dies while a picture is looked at brings it back', async () => {
  await reachPhotos();
  await start().click();
  await mode('live').waitFor();
  await button('Foto aufnehmen').click();
  await mode('review').waitFor();
  await customer.page.reload();
  await expect.poll(() => customer.page.locator('.card').count()).toBe(1);
  await expect.poll(() => standIn.photos.filter(({ state }) => state === 'ready').length).toBe(1);
});

test('light, magnification and the level are offered where the device has them', async () => {
  await reachPhotos({ hasTouch: true });
  await customer.page.evaluate(() => {
    const wishes: object[] = [];
    MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true, zoom: { min: 1, max: 3 } }) as MediaTrackCapabilities;
    MediaStreamTrack.prototype.applyConstraints = async (wish) => void wishes.push(...(wish?.advanced ?? []));
    Object.assign(globalThis, { wishes });
  });
  const lastWish = () => customer.page.evaluate(() => (globalThis as never as { wishes: object[] }).wishes.at(-1));
  await start().click();
  await mode('live').waitFor();
  await button('Licht').click();
  await expect.poll(lastWish).toEqual({ torch: true });
  await button('2×').click();
  await expect.poll(lastWish).toEqual({ torch: true, zoom: 2 });
  const hold = (gamma: number) => customer.page.evaluate((turned) => dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta: 80, gamma: turned })), gamma);
  await hold(0);
  await camera().locator('.level.even').waitFor();
  await hold(70);
  await camera().getByText('Handy gerade halten').waitFor();
});

test.each([
  ['refused', 'NotAllowedError', /nicht erlaubt/],
  ['missing', 'NotFoundError', /keine Kamera/],
  ['taken by another app', 'NotReadableError', /gerade nicht öffnen/],
])('where the camera is %s, the same walk goes by files', async (_why, error, sentence) => {
  await reachPhotos({ hasTouch: true });
  await watchStreams(error);
  await start().click();
  await mode('files').waitFor();
  expect(await camera().locator('.trouble').innerText()).toMatch(sentence);
  await camera().getByLabel('Fotografieren').setInputFiles([noisyJpeg('vorne.jpg')]);
  await mode('review').waitFor();
  // Never a black screen without a word.
  await camera().getByText('Dieses Foto ist beschädigt und lässt sich nicht öffnen').waitFor();
  // And not the way forward.
  await camera().locator('.choice .primary', { hasText: 'Noch einmal' }).waitFor();
  await button('Trotzdem verwenden').click();
  await mode('files').waitFor();
  expect(await title()).toBe('Vorne rechts');
  await camera().getByLabel('Auswählen', { exact: true }).setInputFiles([{ name: 'notiz.txt', mimeType: 'text/plain', buffer: Buffer.from('kein Bild') }]);
  await camera().locator('.notice').waitFor();
  await camera().getByLabel('Auswählen', { exact: true }).setInputFiles([noisyJpeg('rechts.jpg')]);
  await mode('review').waitFor();
  await camera().getByRole('button', { name: /^(Trotzdem v|V)erwenden$/ }).click();
  await expect.poll(() => standIn.photos.map(({ shotId }) => shotId)).toEqual(['frontLeft', 'frontRight']);
  await button('Kamera schließen').click();
  await start().click();
  await mode('files').waitFor();
  if (error === 'NotAllowedError') expect(await asked(), 'who refused is not asked again').toBe(1);
});

test('in an app whose browser has no camera for pages, photos are taken by its own', async () => {
  customer = await Customer.arrive(browser, standIn, '/', { hasTouch: true });
  await customer.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined }));
  await customer.page.reload();
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  await customer.page.getByLabel('Aufnehmen: Vorne links').setInputFiles([noisyJpeg('vorne.jpg')]);
  await expect.poll(() => standIn.photos.length).toBe(1);
  await start().click();
  await mode('files').waitFor();
  expect(await camera().locator('.trouble').innerText()).toMatch(/In dieser App/);
});

test('on somebody else’s strict page the camera works and asks nothing of its policy', async () => {
  await reachPhotos({}, '/foreign');
  await start().click();
  await mode('live').waitFor();
  await button('Foto aufnehmen').click();
  await mode('review').waitFor();
  await expect.poll(() => camera().locator('.large-picture').evaluate((canvas) => (canvas as HTMLCanvasElement).width)).toBeGreaterThan(100);
  expect(customer.complaints).toEqual([]);
});

test.each([320, 1280])('axe finds nothing in the camera at %i px, by keyboard alone', async (width) => {
  await reachPhotos({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const expectClean = async (state: string) => {
    // What lies behind the dialog cannot be reached.
    expect((await checkAccessibility(customer.page)).filter((violation) => violation.includes('guided-camera')), state).toEqual([]);
    const small = await camera().evaluate((element) => [...element.shadowRoot?.querySelectorAll('button, label') ?? []]
      .filter((target) => target.checkVisibility() && Math.min(target.getBoundingClientRect().height, target.getBoundingClientRect().width) < 43.5).map(({ outerHTML }) => outerHTML.slice(0, 90)));
    expect(small, `${state} has targets under 44 px`).toEqual([]);
  };
  const { keyboard } = customer.page;
  await start().focus();
  await keyboard.press('Enter');
  await mode('live').waitFor();
  await expectClean('live');
  await keyboard.press('Space');
  await mode('review').waitFor();
  expect(await camera().locator('[aria-live]').first().innerText()).toBe('Foto aufgenommen, Vorne links.');
  await expectClean('review');
  await keyboard.press('Enter');
  await mode('live').waitFor();
  await expect.poll(() => camera().locator('[aria-live]').first().innerText()).toBe('Übernommen. Als Nächstes: Vorne rechts.');
  await camera().locator('.strip button').first().focus();
  await keyboard.press('Enter');
  await mode('kept').waitFor();
  await expectClean('kept');
  await keyboard.press('Escape');
  await watchStreams('NotAllowedError');
  await start().focus();
  await keyboard.press('Enter');
  await mode('files').waitFor();
  await expectClean('files');
});
