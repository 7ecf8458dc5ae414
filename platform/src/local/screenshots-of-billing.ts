import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Page } from 'playwright-core';
import { demoAccountHolder } from './seed-accounts.ts';
import { demoOperator } from './seed-operator.ts';
import type { Camera, Device, Places } from './screenshots-camera.ts';

/** The money side: what the account holder has, and what the operator sees of everybody. */
export async function showBilling(camera: Camera, places: Places): Promise<void> {
  for (const device of ['desktop', 'phone'] as const) {
    await camera.visit(device, places.billing, (page) => showAccount(page, camera, device, places));
    await camera.visit(device, places.operator, (page) => showConsole(page, camera, device));
  }
}

async function showAccount(page: Page, { take }: Camera, device: Device, { inbox }: Places): Promise<void> {
  const askedAt = new Date().toISOString();
  await page.getByLabel('E-Mail-Adresse der Buchhaltung').fill(demoAccountHolder);
  await page.getByRole('button', { name: 'Link und Code anfordern' }).click();
  await page.getByLabel('Code mit sechs Ziffern').waitFor();
  await page.getByLabel('Code mit sechs Ziffern').fill(await codeSince(page, inbox, askedAt));
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByText('Letzte Rechnungen').waitFor();
  await page.locator('invoice-rows li').first().waitFor();
  await take(page, `billing-overview-${device}`);
  await page.goto(new URL('/mandate', page.url()).href);
  await page.getByText('Gültig').first().waitFor();
  await take(page, `billing-mandate-${device}`);
}

/** Out of the mail that came for it; asked by the browser, which knows `*.localhost` everywhere. */
async function codeSince(page: Page, inbox: string, instant: string): Promise<string> {
  const mailbox = await page.context().newPage();
  for (let tries = 0; tries < 50; tries += 1) {
    await mailbox.goto(`${inbox}/api/messages?to=${encodeURIComponent(demoAccountHolder)}`);
    const mails = JSON.parse(await mailbox.locator('body').innerText()) as { text: string; receivedAt: string }[];
    const code = mails.filter(({ receivedAt }) => receivedAt >= instant).map(({ text }) => /Code ein: (\d{3} \d{3})/.exec(text)?.[1]).find(Boolean);
    if (code) return code;
    await mailbox.waitForTimeout(200);
  }
  throw new Error('no code came by mail');
}

async function showConsole(page: Page, { take }: Camera, device: Device): Promise<void> {
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await signIn(page, demoOperator);
  await page.getByRole('link', { name: 'Karosserie Muster' }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, `operator-workshops-${device}`);
  await page.getByRole('link', { name: 'Beulendoktor Kehl' }).click();
  await page.getByText('Wer hat was getan').waitFor();
  await take(page, `operator-workshop-${device}`, { whole: true });
  await page.goto(new URL('/events', page.url()).href);
  await page.getByRole('cell').first().waitFor();
  await take(page, `operator-events-${device}`);
  await page.goto(new URL('/figures', page.url()).href);
  await page.getByText('(läuft noch)').waitFor();
  await take(page, `operator-figures-${device}`);
}
