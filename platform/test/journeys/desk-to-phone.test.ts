import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { choose, chooseCategory, goOn, leaveContact, leaveOutWishes, nameVehicle, otherDamage, pickPhotos, sendReport, shotOf, skipRemainingShots, stepHeading, tellWhatHappened } from '@meldewerk/testing/fill-widget';
import { formOf, readForm, signWithFinger } from '@meldewerk/testing/sign-in-widget';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { attach, prepareCase, saveForm, textForm } from '../forms.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { photographed } from '../photos/pictures.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';
import { readCode } from './read-code.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let desk: Page;
let phone: Page;
const contexts: BrowserContext[] = [];
let complaints: string[][] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-bruecke');
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  // An answer that says no is written to the console by the browser itself.
  expect(complaints.flat().filter((complaint) => !/status of (409|410)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(complaint))).toEqual([]);
  complaints = [];
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

async function openComputer(path = '/'): Promise<Page> {
  return open(path, { viewport: { width: 1280, height: 900 } });
}

async function openPhone(address: string): Promise<Page> {
  return open(address, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
}

async function open(path: string, options: object): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options });
  contexts.push(context);
  complaints.push(noteComplaints(context));
  const page = await context.newPage();
  await page.goto(new URL(path, `http://${workshop.host}`).href);
  return page;
}

const picture = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await photographed() });
const thumbnails = (page: Page, shot: string) => shotOf(page, shot).locator('canvas.thumbnail');

async function reachPhotos(page: Page): Promise<void> {
  await stepHeading(page, 'Was ist passiert?').waitFor();
  await chooseCategory(page, otherDamage.category);
  await tellWhatHappened(page, otherDamage, 'Die hintere Tür ist eingedrückt.');
  await goOn(page);
  await nameVehicle(page);
  await goOn(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
}

/** Shows the code on the computer and opens it on the phone, as its camera would. */
async function scan(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(Mit dem Handy weitermachen|Fotos lieber mit dem Handy)/ }).click();
  await page.getByRole('img', { name: /^QR-Code/ }).waitFor();
  const card = page.locator('.phone-card');
  await expect.poll(() => card.evaluate((section) => (section.getRootNode() as ShadowRoot).activeElement === section), { message: 'focus stays with the code' }).toBe(true);
  return readCode(page);
}

test('somebody at a computer takes the photos with the phone, sees them arrive, and sends the report', async () => {
  desk = await openComputer();
  await reachPhotos(desk);
  const address = await scan(desk);
  expect(address).toMatch(new RegExp(`^http://${workshop.host}/h/[\\w-]{22}$`));
  expect(await checkAccessibility(desk), 'code').toEqual([]);

  phone = await openPhone(address);
  await stepHeading(phone, 'Zeigen Sie uns den Schaden').waitFor();
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();
  await desk.getByText('Ihr Handy ist verbunden').waitFor();
  expect(await checkAccessibility(phone), 'phone').toEqual([]);

  await pickPhotos(phone, 'Vorne links', [await picture('vorne.jpg')]);
  await expect.poll(() => thumbnails(desk, 'Vorne links').count()).toBe(1);
  await desk.getByText('1 Foto ist vom Handy angekommen.').waitFor();
  await pickPhotos(phone, 'Hinten rechts', [await picture('hinten.jpg')]);
  await expect.poll(() => thumbnails(desk, 'Hinten rechts').count()).toBe(1);
  // Taken back there, gone here.
  await shotOf(phone, 'Hinten rechts').getByRole('button', { name: /^Entfernen/ }).click();

  await phone.reload();
  await stepHeading(phone, 'Zeigen Sie uns den Schaden').waitFor();
  await thumbnails(phone, 'Vorne links').waitFor();
  const second = await openPhone(address);
  await second.getByRole('heading', { name: 'Dieser Code wurde schon benutzt' }).waitFor();

  await phone.getByRole('button', { name: 'Fertig – am Computer weitermachen' }).click();
  await phone.getByRole('heading', { name: 'Fertig', exact: true }).waitFor();
  await desk.getByText('Am Handy fertig').waitFor();
  await skipRemainingShots(desk);
  await goOn(desk);
  await leaveContact(desk, { firstName: 'Jana', lastName: 'Beispiel', phone: '0171 2345678' });
  await goOn(desk);
  await leaveOutWishes(desk);
  const reference = await sendReport(desk);
  const [report] = await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    return tx`select photo_count as count from damage_reports where reference = ${reference}`;
  });
  expect(report?.['count']).toBe(1);
});

test('the computer ends the connection: the phone says so, and a new code leads on', async () => {
  desk = await openComputer();
  await reachPhotos(desk);
  phone = await openPhone(await scan(desk));
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();
  // Pressed by mistake before there is any photo, nothing has ended.
  await phone.getByRole('button', { name: 'Fertig – am Computer weitermachen' }).click();
  await phone.getByRole('heading', { name: 'Noch kein Foto aufgenommen' }).waitFor();
  expect(await checkAccessibility(phone), 'question').toEqual([]);
  await phone.getByRole('button', { name: 'Hier weitermachen' }).click();
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();
  await desk.getByRole('button', { name: 'Verbindung beenden' }).click();
  await phone.getByRole('heading', { name: 'Die Verbindung ist beendet' }).waitFor();
  expect(await phone.evaluate(async () => (await indexedDB.databases()).length)).toBeLessThan(3);

  // A code nobody scanned in time is renewed with one click.
  await scan(desk);
  platform.clock.advance({ minutes: 11 });
  await desk.getByText('Der Code ist abgelaufen.').waitFor();
  await desk.getByRole('button', { name: 'Neuen Code zeigen' }).click();
  phone = await openPhone(await readCode(desk));
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();
  await desk.reload();
  await desk.getByText('Ihr Handy ist verbunden').waitFor();
});

