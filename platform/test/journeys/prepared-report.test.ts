import { buffer } from 'node:stream/consumers';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { choose, goOn, leaveOutWishes, markNoDamage, parkingDamage, pickPhotos, sendReport, shotOf, skipRemainingShots, stepHeading, type PhotoFile } from '@meldewerk/testing/fill-widget';
import { formOf, readForm, signByTyping, signWithFinger } from '@meldewerk/testing/sign-in-widget';
import { sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import { activatePartner, findPartner } from '@meldewerk/tenants/partners';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, hostOf, type Platform } from '../harness.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { isSessionQuestion, noteComplaints } from './note-complaints.ts';
import { takePhonePhoto } from './phone-photo.ts';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'de-DE', timezoneId: 'Europe/Berlin' };

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let photo: PhotoFile;

beforeAll(async () => {
  [platform, browser, photo] = await Promise.all([bootPlatform({ listen: true, vendorsReport: true }), openBrowser(), takePhonePhoto({ name: 'IMG_0901.JPG' })]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe', { name: 'Karosserie Probe' });
  const { db } = platform.services;
  const partner = await findPartner(db, 'LeasePlan');
  await activatePartner(db, workshop.tenantId, partner!.id, { email: 'schaden@leaseplan.example', now: platform.clock.now() });
});

afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** What a browser writes into the console about the form that lacked a value. */
const ofIncompleteForm = /status of 422 .*\/forms\/[0-9a-f-]+\/document$/;
const payment = 'Zahlungsanweisung ohne Abtretung (RKÜ)';
const order = 'Reparaturauftrag';

test('what staff prepare comes back complete and signed: one SMS, a filled-in report, photos, two forms, and everybody is told', { timeout: 180_000 }, async () => {
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const atDesk = noteComplaints(desk);
  const portal = await desk.newPage();
  await portal.goto(`http://${workshop.host}/portal/reports`);
  await signIn(portal, { email: workshop.emailOf.clerk, password: staffPassword });
  await prepareInPortal(portal);
  const reference = await referenceOn(portal);
  await attachForms(portal);

  const device = await browser.newContext(phone);
  const onPhone = noteComplaints(device);
  const page = await openFromSms(device);
  await completeReport(page, reference);
  await signForms(page);
  expect(await sendReport(page)).toBe(reference);
  await expectSignedCopies(page);
  expect(await checkAccessibility(page), 'receipt').toEqual([]);
  expect(onPhone.filter((complaint) => !ofIncompleteForm.test(complaint))).toEqual([]);

  await expectCompleteReport(portal);
  await expectSignedForms(portal);
  expect(atDesk.filter((complaint) => !isSessionQuestion(complaint))).toEqual([]);
  await expectMessages(reference);

  // Opened again, the link leads on to how it stands.
  await page.reload();
  await stepHeading(page, 'Stand Ihres Schadenfalls').waitFor();
  await Promise.all([desk.close(), device.close()]);
});

/** Everything the customer says on the phone, typed in by the clerk; the SMS goes out with the last press. */
async function prepareInPortal(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Neue Meldung' }).click();
  await page.getByLabel('Vorname').fill('Jürgen');
  await page.getByLabel('Nachname').fill('Großmann');
  await page.getByLabel('Handynummer').fill('0151 23456789');
  await page.getByRole('textbox', { name: 'E-Mail' }).fill('juergen@kunde.example');
  await page.getByLabel('Straße und Hausnummer').fill('Lindenweg 3');
  await page.getByLabel('PLZ').fill('76133');
  await page.getByLabel('Ort', { exact: true }).fill('Karlsruhe');
  await page.getByLabel('Kennzeichen').fill('ka pa777');
  await page.getByLabel('Marke und Modell').fill('VW Golf');
  await page.getByLabel('Art des Schadens').selectOption({ label: 'Parkschaden' });
  await page.getByLabel('Tag des Schadens').fill('2026-01-20');
  await page.getByLabel('Abrechnung über').selectOption({ label: 'Vollkasko' });
  await page.getByLabel('Versicherer').fill('HUK-COBURG');
  await page.getByLabel('Partner', { exact: true }).selectOption({ label: 'LeasePlan' });
  await page.getByLabel('Auftragsnummer des Partners').fill('LP-4711');
  await page.getByRole('button', { name: 'Abschicken' }).click();
  await page.getByRole('button', { name: 'SMS erneut senden' }).waitFor();
}

async function referenceOn(page: Page): Promise<string> {
  const text = await page.getByText(/[A-Z]+-\d{4}-\d{6}/).first().innerText();
  return /[A-Z]+-\d{4}-\d{6}/.exec(text)?.[0] ?? '';
}

/** Two of the forms that fit the case; the repair order concludes a contract. */
async function attachForms(page: Page): Promise<void> {
  await sectionOf(page, /^Formulare/).getByRole('button', { name: 'Anhängen' }).click();
  const dialog = page.locator('attach-forms-dialog');
  for (const title of [payment, order]) await dialog.getByRole('checkbox', { name: new RegExp(`^${title.replace(/[()]/g, '\\$&')}`) }).check();
  await dialog.getByRole('button', { name: 'Anhängen' }).click();
  await sectionOf(page, /^Formulare/).getByText(order).first().waitFor();
}

/** Taps the link of the newest message on the simulated phone. */
async function openFromSms(device: BrowserContext): Promise<Page> {
  const inbox = await device.newPage();
  await inbox.goto(`http://${hostOf(platform, 'simulators')}/`);
  const opened = device.waitForEvent('page');
  await inbox.getByRole('link', { name: /\/m\/[\w-]{22}$/ }).click();
  const page = await opened;
  expect(new URL(page.url()).host).toBe(workshop.host);
  return page;
}

/** What is prepared is confirmed, and the rest added: the customer types neither name nor plate. */
async function completeReport(page: Page, reference: string): Promise<void> {
  const expectAccessible = async (step: string) => expect(await checkAccessibility(page), step).toEqual([]);
  await stepHeading(page, 'Parkschaden').waitFor();
  await page.getByText('Guten Tag Jürgen Großmann').waitFor();
  const note = page.getByRole('region', { name: 'Guten Tag Jürgen Großmann' });
  for (const fact of [reference, 'LeasePlan', 'HUK-COBURG']) await note.getByText(fact, { exact: true }).waitFor();
  await expect.poll(() => page.getByLabel(parkingDamage.when).inputValue()).toBe('2026-01-20');
  await page.getByLabel(parkingDamage.what).fill('Die hintere Tür ist eingedrückt.');
  await choose(page, 'Ist das Fahrzeug noch fahrbereit?', 'Ja');
  await expectAccessible('questions');
  await goOn(page);

  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await expect.poll(() => page.getByLabel(/^Kennzeichen/).inputValue()).toBe('KA-PA 777');
  await expect.poll(() => page.getByRole('combobox', { name: /^Versicherung/ }).inputValue()).toBe('HUK-COBURG');
  await page.getByLabel(/^Marke und Modell/).fill('VW Golf Variant');
  await expectAccessible('vehicle');
  await goOn(page);
  await markNoDamage(page);

  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await pickPhotos(page, 'Schaden aus 2 bis 3 Metern', [photo]);
  await skipRemainingShots(page);
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByText('Gesichert').waitFor();
  await goOn(page);

  await stepHeading(page, 'Wie erreicht Sie die Werkstatt?').waitFor();
  await expect.poll(() => page.getByLabel(/^Nachname/).inputValue()).toBe('Großmann');
  await choose(page, 'Sie sind …', 'Halter');
  await page.getByRole('checkbox', { name: /Ich habe den Datenschutzhinweis gelesen/ }).check();
  await expectAccessible('contact');
  await goOn(page);
  await leaveOutWishes(page);
}

/** One is drawn with the finger, one typed; with the contract comes the notice of withdrawal, and the wish to begin early. */
async function signForms(page: Page): Promise<void> {
  await stepHeading(page, 'Formulare unterschreiben').waitFor();
  await addWhatAFormLacks(page);
  await formOf(page, order).getByText('VW Golf Variant').first().waitFor();
  expect(await checkAccessibility(page), 'reading a form').toEqual([]);
  await signByTyping(formOf(page, order), 'Jürgen Großmann');
  await readForm(formOf(page, payment));
  await formOf(page, payment).getByText('HUK-COBURG').first().waitFor();
  await signWithFinger(formOf(page, payment));
  await page.getByRole('checkbox', { name: /Ich habe die Widerrufsbelehrung/ }).check();
  await page.getByRole('checkbox', { name: /Ich verlange ausdrücklich/ }).check();
  expect(await checkAccessibility(page), 'forms').toEqual([]);
  await goOn(page);
  await stepHeading(page, 'Stimmt alles?').waitFor();
  expect(await checkAccessibility(page), 'review').toEqual([]);
}

/** A value that nobody gave yet is named before the form can be signed; back from where it is typed, the form is read on. */
async function addWhatAFormLacks(page: Page): Promise<void> {
  await formOf(page, order).getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await page.getByRole('link', { name: /fehlt noch: Fahrgestellnummer/ }).click();
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await page.getByLabel(/^Fahrgestellnummer/).fill('WVWZZZ1KZAW000123');
  await page.getByRole('button', { name: 'Zurück zu den Formularen' }).click();
  await stepHeading(page, 'Formulare unterschreiben').waitFor();
}

async function expectSignedCopies(page: Page): Promise<void> {
  for (const title of [payment, order]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: new RegExp(`: ${title.replace(/[()]/g, '\\$&')}$`) }).click()]);
    expect(download.suggestedFilename()).toBe(`${title}.pdf`);
  }
  await page.getByRole('main').getByRole('link', { name: 'Vertrag widerrufen' }).waitFor();
}

