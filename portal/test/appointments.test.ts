import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, clockAt } from '../src/workshop-time.ts';
import { shortDay } from '../src/appointment-words.ts';
import { desk, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const admin = 'leitung@karosserie-muster.example';
const timeZone = 'Europe/Berlin';

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

/** A report whose customer has wished for the Thursday and the Friday of the stand-in's week. */
function wishing(): ReportDetail {
  const { reporter } = portal.api.reports()[0]!;
  const report = portal.api.submit({ reporter: { ...reporter, email: 'petra@beispiel.example', preferredChannel: 'email' } });
  const round = { number: 1, kind: 'wishes' as const, by: 'customer' as const, staffName: null, at: report.listedAt, note: 'Gern früh', notPossibleOn: [], slots: [] };
  const wishes = [3, 4].map((offset) => ({ day: addDays(portal.api.appointments.monday, offset), part: 'morning' as const, reason: null }));
  const services = { pickUp: true, bringBack: false, replacementCar: true, replacementCarNeeds: 'Automatik' };
  portal.api.change(report.id, { appointments: { turn: 'staff', confirmed: null, agreedServices: null, agreedVersion: 0, rounds: [{ ...round, wishes, services }] } });
  return report;
}

function appointmentsOf({ id }: ReportDetail): ReportDetail['appointments'] {
  return portal.api.reports().find((report) => report.id === id)!.appointments;
}

async function openCard(report: ReportDetail, email?: string): Promise<Page> {
  const page = await browser.openPage(desk);
  await signIn(page, `/portal/reports/${report.id}`, email);
  await page.locator('report-appointments h2').waitFor();
  return page;
}

describe('on the report', () => {
  test('a wish is confirmed with one press and a time, and what the customer reads is shown before', async () => {
    const report = wishing();
    const page = await openCard(report);
    await page.getByText('Der Kunde hat 2 Wunschtermine genannt. Sie sind dran.').waitFor();
    await page.getByRole('button', { name: /^Bestätigen/ }).first().click();
    const dialog = page.locator('appointment-dialog');
    await expect.poll(() => dialog.getByLabel('Uhrzeit').evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input)).toBe(true);
    await dialog.getByLabel('Uhrzeit').fill('09:15');
    await dialog.getByLabel('Nachricht dazu').fill('Bitte den Fahrzeugschein mitbringen.');
    await dialog.getByText(/steht fest: Donnerstag, .* 09:15 Uhr/).waitFor();
    await dialog.getByText('„Bitte den Fahrzeugschein mitbringen.“').waitFor();
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    await page.getByText(/ist unterwegs/).waitFor();
    await page.getByText('Der Termin steht.', { exact: true }).waitFor();
    expect(clockAt(appointmentsOf(report).confirmed!.startsAt, timeZone)).toBe('09:15');
    await page.getByText('Verlauf: 2 Schritte').click();
    await page.getByText('Wunschtermine', { exact: true }).waitFor();
  });

  test('who comes second sends nothing, hears what has happened and decides anew', async () => {
    const report = wishing();
    const page = await openCard(report);
    await page.getByRole('button', { name: /^Bestätigen/ }).first().click();
    const dialog = page.locator('appointment-dialog');
    await dialog.getByLabel('Uhrzeit').waitFor();
    const { rounds } = appointmentsOf(report);
    portal.api.change(report.id, { appointments: { ...appointmentsOf(report), turn: 'customer', rounds: [...rounds, { ...rounds[0]!, number: 2, kind: 'proposal', by: 'staff', staffName: 'Jonas Weber', wishes: [], slots: [{ startsAt: '2030-01-07T08:00:00.000Z', endsAt: '2030-01-07T08:30:00.000Z' }] }] } });
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    await dialog.getByText('Inzwischen hat sich etwas geändert: Sie haben einen Termin vorgeschlagen.').waitFor();
    expect(appointmentsOf(report).confirmed).toBeNull();
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    await expect.poll(() => appointmentsOf(report).confirmed).not.toBeNull();
  });

  test('a full half day is taken only knowingly', async () => {
    const report = wishing();
    const full = { day: addDays(portal.api.appointments.monday, 1), part: 'morning' as const, reason: 'full' as const };
    portal.api.change(report.id, { appointments: { ...appointmentsOf(report), rounds: [{ ...appointmentsOf(report).rounds[0]!, wishes: [full] }] } });
    const page = await openCard(report);
    await page.getByText('passt nicht mehr: voll').waitFor();
    await page.getByRole('button', { name: /^Bestätigen/ }).click();
    const send = page.locator('appointment-dialog').getByRole('button', { name: 'Termin bestätigen' });
    await page.getByLabel('Trotzdem so eintragen').waitFor();
    await expect.poll(() => send.isDisabled()).toBe(true);
    await page.getByLabel('Trotzdem so eintragen').check();
    await send.click();
    await expect.poll(() => appointmentsOf(report).confirmed).not.toBeNull();
  });

  test('a time when nobody is there, and a half day that fills up meanwhile, are taken only knowingly too', async () => {
    const report = wishing();
    const page = await openCard(report);
    await page.getByRole('button', { name: /^Bestätigen/ }).first().click();
    const dialog = page.locator('appointment-dialog');
    await dialog.getByLabel('Uhrzeit').fill('06:00');
    await dialog.getByText('06:00 Uhr liegt außerhalb der Öffnungszeiten').waitFor();
    await dialog.getByLabel('Uhrzeit').fill('08:00');
    await dialog.getByText('außerhalb der Öffnungszeiten').waitFor({ state: 'detached' });
    const { capacity } = portal.api.appointments.settings().settings;
    Object.assign(capacity, { morning: 0 });
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    await dialog.getByLabel('Trotzdem so eintragen').check();
    Object.assign(capacity, { morning: 3 });
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    await expect.poll(() => appointmentsOf(report).confirmed).not.toBeNull();
  });

  test('other times are proposed from a week that shows the room, and taken back without a message', async () => {
    const report = wishing();
    const page = await openCard(report);
    await page.getByRole('button', { name: 'Zeiten vorschlagen' }).click();
    const picker = page.locator('half-day-picker');
    await picker.getByRole('button', { name: /Mittwoch.*Vormittag, 2 von 3 frei/ }).click();
    await picker.getByRole('button', { name: /Freitag.*Nachmittag/ }).click();
    await page.locator('appointment-dialog').getByRole('button', { name: 'Vorschläge senden' }).click();
    await page.getByText('Sie haben 2 Termine vorgeschlagen. Der Kunde ist dran.').waitFor();
    // Wednesday at nine is taken; the first that is free is offered.
    expect(appointmentsOf(report).rounds.at(-1)!.slots.map(({ startsAt }) => clockAt(startsAt, timeZone))).toEqual(['07:30', '12:00']);
    await page.getByRole('button', { name: 'Vorschlag zurücknehmen' }).click();
    await page.getByText('Der Kunde bekommt keine Nachricht.').waitFor();
    await page.getByRole('button', { name: 'Zurücknehmen', exact: true }).click();
    await page.getByText('Der Kunde hat 2 Wunschtermine genannt. Sie sind dran.').waitFor();
    // What the customer wished is there to go on with.
    await page.getByRole('button', { name: /^Bestätigen/ }).first().waitFor();
  });

  test('what the customer would like beside the date is promised with one press, and limits of the cover stand beside it', async () => {
    const report = wishing();
    const page = await openCard(report);
    await page.getByText('Abholung, Ersatzwagen (Automatik)').first().waitFor();
    await page.getByRole('button', { name: 'Zusagen' }).click();
    await page.getByText('Zugesagt und beim Termin vermerkt.').waitFor();
    await page.getByRole('button', { name: 'Ändern Neben dem Termin vereinbart' }).click();
    await page.getByRole('button', { name: 'Grenze hinzufügen' }).click();
    await page.getByLabel('Grenze', { exact: true }).fill('Mietwagen höchstens 14 Tage');
    await page.getByLabel('Betrag in €').fill('1.200,5x');
    await page.locator('services-dialog').getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Bitte geben Sie zu jeder Grenze an').waitFor();
    await page.getByLabel('Betrag in €').fill('1.200,50');
    await page.locator('services-dialog').getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('bis 1.200,50 €').waitFor();
    expect(appointmentsOf(report).agreedServices).toMatchObject({ pickUp: {}, bringBack: null, replacementCar: { vehicleClass: 'Automatik' } });
  });

  test('an appointment is called off with its reason', async () => {
    const report = portal.api.reports().find(({ appointments }) => appointments.confirmed)!;
    const page = await openCard(report);
    await page.getByRole('button', { name: 'Absagen' }).click();
    await page.getByLabel('Grund, den der Kunde liest').fill('Ersatzteil fehlt');
    await page.getByText('„Ersatzteil fehlt“').first().waitFor();
    await page.getByRole('button', { name: 'Termin absagen' }).click();
    await page.getByText('Der Termin ist abgesagt.').waitFor();
    expect(appointmentsOf(report).rounds.at(-1)).toMatchObject({ kind: 'cancelled', note: 'Ersatzteil fehlt' });
  });

  test('who may only read finds no button', async () => {
    const page = await openCard(wishing(), 'lesen@karosserie-muster.example');
    await page.getByText('Sie sind dran.').waitFor();
    expect(await page.locator('report-appointments wa-button').count()).toBe(0);
  });

  test.each([['320', 320, 'dark'], ['1280', 1280, 'light']] as const)('axe finds nothing at %s px, in the card and its dialogs', async (_, width, colorScheme) => {
    const page = await browser.openPage({ width, height: 900 }, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, `/portal/reports/${wishing().id}`);
    await page.locator('report-appointments .wishes').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zeiten vorschlagen' }).click();
    await page.locator('half-day-picker').getByRole('button', { name: /Mittwoch.*Vormittag/ }).click();
    await page.getByText('schlägt Ihnen vor').waitFor();
    expect(await checkAccessibility(page, { inert: 'portal-app' })).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Eintragen Neben/ }).click();
    await page.getByLabel('Der Kunde bekommt einen Ersatzwagen').check();
    expect(await checkAccessibility(page, { inert: 'portal-app' })).toEqual([]);
  });
});

