import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
let reportId: string;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
beforeEach(() => {
  portal.api.failures.clear();
  portal.api.messages.clear();
  reportId = portal.api.reports().find(({ submittedAt, handling, appointments }) => submittedAt && handling.status === 'inReview' && !appointments.confirmed)!.id;
});
// A page that is left open would read what the next test has the customer write.
const opened: Page[] = [];
afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

const photo = { name: 'Delle.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };
const section = (page: Page) => page.locator('report-messages');
const field = (page: Page) => section(page).locator('textarea');
const written = () => portal.api.messages.of(reportId).map(({ audience, body }) => [audience, body]);

async function openPage(...parameters: Parameters<typeof browser.openPage>) {
  const page = await browser.openPage(...parameters);
  opened.push(page);
  return page;
}

async function open(viewport = desk, email?: string) {
  const page = await openPage(viewport, { reducedMotion: 'reduce' });
  await signIn(page, `/portal/reports/${reportId}`, email);
  await section(page).getByText('Notiz, nur intern').first().waitFor();
  return page;
}

test('whom it is for is said first; the customer’s message and the note look and read different', async () => {
  const page = await open();
  expect(await field(page).count()).toBe(0);
  await section(page).getByRole('button', { name: 'Nachricht an den Kunden' }).click();
  await section(page).getByText('Geht an').waitFor();
  await field(page).fill('Wann können Sie vorbeikommen?');
  await section(page).getByRole('button', { name: 'An den Kunden senden' }).click();
  await section(page).locator('.to-customer').getByText('Wann können Sie vorbeikommen?').waitFor();

  await section(page).getByRole('button', { name: 'Notiz, nur intern' }).click();
  await field(page).fill('Rahmen prüfen');
  await page.keyboard.press('Control+Enter');
  await section(page).locator('.note').getByText('Rahmen prüfen').waitFor();
  expect(written()).toEqual([['customer', 'Wann können Sie vorbeikommen?'], ['internal', 'Rahmen prüfen']]);
});

test('a note is turned to the customer only by saying so twice', async () => {
  const page = await open();
  await section(page).getByRole('button', { name: 'Notiz, nur intern' }).click();
  await field(page).fill('Der Kunde ist anstrengend');
  await section(page).getByLabel('An den Kunden').check({ force: true });
  await page.locator('wa-dialog').getByRole('button', { name: 'Abbrechen' }).click();
  await section(page).getByRole('button', { name: 'Notiz speichern' }).click();
  await section(page).locator('.note').waitFor();
  expect(written()).toEqual([['internal', 'Der Kunde ist anstrengend']]);
});

test('what is typed and attached is there again after leaving, and what fails is sent again without loss', async () => {
  const page = await open();
  await section(page).getByRole('button', { name: 'Nachricht an den Kunden' }).click();
  await field(page).fill('Noch eine Frage');
  await section(page).locator('input[type=file]').first().setInputFiles(photo);
  await section(page).locator('.attachments li.ready').waitFor();
  await page.goto('/portal/reports');
  await page.goto(`/portal/reports/${reportId}`);
  await expect.poll(() => field(page).inputValue()).toBe('Noch eine Frage');
  await section(page).locator('.attachments li.ready img').waitFor();

  portal.api.failures.set(`POST /api/reports/${reportId}/messages`, { status: 503, code: 'unavailable', detail: 'Gerade nicht erreichbar.' });
  await section(page).getByRole('button', { name: 'An den Kunden senden' }).click();
  await section(page).getByText('Ihr Text ist noch da.').waitFor();
  await expect.poll(() => field(page).inputValue()).toBe('Noch eine Frage');
  portal.api.failures.clear();
  await section(page).getByRole('button', { name: 'Noch einmal senden' }).click();
  await section(page).locator('.to-customer .files img').waitFor();
  expect(written()).toEqual([['customer', 'Noch eine Frage']]);
  await page.reload();
  await section(page).getByRole('button', { name: 'Nachricht an den Kunden' }).waitFor();
});

test('colleagues are named by keyboard, and only in notes', async () => {
  const page = await open();
  await section(page).getByRole('button', { name: 'Notiz, nur intern' }).click();
  await field(page).pressSequentially('Bitte ansehen @lor');
  await section(page).getByRole('option', { name: 'Mia Lorenz' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field(page).inputValue()).toBe('Bitte ansehen @Mia Lorenz ');
  await page.keyboard.press('Control+Enter');
  await section(page).locator('.note .mention').getByText('@Mia Lorenz').waitFor();
  expect(portal.api.messages.of(reportId)[0]?.mentions).toHaveLength(1);
});

test('a template is found by typing; what the report does not say has to be filled in before it goes', async () => {
  const page = await open();
  await page.goto('/portal/settings/templates');
  await page.getByRole('button', { name: 'Neue Vorlage' }).click();
  await page.getByLabel('Titel').fill('Termin bestätigen');
  await page.getByLabel('Text', { exact: true }).fill('Guten Tag {{kunde.nmae}}, bis {{termin}}.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Den Platzhalter {{kunde.nmae}} gibt es nicht.').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Guten Tag {{kunde.name}}, bis {{termin}}.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('„Termin bestätigen“ ist gespeichert.').waitFor();

  const { reporter } = portal.api.reports().find(({ id }) => id === reportId)!;
  await page.goto(`/portal/reports/${reportId}`);
  await section(page).getByRole('button', { name: 'Nachricht an den Kunden' }).click();
  await section(page).getByRole('button', { name: 'Vorlage' }).click();
  await section(page).getByRole('combobox').fill('termin best');
  await expect.poll(() => section(page).getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => field(page).inputValue()).toBe(`Guten Tag ${reporter.firstName} ${reporter.lastName}, bis {{termin}}.`);
  await section(page).getByText('Dazu steht in der Meldung nichts: {{termin}}.').waitFor();
  await page.keyboard.press('Control+Enter');
  expect(written()).toEqual([]);
  await field(page).fill('Guten Tag, bis Montag.');
  await page.keyboard.press('Control+Enter');
  await section(page).locator('.to-customer').waitFor();
});

test('what the customer writes counts as unread in the navigation and the title, is there at once, and no more once it is seen', async () => {
  const other = await openPage(desk);
  await signIn(other, '/portal/support');
  await other.getByRole('heading', { level: 1 }).waitFor();
  portal.api.messages.write(reportId, { body: 'Kann ich morgen kommen?' });
  await other.locator('top-bar nav .messages').waitFor();
  await expect.poll(() => other.title()).toMatch(/^\(1\)/);

  const page = await open();
  await section(page).locator('.from-customer').scrollIntoViewIfNeeded();
  const seen = () => portal.api.asked.filter((asked) => asked.startsWith(`POST /api/reports/${reportId}/message-readings`)).length;
  await expect.poll(seen).toBe(1);
  portal.api.messages.write(reportId, { body: 'Oder übermorgen?' });
  await section(page).getByText('Oder übermorgen?').scrollIntoViewIfNeeded();
  await expect.poll(seen).toBe(2);
  await expect.poll(() => other.title()).not.toMatch(/^\(/);
});

test('it says on the spot why the customer cannot be written to; a viewer only reads', async () => {
  portal.api.change(reportId, { handling: { ...portal.api.reports().find(({ id }) => id === reportId)!.handling, internalSince: new Date().toISOString() } });
  const page = await open();
  await section(page).getByText('Diese Meldung ist nur intern').waitFor();
  await expect.poll(() => section(page).getByRole('button', { name: 'Nachricht an den Kunden' }).isDisabled()).toBe(true);
  portal.api.change(reportId, { handling: { ...portal.api.reports().find(({ id }) => id === reportId)!.handling, internalSince: null } });
});

describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test('in the conversation while a note is written, and in the templates', async () => {
    portal.api.messages.write(reportId, { body: 'Guten Tag, wann ist mein Auto fertig?' });
    portal.api.messages.write(reportId, { author: 'staff', staffName: 'Jonas Huber', body: 'Am Freitag.', readAt: new Date().toISOString() });
    portal.api.messages.write(reportId, { author: 'staff', staffName: 'Jonas Huber', audience: 'internal', body: 'Lack ist bestellt' });
    const page = await openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, `/portal/reports/${reportId}`);
    await section(page).locator('.conversation').waitFor();
    await section(page).getByRole('button', { name: 'Notiz, nur intern' }).click();
    await field(page).pressSequentially('@');
    await section(page).getByRole('option').first().waitFor();
    // What the bar half covers would count as too small.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.keyboard.press('Escape');
    await section(page).getByRole('button', { name: 'Vorlage' }).click();
    await section(page).getByRole('option').first().waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await checkAccessibility(page)).toEqual([]);
    await page.goto('/portal/settings/templates');
    await page.getByRole('button', { name: /^Bearbeiten/ }).first().click();
    await page.getByText('Platzhalter einfügen').click();
    expect(await checkAccessibility(page)).toEqual([]);
  });
});
