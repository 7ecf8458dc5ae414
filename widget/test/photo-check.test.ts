import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readLocation } from '@meldewerk/photo-check/location';
import { photographed } from '../../platform/test/photos/pictures.ts';
import { generatedSet } from '../../packages/photo-check/test/generated-set.ts';
import { Customer, type noisyJpeg } from './customer.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;
const pictures = new Map<string, ReturnType<typeof noisyJpeg>>();

beforeAll(async () => {
  browser = await openBrowser();
  for await (const { name, jpeg } of generatedSet(['car'], 1)) pictures.set(name, { name: 'schaden.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) });
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  customer = await Customer.arrive(browser, standIn);
});
afterEach(async () => {
  expect(customer.complaints).toEqual([]);
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const picture = (variant: string) => pictures.get(`car 0, ${variant}`)!;
const doubt = () => customer.page.locator('.doubt');

async function reachPhotos(): Promise<void> {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
}

async function choose(variant: string): Promise<void> {
  await customer.field('photos.damageWide').setInputFiles(picture(variant));
}

test('a blurred photo is kept, named in one sentence, used anyway, and staff are told', async () => {
  const workers: string[] = [];
  customer.page.on('worker', (worker) => workers.push(new URL(worker.url()).pathname));
  await reachPhotos();
  await choose('as taken');
  await customer.page.locator('.card canvas').first().waitFor();
  await choose('out of focus 4');
  await doubt().waitFor();
  expect(workers).toEqual([expect.stringMatching(/^\/widget\/assets\/photo-worker-/)]);
  expect(await customer.page.locator('.card').count()).toBe(2);
  expect(await doubt().innerText()).toContain('Das Foto ist etwas unscharf.');
  for (const width of [320, 1280]) {
    await customer.page.setViewportSize({ width, height: 800 });
    expect(await checkAccessibility(customer.page)).toEqual([]);
  }
  await doubt().getByRole('button', { name: 'Trotzdem verwenden' }).click();
  await expect.poll(() => doubt().count()).toBe(0);
  await customer.page.reload();
  await customer.page.locator('.card').nth(1).waitFor();
  expect(await doubt().count()).toBe(0);
  await customer.page.locator('.rest').click();
  await customer.next();
  await customer.giveContact();
  await customer.page.locator('.actions .primary').click();
  await expect.poll(() => standIn.submissions.length).toBe(1);
  expect(standIn.submissions[0]!.photos.map(({ findings }) => findings?.[0] ?? null)).toEqual([null, 'blurred']);
});

test('a photo that is there twice is replaced by another one without a step in between', async () => {
  await reachPhotos();
  await choose('as taken');
  await customer.page.locator('.card canvas').first().waitFor();
  await choose('the same once more');
  await doubt().waitFor();
  expect(await doubt().innerText()).toContain('Dieses Foto haben Sie schon.');
  await doubt().locator('input').setInputFiles(picture('held by hand'));
  await expect.poll(() => customer.page.locator('.undo').count()).toBe(1);
  expect(await customer.page.locator('.card').count()).toBe(2);
});

test('where photos were taken stays on the device, unless the customer says otherwise', async () => {
  const taken = await photographed();
  expect(readLocation(taken)).not.toBeNull();
  await reachPhotos();
  await customer.field('photos.damageWide').setInputFiles([{ name: 'schaden.jpg', mimeType: 'image/jpeg', buffer: taken }, picture('as taken')]);
  const question = customer.page.getByRole('checkbox', { name: /Ihre Fotos enthalten den Aufnahmeort/ });
  await question.waitFor();
  expect(await question.isChecked()).toBe(false);
  await expect.poll(() => standIn.photos.filter(({ state }) => state === 'ready').length).toBe(2);
  for (const { bytes } of standIn.photos) expect(readLocation(bytes)).toBeNull();
  expect(standIn.photos[0]!.bytes.length).toBe(taken.length);
  await customer.page.locator('.rest').click();
  await customer.next();
  await customer.giveContact();
  await customer.page.locator('.actions .primary').click();
  await expect.poll(() => standIn.submissions.length).toBe(1);
  expect(JSON.stringify(standIn.submissions)).not.toContain('location":{');
});

test('with the customer’s consent the place goes along with the report', async () => {
  await reachPhotos();
  await customer.field('photos.damageWide').setInputFiles({ name: 'schaden.jpg', mimeType: 'image/jpeg', buffer: await photographed() });
  await customer.page.getByRole('checkbox', { name: /Ihre Fotos enthalten den Aufnahmeort/ }).check();
  await customer.page.locator('.card .safe').waitFor();
  await customer.page.locator('.rest').click();
  await customer.next();
  await customer.giveContact();
  await customer.page.locator('.actions .primary').click();
  await expect.poll(() => standIn.submissions[0]?.photos[0]?.location).toEqual({ latitude: 49, longitude: 8.4 });
});

test('what this browser cannot decode is taken without a word', async () => {
  await reachPhotos();
  await customer.field('photos.damageWide').setInputFiles({ name: 'iphone.heic', mimeType: 'image/heic', buffer: Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(2000)]) });
  await customer.page.locator('.card .safe').waitFor();
  expect(await doubt().count()).toBe(0);
});