describe('in the calendar', () => {
  const address = () => `/portal/calendar?view=week&date=${portal.api.appointments.monday}`;

  async function openCalendar(viewport = desk, options = {}): Promise<Page> {
    const page = await browser.openPage(viewport, options);
    await signIn(page, address(), admin);
    await page.locator('waiting-list h2').waitFor();
    return page;
  }

  test('a waiting customer is put on a half day by press, and the week shows it at once', async () => {
    const report = wishing();
    const page = await openCalendar();
    const waiting = page.locator('waiting-list li').filter({ hasText: report.vehicle.licensePlate });
    await waiting.getByRole('button', { name: 'Im Kalender eintragen' }).click();
    await page.getByText('Esc bricht ab.').waitFor();
    await page.getByRole('button', { name: /Hier eintragen: Freitag.*Vormittag/ }).click();
    const dialog = page.locator('appointment-dialog');
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    await page.locator('p.said').getByText('Eingetragen.').waitFor();
    await expect.poll(() => page.locator('calendar-week a.entry').filter({ hasText: report.vehicle.licensePlate }).count()).toBe(1);
    await expect.poll(() => waiting.count()).toBe(0);
  });

  test('by drag too, and an appointment is dragged to another half day to move it', async () => {
    const report = wishing();
    const page = await openCalendar();
    const half = (offset: number, part: string) => page.locator(`#h-${addDays(portal.api.appointments.monday, offset)}-${part}`);
    await page.locator('waiting-list li').filter({ hasText: report.vehicle.licensePlate }).dragTo(half(4, 'morning'));
    const dialog = page.locator('appointment-dialog');
    await dialog.getByRole('button', { name: 'Termin bestätigen' }).click();
    const entry = page.locator('calendar-week a.entry').filter({ hasText: report.vehicle.licensePlate });
    await entry.waitFor();
    await expect.poll(() => dialog.count()).toBe(0);
    await entry.dragTo(half(2, 'afternoon'));
    await dialog.getByText('wurde verschoben').waitFor();
    await dialog.getByRole('button', { name: 'Termin verschieben' }).click();
    await half(2, 'afternoon').locator('a.entry').filter({ hasText: report.vehicle.licensePlate }).waitFor();
  });

  test('arrow keys go through the half days and into the next week, Enter goes in, and the address keeps the week', async () => {
    const page = await openCalendar();
    const { monday } = portal.api.appointments;
    await page.locator(`#h-${monday}-morning`).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.id || active?.className;
    });
    await expect.poll(focused).toBe(`h-${addDays(monday, 1)}-afternoon`);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('entry');
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe(`h-${addDays(monday, 7)}-afternoon`);
    expect(new URL(page.url()).searchParams.get('date')).toBe(addDays(monday, 7));
    await page.getByText('Tag der Innung').first().waitFor();
    await page.goBack();
    await page.locator(`#h-${monday}-morning`).waitFor();
    await page.keyboard.press('d');
    await page.locator('calendar-day h2').waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe('day');
    await page.keyboard.press('t');
    expect(new URL(page.url()).searchParams.get('date')).toBe(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date()));
  });

  test('what changes elsewhere shows by itself, and an appointment opens its report', async () => {
    const page = await openCalendar();
    const report = wishing();
    await page.locator('waiting-list li').filter({ hasText: report.vehicle.licensePlate }).waitFor();
    await page.locator('calendar-week a.entry').first().click();
    await page.locator('report-appointments .date').waitFor();
  });

  test('narrows as the list does and leads back to it narrowed, and shows the workshop’s clock wherever somebody sits', async () => {
    const page = await browser.openPage(desk, { timezoneId: 'America/New_York' });
    await signIn(page, `${address()}&assignee=me`, admin);
    await page.locator(`#h-${portal.api.appointments.monday}-afternoon`).getByText('13:30').waitFor();
    expect(portal.api.asked.some((asked) => asked.startsWith('GET /api/calendar?') && asked.includes('assignee=me'))).toBe(true);
    await page.getByRole('button', { name: 'Nächste Woche' }).click();
    expect(new URL(page.url()).searchParams.get('assignee')).toBe('me');
    await page.getByRole('link', { name: 'Liste', exact: true }).click();
    await page.waitForURL('**/portal/reports?assignee=me');
  });

  test('the address to subscribe to is shown once and is blocked again', async () => {
    const page = await openCalendar();
    await page.getByRole('button', { name: 'In meinem Kalender' }).click();
    await page.getByRole('button', { name: 'Adresse machen', exact: true }).click();
    await expect.poll(() => page.getByLabel('Ihre Adresse').inputValue()).toMatch(/\.ics$/);
    await page.getByRole('button', { name: 'Schließen' }).last().click();
    await expect.poll(() => page.locator('feed-dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'In meinem Kalender' }).click();
    await page.getByText('Sie wird nicht noch einmal angezeigt.').waitFor();
    await page.getByRole('button', { name: 'Adresse sperren' }).click();
    await page.locator('body > div wa-dialog').getByRole('button', { name: 'Adresse sperren' }).click();
    await page.getByRole('button', { name: 'Adresse machen', exact: true }).waitFor();
  });

  test.each([['320', 320, 'dark'], ['1280', 1280, 'light']] as const)('axe finds nothing at %s px', async (_, width, colorScheme) => {
    const page = await openCalendar({ width, height: 900 }, { colorScheme, reducedMotion: 'reduce' });
    await page.locator('waiting-list').getByRole('button', { name: 'Im Kalender eintragen' }).first().click();
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'In meinem Kalender' }).click();
    await page.getByRole('button', { name: 'Adresse machen', exact: true }).click();
    await page.getByLabel('Ihre Adresse').waitFor();
    expect(await checkAccessibility(page, { inert: 'portal-app' })).toEqual([]);
    await page.getByRole('button', { name: 'Adresse sperren' }).click();
    await page.locator('body > div wa-dialog').getByRole('button', { name: 'Adresse sperren' }).click();
    await page.getByRole('button', { name: 'Adresse machen', exact: true }).waitFor();
  });

  test('a day is printed on one page, without what is only for the screen', async () => {
    const page = await openCalendar();
    await page.goto(`/portal/calendar?view=day&date=${portal.api.appointments.monday}`);
    await page.locator('calendar-day a.row').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('waiting-list').isVisible()).toBe(false);
    await page.getByText('Was hereinkommt').waitFor();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});

