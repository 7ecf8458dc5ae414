import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { chooseCategory, goOn, leaveContact, leaveOutWishes, markNoDamage, nameVehicle, nameWishes, otherDamage, parkingDamage, pickPhotos, sendReport, shotOf, skipRemainingShots, stepHeading, tellWhatHappened } from '@meldewerk/testing/fill-widget';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { photographed, quadrants } from '../photos/pictures.ts';
import { provisionWorkshop, type Workshop } from '../workshop.ts';
import { focusByTab } from './focus-by-tab.ts';
import { noteComplaints } from './note-complaints.ts';

const phone = { width: 390, height: 844 };
const contact = { firstName: 'Jana', lastName: 'Beispiel', phone: '0171 2345678' };

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let device: BrowserContext;
let complaints: string[];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe');
});
afterEach(async () => {
  await device.close();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** A customer with a device of their own opens the workshop's page. */
async function openPage(viewport = phone, options: BrowserContextOptions = {}): Promise<Page> {
  device = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options });
  complaints = noteComplaints(device);
  const page = await device.newPage();
  await page.goto(`http://${workshop.host}/`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  return page;
}

async function reachPhotos(page: Page): Promise<void> {
  await chooseCategory(page, parkingDamage.category);
  await tellWhatHappened(page, parkingDamage, 'Die hintere Tür ist eingedrückt.');
  await goOn(page);
  await nameVehicle(page);
  await goOn(page);
  await markNoDamage(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
}

async function photo(name: string) {
  return { name, mimeType: 'image/jpeg', buffer: await photographed() };
}

test('a reload in the middle comes back to the same step, with the photo and everything typed', async () => {
  const page = await openPage();
  await reachPhotos(page);
  await pickPhotos(page, 'Schaden aus 2 bis 3 Metern', [await photo('schaden.jpg')]);
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByText('Gesichert').waitFor();
  await page.reload();
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByRole('img', { name: 'Foto 1: Schaden aus 2 bis 3 Metern' }).waitFor();
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByText('Gesichert').waitFor();
  await skipRemainingShots(page);
  await goOn(page);
  await leaveContact(page, contact);
  await goOn(page);
  await leaveOutWishes(page);
  for (const text of ['Die hintere Tür ist eingedrückt.', 'KA-PA 777', 'Fotos (1)', 'Jana Beispiel']) await page.getByText(text).first().waitFor();
});

test('the browser’s back and forward walk the steps and lose nothing', async () => {
  const page = await openPage();
  await reachPhotos(page);
  await page.goBack();
  await stepHeading(page, 'Wo ist das Fahrzeug beschädigt?').waitFor();
  await page.goBack();
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await expect.poll(() => page.getByLabel('Kennzeichen', { exact: true }).inputValue()).toBe('ka pa777');
  await page.goBack();
  await stepHeading(page, 'Parkschaden').waitFor();
  await expect.poll(() => page.getByLabel(parkingDamage.what).inputValue()).toBe('Die hintere Tür ist eingedrückt.');
  await page.goBack();
  await stepHeading(page, 'Was ist passiert?').waitFor();
  await expect.poll(() => page.getByRole('radio', { name: /^Parkschaden/ }).isChecked()).toBe(true);
  for (let step = 0; step < 4; step += 1) await page.goForward();
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
});

test('a forgotten item is named, and its sentence leads to the field', async () => {
  const page = await openPage();
  await chooseCategory(page, parkingDamage.category);
  await page.getByLabel(parkingDamage.what).fill('Die hintere Tür ist eingedrückt.');
  await goOn(page);
  const list = page.getByRole('group', { name: /Angaben fehlen noch oder stimmen nicht/ });
  await list.waitFor();
  await expect.poll(() => list.getByRole('link').count()).toBe(2);
  expect(await checkAccessibility(page)).toEqual([]);
  await list.getByRole('link', { name: 'Wann haben Sie den Schaden bemerkt?' }).click();
  await expect.poll(() => page.getByLabel(parkingDamage.when).evaluate((field) => field === (field.getRootNode() as ShadowRoot).activeElement)).toBe(true);
  await tellWhatHappened(page, parkingDamage, 'Die hintere Tür ist eingedrückt.');
  await goOn(page);
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
});

test('the language can be changed at any step, and what was typed stays', async () => {
  const page = await openPage();
  await chooseCategory(page, parkingDamage.category);
  await page.getByLabel(parkingDamage.what).fill('Die hintere Tür ist eingedrückt.');
  await page.getByLabel(/^(Sprache|Language)$/).selectOption('en');
  await stepHeading(page, 'Parking damage').waitFor();
  await expect.poll(() => page.getByLabel('What did you find?').inputValue()).toBe('Die hintere Tür ist eingedrückt.');
  await page.reload();
  await stepHeading(page, 'Parking damage').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByLabel(/^(Sprache|Language)$/).selectOption('de');
  await stepHeading(page, 'Parkschaden').waitFor();
});

test('somebody whose browser speaks English is greeted in English', async () => {
  const page = await openPage(phone, { locale: 'en-GB' });
  await stepHeading(page, 'What happened?').waitFor();
});

test('keyboard alone goes from the start to the receipt, with every shot passed over', async () => {
  const page = await openPage({ width: 1280, height: 900 });
  const { keyboard } = page;
  const press = async (name: string | RegExp, key: string) => {
    await focusByTab(page, name);
    await keyboard.press(key);
  };
  const write = async (name: string | RegExp, text: string) => {
    await focusByTab(page, name);
    await keyboard.type(text);
  };

  await focusByTab(page, /^Unfall mit Gegner/);
  await keyboard.press('ArrowUp');
  await press('Weiter', 'Enter');
  await stepHeading(page, 'Kann das Fahrzeug noch fahren?').waitFor();
  await press(/Nichts davon/, 'Enter');
  await press('Weiter', 'Enter');
  await stepHeading(page, otherDamage.category).waitFor();
  // The same in every order of day and month.
  await write(/^Seit wann besteht das Problem\?/, `1010${new Date().getFullYear() - 1}`);
  await write(/^Was ist das Problem\?/, 'Klappern vorne links');
  await press('Ja', 'Space');
  await press('Weiter', 'Enter');
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await write(/^Kennzeichen/, 'KA-PA 777');
  await keyboard.press('Enter');
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await press(/^Kann ich gerade nicht: Vorne links/, 'Space');
  await press(/übrigen wichtigen Fotos kann ich gerade nicht machen/, 'Enter');
  await press('Weiter', 'Enter');
  await stepHeading(page, 'Wie erreicht Sie die Werkstatt?').waitFor();
  await press('Halter', 'Space');
  await write(/^Vorname/, 'Jana');
  await write(/^Nachname/, 'Beispiel');
  await write(/^Telefon/, '0171 2345678');
  await press(/^Ich habe den Datenschutzhinweis gelesen/, 'Space');
  await press('Weiter', 'Enter');
  await stepHeading(page, 'Wann passt es Ihnen?').waitFor();
  await press('Weiter', 'Enter');
  await stepHeading(page, 'Stimmt alles?').waitFor();
  await press('Meldung senden', 'Enter');
  await stepHeading(page, 'Ihre Meldung ist angekommen').waitFor();
  await page.getByText(/^SM-\d{4}-\d{6}$/).waitFor();
});

test('at 320 px nothing has to be scrolled sideways, on any step', async () => {
  const page = await openPage({ width: 320, height: 640 }, { isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const expectNoSidewaysScroll = async (step: string) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth), step).toBe(320);
  };
  await expectNoSidewaysScroll('category');
  await chooseCategory(page, 'Unfall mit Gegner');
  await expectNoSidewaysScroll('questions of a collision');
  await page.goBack();
  await expectNoSidewaysScroll('safety');
  await page.goBack();
  await reachPhotos(page);
  await expectNoSidewaysScroll('photos');
  await pickPhotos(page, 'Schaden aus 2 bis 3 Metern', [await photo('ein-sehr-langer-name-den-niemand-umbrechen-kann-0123456789.jpg'), await photo('zwei.jpg')]);
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByText('Gesichert').nth(1).waitFor();
  await expectNoSidewaysScroll('photos taken');
  await page.goBack();
  await expectNoSidewaysScroll('damages');
  await goOn(page);
  await skipRemainingShots(page);
  await goOn(page);
  await leaveContact(page, { ...contact, email: 'eine-sehr-lange-adresse-ohne-umbruch@beispielwerkstatt.example' });
  await expectNoSidewaysScroll('contact');
  await goOn(page);
  await nameWishes(page);
  await expectNoSidewaysScroll('wishes');
  await goOn(page);
  await stepHeading(page, 'Stimmt alles?').waitFor();
  await expectNoSidewaysScroll('review');
  await sendReport(page);
  await expectNoSidewaysScroll('receipt');
});

test('a broken photo and a file that is none are told in a sentence, and cost nothing else', async () => {
  const page = await openPage();
  await reachPhotos(page);
  const whole = await photo('ganz.jpg');
  const large = await quadrants(1600, 1200).jpeg().toBuffer();
  const truncated = { ...whole, name: 'abgebrochen.jpg', buffer: large.subarray(0, large.byteLength / 2) };
  const text = { name: 'notiz.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Das ist kein Foto. '.repeat(200)) };
  await pickPhotos(page, 'Schaden aus 2 bis 3 Metern', [whole, text]);
  await shotOf(page, 'Schaden aus 2 bis 3 Metern').getByText('„notiz.jpg“ ist kein Foto, das wir annehmen können. Bitte wählen Sie ein Bild im Format JPEG, PNG, WebP, HEIC oder AVIF.').waitFor();
  await pickPhotos(page, 'Schaden aus der Nähe', [truncated]);
  await shotOf(page, 'Schaden aus der Nähe').getByText(/^Dieses Foto ist beschädigt .* Bitte nehmen Sie es noch einmal auf oder wählen Sie ein anderes\.$/).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await skipRemainingShots(page);
  await goOn(page);
  await page.getByRole('link', { name: /Ein Foto zu „Schaden aus der Nähe“ wurde nicht angenommen/ }).waitFor();
  await shotOf(page, 'Schaden aus der Nähe').getByRole('button', { name: /^Entfernen/ }).click();
  await shotOf(page, 'Schaden aus der Nähe').getByRole('checkbox', { name: /^Kann ich gerade nicht/ }).check();
  await goOn(page);
  await leaveContact(page, contact);
  await goOn(page);
  await leaveOutWishes(page);
  await page.getByRole('heading', { level: 3, name: 'Fotos (1)' }).waitFor();
  expect(await sendReport(page)).toMatch(/^SM-/);
});
