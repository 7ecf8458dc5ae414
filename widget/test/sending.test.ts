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

test('the report arrives as typed, with its photo', async () => {
  await customer.reachReview();
  await customer.next();
  await customer.page.getByText('SM-2026-000001').waitFor();
  expect(standIn.submissions).toHaveLength(1);
  expect(standIn.submissions[0]).toMatchObject({
    category: 'parking',
    answers: { incidentDate: '2026-01-20', incidentDescription: 'Beim Ausparken berührt.', drivable: true },
    vehicle: { licensePlate: 'ka pa777' },
    reporter: { role: 'keeper', firstName: 'Jana', lastName: 'Beispiel', phone: '0171 2345678' },
    photos: [{ id: standIn.photos[0]!.id, shotId: 'damageWide' }],
    privacyConsent: { version: 2, given: true },
    source: { kind: 'page' },
  });
});

test('pressing send twice sends once', async () => {
  await customer.reachReview();
  await customer.page.locator('.actions .primary').dblclick();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.requests.filter((request) => request === 'POST /api/reports')).toHaveLength(1);
});

test('when the answer is lost, sending goes on by itself and the report exists once', async () => {
  await customer.reachReview();
  standIn.faults.add('dropSubmitAnswer');
  await customer.next();
  await customer.page.getByText('SM-2026-000001').waitFor();
  expect(standIn.submissions).toHaveLength(1);
  expect(standIn.requests.filter((request) => request === 'POST /api/reports').length).toBeGreaterThan(1);
});

test('a reload while no answer comes goes on sending, and the report exists once', async () => {
  await customer.reachReview();
  standIn.faults.add('dropSubmitAnswer');
  await customer.next();
  await customer.page.getByRole('button', { name: 'Jetzt noch einmal senden' }).waitFor();
  await customer.page.reload();
  await customer.page.getByText('SM-2026-000001').waitFor();
  expect(standIn.submissions).toHaveLength(1);
});

test('who goes back while no answer comes has stopped sending', async () => {
  await customer.reachReview();
  await customer.page.context().setOffline(true);
  await customer.next();
  await customer.page.getByRole('button', { name: 'Jetzt noch einmal senden' }).waitFor();
  await customer.page.getByRole('button', { name: /Ändern ?: Kontakt/ }).click();
  await customer.field('reporter.firstName').fill('Janina');
  await customer.page.context().setOffline(false);
  await customer.next();
  await customer.page.getByRole('button', { name: 'Meldung senden' }).click();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions.map(({ reporter }) => reporter.firstName)).toEqual(['Janina']);
});

test('sending waits for the photos, shows how far they are, and goes off by itself', async () => {
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  standIn.faults.add('holdUploads');
  await customer.givePhotos(noisyJpeg('eins.jpg'), noisyJpeg('zwei.jpg'));
  await customer.giveContact();
  await customer.next();
  await customer.page.getByText('Fotos noch unterwegs: 2 von 2.').waitFor();
  expect(standIn.submissions).toHaveLength(0);
  standIn.faults.delete('holdUploads');
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.photos).toHaveLength(2);
});

test('what only the server can judge is named in its own words and leads to the field', async () => {
  await customer.reachReview();
  standIn.faults.add('refuseSubmit');
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Diese Telefonnummer gibt es nicht.' }).click();
  await expect.poll(() => customer.focusedId()).toBe('field-reporter.phone');
  expect(await customer.field('reporter.phone').getAttribute('aria-invalid')).toBe('true');
  await customer.field('reporter.phone').fill('0171 7654321');
  await expect.poll(() => customer.field('reporter.phone').getAttribute('aria-invalid')).toBeNull();
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.reporter.phone).toBe('0171 7654321');
});

test('a report with a gap cannot be sent; the message names the gap and jumps to it', async () => {
  await customer.reachReview();
  await customer.page.getByRole('button', { name: /Ändern ?: Fahrzeug und Versicherung/ }).click();
  await customer.field('vehicle.licensePlate').fill('');
  await customer.page.goBack();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Bitte geben Sie das Kennzeichen an.' }).click();
  await expect.poll(() => customer.focusedId()).toBe('field-vehicle.licensePlate');
  expect(standIn.submissions).toHaveLength(0);
});
