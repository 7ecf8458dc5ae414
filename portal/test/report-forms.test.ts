import type { ReportDetail } from '@meldewerk/contract/report';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventReportForms, inventWithdrawal } from '../dev/invented-forms.ts';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const clerk = 'sabine@karosserie-muster.example';

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const day = 86_400_000;

/** A report that has what is asked for; each test takes its own. */
let used = 20;
function reportWith(changes: (signedAt: string) => Partial<ReportDetail>): ReportDetail {
  const report = portal.api.reports()[(used += 1)];
  if (!report) throw new Error('no report is left');
  portal.api.change(report.id, changes(new Date(Date.now() - 5 * day).toISOString()));
  return report;
}

async function openReport(report: ReportDetail, viewport = desk, email = clerk): Promise<Page> {
  const page = await browser.openPage(viewport, { reducedMotion: 'reduce' });
  await signIn(page, `/portal/reports/${report.id}`, email);
  await page.locator('report-photos').waitFor();
  return page;
}

const signed = (signedAt: string): Partial<ReportDetail> => ({ forms: inventReportForms(signedAt, used), withdrawal: inventWithdrawal(signedAt) });

test('what is signed, confirmed and still open to withdrawal is seen at one look', async () => {
  const page = await openReport(reportWith(signed));
  const line = page.locator('.forms-line');
  await line.getByText('Formulare 2/2 unterschrieben').waitFor();
  await line.getByText('Widerrufsbelehrung', { exact: true }).waitFor();
  await line.getByText('Ihre Unterschrift fehlt').waitFor();
  await page.getByText(/Widerruf möglich bis .*, noch 9 Tage/).waitFor();
});

test('each form says who signed when and how, what is doubtful, and has its file', async () => {
  const page = await openReport(reportWith(signed));
  const form = page.locator('report-forms li').filter({ hasText: 'Abtretung' });
  await form.getByText('Petra Schönfelder, eingetippt').waitFor();
  await form.getByText('Das Formular ist für andere Fälle gedacht. Trotzdem angehängt.').waitFor();
  await form.getByText('Bleibt leer: Schadennummer').waitFor();
  await expect.poll(() => page.getByText('Der Kunde hat keine E-Mail-Adresse angegeben.').count()).toBe(0);
  await expect.poll(() => form.locator('wa-copy-button').getAttribute('value')).toBe('a3f1c9d0'.repeat(8));
  await form.getByRole('button', { name: 'Ansehen' }).click();
  await page.locator('wa-dialog pdf-page[drawn]').first().waitFor();
});

test('who has to be handed the file with both signatures, because there is no address to mail it to, is said', async () => {
  const page = await openReport(reportWith((at) => ({ ...signed(at), reporter: { role: 'keeper', firstName: 'Ohne', lastName: 'Postfach', phone: '+491712345678' } })));
  await page.locator('report-forms').getByText('Der Kunde hat keine E-Mail-Adresse angegeben.').waitFor();
});

