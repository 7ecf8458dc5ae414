import { join } from 'node:path';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
import { linkDraftId, linkToken, preparedLink, type KeptLink } from './stand-in-link.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let kept: KeptLink;
let customer: Customer;

beforeAll(async () => {
  browser = await openLightBrowser();
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

/** Another device that opens the link now goes on at this step. */
async function hasCome(step: string): Promise<void> {
  await expect.poll(() => standIn.content.fields.get(kept.link.draftId)?.get('furthest')).toBe(step);
}

/** Through what is prepared to the photos, adding what only the customer knows. */
async function confirmPrepared(): Promise<void> {
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await customer.field('answers.drivable').check();
  await customer.next();
  await customer.field('vehicle.licensePlate').waitFor();
  await customer.next();
  await customer.passDamages();
  await customer.page.locator('.shot').first().waitFor();
}

async function finishContact(): Promise<void> {
  await customer.field('reporter.role').check();
  await customer.field('privacyConsent').check();
  await customer.next();
  await customer.page.locator('.review').waitFor();
}

test('what the workshop prepared is there, marked, and says who sent it; the customer adds the rest and sends', async () => {
  await open();
  await customer.page.getByText('Guten Tag Jana Beispiel').waitFor();
  await expect.poll(() => customer.page.locator('.link-note').innerText()).toMatch(/SM-2026-000042[\s\S]*LeasePlan[\s\S]*HUK-COBURG/);
  await expect.poll(() => customer.heading.innerText()).toBe('Parkschaden');
  await expect.poll(() => customer.field('answers.incidentDate').inputValue()).toBe('2026-01-20');
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await customer.field('answers.drivable').check();
  await customer.next();
  await customer.field('vehicle.licensePlate').waitFor();
  await expect.poll(() => customer.field('vehicle.licensePlate').inputValue()).toBe('KA-PA 777');
  await expect.poll(() => customer.field('vehicle.odometerKm').inputValue()).toBe('84500');
  await expect.poll(() => customer.field('vehicle.vin').isVisible()).toBe(true);
  await expect.poll(() => customer.field('insurance.insurer').inputValue()).toBe('HUK-COBURG');
  const marked = customer.page.locator('.field', { has: customer.field('vehicle.makeModel') }).locator('.prepared');
  await expect.poll(() => marked.innerText()).toBe('vorausgefüllt');
  await customer.field('vehicle.makeModel').fill('VW Golf Variant');
  await expect.poll(() => marked.count()).toBe(0);
  await customer.next();
  await customer.passDamages();
  await customer.page.locator('.shot').first().waitFor();
  await customer.givePhotos();
  await finishContact();
  await customer.next();
  await customer.page.getByText('SM-2026-000042').waitFor();
  expect(standIn.submissions[0]).toMatchObject({
    draftId: linkDraftId,
    category: 'parking',
    answers: { incidentDate: '2026-01-20', incidentDescription: 'Beim Ausparken berührt.' },
    vehicle: { licensePlate: 'KA-PA 777', makeModel: 'VW Golf Variant', odometerKm: 84500 },
    insurance: { coverage: 'fullyComprehensive', insurer: 'HUK-COBURG', claimNumber: '26-11-4711' },
    reporter: { firstName: 'Jana', lastName: 'Beispiel', city: 'Karlsruhe' },
    photos: [{ shotId: 'damageWide' }],
    source: { kind: 'link' },
  });
  expect(standIn.requests.some((request) => request.startsWith('PUT /api/drafts'))).toBe(false);
  expect(customer.complaints).toEqual([]);
});

test('without a prepared category the report begins by asking for it, and the rest is filled in', async () => {
  kept.link = preparedLink({ preparation: { ...kept.link.preparation, category: null } });
  await open();
  await customer.page.locator('.link-note').waitFor();
  await customer.chooseCategory('Marderbiss');
  await customer.answerQuestions();
  await expect.poll(() => customer.field('vehicle.licensePlate').inputValue()).toBe('KA-PA 777');
});

test('a prepared category that the workshop no longer offers is asked for', async () => {
  kept.link = preparedLink({ preparation: { ...kept.link.preparation, category: 'meteorite' } });
  await open();
  await customer.page.locator('.tile').first().waitFor();
  await expect.poll(() => customer.page.locator('.tile :checked').count()).toBe(0);
});

test('staff see that it was opened and how far the customer is; looking alone begins nothing', async () => {
  await open();
  await expect.poll(() => kept.opened).toBe(1);
  expect(kept.steps).toEqual([]);
  await confirmPrepared();
  await expect.poll(() => kept.steps.at(-1)).toBe('photos');
  expect(kept.steps.length).toBeLessThanOrEqual(3);
});

test('what staff change meanwhile is taken over, but never over what the customer typed', async () => {
  await open();
  await confirmPrepared();
  await customer.page.getByRole('button', { name: 'Zurück' }).click();
  await customer.page.locator('#damage-pass').waitFor();
  await customer.page.getByRole('button', { name: 'Zurück' }).click();
  await customer.field('vehicle.makeModel').fill('VW Golf Variant');
  const { preparation } = kept.link;
  kept.link = preparedLink({
    version: 2,
    preparation: { ...preparation, vehicle: { ...preparation.vehicle, makeModel: 'VW Polo', odometerKm: 91000 }, insurance: { coverage: 'partialCover', insurer: 'LVM' }, reporter: { ...preparation.reporter, firstName: 'Janina' } },
  });
  await customer.page.reload();
  await customer.field('vehicle.makeModel').waitFor();
  await expect.poll(() => customer.field('vehicle.makeModel').inputValue()).toBe('VW Golf Variant');
  await expect.poll(() => customer.field('vehicle.odometerKm').inputValue()).toBe('91000');
  await expect.poll(() => customer.field('insurance.insurer').inputValue()).toBe('LVM');
  await expect.poll(() => customer.field('insurance.claimNumber').inputValue()).toBe('');
});

test('a reload in any step brings back the step and everything typed', async () => {
  await open();
  const reload = async (path: string) => {
    await customer.page.reload();
    await customer.field(path).waitFor();
  };
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await reload('answers.incidentDate');
  await expect.poll(() => customer.field('answers.incidentDescription').inputValue()).toBe('Beim Ausparken berührt.');
  await confirmPrepared();
  await reload('photos.damageWide');
  await customer.givePhotos();
  await reload('reporter.role');
  await finishContact();
  await customer.page.reload();
  await customer.page.locator('.review').waitFor();
  await expect.poll(() => customer.page.locator('.review').innerText()).toContain('Beim Ausparken berührt.');
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  standIn.status.tokens.add(linkToken);
  await customer.page.getByRole('button', { name: 'Stand ansehen' }).click();
  await customer.page.getByText('Stand Ihres Schadenfalls').waitFor();
  await customer.page.reload();
  await customer.page.getByText('Stand Ihres Schadenfalls').waitFor();
  expect(standIn.submissions).toHaveLength(1);
});

test('the report of the page itself and those of several links stay apart on one device', async () => {
  customer = await Customer.arrive(browser, standIn);
  await customer.chooseCategory('Marderbiss');
  await customer.field('answers.incidentDescription').fill('Der eigene Bericht');
  const other = 'Bbcdefghij_lmnopqrst-w';
  standIn.linking.prepare({ draftId: '0b1f5ad0-51e1-4a0c-9c6f-2f1f6cbb1002', reference: 'SM-2026-000043', partner: null }, other);
  const first = await customer.openTab(`/m/${linkToken}`);
  await first.field('answers.incidentDescription').fill('Der erste Link');
  const second = await customer.openTab(`/m/${other}`);
  await second.page.getByText('SM-2026-000043').waitFor();
  await expect.poll(() => second.field('answers.incidentDescription').inputValue()).toBe('');
  await first.page.reload();
  await first.field('answers.incidentDescription').waitFor();
  await expect.poll(() => first.field('answers.incidentDescription').inputValue()).toBe('Der erste Link');
  await customer.page.reload();
  await customer.field('answers.incidentDescription').waitFor();
  await expect.poll(() => customer.field('answers.incidentDescription').inputValue()).toBe('Der eigene Bericht');
});

test('a second tab of the same link says so instead of overwriting', async () => {
  await open();
  await customer.field('answers.incidentDescription').fill('Eine Schramme');
  const second = await customer.openTab(`/m/${linkToken}`);
  await second.page.getByRole('button', { name: 'Hier weitermachen' }).click();
  await second.field('answers.incidentDescription').waitFor();
  await expect.poll(() => second.field('answers.incidentDescription').inputValue()).toBe('Eine Schramme');
});

test('a link in English speaks English, until the customer chooses otherwise', async () => {
  kept.link = preparedLink({ language: 'en' });
  await open();
  await customer.page.getByText('Hello Jana Beispiel').waitFor();
  await customer.page.getByText('Karosserie Muster has prepared your report.', { exact: false }).waitFor();
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('de');
  await customer.page.getByText('Guten Tag Jana Beispiel').waitFor();
  await customer.page.reload();
  await customer.page.getByText('Guten Tag Jana Beispiel').waitFor();
});

test('on another device the same link goes on where the first one is, with the photos that are up, and sends them along', async () => {
  await open();
  await confirmPrepared();
  await customer.givePhotos();
  await expect.poll(() => standIn.photos.filter(({ state }) => state === 'ready').length).toBe(1);
  const phone = customer;
  await hasCome('contact');
  await open();
  await customer.field('reporter.role').waitFor();
  await customer.page.getByRole('button', { name: /Zurück/ }).click();
  await customer.page.getByText('Von einem anderen Gerät').waitFor();
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('zwei.jpg')]);
  await customer.page.locator('.card').nth(1).waitFor();
  await customer.next();
  await finishContact();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions.map(({ photos }) => photos.length)).toEqual([2]);

  await phone.page.getByText('Sie wurde nicht von diesem Gerät gesendet.', { exact: false }).waitFor();
  expect(standIn.submissions).toHaveLength(1);
  await phone.leave();
});

test('a photo removed on another device is not sent from this one', async () => {
  await open();
  await confirmPrepared();
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('eins.jpg'), noisyJpeg('zwei.jpg')]);
  await expect.poll(() => customer.page.locator('.card .safe').count()).toBe(2);
  const phone = customer;
  await hasCome('photos');
  await open();
  await customer.page.getByRole('button', { name: /Entfernen ?: Foto 1/ }).click();
  await customer.page.locator('.rest').click();
  await customer.next();
  await expect.poll(() => standIn.photos.length).toBe(1);
  await phone.page.reload();
  await expect.poll(() => phone.page.locator('.card').count()).toBe(1);
  await phone.leave();
});
