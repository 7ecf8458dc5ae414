import type { FormVersionInput } from '@meldewerk/contract/form';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallPdf } from '../../widget/test/small-pdf.ts';
import { drawPdf } from '../dev/drawn-pdf.ts';
import { desk, phone, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const admin = 'leitung@karosserie-muster.example';
const pdf = (buffer: Buffer, name = 'Vereinbarung mit Stempel.pdf') => ({ name, mimeType: 'application/pdf', buffer });

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function open(path: string, viewport = desk, email = admin): Promise<Page> {
  const page = await browser.openPage(viewport);
  await signIn(page, path, email);
  return page;
}

async function openForm(title: string, viewport = desk, email = admin): Promise<Page> {
  const page = await open('/portal/forms', viewport, email);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
}

async function openPdfForm(): Promise<Page> {
  const page = await openForm('Leistungsvereinbarung Steuerer');
  await page.locator('pdf-page[drawn]').first().waitFor();
  await page.locator('pdf-page').first().scrollIntoViewIfNeeded();
  return page;
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

async function save(page: Page): Promise<FormVersionInput> {
  const before = portal.api.forms.saved.length;
  await page.getByRole('button', { name: 'Als neue Fassung speichern' }).click();
  await expect.poll(() => portal.api.forms.saved.length).toBe(before + 1);
  const saved = portal.api.forms.saved.at(-1);
  if (!saved) throw new Error('nothing was saved');
  return saved;
}

function fieldsOf(saved: FormVersionInput) {
  if (saved.content.source !== 'pdf') throw new Error('not a PDF form');
  return saved.content.fields;
}

// First, while the invented form still has its fields side by side.
// Colours hang on the scheme, places on the width: each scheme once covers both.
describe.each([['a desk', desk, 'light'], ['a phone', phone, 'dark']] as const)('on %s axe finds nothing', (_, viewport, colorScheme) => {
  test('in library and editors', async () => {
    const page = await browser.openPage(viewport, { colorScheme, reducedMotion: 'reduce' });
    await signIn(page, '/portal/forms', admin);
    await page.getByText('Gilt nicht mehr').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.getByRole('link', { name: 'Abtretung der Ersatzansprüche' }).click();
    await page.locator('text-form-editor textarea').waitFor();
    await page.getByRole('button', { name: 'Platzhalter einfügen' }).click();
    const list = await page.locator('placeholder-menu .list').boundingBox();
    expect(list && list.x >= 0 && list.x + list.width <= viewport.width).toBe(true);
    expect(await checkAccessibility(page)).toEqual([]);
    await page.goto('/portal/forms');
    await page.getByRole('link', { name: 'Leistungsvereinbarung' }).click();
    await page.locator('pdf-page[drawn]').first().waitFor();
    await page.locator('field-panel').getByRole('button').first().click();
    await page.getByLabel('Bezeichnung').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });
});

describe('the library', () => {
  test('says of every form what it is for, whether it still holds, and what is a sample', async () => {
    const page = await open('/portal/forms');
    const rows = page.locator('form-list-page li');
    await rows.filter({ hasText: 'Zahlungsanweisung' }).getByText('Muster – prüfen').waitFor();
    await rows.filter({ hasText: 'Abtretung der Ersatzansprüche' }).getByText('Beide unterschreiben').waitFor();
    await rows.filter({ hasText: 'Abtretung alte Fassung' }).getByText('Gilt nicht mehr').waitFor();
    await rows.filter({ hasText: 'Leistungsvereinbarung' }).getByText('PDF, 2 Seiten').waitFor();
  });

  test('a form is retired after asking, and comes back with one press', async () => {
    const page = await open('/portal/forms');
    await page.getByRole('button', { name: 'Zurückziehen Reparaturauftrag' }).click();
    await page.locator('wa-dialog').getByRole('button', { name: 'Zurückziehen' }).click();
    await page.getByRole('list', { name: 'Zurückgezogene Formulare' }).getByText('Reparaturauftrag').first().waitFor();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(() => page.getByRole('list', { name: 'Zurückgezogene Formulare' }).count()).toBe(0);
  });

  test('who does not manage the workshop reads, and learns who may change', async () => {
    const page = await open('/portal/forms', desk, 'sabine@karosserie-muster.example');
    await page.getByText('Ändern kann Formulare die Leitung.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Zurückziehen|Formular schreiben/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Reparaturauftrag' }).click();
    await page.getByText('So sieht es aus').waitFor();
    await expect.poll(() => page.getByLabel('Titel').isDisabled()).toBe(true);
  });

  test('a library that cannot be loaded says so and tries again', async () => {
    portal.api.failures.set('GET /api/forms', { status: 503, code: 'unavailable', detail: 'Der Dienst startet gerade.' });
    const page = await open('/portal/forms');
    await page.getByText('Der Dienst startet gerade.').waitFor();
    portal.api.failures.clear();
    await page.getByRole('button', { name: 'Erneut versuchen' }).click();
    await page.getByText('Zahlungsanweisung').first().waitFor();
  });
});

describe('a written form', () => {
  test('takes placeholders from a list in words, shows itself beside the text and saves as a version that says what changed', async () => {
    const page = await openForm('Zahlungsanweisung');
    await page.getByLabel('Text', { exact: true }).press('Control+End');
    await page.getByRole('button', { name: 'Platzhalter einfügen' }).click();
    await page.getByRole('combobox', { name: 'Platzhalter suchen' }).fill('telefon kunde');
    await page.keyboard.press('Enter');
    await page.locator('.paper').getByText('Telefon des Kunden').waitFor();
    await page.getByLabel('Titel').fill('Zahlungsanweisung 2027');
    await page.getByText('Geändert: Titel, Text').waitFor();
    const saved = await save(page);
    expect(saved.content).toMatchObject({ text: expect.stringMatching(/\{\{kunde\.telefon\}\}$/) });
    await page.getByText('Gespeichert als Fassung 2. Geändert: Titel, Text.').waitFor();
  });

  test('marks a placeholder that does not exist, and shows the server’s refusal at the text', async () => {
    const page = await openForm('Reparaturauftrag');
    await page.getByLabel('Text', { exact: true }).fill('Hallo {{unbekannt}}');
    await page.locator('.paper').getByText('unbekannt: unbekannt').waitFor();
    await page.getByRole('button', { name: 'Als neue Fassung speichern' }).click();
    await page.getByText('Bitte prüfen Sie die markierten Angaben.').waitFor();
    await expect.poll(() => page.getByText('Den Platzhalter {{unbekannt}} gibt es nicht.').count()).toBe(1);
  });

  test('is not left unsaved without asking', async () => {
    const page = await openForm('Reparaturauftrag');
    await page.getByLabel('Titel').fill('Etwas anderes');
    await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Meldungen' }).click();
    await page.locator('wa-dialog').getByText('Noch nicht gespeichert: Titel.').waitFor();
    await page.locator('wa-dialog').getByRole('button', { name: 'Abbrechen' }).click();
    await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Etwas anderes');
    await expect.poll(() => page.locator('wa-dialog').count()).toBe(0);
    await page.goBack();
    await page.locator('wa-dialog').getByRole('button', { name: 'Ohne Speichern verlassen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Formulare' }).waitFor();
  });

  test('says what follows when it concludes a contract', async () => {
    const page = await openForm('Zahlungsanweisung');
    await page.getByLabel('Mit der Unterschrift kommt ein Vertrag zustande').check();
    await page.getByText('läuft eine Uhr von 14 Tagen').waitFor();
  });
});

describe('a PDF form', () => {
  test('takes a field by mouse where it was drawn, moves and sizes it, and takes it all back', async () => {
    const page = await openPdfForm();
    const sheet = await page.locator('pdf-page').first().boundingBox();
    if (!sheet) throw new Error('no page');
    const at = (x: number, y: number) => ({ x: sheet.x + x * sheet.width, y: sheet.y + y * sheet.height });
    await page.getByRole('button', { name: 'Datum', exact: true }).click();
    await drag(page, at(0.55, 0.2), at(0.75, 0.23));
    const drawn = page.getByRole('button', { name: 'Datum: Datum, Seite 1' });
    await drawn.waitFor();
    await drag(page, at(0.6, 0.215), at(0.6, 0.315));
    const [, , field] = fieldsOf(await save(page));
    expect(field).toMatchObject({ page: 1, type: 'date', signer: 'customer' });
    expect(field?.x).toBeCloseTo(0.55, 1);
    expect(field?.y).toBeCloseTo(0.3, 2);
    expect(field?.width).toBeCloseTo(0.2, 1);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(() => drawn.count()).toBe(0);
    await page.keyboard.press('Control+y');
    await drawn.waitFor();
  });

  test('is made by keyboard alone: placed, moved, sized, doubled, named and removed', async () => {
    const page = await openPdfForm();
    await page.getByRole('button', { name: 'Kästchen', exact: true }).press('Enter');
    await expect.poll(() => page.locator('.field:focus').getAttribute('aria-label')).toContain('Kästchen');
    const place = () => page.getByLabel('von links').inputValue();
    const before = Number(await place());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await place())).toBeCloseTo(before + 1, 1);
    const width = Number(await page.getByLabel('Breite').inputValue());
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => Number(await page.getByLabel('Breite').inputValue())).toBeCloseTo(width + 0.5, 1);
    await page.keyboard.press('Control+d');
    await expect.poll(() => page.locator('.field.checkbox').count()).toBe(2);
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.field.checkbox').count()).toBe(1);
    await page.locator('field-panel').getByRole('button', { name: /Kästchen/ }).press('Enter');
    await page.getByLabel('Bezeichnung').fill('Ich bin Verbraucher');
    await page.getByLabel('von oben').fill('50');
    await page.getByLabel('von oben').press('Tab');
    const field = fieldsOf(await save(page)).find(({ type }) => type === 'checkbox');
    expect(field).toMatchObject({ label: 'Ich bin Verbraucher', y: 0.5 });
  });

  test('with a signature of the workshop asks the workshop for it', async () => {
    const page = await openPdfForm();
    await page.getByRole('button', { name: 'Unterschrift Werkstatt', exact: true }).press('Enter');
    await expect.poll(() => page.getByLabel('Auch die Werkstatt unterschreibt').isChecked()).toBe(true);
    const saved = await save(page);
    expect(saved.needsWorkshopSignature).toBe(true);
    expect(fieldsOf(saved).at(-1)).toMatchObject({ type: 'signature', signer: 'workshop' });
  });

  test('names a placeholder in words and no longer asks the customer for it', async () => {
    const page = await openPdfForm();
    await page.getByRole('button', { name: 'Text', exact: true }).press('Enter');
    await page.getByLabel('Ausgefüllt mit').selectOption({ label: 'Fahrgestellnummer (FIN)' });
    await page.getByRole('button', { name: 'Platzhalter: Fahrgestellnummer (FIN), Seite 1' }).waitFor();
    expect(fieldsOf(await save(page)).at(-1)).toMatchObject({ placeholder: 'fahrzeug.fin', required: false });
  });

  test('begins with a file; a broken, protected or too long one is refused with a clear sentence and can be replaced', async () => {
    const page = await open('/portal/forms');
    await page.getByRole('button', { name: 'PDF hochladen' }).click();
    const choose = page.locator('pdf-upload input');
    await choose.setInputFiles({ name: 'notiz.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('„notiz.txt“ ist keine PDF-Datei.').waitFor();
    await choose.setInputFiles(pdf(Buffer.from('%PDF-1.7 nothing')));
    await page.getByText('beschädigt').waitFor();
    await choose.setInputFiles(pdf(Buffer.concat([drawPdf([['x']]), Buffer.from('/Encrypt 9 0 R')])));
    await page.getByText('mit einem Passwort geschützt').waitFor();
    await choose.setInputFiles(pdf(drawPdf(Array.from({ length: 300 }, () => ['x']))));
    await page.getByText('hat 300 Seiten').waitFor();
    await choose.setInputFiles(pdf(drawPdf([['Eine Seite']])));
    await page.locator('pdf-page[drawn]').waitFor();
    await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Vereinbarung mit Stempel');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByText('Das Formular steht jetzt in der Bibliothek.').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('shows letters in fonts that the file does not bring, and pages that were scanned', async () => {
    const page = await open('/portal/forms');
    await page.getByRole('button', { name: 'PDF hochladen' }).click();
    await page.locator('pdf-upload input').setInputFiles(pdf(smallPdf([['Reparaturauftrag']])));
    await page.locator('pdf-page[drawn]').waitFor();
    const darkest = await page.locator('pdf-page canvas').evaluate((canvas: HTMLCanvasElement) => {
      const within = (x: number, y: number, width: number, height: number) =>
        Math.min(...(canvas.getContext('2d')?.getImageData(x * canvas.width, y * canvas.height, width * canvas.width, height * canvas.height).data.filter((_, index) => index % 4 === 0) ?? [255]));
      return { letters: within(0.1, 0.05, 0.2, 0.03), scan: within(0.15, 0.44, 0.05, 0.04) };
    });
    expect(darkest.letters).toBeLessThan(100);
    expect(darkest.scan).toBeLessThan(50);
  });

  test('is placed with a finger on a phone', async () => {
    const page = await browser.openPage(phone, { hasTouch: true });
    await signIn(page, '/portal/forms', admin);
    await page.getByRole('link', { name: 'Leistungsvereinbarung' }).click();
    await page.locator('pdf-page[drawn]').first().waitFor();
    await page.getByRole('button', { name: 'Kästchen', exact: true }).tap();
    const sheet = page.locator('pdf-page').first();
    await sheet.scrollIntoViewIfNeeded();
    await sheet.tap({ position: { x: 200, y: 200 } });
    await page.getByRole('button', { name: /^Kästchen: Kästchen, Seite 1/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test('is shown filled as a PDF before anybody signs it', async () => {
    const page = await openPdfForm();
    await page.getByRole('button', { name: 'Vorschau als PDF' }).click();
    await page.locator('wa-dialog pdf-page[drawn]').first().waitFor();
    await page.locator('wa-dialog').getByRole('button', { name: 'Schließen' }).last().click();
    await expect.poll(() => page.locator('wa-dialog').count()).toBe(0);
    // The editor's own pages live on.
    await page.getByRole('button', { name: 'Datum', exact: true }).press('Enter');
    await page.locator('.field.date').last().waitFor();
  });
});

test('nothing here breaks the strict policy or leaves the house', () => {
  expect(browser.complaints).toEqual([]);
});
