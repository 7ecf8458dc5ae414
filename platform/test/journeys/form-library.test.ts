import { openBrowser } from '@meldewerk/testing/browser';
import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encrypted, manyPages, onePage } from '../../../packages/documents/test/evil-pdfs.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-papier');
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

test('the management uploads a form, is told what is wrong with a file, places fields by mouse and sees it filled', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', baseURL: `http://${workshop.host}` });
  const complaints = noteComplaints(context);
  const page = await context.newPage();
  await page.goto('/portal/forms');
  await signIn(page, { email: workshop.emailOf.admin, password: staffPassword });
  await page.getByRole('button', { name: 'PDF hochladen' }).click();

  await refuse(page, Buffer.from('%PDF-1.7 and nothing more'), 'beschädigt');
  await refuse(page, Buffer.from(encrypted()), 'ein Passwort');
  await refuse(page, Buffer.from(manyPages(300)), 'höchstens 30 Seiten');
  await upload(page, Buffer.from(onePage()));
  await page.locator('pdf-page[drawn]').waitFor();

  await place(page, 'Platzhalter', { x: 0.12, y: 0.2, width: 0.3, height: 0.03 });
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByText('Es fehlt ein Feld für die Unterschrift des Kunden.').waitFor();
  await place(page, 'Unterschrift Kunde', { x: 0.12, y: 0.5, width: 0.35, height: 0.08 });
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByText('Das Formular steht jetzt in der Bibliothek.').waitFor();

  await page.getByRole('button', { name: 'Vorschau als PDF' }).click();
  await page.locator('wa-dialog pdf-page[drawn]').first().waitFor();
  await page.locator('wa-dialog').getByRole('button', { name: 'Schließen' }).last().click();

  await page.reload();
  await page.getByRole('button', { name: 'Unterschrift Kunde: Unterschrift Kunde, Seite 1' }).waitFor();
  await page.getByLabel('Titel').fill('Vereinbarung 2027');
  await page.getByRole('button', { name: 'Als neue Fassung speichern' }).click();
  await page.getByText('Gespeichert als Fassung 2. Geändert: Titel.').waitFor();
  await context.close();
  expect(complaints.filter((complaint) => !/401|422/.test(complaint))).toEqual([]);
});

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await page.locator('pdf-upload input').setInputFiles({ name: 'Vereinbarung.pdf', mimeType: 'application/pdf', buffer });
}

async function refuse(page: Page, file: Buffer, sentence: string): Promise<void> {
  await upload(page, file);
  await page.getByRole('alert').getByText(sentence).waitFor();
}

async function place(page: Page, tool: string, box: { x: number; y: number; width: number; height: number }): Promise<void> {
  await page.getByRole('button', { name: tool, exact: true }).click();
  const sheet = page.locator('pdf-page').first();
  // The bar above and the one below would cover the ends of a tall page.
  await sheet.evaluate((element, share) => window.scrollTo({ top: window.scrollY + element.getBoundingClientRect().top + share * element.clientHeight - 400, behavior: 'instant' }), box.y);
  const place = await sheet.boundingBox();
  if (!place) throw new Error('no page to place a field on');
  await page.mouse.move(place.x + box.x * place.width, place.y + box.y * place.height);
  await page.mouse.down();
  await page.mouse.move(place.x + (box.x + box.width) * place.width, place.y + (box.y + box.height) * place.height, { steps: 3 });
  await page.mouse.up();
}
