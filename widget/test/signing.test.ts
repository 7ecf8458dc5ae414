import { join } from 'node:path';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { cardOf, draw, linkPath, reachForms, signButton, typeSignature } from './signer.ts';
import { linkForms, payment, prepareTwoForms, repair } from './signing-premises.ts';
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
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

const paymentCard = () => cardOf(customer, linkForms.payment.title);
const repairCard = () => cardOf(customer, linkForms.repair.title);
const arrive = async () => {
  customer = await Customer.arrive(browser, standIn, linkPath);
  await reachForms(customer);
};
/** One form as text, without fields of its own. */
const prepareOneForm = () => prepareTwoForms(standIn, { forms: [structuredClone(linkForms.payment)] });

async function read(card = paymentCard()): Promise<void> {
  await card.getByRole('button', { name: /^(Lesen|Neu lesen|Neu unterschreiben)/ }).click();
  await signButton(card).waitFor();
}

async function signDrawn(card = paymentCard()): Promise<void> {
  await draw(card);
  await signButton(card).click();
}

test('two forms are read and signed, one drawn, one typed; the report names both signatures, the receipt hands out both documents', async () => {
  prepareTwoForms(standIn);
  await arrive();
  await expect.poll(() => paymentCard().locator('.state').innerText()).toBe('offen');
  await read();
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${payment}.document`);
  await expect.poll(() => paymentCard().getByRole('heading', { level: 5 }).innerText()).toBe('Zahlungsanweisung');
  await expect.poll(() => paymentCard().locator('.document .paper').innerText()).toContain('Ich, Jana Beispiel, weise die Versicherung');
  await expect.poll(() => paymentCard().locator('.document .paper li').allInnerTexts()).toEqual(['Reparatur', 'Ersatzteile', 'Lackierung']);
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();

  await repairCard().getByRole('button', { name: /Ausfüllen, lesen und unterschreiben/ }).click();
  await repairCard().getByRole('button', { name: 'Weiter zum Lesen' }).click();
  await customer.page.locator('.faults a', { hasText: 'Bitte füllen Sie aus: Was soll gemacht werden?' }).click();
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${repair}.fields.wunsch`);
  await customer.page.keyboard.type('Stoßfänger lackieren');
  await customer.page.keyboard.press('Enter');
  await signButton(repairCard()).waitFor();
  await expect.poll(() => repairCard().locator('.document .paper').innerText()).toContain('Arbeit: Stoßfänger lackieren');
  await typeSignature(repairCard(), 'Jana Beispiel');
  await signButton(repairCard()).click();
  await repairCard().getByText('✓ unterschrieben').waitFor();

  expect(standIn.signing.signatures).toMatchObject([
    { formId: payment, name: 'Jana Beispiel', signature: { method: 'drawn' } },
    { formId: repair, name: 'Jana Beispiel', signature: { method: 'typed', typedName: 'Jana Beispiel' } },
  ]);
  for (const { formId, documentId, sha256 } of standIn.signing.signatures) {
    expect(documentId).toBe(standIn.signing.newest.get(formId));
    expect(sha256).toBe(standIn.signing.documents.get(documentId)!.sha256);
  }
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await expect.poll(() => customer.page.locator('.review .state').allInnerTexts()).toEqual(['✓ unterschrieben', '✓ unterschrieben']);
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.forms).toEqual(standIn.signing.signatures.map(({ formId, id }) => ({ id: formId, signatureId: id })));
  const [download] = await Promise.all([customer.page.waitForEvent('download'), customer.page.locator('.receipt .save').first().click()]);
  expect(download.suggestedFilename()).toBe('Reparaturkosten-Übernahme (Zahlungsanweisung).pdf');
  expect(customer.complaints).toEqual([]);
});

test('a missing stroke or name is said before the workshop is asked', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await signButton(paymentCard()).click();
  await paymentCard().getByText('Die Unterschrift fehlt noch').waitFor();
  await customer.field(`forms.${payment}.name`).fill(' ');
  await signButton(paymentCard()).click();
  await paymentCard().getByText('Bitte geben Sie Ihren Namen an.').waitFor();
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${payment}.name`);
  expect(standIn.requests.filter((request) => request.endsWith('/signatures'))).toEqual([]);
});

test('without a signature the step is not done, and says which form is left', async () => {
  prepareTwoForms(standIn);
  await arrive();
  await customer.next();
  await customer.page.locator('.faults a', { hasText: `Bitte lesen und unterschreiben Sie: ${linkForms.repair.title}` }).click();
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${repair}`);
});

test('pressing twice signs once', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await draw(paymentCard());
  await signButton(paymentCard()).dblclick();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  expect(standIn.signing.signatures).toHaveLength(1);
});

