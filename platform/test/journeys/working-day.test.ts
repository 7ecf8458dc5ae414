import { buffer } from 'node:stream/consumers';
import { openBrowser } from '@meldewerk/testing/browser';
import { reportWithWishes } from '@meldewerk/testing/fill-widget';
import { sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../harness.ts';
import { smallPhoto } from '../submit-report.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { isSessionQuestion, noteComplaints } from './note-complaints.ts';

const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const customer = { firstName: 'Jana', lastName: 'Beispiel', email: 'jana@kunde.example' };

let platform: Platform;
let workshop: Workshop;
let browser: Browser;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-probe', { name: 'Karosserie Probe' });
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await platform.close();
});

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', baseURL: `http://${workshop.host}`, acceptDownloads: true, ...options });
  contexts.push(context);
  const noted = noteComplaints(context);
  const page = await context.newPage();
  page.on('close', () => complaints.push(...noted));
  return page;
}

const mailsToCustomer = () => platform.simulators.inbox.messages().flatMap((message) => (message.vendor === 'resend' && message.to === customer.email ? [message] : []));

/** Two at the workshop and the customer, each at their own screen; nobody reloads to see what the others did. */
test('a report goes from the widget to "abgeschlossen" and back, between two staff members and the customer', { timeout: 240_000 }, async () => {
  const [boss, clerk, jana] = await Promise.all([open(desk), open(phone), open(phone)]);
  await jana.goto('/');
  const reference = await reportWithWishes(jana, customer);

  await beginTheDay(boss, reference);
  await meetOnTheReport(boss, clerk);
  await neverOverwriteEachOther(boss, clerk);
  await findADate(boss, clerk, jana);
  await writeToEachOther(boss, jana);
  await askForWhatIsMissing(clerk, jana);
  await askForMoreWork(boss, jana);
  await photographTheCondition(clerk);
  await finish(boss, clerk, jana);
  await takeItOut(boss, reference);
  await reopen(boss, jana);
  expect(complaints.filter((complaint) => !isSessionQuestion(complaint))).toEqual([]);
});

/** Signing in leads to what waits, and from there to the report. */
async function beginTheDay(page: Page, reference: string): Promise<void> {
  await page.goto('/portal/');
  await signIn(page, { email: workshop.emailOf.admin, password: staffPassword });
  await sectionOf(page, /Warten auf einen Termin von Ihnen/).getByRole('link', { name: /KA-PA 777/ }).click();
  await page.getByText(reference).first().waitFor();
}

async function meetOnTheReport(boss: Page, clerk: Page): Promise<void> {
  await clerk.goto(new URL(boss.url()).pathname);
  await signIn(clerk, { email: workshop.emailOf.clerk, password: staffPassword });
  await boss.getByText(/clerk karosserie-probe (sieht sich das auch gerade an|bearbeitet gerade)/).waitFor();
  await clerk.getByText(/Admin karosserie-probe (sieht sich das auch gerade an|bearbeitet gerade)/).waitFor();
}

/** The second one is shown what the first one wrote, and nothing is lost on the way. */
async function neverOverwriteEachOther(boss: Page, clerk: Page): Promise<void> {
  await clerk.getByLabel('Nächster Schritt').fill('Kundin anrufen');
  await boss.getByLabel('Nächster Schritt').fill('Gutachter bestellen');
  await boss.keyboard.press('Enter');
  await boss.getByText('Gespeichert –').waitFor();
  await clerk.getByLabel('Nächster Schritt').press('Enter');
  await clerk.getByText('Inzwischen geändert – noch ist nichts überschrieben').waitFor();
  await clerk.getByText(/Gutachter bestellen/).first().waitFor();
  await clerk.getByRole('button', { name: 'Meine Angabe setzen' }).click();
  await expect.poll(() => boss.getByLabel('Nächster Schritt').inputValue()).toBe('Kundin anrufen');
}

