import { openBrowser } from '@meldewerk/testing/browser';
import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hailDay, xlsxOf } from '../../src/imports/tables.fixture.ts';
import { bootPlatform, type Platform } from '../harness.ts';
import { provisionWorkshop, staffPassword, type Workshop } from '../workshop.ts';
import { isSessionQuestion, noteComplaints } from './note-complaints.ts';

let platform: Platform;
let workshop: Workshop;
let browser: Browser;

beforeAll(async () => {
  [platform, browser] = await Promise.all([bootPlatform({ listen: true }), openBrowser()]);
  workshop = await provisionWorkshop(platform, 'karosserie-hagel');
});
afterAll(async () => {
  await browser.close();
  await platform.close();
});

// The first fifty of the two hundred that `imports.test.ts` sends.
test('on a hail day customers are read from a workbook, three are named with their reasons, and the others get their SMS', { timeout: 180_000 }, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', baseURL: `http://${workshop.host}` });
  const complaints = noteComplaints(context);
  const page = await context.newPage();
  await page.goto('/portal/reports');
  await signIn(page, { email: workshop.emailOf.clerk, password: staffPassword });
  await page.getByRole('link', { name: 'Mehrere auf einmal' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'Hagel 21.11..xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await xlsxOf(hailDay().slice(0, 51))),
  });
  await page.getByText('47 bereit, 3 mit Fehlern').waitFor();
  await page.getByRole('button', { name: 'Mit Fehlern (3)' }).click();
  for (const [row, reason] of [[3, 'Handynummer ist nicht gültig'], [14, 'fehlen beide'], [50, 'Festnetznummer']] as const) {
    await page.getByText(`Zeile ${row}:`).locator('..').getByText(reason).waitFor();
  }
  expect(platform.simulators.inbox.messages()).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Fehlerhafte Zeilen als CSV' }).click();
  expect((await download).suggestedFilename()).toBe('fehlerhafte-zeilen.csv');

  await page.getByRole('button', { name: 'Senden', exact: true }).click();
  await page.getByText('47 per SMS. 3 Zeilen mit Fehlern bleiben liegen.').waitFor();
  await page.getByRole('button', { name: 'Jetzt senden' }).click();
  await page.getByText('47 von 47 gesendet').waitFor({ timeout: 200_000 });
  await expect.poll(() => platform.simulators.inbox.messages().length, { timeout: 60_000 }).toBe(47);

  await page.getByRole('button', { name: 'Alle (50)' }).click();
  await page.getByRole('link', { name: 'Zur Meldung' }).first().click();
  await page.getByText('Jürgen Müller 2').first().waitFor();
  await context.close();
  expect(complaints.filter((complaint) => !isSessionQuestion(complaint))).toEqual([]);
});