describe('in the settings', () => {
  const address = '/portal/settings/appointments';

  test('the admin changes hours, capacity and closures; what is wrong is named, and the preview follows', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, address, admin);
    await page.getByLabel('Samstag, von').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Öffnen Samstag' }).click();
    await page.getByLabel('Samstag, von').fill('14:00');
    await page.getByLabel('Samstag, bis').fill('09:00');
    const save = page.getByRole('button', { name: 'Speichern' });
    await save.click();
    await page.getByText('Bitte prüfen Sie die Öffnungszeiten').waitFor();
    await page.getByLabel('Samstag, von').fill('09:00');
    await page.getByLabel('Samstag, bis').fill('12:00');
    await page.getByLabel('Fahrzeuge am Vormittag').fill('');
    await page.getByRole('button', { name: 'Schließzeit hinzufügen' }).click();
    await page.getByLabel('Anlass').last().fill('Inventur');
    const closed = addDays(portal.api.appointments.monday, 9);
    await page.getByLabel('Von', { exact: true }).last().fill(closed);
    await page.locator('aside li').filter({ hasText: shortDay(closed).slice(-6) }).getByText('Inventur').waitFor();
    expect(portal.api.appointments.settings().settings.capacity.morning).not.toBeNull();
    await save.click();
    await page.getByText('Gespeichert. Das gilt ab sofort.').waitFor();
    expect(portal.api.appointments.settings()).toMatchObject({ settings: { capacity: { morning: null } }, openingHours: { saturday: [{ from: '09:00', to: '12:00' }] } });
  });

  test('leaving with unsaved changes is asked about, and others only read', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, address, admin);
    await page.getByLabel('Vorlauf in Werktagen').fill('3');
    await page.getByRole('link', { name: 'Kalender' }).click();
    await page.getByText('Ungespeichert verlassen?').waitFor();
    const reader = await browser.openPage(desk);
    await signIn(reader, address);
    await reader.getByText('Ändern kann die Termine die Leitung.').waitFor();
    await expect.poll(() => reader.getByLabel('Vorlauf in Werktagen').isDisabled()).toBe(true);
  });

  test.each([['320', 320, 'dark'], ['1280', 1280, 'light']] as const)('axe finds nothing at %s px', async (_, width, colorScheme) => {
    const page = await browser.openPage({ width, height: 900 }, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, address, admin);
    await page.locator('aside li').first().waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
