import { choose, goOn, leaveOutWishes, markNoDamage, sendReport, skipRemainingShots, stepHeading } from '@meldewerk/testing/fill-widget';
import { formOf, readForm, signWithFinger } from '@meldewerk/testing/sign-in-widget';
import { sectionOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { Page } from 'playwright-core';
import type { Camera, Places } from './screenshots-camera.ts';
import { demoStaff } from './seed.ts';

const payment = 'Zahlungsanweisung ohne Abtretung (RKÜ)';

/** The workshop begins: a report prepared at the desk, its link on the customer's phone, read and signed there, and back. */
export async function showPreparing(camera: Camera, { portal, inbox }: Places): Promise<void> {
  await camera.visit('desktop', `${portal}/`, async (desk) => {
    await signIn(desk, demoStaff[0]);
    await desk.getByRole('link', { name: 'Neue Meldung' }).click();
    await prepare(desk);
    await camera.take(desk, 'portal-new-report');
    await camera.take(desk, 'portal-new-report-whole', { whole: true });
    await desk.getByRole('button', { name: 'Abschicken' }).click();
    await desk.getByRole('button', { name: 'SMS erneut senden' }).waitFor();
    await sectionOf(desk, 'Versand').getByText('Zugestellt').first().waitFor();

    await camera.visit('phone', inbox, (phone) => sign(phone, camera));
    await desk.getByText('Vollständig unterschrieben').waitFor();
    await camera.take(desk, 'portal-prepared-report-whole', { whole: true });
    await showSettings(desk, camera, portal);
  });
  await camera.visit('phone', `${portal}/reports/new`, async (phone) => {
    await signIn(phone, demoStaff[0]);
    await phone.getByLabel('Vorname').waitFor();
    await camera.take(phone, 'portal-new-report-phone', { whole: true });
  });
}

async function prepare(page: Page): Promise<void> {
  const typed = [['Vorname', 'Miriam'], ['Nachname', 'Haller'], ['Handynummer', '0171 3920082'], ['Kennzeichen', 'KA-MH 312'], ['Marke und Modell', 'Škoda Octavia'], ['Versicherer', 'HUK-COBURG'], ['Straße und Hausnummer', 'Lindenweg 3'], ['PLZ', '76133']] as const;
  for (const [label, text] of typed) await page.getByLabel(label).fill(text);
  await page.getByLabel('Ort', { exact: true }).fill('Karlsruhe');
  await page.getByLabel('Art des Schadens').selectOption({ label: 'Parkschaden' });
  await page.getByLabel('Tag des Schadens').fill('2026-01-20');
  await page.getByLabel('Abrechnung über').selectOption({ label: 'Vollkasko' });
  await page.getByLabel('Partner', { exact: true }).selectOption({ label: 'DMS' });
  await page.getByRole('checkbox', { name: new RegExp(`^${payment.replace(/[()]/g, '\\$&')}`) }).check();
  await page.getByText(/^1 SMS/).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(0, 0);
}

async function sign(inbox: Page, { take, join }: Camera): Promise<void> {
  const opened = inbox.context().waitForEvent('page');
  // The newest thread first, by its own name; then the link within its message.
  await inbox.getByRole('link', { name: /\+49 ?171 ?3920082/ }).first().click();
  await inbox.locator('a[href^="http"][href*="/m/"]').last().click();
  const page = await opened;
  const top = async (name: string) => {
    await page.evaluate(() => window.scrollTo(0, 0));
    return take(page, name);
  };
  await page.getByText('Guten Tag Miriam Haller').waitFor();
  await page.getByLabel('Was haben Sie vorgefunden?').waitFor();
  const greeting = await top('link-greeting-phone');
  await page.getByLabel('Was haben Sie vorgefunden?').fill('Die hintere Tür ist eingedrückt.');
  await choose(page, 'Ist das Fahrzeug noch fahrbereit?', 'Ja');
  await goOn(page);
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  const vehicle = await top('link-vehicle-phone');
  await goOn(page);
  await markNoDamage(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await skipRemainingShots(page);
  await goOn(page);
  await stepHeading(page, 'Wie erreicht Sie die Werkstatt?').waitFor();
  await choose(page, 'Sie sind …', 'Halter');
  await page.getByRole('checkbox', { name: /Ich habe den Datenschutzhinweis gelesen/ }).check();
  await goOn(page);
  await leaveOutWishes(page);
  await stepHeading(page, 'Formulare unterschreiben').waitFor();
  await readForm(formOf(page, payment));
  await take(page, 'link-reading-phone', { whole: true });
  await signWithFinger(formOf(page, payment));
  const signed = await top('link-signed-phone');
  await goOn(page);
  await stepHeading(page, 'Stimmt alles?').waitFor();
  await sendReport(page);
  await take(page, 'link-receipt-phone', { whole: true });
  await join([greeting, vehicle, signed], 'link-phone');
}

async function showSettings(page: Page, { take }: Camera, portal: string): Promise<void> {
  const shown: [path: string, heading: string][] = [
    ['forms', 'Formulare'], ['import', 'Mehrere auf einmal'], ['settings/reminders', 'Erinnerungen'], ['settings/withdrawal', 'Widerruf'], ['support', 'Hilfe & Kontakt'],
  ];
  for (const [path, heading] of shown) {
    await page.goto(`${portal}/${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await take(page, `portal-${path.replace('/', '-')}`, { whole: true });
  }
}