test('the phone signs what the computer has typed, and photos wait for the line', async () => {
  const admin = await signInAs(platform, workshop, 'admin');
  const prepared = await prepareCase(platform, workshop, admin);
  const { id } = await saveForm(platform, workshop, admin, textForm('Ich, {{kunde.name}}, bevollmächtige {{werkstatt.name}}.'));
  await attach(platform, workshop, admin, prepared.reportId, id);
  desk = await openComputer(`/m/${prepared.token}`);
  await desk.getByText('Guten Tag Muster Muster').waitFor();
  await desk.getByRole('button', { name: 'Nichts davon' }).click();
  await goOn(desk);
  phone = await openPhone(await scan(desk));
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();

  await phone.context().setOffline(true);
  await pickPhotos(phone, 'Vorne links', [await picture('vorne.jpg')]);
  await phone.getByText('Gerade keine Verbindung.').waitFor();
  await phone.context().setOffline(false);
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();
  await shotOf(phone, 'Vorne links').getByText('Gesichert').waitFor();

  await phone.getByRole('button', { name: 'Weiter zur Unterschrift' }).click();
  const form = formOf(phone, 'Vollmacht');
  await readForm(form);
  await form.getByText('Ich, Muster Muster, bevollmächtige').waitFor();
  await signWithFinger(form);
  await phone.setViewportSize({ width: 320, height: 700 });
  expect(await checkAccessibility(phone), 'signing').toEqual([]);
  await phone.getByRole('button', { name: 'Fertig – am Computer weitermachen' }).click();
  await desk.getByText('Am Handy fertig').waitFor();
  await desk.getByLabel('Was ist Ihnen aufgefallen?').fill('Kabel angebissen');
  await goOn(desk);
  await stepHeading(desk, 'Welches Fahrzeug ist es?').waitFor();
  await goOn(desk);
  await stepHeading(desk, 'Zeigen Sie uns den Schaden').waitFor();
  await skipRemainingShots(desk);
  await goOn(desk);
  await choose(desk, 'Sie sind …', 'Halter');
  await desk.getByRole('checkbox', { name: /Ich habe den Datenschutzhinweis gelesen/ }).check();
  await goOn(desk);
  await leaveOutWishes(desk);
  await formOf(desk, 'Vollmacht').getByText('✓ unterschrieben').waitFor();
  await goOn(desk);
  await stepHeading(desk, 'Stimmt alles?').waitFor();
  await sendReport(desk);
  const readLink = await platform.request(workshop.host, '/api/link', { headers: { authorization: `Bearer ${prepared.token}` } });
  expect(await readLink.json()).toMatchObject({ receipt: { reportId: prepared.reportId }, forms: [{ state: 'complete' }] });
});

test('whoever sends at the computer is told of photos the phone has still to bring, and the report waits for them', async () => {
  desk = await openComputer();
  await reachPhotos(desk);
  phone = await openPhone(await scan(desk));
  await phone.getByText('Mit Ihrem Computer verbunden').waitFor();
  // The phone can tell of its photos, but not bring them.
  await phone.context().route('**/api/uploads**', (route) => route.abort());
  await pickPhotos(phone, 'Vorne links', [await picture('vorne.jpg')]);
  await pickPhotos(phone, 'Hinten rechts', [await picture('hinten.jpg')]);
  await pickPhotos(phone, 'Hinten links', [await picture('weg.jpg')]);
  // Taken back before it ever left: nobody waits for it.
  await shotOf(phone, 'Hinten links').getByRole('button', { name: /^Entfernen/ }).click();
  await skipRemainingShots(desk);
  await goOn(desk);
  await leaveContact(desk, { firstName: 'Jana', lastName: 'Beispiel', phone: '0171 2345678' });
  await goOn(desk);
  await leaveOutWishes(desk);
  await stepHeading(desk, 'Stimmt alles?').waitFor();
  await desk.getByText('Auf Ihrem anderen Gerät sind noch 2 Fotos unterwegs.').waitFor();
  expect(await checkAccessibility(desk), 'review that waits').toEqual([]);
  await desk.getByRole('button', { name: 'Meldung senden' }).click();
  await desk.getByRole('button', { name: 'Ohne diese Fotos senden' }).waitFor();
  await phone.context().unroute('**/api/uploads**');
  await phone.evaluate(() => window.dispatchEvent(new Event('online')));
  const reference = await desk.locator('.receipt').getByText(/SM-\d{4}-\d{6}/).first().innerText({ timeout: 60_000 });
  const [report] = await platform.services.sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${workshop.tenantId}, true)`;
    return tx`select photo_count as count from damage_reports where reference = ${/SM-\d{4}-\d{6}/.exec(reference)?.[0] ?? ''}`;
  });
  expect(report?.['count']).toBe(2);
});
