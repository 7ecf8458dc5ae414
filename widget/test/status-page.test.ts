import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { linkDraftId, linkToken } from './stand-in-link.ts';
import { question, statusPageOf, statusToken } from './stand-in-status.ts';
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

const arrive = async (path = `/s/${statusToken}`, options: BrowserContextOptions = {}) => {
  customer = await Customer.arrive(browser, standIn, path, options);
};
const answer = async (typed: string) => {
  await customer.page.getByLabel('Kennzeichen oder Nachname').fill(typed);
  await customer.page.keyboard.press('Enter');
};
const open = async (options?: BrowserContextOptions) => {
  await arrive(undefined, options);
  await answer('KA-PA 777');
  await customer.page.getByText('Stand heute').waitFor();
};
const says = (sentence: string) => customer.page.getByText(sentence).first().waitFor();
/** The page asks again when somebody comes back to it. */
const lookAgain = () => customer.page.evaluate(() => window.dispatchEvent(new Event('online')));

test('before the second factor nothing personal is there; wrong and empty answers say so, the right one opens', async () => {
  await arrive();
  await says('Stand Ihres Schadenfalls');
  expect(await customer.page.locator('body').innerText()).not.toMatch(/KA-PA 778|Golf|SM-2026/);
  await answer('');
  await says('Bitte geben Sie das Kennzeichen oder Ihren Nachnamen ein.');
  await answer('KA-XX 1');
  await says('Das passt nicht zu diesem Vorgang.');
  await expect.poll(() => customer.page.evaluate(() => document.querySelector('damage-report')?.shadowRoot?.querySelector('status-page')?.shadowRoot?.activeElement?.id)).toBe('answer');
  await answer('Beispiel');
  await says('Fahrzeug in Arbeit');
  await says('VW Golf · KA-PA 777');
});

test('too many tries and a lost connection are told apart from a wrong answer', async () => {
  await arrive();
  standIn.status.tooMany = true;
  await answer('KA-PA 777');
  await says('Das waren zu viele Versuche. Bitte warten Sie zehn Minuten');
  await customer.page.context().setOffline(true);
  await answer('KA-PA 777');
  await says('Wir haben gerade keine Verbindung.');
});

test.each([
  ['withdrawn', 'Dieser Link gilt nicht mehr'],
  ['over', 'Dieser Vorgang ist schon länger beendet'],
] as const)('a link that is %s says so', async (state, sentence) => {
  standIn.status.state = state;
  await arrive();
  await says(sentence);
});

test('a link nobody made, and one with a full stop behind it', async () => {
  await arrive('/s/GibtEsNicht_lmnopqrs-t');
  await says('Diesen Link kennen wir nicht');
  await customer.page.goto(`${standIn.origin}/s/${statusToken}.`);
  await says('Stand Ihres Schadenfalls');
});

test('the access is kept on the device for its time, is never in the address, and is asked for again when it is over', async () => {
  await open();
  expect(customer.page.url()).toBe(`${standIn.origin}/s/${statusToken}`);
  await customer.page.reload();
  await says('Fahrzeug in Arbeit');
  expect(standIn.status.unlockings).toBe(1);
  standIn.status.round += 1;
  await lookAgain();
  await says('Sie waren längere Zeit nicht hier.');
  await answer('KA-PA 777');
  await says('Fahrzeug in Arbeit');
  await customer.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, JSON.stringify({ access: 'access-2', expiresAt: '2026-01-01T00:00:00Z' }));
  });
  await customer.page.reload();
  await says('Stand Ihres Schadenfalls');
  expect(await customer.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('access-');
});

