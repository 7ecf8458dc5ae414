import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
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
  customer = await Customer.arrive(browser, standIn);
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const onePhotoUnsafe = 'Der Speicher dieses Geräts ist voll. 1 Foto ist erst sicher, wenn es übertragen ist';

async function reachPhotos(): Promise<void> {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
}

/** The browser lets this page keep so much and no more, from before it has kept anything. */
async function limitStorage(): Promise<void> {
  await customer.leave();
  customer = await Customer.arrive(browser, standIn, '/api/anything-without-storage');
  const session = await customer.page.context().newCDPSession(customer.page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: standIn.origin, quotaSize: 300_000 });
  await customer.page.goto(standIn.origin);
}

/** The browser says so, as some do. */
async function sayHowLittle(): Promise<void> {
  await customer.page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ quota: 6_000_000, usage: 500_000 });
  });
  await customer.page.reload();
}

test.each([
  ['the browser says how little it lets a page keep', sayHowLittle],
  ['the browser refuses without having said so', limitStorage],
])('where there is no room for a photo it goes up all the same, and the customer is told for as long: %s', async (_, limit) => {
  await limit();
  await reachPhotos();
  standIn.faults.add('holdUploads');
  const photo = noisyJpeg('gross.jpg', 900);
  await customer.givePhotos(photo);
  await customer.page.getByText(onePhotoUnsafe).waitFor();
  expect(await checkAccessibility(customer.page)).toEqual([]);
  standIn.faults.delete('holdUploads');
  await expect.poll(() => customer.page.locator('.network-bar.shown').count()).toBe(0);
  expect(standIn.photos[0]!.bytes.equals(photo.buffer)).toBe(true);
  await customer.giveContact();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
});

test('who closes the page that alone has a photo is asked; when it is gone, it is asked for again', async () => {
  await sayHowLittle();
  await reachPhotos();
  await customer.page.context().setOffline(true);
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('gross.jpg', 900)]);
  await customer.page.getByText(onePhotoUnsafe).waitFor();
  const asked = customer.page.waitForEvent('dialog');
  const gone = customer.page.waitForEvent('close');
  await customer.page.close({ runBeforeUnload: true });
  await (await asked).accept();
  // A page that hears of the net while it is leaving still sends its photo, and rightly so.
  await gone;
  await customer.page.context().setOffline(false);
  customer = await customer.openTab();
  await customer.page.locator('.card').getByText('Für dieses Foto war auf Ihrem Gerät kein Platz').waitFor();
});

test('where the browser keeps nothing, that is said, and the report goes out of the open page', async () => {
  await customer.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await customer.page.reload();
  await customer.chooseCategory('Parkschaden');
  await customer.page.getByText('Ihr Browser erlaubt gerade kein Speichern auf dem Gerät. Bitte lassen Sie diese Seite offen').waitFor();
  await customer.answerQuestions();
  await customer.nameVehicle();
  await customer.givePhotos();
  await customer.giveContact();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.photos).toHaveLength(1);
});

test.each([
  ['deleted with the browser’s data', null],
  ['changed by a newer widget in another tab', 2],
])('storage that is %s under the open page is written again with the next letter, photos too', async (_, version) => {
  await reachPhotos();
  await customer.page.context().setOffline(true);
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('eins.jpg')]);
  await customer.page.getByText('Wartet auf Internet').waitFor();
  await customer.page.evaluate(async (newVersion) => {
    const name = `meldewerk ${location.origin}`;
    await new Promise<void>((resolve, reject) => {
      const request = newVersion === null ? indexedDB.deleteDatabase(name) : indexedDB.open(name, newVersion);
      request.onblocked = () => reject(new Error('the page holds on to it'));
      request.onsuccess = () => resolve();
    });
  }, version);
  await customer.page.locator('.rest').click();
  await customer.next();
  await customer.field('reporter.firstName').fill('Jana');
  await customer.page.context().setOffline(false);
  await customer.page.reload();
  await expect.poll(() => customer.field('reporter.firstName').inputValue()).toBe('Jana');
  await expect.poll(() => standIn.photos.map(({ state }) => state)).toEqual(['ready']);
});

test('letters typed a moment before the tab is gone are there again', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.field('answers.incidentDescription').pressSequentially('Bis zum letzten Buchstaben');
  await customer.page.reload();
  await expect.poll(() => customer.field('answers.incidentDescription').inputValue()).toBe('Bis zum letzten Buchstaben');
});
