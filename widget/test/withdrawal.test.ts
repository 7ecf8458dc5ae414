import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { cardOf, draw, linkPath, reachForms, signButton } from './signer.ts';
import { linkForms, notice, prepareTwoForms } from './signing-premises.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openLightBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  prepareTwoForms(standIn, { forms: [{ ...structuredClone(linkForms.payment), concludesContract: true }], withdrawalNotice: notice });
  customer = await Customer.arrive(browser, standIn, linkPath);
  await reachForms(customer);
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

async function sign(): Promise<void> {
  const card = cardOf(customer, linkForms.payment.title);
  await card.getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await signButton(card).waitFor();
  await draw(card);
  await signButton(card).click();
  await card.getByText('✓ unterschrieben').waitFor();
}

async function send(): Promise<void> {
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
}

test('the notice has to be confirmed; beginning early is asked by itself and not ticked beforehand', async () => {
  await sign();
  await expect.poll(() => customer.field('withdrawal.noticeReceived').isChecked()).toBe(false);
  await expect.poll(() => customer.field('withdrawal.earlyStart').isChecked()).toBe(false);
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Bitte bestätigen Sie, dass Sie die Widerrufsbelehrung erhalten haben.' }).click();
  await expect.poll(() => customer.focusedId()).toBe('field-withdrawal.noticeReceived');
  await customer.page.keyboard.press('Space');
  await send();
  expect(standIn.submissions[0]!.withdrawal).toEqual({ noticeVersion: 4, noticeReceived: true, earlyStart: false });
  expect(await customer.page.getByRole('link', { name: 'Vertrag widerrufen' }).getAttribute('href')).toBe('/widerruf?ref=SM-2026-000042');
});

test('an express wish to begin early goes along, and can be taken back from the review', async () => {
  await sign();
  await customer.field('withdrawal.noticeReceived').check();
  await customer.field('withdrawal.earlyStart').check();
  await customer.next();
  await customer.page.locator('.review').getByText('Ausdrücklich verlangt').waitFor();
  await customer.page.getByRole('button', { name: /Ändern ?: Widerrufsrecht/ }).click();
  await expect.poll(() => customer.focusedId()).toBe('field-withdrawal.noticeReceived');
  await customer.field('withdrawal.earlyStart').uncheck();
  await customer.next();
  await customer.page.locator('.review').getByText('Nicht verlangt').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.withdrawal).toMatchObject({ earlyStart: false });
});

test('a notice that was changed meanwhile has to be confirmed again', async () => {
  await sign();
  await customer.field('withdrawal.noticeReceived').check();
  await customer.next();
  await customer.page.locator('.review').waitFor();
  const { link } = standIn.linking.links.values().next().value!;
  link.withdrawalNotice = { ...notice, version: 5, notice: { de: 'Neue Belehrung.', en: 'New notice.' } };
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Die Widerrufsbelehrung wurde inzwischen geändert.' }).click();
  await customer.page.locator('.legal').getByText('Neue Belehrung.').first().waitFor();
  await expect.poll(() => customer.field('withdrawal.noticeReceived').isChecked()).toBe(false);
  await customer.field('withdrawal.noticeReceived').check();
  await expect.poll(() => customer.page.locator('.faults').count()).toBe(0);
  await send();
  expect(standIn.submissions[0]!.withdrawal).toMatchObject({ noticeVersion: 5 });
});

test('the first lines of the notice can be seen, and all of it on request', async () => {
  const legal = customer.page.locator('.legal').first();
  await legal.getByText('Sie haben das Recht, binnen vierzehn Tagen').first().waitFor();
  await expect.poll(() => legal.getByText('Folgen des Widerrufs').last().isVisible()).toBe(false);
  await legal.getByText('Ganz lesen').click();
  await expect.poll(() => legal.getByText('Folgen des Widerrufs').last().isVisible()).toBe(true);
});

test('without an e-mail address the customer is asked for one, and can keep the notice at once', async () => {
  await customer.page.getByText('Sie haben noch keine E-Mail-Adresse angegeben.').waitFor();
  const [download] = await Promise.all([customer.page.waitForEvent('download'), customer.page.getByRole('button', { name: 'Widerrufsbelehrung herunterladen' }).click()]);
  const kept = await text(await download.createReadStream());
  expect(kept).toContain('binnen vierzehn Tagen');
  expect(kept).toContain('Hiermit widerrufe(n) ich/wir');
  await sign();
  await customer.field('withdrawal.noticeReceived').check();
  await customer.field('reporter.email').fill('jana@');
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Bitte prüfen Sie die E-Mail-Adresse' }).waitFor();
  await customer.field('reporter.email').fill('jana@example.com');
  await send();
  expect(standIn.submissions[0]!.reporter.email).toBe('jana@example.com');
});
