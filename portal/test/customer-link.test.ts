import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const sent = (place = 0): ReportDetail => portal.api.reports().filter(({ submittedAt, link, photos }) => submittedAt && !link && photos.some(({ state }) => state === 'ready'))[place]!;
const now = (id: string) => portal.api.reports().find((report) => report.id === id)!;
async function open(page: Page, { id }: ReportDetail) {
  await signIn(page, `/portal/reports/${id}`);
  await page.locator('status-link-card, customer-link section').first().waitFor();
}

describe('the customer’s link of a sent report', () => {
  test('is sent again after a question, and taken back after another; renewing makes one that was not sent', async () => {
    const page = await browser.openPage(desk);
    const report = sent();
    await open(page, report);
    const card = page.locator('status-link-card');
    await card.getByText(/Gesendet .*/).first().waitFor();
    await card.getByRole('button', { name: 'Per E-Mail senden' }).click();
    await page.locator('wa-dialog').last().getByRole('button', { name: 'Erneut senden' }).click();
    await card.getByText('Der Link ist unterwegs an').waitFor();

    await card.getByRole('button', { name: 'Mehr' }).click();
    await card.getByRole('menuitem', { name: 'Link zurückziehen' }).click();
    await page.getByText('Der Kunde kann seine Seite dann nicht mehr öffnen').waitFor();
    await page.locator('wa-dialog').last().getByRole('button', { name: 'Link zurückziehen' }).click();
    await expect.poll(() => now(report.id).statusLink.state).toBe('withdrawn');
    await card.getByText(/^Zurückgezogen/).waitFor();

    await card.getByRole('button', { name: 'Link erneuern' }).click();
    await card.getByText('Noch nicht gesendet').waitFor();
    await expect.poll(() => page.locator('customer-link').getByRole('heading', { name: 'Link für den Kunden' }).count()).toBe(1);
  });
});