test('taken back while the page is open, nothing of it stays on the screen or the device', async () => {
  await open();
  standIn.status.state = 'withdrawn';
  await lookAgain();
  await says('Dieser Link gilt nicht mehr');
  expect(await customer.page.locator('body').innerText()).not.toMatch(/KA-PA 777|Golf/);
  expect(await customer.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('access-');
});

test('the page follows by itself, and offline it says from when it is', async () => {
  await open();
  standIn.status.page = statusPageOf({ status: { ...standIn.status.page.status!, current: 'ready' } });
  await lookAgain();
  await customer.page.locator('.current').getByText('Fahrzeug abholbereit').waitFor();
  await customer.page.context().setOffline(true);
  await lookAgain();
  await says('Gerade keine Verbindung. Sie sehen den Stand von');
  await customer.page.context().setOffline(false);
  await expect.poll(() => customer.page.getByText('Gerade keine Verbindung').count()).toBe(0);
});

test('what the workshop does not show leaves no empty frame; a cancelled case says so', async () => {
  standIn.status.page = statusPageOf({ files: null, status: { ...statusPageOf().status!, current: null, cancelled: true }, history: [{ at: '2026-11-21T12:00:00Z', text: { de: 'Meldung abgeschickt', en: 'Report sent' } }] });
  await open();
  await says('Storniert');
  await says('Meldung abgeschickt');
  expect(await customer.page.getByText(/Ihre Fotos|Ihre Dokumente/).count()).toBe(0);
});

test('photos open large and are turned by keyboard; documents come as PDF', async () => {
  await open();
  await customer.page.getByRole('button', { name: /Vorne links/ }).click();
  const large = customer.page.getByRole('dialog');
  await large.getByText('Vorne links · 1/2').waitFor();
  await customer.page.keyboard.press('ArrowRight');
  await large.getByText('Schaden aus der Nähe · 2/2').waitFor();
  await customer.page.keyboard.press('Escape');
  await large.waitFor({ state: 'hidden' });
  const [download] = await Promise.all([customer.page.waitForEvent('download'), customer.page.getByRole('button', { name: /PDF herunterladen.*Reparaturauftrag/ }).click()]);
  expect(download.suggestedFilename()).toBe('Reparaturauftrag.pdf');
});

test('extra work is answered once, signed, and what was answered stays to be read', async () => {
  standIn.status.page = statusPageOf({ approvals: [question] });
  await open();
  await says('482,50 € inklusive Mehrwertsteuer');
  await customer.page.locator('status-approvals').getByRole('button', { name: 'Vorne links' }).click();
  await customer.page.getByRole('dialog').getByText('Vorne links · 1/1').waitFor();
  await customer.page.keyboard.press('Escape');
  await customer.page.getByRole('button', { name: 'Nein, nicht machen' }).click();
  await customer.page.getByRole('button', { name: 'Zurück', exact: true }).click();
  await customer.page.getByRole('button', { name: 'Ja, bitte machen' }).click();
  await customer.page.getByLabel('Möchten Sie etwas dazu sagen?').fill('Bitte bis Freitag.');
  await customer.page.getByRole('button', { name: 'Unterschreiben und absenden' }).click();
  await says('Bitte unterschreiben Sie im Feld');
  // The page is read anew meanwhile: what is typed stays.
  await lookAgain();
  await customer.page.getByText('Name eintippen').click();
  await customer.page.getByLabel('Ihr Vor- und Nachname').fill('Jana Beispiel');
  await customer.page.getByRole('button', { name: 'Unterschreiben und absenden' }).click();
  await says('Danke! Die Werkstatt hat Ihre Antwort.');
  expect(standIn.status.answers).toEqual([{ id: expect.any(String), answer: 'yes', comment: 'Bitte bis Freitag.', name: 'Jana Beispiel', signature: { method: 'typed', typedName: 'Jana Beispiel' } }]);
  await says('Mit Ja beantwortet am 21. November 2026, unterschrieben von Jana Beispiel');
});

test('a question taken back meanwhile is not answered, and the page says so', async () => {
  standIn.status.page = statusPageOf({ approvals: [question] });
  await open();
  await customer.page.getByRole('button', { name: 'Ja, bitte machen' }).click();
  await customer.page.getByText('Name eintippen').click();
  await customer.page.getByLabel('Ihr Vor- und Nachname').fill('Jana Beispiel');
  standIn.status.page = statusPageOf({ approvals: [{ ...question, state: 'withdrawn', withdrawnAt: '2026-11-21T11:00:00Z' }] });
  await customer.page.getByRole('button', { name: 'Unterschreiben und absenden' }).click();
  await says('Von der Werkstatt zurückgezogen. Sie müssen nichts tun.');
  expect(standIn.status.answers).toEqual([]);
});

test('it speaks the language of the report, and the other one when somebody wants it', async () => {
  standIn.status.page = statusPageOf({ language: 'en' });
  await arrive();
  await says('How your damage case stands');
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('de');
  await says('Stand Ihres Schadenfalls');
});

test('the individual link leads here once its report is sent, on every device', async () => {
  standIn.linking.prepare().link.receipt = { reportId: linkDraftId, reference: 'SM-2026-000042', submittedAt: '2026-11-21T12:00:00Z' };
  standIn.status.tokens.add(linkToken);
  await arrive(`/m/${linkToken}`);
  await answer('KA-PA 777');
  await says('Fahrzeug in Arbeit');
});

test.each([320, 1280])('axe finds nothing at %i px, and nothing scrolls sideways', async (width) => {
  standIn.status.page = statusPageOf({ approvals: [question, { ...question, id: question.id.replace('6001', '6002'), state: 'no', answeredAt: '2026-11-21T13:00:00Z', signerName: 'Jana Beispiel', document: { byteSize: 50_000, sha256: '0'.repeat(64) } }], history: [{ at: '2026-11-21T12:00:00Z', text: { de: 'Meldung abgeschickt', en: 'Report sent' } }] });
  await arrive(undefined, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const clean = async (state: string) => {
    expect(await checkAccessibility(customer.page), state).toEqual([]);
    expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), state).toBeLessThanOrEqual(0);
  };
  await answer('KA-XX 1');
  await says('Das passt nicht zu diesem Vorgang.');
  await clean('door');
  await answer('KA-PA 777');
  await says('Stand heute');
  await customer.page.getByRole('button', { name: 'Ja, bitte machen' }).click();
  await customer.page.getByText('Hier mit Finger').waitFor();
  await clean('page');
  standIn.status.state = 'withdrawn';
  await lookAgain();
  await says('Dieser Link gilt nicht mehr');
  await clean('withdrawn');
});
