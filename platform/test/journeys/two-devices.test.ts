import { openBrowser } from '@meldewerk/testing/browser';
import { goOn, leaveContact, leaveOutWishes, pickPhotos, sendReport, shotOf, skipRemainingShots, stepHeading } from '@meldewerk/testing/fill-widget';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { prepareCase } from '../forms.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { photographed } from '../photos/pictures.ts';
import { preparationOf } from '../prepare-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
let admin: string;
const contexts: BrowserContext[] = [];
let complaints: string[][] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-zwei');
  admin = await signInAs(platform, workshop, 'admin');
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  expect(complaints.flat().filter((complaint) => !/ERR_INTERNET_DISCONNECTED|status of (409|410)/.test(complaint))).toEqual([]);
  complaints = [];
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** The link of a prepared report on a device of its own. */
async function openLink(token: string, viewport = { width: 390, height: 844 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  contexts.push(context);
  complaints.push(noteComplaints(context));
  const page = await context.newPage();
  await page.goto(`http://${workshop.host}/m/${token}`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  return page;
}

async function passSafety(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nichts davon' }).click();
  await goOn(page);
  await what(page).waitFor();
}

/** How far the first device has told the server it is: a moment after it is shown there. */
async function toldFurthest(token: string, draftId: string): Promise<unknown> {
  const answer = await platform.request(workshop.host, `/api/drafts/${draftId}/content`, { headers: { authorization: `Bearer ${token}` } });
  const { fields } = (await answer.json()) as { fields: { path: string; value: unknown }[] };
  return fields.find(({ path }) => path === 'furthest')?.value;
}

const what = (page: Page) => page.getByLabel('Was ist Ihnen aufgefallen?');
const plate = (page: Page) => page.getByLabel(/^Kennzeichen/).and(page.getByRole('textbox'));
const where = (page: Page) => page.getByLabel('Wo stand das Fahrzeug?');
const photo = async () => ({ name: 'schaden.jpg', mimeType: 'image/jpeg', buffer: await photographed() });

test('the same link on a second device goes on where the first one is, with everything typed and every photo, and there is one report', async () => {
  const { token, draftId } = await prepareCase(platform, workshop, admin, preparationOf('Kranich'));
  const first = await openLink(token);
  await passSafety(first);
  await what(first).fill('Kabel angebissen');
  await goOn(first);
  await plate(first).fill('ka zz 99');
  await goOn(first);
  await stepHeading(first, 'Zeigen Sie uns den Schaden').waitFor();
  await pickPhotos(first, 'Vorne links', [await photo()]);
  await shotOf(first, 'Vorne links').getByText('Gesichert').waitFor();

  await expect.poll(() => toldFurthest(token, draftId)).toBe('photos');
  const second = await openLink(token, { width: 1280, height: 900 });
  await stepHeading(second, 'Zeigen Sie uns den Schaden').waitFor();
  await shotOf(second, 'Vorne links').locator('canvas.thumbnail').waitFor();
  await second.getByRole('button', { name: 'Fahrzeug', exact: true }).click();
  await expect.poll(() => plate(second).inputValue()).toBe('ka zz 99');
  await second.getByRole('button', { name: 'Hergang', exact: true }).click();
  await expect.poll(() => what(second).inputValue()).toBe('Kabel angebissen');

  await second.getByRole('button', { name: 'Fotos', exact: true }).click();
  await skipRemainingShots(second);
  await goOn(second);
  await leaveContact(second, { firstName: 'Jana', lastName: 'Kranich', phone: '0171 2345678' });
  await goOn(second);
  await leaveOutWishes(second);
  await sendReport(second);
  // The first device hears of it by itself.
  await stepHeading(first, 'Ihre Meldung ist angekommen').waitFor();
  await first.getByText('Sie wurde nicht von diesem Gerät gesendet.').waitFor();
});

test('two devices at once, one of them without a line: different fields keep both, of the same field the later one counts, and both are told', async () => {
  const { token } = await prepareCase(platform, workshop, admin, preparationOf('Sperber'));
  const one = await openLink(token);
  await passSafety(one);
  await expect.poll(() => contentOf(token)).toContain('"questions"');
  const other = await openLink(token);
  await what(other).waitFor();

  await where(one).fill('Parkplatz Nord');
  await expect.poll(() => where(other).inputValue()).toBe('Parkplatz Nord');
  await other.getByText('Neu von Ihrem anderen Gerät: Hergang').waitFor();

  await other.context().setOffline(true);
  await what(other).fill('Ohne Netz getippt');
  await where(other).fill('Parkplatz Süd');
  // Typed later, by more than what the devices' clocks may differ, and told earlier.
  const typedAt = performance.now();
  await expect.poll(() => performance.now() - typedAt).toBeGreaterThan(1_500);
  await where(one).fill('Tiefgarage');
  await one.getByRole('group', { name: 'Haben Sie die Polizei verständigt?' }).getByText('Nein', { exact: true }).click();
  await expect.poll(async () => (await contentOf(token)).includes('Tiefgarage')).toBe(true);

  await other.context().setOffline(false);
  for (const device of [one, other]) {
    await expect.poll(() => what(device).inputValue()).toBe('Ohne Netz getippt');
    await expect.poll(() => where(device).inputValue()).toBe('Tiefgarage');
    await expect.poll(() => device.getByRole('group', { name: 'Haben Sie die Polizei verständigt?' }).getByRole('radio', { name: 'Nein' }).isChecked()).toBe(true);
  }
  await other.getByText('Auf Ihrem anderen Gerät wurde dasselbe später geändert.').waitFor();
  await other.reload();
  await expect.poll(() => what(other).inputValue()).toBe('Ohne Netz getippt');
});

/** What the server has of the draft that a link opens, as text. */
async function contentOf(token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const { draftId } = (await (await platform.request(workshop.host, '/api/link', { headers })).json()) as { draftId: string };
  return (await platform.request(workshop.host, `/api/drafts/${draftId}/content`, { headers })).text();
}