describe('the workshop’s own signature', () => {
  test('is drawn under the document that is shown', async () => {
    const page = await openReport(reportWith(signed));
    await page.getByRole('button', { name: 'Jetzt für die Werkstatt unterschreiben' }).click();
    await page.locator('countersign-dialog pdf-page[drawn]').first().waitFor();
    const sign = page.locator('countersign-dialog').getByRole('button', { name: 'Unterschreiben' });
    await expect.poll(() => sign.isDisabled()).toBe(true);
    const canvas = page.getByRole('img', { name: 'Unterschriftsfeld' });
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no place to sign');
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    for (let step = 1; step < 12; step += 1) await page.mouse.move(box.x + 40 + step * 15, box.y + 40 + (step % 3) * 20);
    await page.mouse.up();
    await sign.click();
    await expect.poll(() => portal.api.forms.signed.at(-1)).toMatchObject({ name: 'Sabine Kern', sha256: 'b'.repeat(64), signature: { method: 'drawn' } });
    await page.locator('report-forms').getByText('Werkstatt: Sabine Kern').waitFor();
    await expect.poll(() => page.locator('countersign-dialog').count()).toBe(0);
  });

  test('is typed by keyboard alone and counts the same', async () => {
    const page = await openReport(reportWith(signed));
    await page.getByRole('button', { name: 'Jetzt für die Werkstatt unterschreiben' }).press('Enter');
    await page.getByLabel('Zeichnen').press('ArrowRight');
    await page.getByLabel('Ihr Vor- und Nachname').fill('Bernd Kern');
    await page.locator('countersign-dialog').getByRole('button', { name: 'Unterschreiben' }).press('Enter');
    await expect.poll(() => portal.api.forms.signed.at(-1)).toMatchObject({ signature: { method: 'typed', typedName: 'Bernd Kern' } });
  });

  test('is refused with the server’s sentence, and nothing drawn is lost', async () => {
    const report = reportWith(signed);
    const waiting = portal.api.reports().find(({ id }) => id === report.id)?.forms.find(({ state }) => state === 'signedByCustomer');
    portal.api.failures.set(`POST /api/report-forms/${waiting?.id}/signatures`, { status: 409, code: 'formChanged', detail: 'Das Dokument hat sich inzwischen geändert. Bitte lesen Sie es noch einmal.' });
    const page = await openReport(report);
    await page.getByRole('button', { name: 'Jetzt für die Werkstatt unterschreiben' }).click();
    await page.getByLabel('Name eintippen').check();
    await page.getByLabel('Ihr Vor- und Nachname').fill('Bernd Kern');
    await page.locator('countersign-dialog').getByRole('button', { name: 'Unterschreiben' }).click();
    await page.getByText('Das Dokument hat sich inzwischen geändert.').waitFor();
    await expect.poll(() => page.getByLabel('Ihr Vor- und Nachname').inputValue()).toBe('Bernd Kern');
    portal.api.failures.clear();
  });

  test('is not for who may only read', async () => {
    const page = await openReport(reportWith(signed), desk, 'lesen@karosserie-muster.example');
    await expect.poll(() => page.getByRole('button', { name: 'Jetzt für die Werkstatt unterschreiben' }).isDisabled()).toBe(true);
  });
});

describe('on a prepared report', () => {
  const prepared = (): Partial<ReportDetail> => ({ submittedAt: null, forms: [], insurance: { coverage: 'thirdPartyLiability' } });

  test('fitting forms are offered first, and an outdated one only goes on after asking', async () => {
    const report = reportWith(prepared);
    const page = await openReport(report);
    await page.locator('report-forms').getByRole('button', { name: 'Anhängen' }).click();
    const dialog = page.locator('attach-forms-dialog');
    await dialog.getByRole('list', { name: 'Passende Formulare' }).getByText('Zahlungsanweisung (RKÜ)').first().waitFor();
    await dialog.getByText('Weitere Formulare').click();
    await dialog.getByRole('checkbox', { name: /Abtretung alte Fassung/ }).click();
    await page.getByText('Das Formular gilt nicht mehr.').waitFor();
    await page.locator('wa-dialog').filter({ hasText: 'trotzdem anhängen?' }).getByRole('button', { name: 'Abbrechen' }).click();
    await expect.poll(() => page.locator('wa-dialog').filter({ hasText: 'trotzdem anhängen?' }).count()).toBe(0);
    await expect.poll(() => dialog.getByRole('checkbox', { name: /Abtretung alte Fassung/ }).isChecked()).toBe(false);
    await dialog.getByRole('checkbox', { name: /Abtretung alte Fassung/ }).click();
    await page.getByRole('button', { name: 'Trotzdem anhängen' }).click();
    await dialog.getByText('Sie verwenden es trotzdem.').waitFor();
    await dialog.getByRole('checkbox', { name: /^Reparaturauftrag/ }).click();
    await dialog.getByRole('button', { name: 'Anhängen' }).click();
    await page.locator('report-forms li').nth(1).waitFor();
    await page.locator('report-forms').getByText('Das Formular gilt nicht mehr. Trotzdem angehängt.').waitFor();
  });

  test('an attached form that nobody signed is taken off after asking', async () => {
    const page = await openReport(reportWith((at) => ({ ...prepared(), forms: inventReportForms(at, used).map((form) => ({ ...form, state: 'open' as const, signatures: [], document: null })) })));
    await page.getByRole('button', { name: 'Entfernen Reparaturauftrag' }).click();
    await page.locator('wa-dialog').getByRole('button', { name: 'Entfernen' }).click();
    await expect.poll(() => page.locator('report-forms li').count()).toBe(1);
  });
});