test('a form that changed underneath is said so, read again, and signed as it is now', async () => {
  prepareOneForm();
  await arrive();
  await read();
  standIn.signing.faults.add('changeUnderneath');
  await signDrawn();
  await paymentCard().getByText('haben sich inzwischen geändert').waitFor();
  await paymentCard().getByText('Fassung 2').waitFor();
  expect(standIn.signing.signatures).toHaveLength(0);
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  expect(standIn.signing.signatures).toHaveLength(1);
  await expect.poll(() => paymentCard().locator('.note').count()).toBe(0);
});

test('a detail that the form needs is named, led to, and the way leads back to the form', async () => {
  prepareTwoForms(standIn, { forms: [{ ...structuredClone(linkForms.repair), fields: [] }] });
  const link = standIn.linking.links.values().next().value!.link;
  delete link.preparation.vehicle.vin;
  await arrive();
  await repairCard().getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await customer.page.locator('.faults a', { hasText: 'Für dieses Formular fehlt die Fahrgestellnummer (FIN).' }).click();
  await expect.poll(() => customer.focusedId()).toBe('field-vehicle.vin');
  await customer.field('vehicle.vin').fill('WVWZZZ1JZXW000001');
  await customer.page.getByRole('button', { name: 'Zurück zu den Formularen' }).click();
  await signButton(repairCard()).waitFor();
  await expect.poll(() => repairCard().locator('.document .paper').innerText()).toContain('WVWZZZ1JZXW000001');
  await customer.page.getByRole('button', { name: 'Weiter', exact: true }).waitFor();
});

test('whoever changes what stands in a signed form is asked to sign it again; what does not stand in it changes nothing', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await customer.next();
  await customer.page.locator('.review').waitFor();

  await customer.page.getByRole('button', { name: /Ändern ?: Kontakt/ }).click();
  await customer.field('reporter.company').fill('Beispiel GmbH');
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await expect.poll(() => standIn.requests.filter((request) => request.endsWith('/document')).length).toBe(2);
  await expect.poll(() => customer.page.locator('.review .state').innerText()).toBe('✓ unterschrieben');

  await customer.page.getByRole('button', { name: /Ändern ?: Kontakt/ }).click();
  await customer.field('reporter.lastName').fill('Neumann');
  await customer.next();
  await customer.page.locator('.review').getByText('Angaben geändert: bitte neu unterschreiben').waitFor();
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Angaben geändert' }).click();
  await paymentCard().getByText('Sie haben danach Angaben geändert').waitFor();
  await read();
  await expect.poll(() => paymentCard().locator('.document .paper').innerText()).toContain('Jana Neumann');
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.signing.signatures).toHaveLength(2);
  expect(standIn.submissions[0]!.forms).toEqual([{ id: payment, signatureId: standIn.signing.signatures[1]!.id }]);
});

test('a form that the workshop changed after it was signed is refused with the report, and signed anew', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await customer.next();
  await customer.page.locator('.review').waitFor();
  standIn.signing.edition = 2;
  await customer.next();
  await customer.page.locator('.faults a', { hasText: 'Das Formular hat sich geändert.' }).click();
  await paymentCard().getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await paymentCard().getByText('Fassung 2').waitFor();
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await expect.poll(() => customer.page.locator('.faults').count()).toBe(0);
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
});

test('signed again as often as wanted until the report is sent: the newest signature counts', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await read();
  await typeSignature(paymentCard(), 'Jana Beispiel');
  await signButton(paymentCard()).click();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await expect.poll(() => standIn.signing.signatures.length).toBe(2);
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.forms).toEqual([{ id: payment, signatureId: standIn.signing.signatures[1]!.id }]);
});

test('drawn strokes survive turning the phone', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await draw(paymentCard());
  await customer.page.setViewportSize({ width: 800, height: 390 });
  await paymentCard().getByRole('img', { name: 'Unterschriftsfeld, unterschrieben' }).waitFor();
  await signButton(paymentCard()).click();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  const [{ signature }] = standIn.signing.signatures as [(typeof standIn.signing.signatures)[number]];
  expect(signature.method === 'drawn' && signature.strokes[0]!.length).toBeGreaterThan(4);
});

test('a form signed on another device is not asked for again', async () => {
  prepareOneForm();
  await arrive();
  await read();
  await signDrawn();
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await expect.poll(() => [...standIn.content.fields.values()].map((fields) => fields.get('furthest'))).toEqual(['forms']);
  await customer.leave();
  customer = await Customer.arrive(browser, standIn, linkPath);
  await paymentCard().getByText('✓ unterschrieben').waitFor();
  await customer.next();
  await customer.page.locator('.review').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]!.forms).toEqual([{ id: payment, signatureId: standIn.signing.signatures[0]!.id }]);
});