/** On the page the clerk left open: it changes by itself. */
async function expectCompleteReport(page: Page): Promise<void> {
  await page.getByText('Die hintere Tür ist eingedrückt.').waitFor();
  await page.getByText('VW Golf Variant').first().waitFor();
  await sectionOf(page, /^Fotos/).locator('button img').first().waitFor();
  await page.getByText('LP-4711').first().waitFor();
  await sectionOf(page, 'Versand').getByText('Nachricht an den Partner').waitFor();
}

/** Signed by the customer, then by the workshop as well: both in one sealed PDF. */
async function expectSignedForms(page: Page): Promise<void> {
  const forms = sectionOf(page, /^Formulare/);
  const entry = (title: string) => forms.getByRole('listitem').filter({ hasText: title });
  await entry(payment).getByText('Vollständig unterschrieben').waitFor();
  await entry(order).getByRole('button', { name: 'Jetzt für die Werkstatt unterschreiben' }).click();
  const dialog = page.locator('countersign-dialog');
  await dialog.getByRole('radio', { name: 'Name eintippen' }).check();
  await dialog.getByRole('button', { name: 'Unterschreiben', exact: true }).click();
  await entry(order).getByText('Vollständig unterschrieben').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), entry(order).getByRole('link', { name: /^PDF/ }).click()]);
  const sealed = (await buffer(await download.createReadStream())).toString('latin1');
  expect([sealed.slice(0, 5), sealed.includes('/ByteRange')]).toEqual(['%PDF-', true]);
  for (const consent of ['Datenschutzhinweis', 'Widerrufsbelehrung erhalten', 'Sofort beginnen: ja, ausdrücklich verlangt', 'Belehrung und Formular per E-Mail übergeben']) await sectionOf(page, /^Einwilligungen/).getByText(consent).first().waitFor();
}

async function expectMessages(reference: string): Promise<void> {
  const messages = () => platform.simulators.inbox.messages();
  await expect.poll(() => messages().map(({ to }) => to)).toEqual(expect.arrayContaining(['schaden@leaseplan.example', 'juergen@kunde.example', workshop.emailOf.admin]));
  expect(messages().filter(({ vendor, text }) => vendor === 'twilio' && text.includes('/m/'))).toHaveLength(1);
  const toPartner = messages().find(({ to }) => to === 'schaden@leaseplan.example');
  expect(toPartner?.text).toMatch(new RegExp(`${reference}|LP-4711`));
}
