import { join } from 'node:path';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { cardOf, draw, linkPath, reachForms, signButton } from './signer.ts';
import { linkForms, prepareTwoForms } from './signing-premises.ts';
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
  prepareTwoForms(standIn, { forms: [structuredClone(linkForms.payment)] });
  customer = await Customer.arrive(browser, standIn, linkPath);
  await reachForms(customer);
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const card = () => cardOf(customer, linkForms.payment.title);
const begin = () => card().getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
const signed = () => card().getByText('✓ unterschrieben').waitFor();

async function readAndDraw(): Promise<void> {
  await begin();
  await signButton(card()).waitFor();
  await draw(card());
}

test('reading without a connection says so, and goes on by itself', async () => {
  await customer.page.context().setOffline(true);
  await begin();
  await card().getByText('Wir haben gerade keine Verbindung zur Werkstatt.').waitFor();
  await card().getByRole('button', { name: 'Noch einmal versuchen' }).waitFor();
  await customer.page.context().setOffline(false);
  await signButton(card()).waitFor();
});

test('a signature given without a connection is kept; who sends then sends both, each once', async () => {
  await readAndDraw();
  await customer.page.context().setOffline(true);
  await signButton(card()).click();
  await card().getByText('Ihre Unterschrift ist auf diesem Gerät gesichert').waitFor();
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.getByText('Ihre Unterschrift ist noch unterwegs.').waitFor();
  await customer.page.context().setOffline(false);
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.signing.signatures).toHaveLength(1);
  expect(standIn.submissions.map(({ forms }) => forms)).toEqual([[expect.objectContaining({ signatureId: standIn.signing.signatures[0]!.id })]]);
});

test('when the answer is lost the same signature goes out again, and exists once', async () => {
  standIn.signing.faults.add('dropSignatureAnswer');
  await readAndDraw();
  await signButton(card()).click();
  await signed();
  expect(standIn.signing.signatures).toHaveLength(1);
  expect(standIn.requests.filter((request) => request.endsWith('/signatures')).length).toBeGreaterThan(1);
});

test('a reload while the signature is on its way loses nothing and doubles nothing', async () => {
  standIn.signing.faults.add('holdSignatures');
  await readAndDraw();
  await signButton(card()).click();
  await card().getByText('Ihre Unterschrift wird gesendet').waitFor();
  await customer.page.reload();
  standIn.signing.faults.delete('holdSignatures');
  await signed();
  expect(standIn.signing.signatures).toHaveLength(1);
  await customer.page.reload();
  await signed();
});

test('a reload after signing finds the form signed, with its time and its document', async () => {
  await readAndDraw();
  await signButton(card()).click();
  await signed();
  await customer.page.reload();
  await card().getByText(/Unterschrieben am/).waitFor();
  const [download] = await Promise.all([customer.page.waitForEvent('download'), card().getByRole('button', { name: /Unterschriebenes PDF ansehen/ }).click()]);
  expect(download.suggestedFilename()).toContain('Zahlungsanweisung');
});
