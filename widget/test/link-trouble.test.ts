import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
import { linkDraftId, linkToken, type KeptLink } from './stand-in-link.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let kept: KeptLink;
let customer: Customer;
const newToken = 'Nbcdefghij_lmnopqrst-x';

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  kept = standIn.linking.prepare();
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const open = async (token = linkToken) => (customer = await Customer.arrive(browser, standIn, `/m/${token}`));
const saysThat = (heading: string) => customer.page.getByRole('heading', { name: heading }).waitFor();
const offers = (name: string) => customer.page.getByRole('link', { name }).waitFor();

async function fillUpToReview(): Promise<void> {
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await customer.field('answers.drivable').check();
  await customer.next();
  await customer.field('vehicle.licensePlate').fill('HD-AB 123');
  await customer.next();
  await customer.passDamages();
  await customer.page.locator('.shot').first().waitFor();
  await customer.givePhotos();
  await customer.field('reporter.role').check();
  await customer.field('privacyConsent').check();
  await customer.next();
  await customer.page.locator('.review').waitFor();
}

test.each([
  ['Qbcdefghij_lmnopqrst-z', 'a token nobody made'],
  ['abgeschnitten', 'a token that lost its end'],
])('%s opens nothing, says so, and offers the ways on', async (token) => {
  await open(token);
  await saysThat('Diesen Link kennen wir nicht');
  await offers('+49 721 1234567 anrufen');
  expect(await checkAccessibility(customer.page)).toEqual([]);
  await customer.page.getByRole('link', { name: 'Ohne Link melden' }).click();
  await customer.page.locator('.tile').first().waitFor();
});

test('an expired link has a new one sent by one press, and says in general words where to', async () => {
  kept.state = 'expired';
  await open();
  await saysThat('Dieser Link ist abgelaufen');
  await offers('Ohne Link melden');
  expect(await checkAccessibility(customer.page)).toEqual([]);
  await customer.page.getByRole('button', { name: 'Neuen Link schicken' }).click();
  await saysThat('Ein neuer Link ist unterwegs');
  expect(await customer.page.locator('.failure').innerText()).not.toMatch(/0171|2345678|@/);
  expect(kept.renewals).toBe(1);
  expect(await checkAccessibility(customer.page)).toEqual([]);
});

test('asking too often and having no connection are said, and asking again works', async () => {
  kept.state = 'expired';
  kept.renewalProblem = 'tooManyRequests';
  await open();
  const ask = customer.page.getByRole('button', { name: 'Neuen Link schicken' });
  await ask.click();
  await customer.page.getByText('wurde gerade schon angefordert', { exact: false }).waitFor();
  await customer.page.context().setOffline(true);
  await ask.click();
  await customer.page.getByText('Wir haben gerade keine Verbindung.', { exact: false }).waitFor();
  await customer.page.context().setOffline(false);
  delete kept.renewalProblem;
  await ask.click();
  await saysThat('Ein neuer Link ist unterwegs');
});

test('a withdrawn or replaced link says that a newer one may exist', async () => {
  kept.state = 'withdrawn';
  await open();
  await saysThat('Dieser Link gilt nicht mehr');
  await customer.page.getByText('öffnen Sie bitte den neuesten', { exact: false }).waitFor();
  await offers('+49 721 1234567 anrufen');
  await expect.poll(() => customer.page.getByRole('button', { name: 'Neuen Link schicken' }).count()).toBe(0);
});

test('a link that expires while it is filled in loses nothing: the new one goes on with the same draft', async () => {
  await open();
  await fillUpToReview();
  kept.state = 'expired';
  await customer.next();
  await saysThat('Dieser Link ist abgelaufen');
  await customer.page.getByText('Was Sie hier eingegeben haben, ist auf diesem Gerät gesichert.').waitFor();
  await customer.page.getByRole('button', { name: 'Neuen Link schicken' }).click();
  await saysThat('Ein neuer Link ist unterwegs');
  standIn.linking.renew(linkToken, newToken);
  const renewed = await customer.openTab(`/m/${newToken}`);
  await customer.page.close();
  const takeOver = renewed.page.getByRole('button', { name: 'Hier weitermachen' });
  await renewed.page.locator('.review').or(takeOver).waitFor();
  if (await takeOver.isVisible()) await takeOver.click();
  await renewed.page.locator('.review').waitFor();
  await renewed.next();
  await renewed.page.locator('.receipt').waitFor();
  expect(standIn.submissions).toMatchObject([{ draftId: linkDraftId, vehicle: { licensePlate: 'HD-AB 123' }, photos: [{ shotId: 'damageWide' }] }]);
  customer = renewed;
});

test('photos that could not go up before the link expired go up with the new one', async () => {
  await open();
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await customer.field('answers.drivable').check();
  await customer.next();
  await customer.field('vehicle.licensePlate').waitFor();
  await customer.next();
  await customer.passDamages();
  await customer.page.locator('.shot').first().waitFor();
  kept.state = 'expired';
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('eins.jpg')]);
  await saysThat('Dieser Link ist abgelaufen');
  expect(standIn.photos).toHaveLength(0);
  standIn.linking.renew(linkToken, newToken);
  await customer.page.goto(`${standIn.origin}/m/${newToken}`);
  await customer.page.locator('.card .safe').waitFor();
  expect(standIn.photos).toHaveLength(1);
});

test('after sending nothing of the customer is left on the device but the number', async () => {
  await open();
  await fillUpToReview();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  standIn.status.tokens.add(linkToken);
  await customer.page.reload();
  await customer.page.getByText('Stand Ihres Schadenfalls').waitFor();
  const left = await customer.page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name!);
    const all = await Promise.all(
      names.map(async (name) => {
        const database = await new Promise<IDBDatabase>((resolve) => (indexedDB.open(name).onsuccess = (event) => resolve((event.target as IDBOpenDBRequest).result)));
        const read = (store: string) =>
          new Promise<unknown[]>((resolve) => (database.transaction(store).objectStore(store).getAll().onsuccess = (event) => resolve((event.target as IDBRequest<unknown[]>).result)));
        return [await read('draft'), await read('photos')];
      }),
    );
    return JSON.stringify(all);
  });
  expect(left).toContain('SM-2026-000042');
  expect(left).not.toMatch(/Jana|2345678|KA-PA|HD-AB|Ausparken|WVWZZZ|Lindenweg/);
});

test('when the workshop cannot be reached the page says so, and trying again opens the report', async () => {
  standIn.faults.add('siteDown');
  await open();
  await saysThat('Gerade keine Verbindung');
  standIn.faults.delete('siteDown');
  await customer.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await customer.page.getByText('Guten Tag Jana Beispiel').waitFor();
  await expect.poll(() => kept.opened).toBe(1);
});

test('the states speak English', async () => {
  kept.state = 'expired';
  customer = await Customer.arrive(browser, standIn, `/m/${linkToken}`);
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('en');
  await saysThat('This link has expired');
  await customer.page.getByRole('button', { name: 'Send a new link' }).click();
  await saysThat('A new link is on its way');
});