async function findADate(boss: Page, clerk: Page, jana: Page): Promise<void> {
  const card = sectionOf(boss, 'Termin');
  await card.getByRole('button', { name: /Zeiten vorschlagen/ }).click();
  await boss.getByRole('button', { name: 'Nächste Woche' }).click();
  await boss.locator('half-day-picker').getByRole('button', { name: /^Dienstag.*Vormittag/ }).click();
  await boss.getByRole('button', { name: /^Vorschlag senden/ }).click();
  await card.getByText('Sie haben einen Termin vorgeschlagen. Der Kunde ist dran.').waitFor();
  await expect.poll(() => mailsToCustomer().find(({ subject }) => subject.startsWith('Terminvorschl'))?.text).toMatch(/\/s\/[\w-]{22}/);
  await jana.goto(/http:\S+\/s\/[\w-]{22}/.exec(mailsToCustomer().at(-1)?.text ?? '')?.[0] ?? '');
  await jana.getByLabel(/Kennzeichen oder/).fill('KA PA 777');
  await jana.keyboard.press('Enter');
  await jana.locator('status-appointments').getByRole('button', { name: /Zusagen/ }).first().click();
  await jana.getByRole('button', { name: 'Ja, verbindlich zusagen' }).click();
  await card.getByText('Der Kunde hat Ihren Vorschlag angenommen. Der Termin steht.').waitFor();
  await clerk.getByRole('button', { name: /^Status: ?Terminiert/ }).waitFor();
}

/** The customer reads the answer and never the note, and answers without an account. */
async function writeToEachOther(boss: Page, jana: Page): Promise<void> {
  const talk = sectionOf(boss, /^Nachrichten und Notizen/);
  await talk.getByRole('button', { name: /Notiz, nur intern/ }).click();
  await talk.getByRole('textbox', { name: /Notiz/ }).fill('Stammkundin, Rabatt prüfen');
  await talk.getByRole('button', { name: 'Notiz speichern' }).click();
  await talk.getByText('Stammkundin, Rabatt prüfen').waitFor();
  await talk.getByRole('button', { name: /Nachricht an den Kunden/ }).click();
  await talk.getByRole('textbox', { name: /Nachricht/ }).fill('Bitte bringen Sie den Fahrzeugschein mit.');
  await talk.getByRole('button', { name: 'An den Kunden senden' }).click();
  await talk.getByText('Bitte bringen Sie den Fahrzeugschein mit.').first().waitFor();

  await jana.reload();
  const page = jana.locator('status-messages');
  await page.getByText('Bitte bringen Sie den Fahrzeugschein mit.').waitFor();
  await page.getByLabel('Ihre Nachricht').fill('Mache ich, danke!');
  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await talk.getByText('Mache ich, danke!').waitFor();
  expect(await jana.content()).not.toContain('Rabatt');
  expect(mailsToCustomer().some(({ text }) => text?.includes('Rabatt'))).toBe(false);
}

async function askForWhatIsMissing(clerk: Page, jana: Page): Promise<void> {
  await sectionOf(clerk, /^Fehlende Angaben/).getByRole('button', { name: 'Fehlt etwas?' }).click();
  await clerk.getByRole('checkbox', { name: /Versicherungsschein/ }).check();
  await clerk.getByRole('button', { name: 'Eine Sache anfordern' }).click();
  await clerk.getByText('Wartet auf den Kunden').first().waitFor();

  await jana.reload();
  await jana.getByRole('heading', { name: 'Eine Angabe fehlt noch' }).waitFor();
  await jana.getByLabel('Versicherungsschein-Nr.').fill('KH 4711');
  await jana.keyboard.press('Enter');
  await jana.getByText('Fertig, danke!', { exact: true }).waitFor();
  await clerk.getByText('Vollständig').first().waitFor();
  await clerk.getByText('KH 4711').first().waitFor();
}

async function askForMoreWork(boss: Page, jana: Page): Promise<void> {
  const card = sectionOf(boss, /^Freigaben des Kunden/);
  await card.getByRole('button', { name: 'Kunden fragen' }).click();
  await boss.getByLabel('Grund, wie ihn der Kunde liest').fill('Der Radlauf ist innen gerissen und muss mit geschweißt werden.');
  await boss.getByLabel(/^Mehrkosten in Euro/).fill('450,00');
  await boss.getByRole('button', { name: 'Kunden fragen' }).last().click();
  await card.getByText('Wartet auf den Kunden').waitFor();

  await jana.reload();
  const question = jana.locator('status-approvals');
  await question.getByText('Der Radlauf ist innen gerissen').waitFor();
  await question.getByText('Ja, bitte machen').click();
  await question.getByLabel('Ihr Name').fill('Jana Beispiel');
  await question.getByText('Name eintippen').click();
  await question.getByLabel('Ihr Vor- und Nachname').fill('Jana Beispiel');
  await question.getByRole('button', { name: 'Unterschreiben und absenden' }).click();
  await question.getByText('Danke! Die Werkstatt hat Ihre Antwort.').waitFor();
  await card.getByText('unterschrieben von Jana Beispiel').waitFor();
  await card.getByText('Versiegeltes PDF').waitFor();
}