test('a declared withdrawal stands in red at the top and with its words', async () => {
  const page = await openReport(reportWith((at) => ({
    forms: inventReportForms(at, used), withdrawal: { ...inventWithdrawal(at), handedOverAt: null, earlyStartRequestedAt: null, declaration: { id: '00000000-0000-4000-8000-000000000000', declaredAt: at, name: 'Jonas Weber', statement: 'Ich lasse es doch nicht reparieren.' } },
  })));
  await page.locator('.forms-line').getByText('Widerrufen').waitFor();
  await page.getByText('Das war innerhalb der Frist, die am').waitFor();
  await page.getByRole('alert').getByText('Ich lasse es doch nicht reparieren.').waitFor();
  await page.getByText('Belehrung noch nicht per E-Mail übergeben').waitFor();
  await page.getByText('Sofort beginnen: nein').waitFor();
});

describe('the notice of withdrawal', () => {
  test('is marked as a sample and published as a new version after asking', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, '/portal/settings/withdrawal', 'leitung@karosserie-muster.example');
    await page.getByText('Muster: von Ihnen zu prüfen.').waitFor();
    await page.getByText('Keiner Meldung zugeordnet').waitFor();
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    await page.getByLabel('Belehrung, Deutsch').fill('Unsere Belehrung.');
    await page.getByRole('button', { name: 'Als neue Fassung veröffentlichen' }).click();
    await page.locator('wa-dialog').getByRole('button', { name: 'Veröffentlichen' }).click();
    await page.getByText('Fassung 2 ist veröffentlicht.').waitFor();
    await expect.poll(() => page.getByText('Muster: von Ihnen zu prüfen.').count()).toBe(0);
  });

  test('puts a withdrawal that fits no report on the one whose number is typed, after asking', async () => {
    const page = await browser.openPage(phone);
    await signIn(page, '/portal/settings/withdrawal', clerk);
    const { id, reference } = reportWith(() => ({}));
    await page.getByLabel('Vorgangsnummer der Meldung').fill('SM-2031-999999');
    await page.keyboard.press('Enter');
    await page.getByText('Eine Meldung mit der Nummer SM-2031-999999 gibt es nicht.').waitFor();
    await page.getByLabel('Vorgangsnummer der Meldung').fill(reference.toLowerCase());
    await page.getByRole('button', { name: 'Zuordnen' }).click();
    await page.locator('wa-dialog').getByText(`Der Widerruf von Ute Ohne steht dann auf der Meldung ${reference}`).waitFor();
    await page.locator('wa-dialog').getByRole('button', { name: 'Zuordnen' }).click();
    await page.locator(`a[href="/portal/reports/${id}"]`).getByText(reference).waitFor();
    await expect.poll(() => page.getByText('Keiner Meldung zugeordnet').count()).toBe(0);
  });

  test('is only read by others', async () => {
    const page = await browser.openPage(desk);
    await signIn(page, '/portal/settings/withdrawal', clerk);
    await page.getByText('Ändern kann die Belehrung die Leitung.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Bearbeiten' }).count()).toBe(0);
  });
});

// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test('on the report, in its dialogs and the withdrawal settings', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, `/portal/reports/${reportWith(signed).id}`, 'leitung@karosserie-muster.example');
    await page.locator('report-forms li').first().waitFor();
    // Marks without their icons yet are narrower, and what lies below would move while axe measures it.
    await page.locator('.forms-line svg').last().waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.getByRole('button', { name: 'Jetzt für die Werkstatt unterschreiben' }).click();
    await page.locator('countersign-dialog pdf-page[drawn]').first().waitFor();
    await page.getByLabel('Name eintippen').check();
    expect(await checkAccessibility(page, { inert: 'portal-app' })).toEqual([]);
    await page.goto('/portal/settings/withdrawal');
    await page.getByText('Jonas Weber').waitFor();
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});

test('nothing here breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