describe('an internal case', () => {
  test('is made in the new report, marked, says what it means, and is published with one press that sends nothing', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, '/portal/reports/new');
    await page.getByLabel('Handynummer').fill('0171 3920010');
    await page.getByText('Interner Vorgang').click();
    await page.getByText('Der Kunde sieht davon nichts und bekommt keine Nachricht').waitFor();
    expect(await page.getByRole('button', { name: 'Abschicken' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Intern speichern' }).click();
    await page.locator('customer-link').getByRole('heading', { name: 'Interner Vorgang' }).waitFor();
    await page.locator('header.report').getByText('Intern', { exact: true }).waitFor();
    await page.getByText('Nach der Freigabe sieht der Kunde über seinen Link: Fahrzeug und Vorgangsnummer, den Stand').waitFor();
    const id = page.url().split('/').at(-1) ?? '';
    await page.getByRole('button', { name: 'Für den Kunden freigeben' }).click();
    await page.locator('link-card').getByRole('button', { name: 'Per SMS senden' }).waitFor();
    expect([now(id).handling.internalSince, now(id).deliveries]).toEqual([null, []]);
  });

  test('a report is taken back internal only after a question', async () => {
    const page = await browser.openPage(desk);
    const report = sent(1);
    await open(page, report);
    const keep = async (answer: string) => {
      await page.locator('status-link-card').getByRole('button', { name: 'Mehr' }).click();
      await page.locator('status-link-card').getByRole('menuitem', { name: 'Intern machen' }).click();
      await page.getByText('bekommt keine Nachrichten mehr dazu').waitFor();
      await page.locator('wa-dialog').last().getByRole('button', { name: answer }).click();
    };
    await keep('Abbrechen');
    expect(now(report.id).handling.internalSince).toBeNull();
    await page.locator('wa-dialog').waitFor({ state: 'detached' });
    await keep('Intern machen');
    await page.locator('customer-link').getByRole('heading', { name: 'Interner Vorgang' }).waitFor();
    expect(await page.locator('report-approvals').getByRole('button', { name: 'Kunden fragen' }).count()).toBe(0);
  });
});

describe('asking the customer', () => {
  test('names what is missing, sends reason, amount in cents with VAT said, day and photos, and shows that it waits', async () => {
    const page = await browser.openPage(desk);
    const report = sent(2);
    await open(page, report);
    await page.getByRole('button', { name: 'Kunden fragen' }).first().click();
    const dialog = page.locator('ask-approval-dialog');
    await dialog.getByRole('button', { name: 'Kunden fragen' }).click();
    await dialog.getByText('Bitte schreiben Sie, worum es geht.').waitFor();
    await dialog.getByLabel('Grund, wie ihn der Kunde liest').fill('Der Längsträger ist verzogen.');
    await dialog.getByLabel('Mehrkosten in Euro').fill('1.250,5');
    await dialog.getByText('zzgl. MwSt.').click();
    await dialog.locator('.photo input').first().check();
    await dialog.getByRole('button', { name: 'Kunden fragen' }).click();
    await page.locator('report-approvals').getByText('Wartet auf den Kunden').waitFor();
    const [asked] = now(report.id).approvals;
    expect(asked).toMatchObject({ kind: 'extraWork', reason: 'Der Längsträger ist verzogen.', amount: { cents: 125_050, includesVat: false }, readyOn: null });
    expect(asked?.photos).toHaveLength(1);

    await page.locator('report-approvals').getByRole('button', { name: 'Zurückziehen' }).click();
    await page.locator('wa-dialog').last().getByRole('button', { name: 'Zurückziehen' }).click();
    await page.locator('report-approvals .mark.withdrawn').waitFor();
  });

  test('what is typed is not lost by a slip', async () => {
    const page = await browser.openPage(desk);
    await open(page, sent(2));
    await page.getByRole('button', { name: 'Kunden fragen' }).first().click();
    const dialog = page.locator('ask-approval-dialog');
    await dialog.getByLabel('Grund, wie ihn der Kunde liest').fill('Der Längsträger');
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByText('Frage verwerfen?').waitFor();
    await page.locator('wa-dialog').filter({ hasText: 'Was Sie geschrieben haben' }).getByRole('button', { name: 'Abbrechen' }).click();
    await expect.poll(() => dialog.getByLabel('Grund, wie ihn der Kunde liest').inputValue()).toBe('Der Längsträger');
  });

  test('who may only look is asked for nothing', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, `/portal/reports/${sent(3).id}`, 'lesen@karosserie-muster.example');
    await page.locator('status-link-card').getByText('Ihr Konto darf nur lesen.').waitFor();
    expect(await page.locator('status-link-card').getByRole('button').count()).toBe(0);
    expect(await page.locator('report-approvals section').count()).toBe(0);
  });
});

describe('can be used by everybody', () => {
  test.each([['phone', phone, 'dark'], ['desk', desk, 'light']] as const)('on a %s', async (_, size, colorScheme) => {
    const page = await browser.openPage(size, { colorScheme, reducedMotion: 'reduce' });
    const report = sent(4);
    portal.api.change(report.id, {
      approvals: (['open', 'yes', 'no', 'withdrawn'] as const).map((state, number) => ({
        id: `0192f000-0000-4000-8000-00000000010${number}`, state, kind: number % 2 ? 'delay' as const : 'extraWork' as const, reason: 'Der Längsträger ist verzogen.', amount: { cents: 45_000, includesVat: true }, readyOn: '2026-12-04', photos: [],
        askedAt: '2026-11-20T10:00:00Z', askedByName: 'Sabine Kern', withdrawnAt: state === 'withdrawn' ? '2026-11-20T11:00:00Z' : null, answeredAt: state === 'yes' || state === 'no' ? '2026-11-20T11:00:00Z' : null,
        comment: state === 'no' ? 'Zu teuer.' : null, signerName: state === 'yes' ? 'Erika Muster' : null, document: state === 'yes' ? { byteSize: 50_000, sha256: '0'.repeat(64) } : null,
      })),
    });
    await open(page, report);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('button', { name: 'Kunden fragen' }).first().click();
    const dialog = page.locator('ask-approval-dialog');
    await dialog.getByLabel('Grund, wie ihn der Kunde liest').waitFor();
    expect(await checkAccessibility(page, { inert: 'portal-app' })).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // The bar that stays on top half covers what was scrolled under it.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await checkAccessibility(page)).toEqual([]);
  });
});

test('nothing breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
