import { join } from 'node:path';
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

test('a reload brings back the step and everything typed', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.field('vehicle.licensePlate').fill('KA-PA 777');
  await customer.page.reload();
  await customer.field('vehicle.licensePlate').waitFor();
  await expect.poll(() => customer.field('vehicle.licensePlate').inputValue()).toBe('KA-PA 777');
  await customer.page.goBack();
  await customer.field('answers.incidentDescription').waitFor();
  await expect.poll(() => customer.field('answers.incidentDescription').inputValue()).toBe('Beim Ausparken berührt.');
});

test('the browser’s back and forward walk the steps and lose nothing', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.field('vehicle.licensePlate').fill('KA-PA 777');
  await customer.page.goBack();
  await customer.field('answers.incidentDate').waitFor();
  await customer.page.goForward();
  await customer.field('vehicle.licensePlate').waitFor();
  await expect.poll(() => customer.field('vehicle.licensePlate').inputValue()).toBe('KA-PA 777');
});

test('a photo that was cut off goes on after a reload where it stopped, and is on the server once', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  standIn.faults.add('cutUpload');
  const photo = noisyJpeg('schaden.jpg', 2000);
  await customer.field('photos.damageWide').setInputFiles([photo]);
  await expect.poll(() => standIn.photos[0]?.bytes.length ?? 0).toBeGreaterThan(0);
  await customer.page.reload();
  await customer.page.locator('.card .safe').waitFor();
  expect(standIn.photos).toHaveLength(1);
  expect(standIn.photos[0]!.bytes.equals(photo.buffer)).toBe(true);
  expect(standIn.requests.filter((request) => request.startsWith('POST /api/uploads'))).toHaveLength(1);
});

test('photos chosen without a connection wait, and go up by themselves when it is back', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  await customer.page.context().setOffline(true);
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('eins.jpg'), noisyJpeg('zwei.jpg')]);
  await customer.page.getByText('Wartet auf Internet').first().waitFor();
  await customer.page.context().setOffline(false);
  await expect.poll(() => customer.page.locator('.card .safe').count()).toBe(2);
  expect(standIn.photos).toHaveLength(2);
});

test('a removed photo can be brought back, and is gone for good once the step is left', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('eins.jpg'), noisyJpeg('zwei.jpg')]);
  await expect.poll(() => customer.page.locator('.card .safe').count()).toBe(2);
  await customer.page.getByRole('button', { name: /Entfernen ?: Foto 1/ }).click();
  await expect.poll(() => customer.focusedId()).toMatch(/^undo-/);
  await customer.page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect.poll(() => customer.page.locator('.card').count()).toBe(2);
  await customer.page.getByRole('button', { name: /Entfernen ?: Foto 2/ }).click();
  await customer.page.locator('.rest').click();
  await customer.next();
  await expect.poll(() => standIn.photos.length).toBe(1);
});

test('a photo the server could not open is named, and the customer is led to it', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  const broken = noisyJpeg('kaputt.jpg');
  broken.buffer.write('truncated', 100);
  await customer.field('photos.damageWide').setInputFiles([broken]);
  await customer.page.getByText('Dieses Foto ist beschädigt').first().waitFor();
  await customer.page.locator('.rest').click();
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'nicht angenommen' }).click();
  await expect.poll(() => customer.focusedId()).toBe('field-photos.damageWide');
  expect(await customer.page.locator('.taken').innerText(), 'what nobody can open was not photographed').toMatch(/^0 von/);
  expect(await customer.page.locator('.shot.is-taken').count()).toBe(0);
  await customer.page.getByLabel(/^Anderes Foto/).setInputFiles(noisyJpeg('heil.jpg'));
  await customer.page.locator('.card .safe').waitFor();
  expect(await customer.page.locator('.card').count()).toBe(1);
  await customer.next();
  await customer.field('reporter.role').waitFor();
});

test('a file that is no photo is refused before it goes up, with a sentence', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  await customer.field('photos.damageWide').setInputFiles([{ name: 'bild.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') }]);
  await customer.page.getByText('„bild.jpg“ ist kein Foto, das wir annehmen können.').first().waitFor();
  expect(standIn.requests.some((request) => request.includes('/api/uploads'))).toBe(false);
});

test('the receipt stays after a reload until a new report is begun; what was typed is off the device', async () => {
  await customer.reachReview();
  await customer.next();
  await customer.page.getByText('SM-2026-000001').waitFor();
  await customer.page.reload();
  await customer.page.getByText('SM-2026-000001').waitFor();
  const kept = await customer.page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    const database = await new Promise<IDBDatabase>((resolve) => (indexedDB.open(name).onsuccess = (event) => resolve((event.target as IDBOpenDBRequest).result)));
    const all = (store: string) =>
      new Promise<unknown[]>((resolve) => (database.transaction(store).objectStore(store).getAll().onsuccess = (event) => resolve((event.target as IDBRequest<unknown[]>).result)));
    return JSON.stringify([await all('draft'), await all('photos')]);
  });
  expect(kept).not.toMatch(/Jana|0171|KA-PA|Ausparken/i);
  await customer.page.getByRole('button', { name: 'Neue Meldung' }).click();
  await customer.page.locator('.tile').first().waitFor();
  await expect.poll(() => customer.page.locator('.tile :checked').count()).toBe(0);
});
