import { join } from 'node:path';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  customer = await Customer.arrive(browser, standIn, '/', { serviceWorkers: 'allow' });
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

/** The worker has everything and stands between page and net. */
async function untilKept({ page }: Customer): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
}

test('the page opens without net where the customer was, goes on, takes photos, and is sent once when the net is back', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await untilKept(customer);
  await customer.page.context().setOffline(true);
  await customer.page.close();
  const again = await customer.openTab();
  await again.nameVehicle();
  await again.page.getByText('Kein Netz – alles bleibt gesichert.').waitFor();
  await again.givePhotos(noisyJpeg('eins.jpg'), noisyJpeg('zwei.jpg'));
  await again.page.getByText('2 Fotos warten.').waitFor();
  await again.giveContact();
  await again.next();
  await again.page.getByText('Fotos noch unterwegs: 2 von 2.').waitFor();
  await again.page.context().setOffline(false);
  await again.page.locator('.receipt').waitFor();
  expect(standIn.submissions).toHaveLength(1);
  expect(standIn.photos).toHaveLength(2);
  expect(await again.page.locator('.network-bar.shown').count()).toBe(0);
});

test('nothing personal and nothing under a bearer is in the worker’s caches', async () => {
  await customer.reachReview();
  await untilKept(customer);
  await customer.page.reload();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  const kept = await customer.page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });
  const others = kept.filter((path) => !/^\/(widget\/assets\/[\w-]+\.js|widget\.js|files\/[\w.-]+|api\/site|api\/catalogues\/\d+|)$/.test(path));
  expect(others).toEqual([]);
  expect(kept).toEqual(expect.arrayContaining(['/', '/widget.js', '/api/site', '/api/catalogues/3']));
});

test('what was pressed to send goes out after the tab was closed: the rest of the photos, then the report, each once', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await untilKept(customer);
  const sync = await syncOf(customer);
  await customer.nameVehicle();
  const photos = [noisyJpeg('eins.jpg', 300), noisyJpeg('zwei.jpg')];
  standIn.faults.add('cutUpload');
  await customer.givePhotos(...photos);
  await expect.poll(() => standIn.photos[0]?.bytes.length ?? 0).toBeGreaterThan(0);
  await customer.page.context().setOffline(true);
  await customer.giveContact();
  await customer.next();
  await customer.page.getByText('Sie können diese Seite schließen').waitFor();
  await customer.page.goto('about:blank');
  await customer.page.context().setOffline(false);
  await sync.fire();
  await expect.poll(() => standIn.submissions.length).toBe(1);
  expect(standIn.submissions[0]!.photos).toHaveLength(2);
  expect(standIn.photos.map(({ bytes }) => bytes.equals(photos[0]!.buffer) || bytes.equals(photos[1]!.buffer))).toEqual([true, true]);
  expect(standIn.requests.filter((request) => request === 'POST /api/uploads')).toHaveLength(2);

  const again = await customer.openTab();
  await again.page.getByText('SM-2026-000001').waitFor();
  await sync.fire();
  expect(standIn.requests.filter((request) => request === 'POST /api/reports')).toHaveLength(1);
});

test('a page that is opened while the worker sends gets its draft back at once and goes on, and everything arrives once', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await untilKept(customer);
  const sync = await syncOf(customer);
  await customer.nameVehicle();
  await customer.page.context().setOffline(true);
  const photo = noisyJpeg('eins.jpg', 300);
  await customer.givePhotos(photo);
  await customer.giveContact();
  await customer.next();
  await customer.page.getByText('Sie können diese Seite schließen').waitFor();
  await customer.page.goto('about:blank');
  standIn.faults.add('holdUploads');
  await customer.page.context().setOffline(false);
  await sync.fire();
  await expect.poll(() => standIn.requests.some((request) => request.startsWith('PATCH'))).toBe(true);
  const again = await customer.openTab();
  await again.page.getByText('Fotos noch unterwegs: 1 von 1.').waitFor();
  standIn.faults.delete('holdUploads');
  await again.page.locator('.receipt').waitFor();
  expect(standIn.submissions).toHaveLength(1);
  expect(standIn.photos.map(({ bytes }) => bytes.equals(photo.buffer))).toEqual([true]);
});

test('who comes back with net gets what the workshop serves now; without net the page stays of one version', async () => {
  await customer.chooseCategory('Parkschaden');
  await untilKept(customer);
  const kept = await customer.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('meldewerk shell')));
  expect(kept).toHaveLength(1);
  // As after a deploy: another widget.js, whose parts have other names.
  await customer.page.context().route('**/widget.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'document.title = "neu"' }));
  await customer.page.reload();
  await expect.poll(() => customer.page.title()).toBe('neu');
  await customer.page.context().unroute('**/widget.js');
  await customer.page.context().setOffline(true);
  await customer.page.reload();
  await customer.field('answers.incidentDate').waitFor();
  await expect.poll(() => customer.page.title()).toBe('Karosserie Muster');
});

test('on somebody else’s website there is no worker, and the page says that it has to be opened again', async () => {
  const embedded = await customer.openTab('/foreign');
  await embedded.reachReview();
  await embedded.page.context().setOffline(true);
  await embedded.next();
  await embedded.page.getByText('Bitte lassen Sie diese Seite offen. Wenn Sie sie schließen, geht es weiter, sobald Sie sie wieder öffnen.').waitFor();
  expect(await embedded.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

type Sync = { fire(): Promise<void> };

/** What the browser does once it sees a net again. */
async function syncOf({ page }: Customer): Promise<Sync> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId));
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  const { origin } = new URL(page.url());
  return { fire: async () => void (await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: `meldewerk ${origin}`, lastChance: false })) };
}