async function photographTheCondition(clerk: Page): Promise<void> {
  await sectionOf(clerk, 'Zustand des Fahrzeugs').getByRole('link', { name: 'Fotografieren' }).click();
  await clerk.getByRole('radio', { name: 'Annahme' }).check({ force: true });
  await clerk.locator('.angle input[type=file]').first().setInputFiles({ name: 'vorn.jpg', mimeType: 'image/jpeg', buffer: await smallPhoto() });
  await clerk.getByRole('img', { name: 'aufgenommen' }).waitFor();
  await clerk.getByRole('link', { name: 'Zur Meldung' }).click();
  await sectionOf(clerk, 'Zustand des Fahrzeugs').getByRole('heading', { name: 'Annahme' }).waitFor();
}

/** Press by press to the end; the customer's page follows in the words the workshop chose. */
async function finish(boss: Page, clerk: Page, jana: Page): Promise<void> {
  await clerk.getByRole('button', { name: /^Weiter: In Reparatur/ }).click();
  await boss.getByRole('button', { name: /^Weiter: Abholbereit/ }).click();
  await clerk.getByRole('button', { name: /^Weiter: Abgeschlossen/ }).waitFor();
  await jana.reload();
  await jana.getByRole('heading', { name: 'Fahrzeug abholbereit' }).or(jana.getByText('Fahrzeug abholbereit').first()).first().waitFor();
  await clerk.getByRole('button', { name: /^Weiter: Abgeschlossen/ }).click();
  // What the other one has just done may have to be looked at first.
  const anyway = clerk.getByRole('button', { name: /Abgeschlossen.* setzen/ });
  await anyway.or(clerk.getByRole('button', { name: /^Wieder öffnen/ })).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await boss.getByRole('button', { name: /^Wieder öffnen/ }).waitFor();
}

async function takeItOut(boss: Page, reference: string): Promise<void> {
  for (const [name, begins] of [['PDF-Akte', '%PDF-'], ['Excel', 'PK'], ['Excel (KSR)', 'PK']] as const) {
    await boss.getByRole('button', { name: 'Ausgeben' }).click();
    const [download] = await Promise.all([boss.waitForEvent('download'), boss.getByRole('menuitem', { name, exact: true }).click()]);
    expect([name, (await buffer(await download.createReadStream())).subarray(0, begins.length).toString('latin1')]).toEqual([name, begins]);
  }
  await boss.goto('/portal/reports?status=open');
  await boss.getByText('Nichts gefunden').waitFor();
  await boss.goto(`/portal/reports?q=${reference}`);
  await boss.getByRole('row').filter({ hasText: reference }).getByRole('link').first().click();
}

async function reopen(boss: Page, jana: Page): Promise<void> {
  await boss.getByRole('button', { name: /^Wieder öffnen/ }).click();
  const dialog = boss.locator('wa-dialog[open]');
  await dialog.getByLabel('Neuer Status').selectOption({ label: 'In Reparatur' });
  await dialog.getByLabel(/^Warum\?/).fill('Spaltmaß an der Haube stimmt nicht.');
  await dialog.getByRole('button', { name: 'Wieder öffnen' }).click();
  await boss.getByRole('button', { name: /^Weiter: Abholbereit/ }).waitFor();
  await sectionOf(boss, /^Nachrichten und Notizen/).getByText('Spaltmaß an der Haube stimmt nicht.').waitFor();
  await jana.reload();
  await jana.getByText('Fahrzeug in Arbeit').first().waitFor();
  expect(await jana.content()).not.toContain('Spaltmaß');
}
