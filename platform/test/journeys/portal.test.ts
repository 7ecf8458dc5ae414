import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import { rowOf, sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { StaffRole } from '@meldewerk/contract/staff';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { report } from '../customer.ts';
import { bootPlatform, hostOf, type Platform } from '../harness.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { isSessionQuestion, noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let otherWorkshop: Workshop;
let browser: Browser;
let contexts: BrowserContext[] = [];
let complaints: string[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe');
  otherWorkshop = await provisionWorkshop(platform, 'lack-nebenan');
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  const heard = complaints;
  contexts = [];
  complaints = [];
  expect(heard).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

/** A browser of its own for each person. What it complains about fails the test, unless `expected` says why not. */
async function openDesk(expected: (complaint: string) => boolean = isSessionQuestion): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}` });
  const heard = noteComplaints(context);
  context.on('close', () => complaints.push(...heard.filter((complaint) => !isSessionQuestion(complaint) && !expected(complaint))));
  contexts.push(context);
  return context.newPage();
}

async function signInAs(role: StaffRole, path = '/portal/reports'): Promise<Page> {
  const page = await openDesk();
  await page.goto(path);
  await signIn(page, { email: workshop.emailOf[role], password: staffPassword });
  await page.getByRole('button', { name: /Benutzermenü/ }).waitFor();
  return page;
}

function statusOf(status: number) {
  return (complaint: string) => complaint.includes(`status of ${status} `);
}

test('a new report appears in front of staff by itself, and is new to everybody until one of them opens it', async () => {
  const [clerk, admin] = await Promise.all([signInAs('clerk'), signInAs('admin')]);
  await clerk.getByRole('heading', { name: 'Meldungen', exact: true }).waitFor();
  const { reference } = await report(platform, workshop.host);
  for (const page of [clerk, admin]) await rowOf(page, reference).getByText('Neu', { exact: true }).waitFor();
  expect(await checkAccessibility(clerk)).toEqual([]);

  await clerk.getByRole('link', { name: reference }).click();
  await clerk.getByRole('heading', { level: 1, name: 'Mechanik / Sonstiges' }).waitFor();
  await rowOf(admin, reference).getByText('Neu', { exact: true }).waitFor({ state: 'detached' });
  await expect.poll(() => rowOf(admin, reference).count()).toBe(1);
  await admin.getByRole('link', { name: reference }).click();
  await admin.getByText('Geöffnet von clerk karosserie-probe').waitFor();
});

test('filters stand in the address and survive a reload', async () => {
  const { reference } = await report(platform, workshop.host, { reporter: { role: 'keeper', firstName: 'Filippa', lastName: 'Filter', phone: '0151 12345678' } });
  const { reference: another } = await report(platform, workshop.host);
  const page = await signInAs('clerk');
  await rowOf(page, another).waitFor();
  await page.getByRole('searchbox', { name: 'Suche' }).fill('Filippa');
  await page.getByRole('button', { name: 'Nur neue' }).click();
  await page.waitForURL('**/portal/reports?q=Filippa&new=true');
  await rowOf(page, another).waitFor({ state: 'detached' });
  await page.reload();
  await rowOf(page, reference).waitFor();
  await expect.poll(() => rowOf(page, another).count()).toBe(0);
  await expect.poll(() => page.getByRole('searchbox', { name: 'Suche' }).inputValue()).toBe('Filippa');
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  await rowOf(page, another).waitFor();
});

test('a plate is found however it is typed', async () => {
  const { reference } = await report(platform, workshop.host, { vehicle: { licensePlate: 'KA-PA 777' } });
  const { reference: another } = await report(platform, workshop.host, { vehicle: { licensePlate: 'HH-XY 12' } });
  const page = await signInAs('viewer');
  for (const typed of ['kapa777', 'KA PA 777', 'ka-pa77']) {
    await page.getByRole('searchbox', { name: 'Suche' }).fill(typed);
    await rowOf(page, another).waitFor({ state: 'detached' });
    await rowOf(page, reference).getByText('KA-PA 777').waitFor();
    await page.getByRole('searchbox', { name: 'Suche' }).fill('');
    await rowOf(page, another).waitFor();
  }
});

test('who forgot the password gets a link by mail, signs in with the new one, and is signed out everywhere else', async () => {
  const elsewhere = await signInAs('clerk');
  const page = await openDesk(statusOf(401));
  await page.goto('/portal/');
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await page.getByLabel('E-Mail-Adresse').fill(workshop.emailOf.clerk);
  await page.getByRole('button', { name: 'Link anfordern' }).click();
  await page.getByText('ist eine E-Mail unterwegs').waitFor();

  const mailbox = await openDesk();
  await mailbox.goto(`http://${hostOf(platform, 'simulators')}/?to=${workshop.emailOf.clerk}`);
  await mailbox.getByRole('link', { name: /Neues Passwort festlegen/ }).click();
  const link = mailbox.frameLocator('iframe').getByRole('link', { name: 'Neues Passwort festlegen' });
  await page.goto((await link.getAttribute('href')) ?? '');
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByLabel('Neues Passwort').fill('drei neue Wörter nebeneinander');
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await page.getByRole('link', { name: 'Zur Anmeldung' }).click();

  await signIn(page, { email: workshop.emailOf.clerk, password: staffPassword });
  await page.getByText('E-Mail-Adresse und Passwort passen nicht zusammen.').waitFor();
  await signIn(page, { email: workshop.emailOf.clerk, password: 'drei neue Wörter nebeneinander' });
  await page.getByRole('heading', { name: /^Guten Tag, / }).waitFor();

  await elsewhere.reload();
  await elsewhere.getByRole('heading', { name: 'Anmelden' }).waitFor();
});

test('who may only read cannot send a message again, by button or by asking', async () => {
  const { reportId } = await report(platform, workshop.host);
  const page = await openDesk(statusOf(403));
  await page.goto(`/portal/reports/${reportId}`);
  await signIn(page, { email: workshop.emailOf.viewer, password: staffPassword });
  const messages = sectionOf(page, 'Versand');
  await messages.getByText('Gesendet').first().waitFor();
  for (const button of await messages.getByRole('button', { name: 'Erneut senden' }).all()) await expect.poll(() => button.isDisabled()).toBe(true);
  await messages.getByText('Ihr Konto darf lesen.').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);

  const status = await page.evaluate(async (path) => {
    const { deliveries } = (await (await fetch(path)).json()) as { deliveries: { id: string }[] };
    return (await fetch(`/api/deliveries/${deliveries[0]?.id}/attempts`, { method: 'POST' })).status;
  }, `/api/reports/${reportId}`);
  expect(status).toBe(403);
});

test('staff of one workshop cannot sign in at another', async () => {
  const page = await openDesk(statusOf(401));
  await page.goto('/portal/');
  await signIn(page, { email: otherWorkshop.emailOf.admin, password: staffPassword });
  await page.getByText('E-Mail-Adresse und Passwort passen nicht zusammen.').waitFor();
  await page.goto(`http://${otherWorkshop.host}/portal/`);
  await signIn(page, { email: otherWorkshop.emailOf.admin, password: staffPassword });
  await page.getByRole('heading', { name: /^Guten Tag, / }).waitFor();
});
