import type { Locator, Page } from 'playwright-core';

export type PhotoFile = { name: string; mimeType: string; buffer: Buffer };

// Everything below goes by what a customer reads on the screen. The widget speaks German unless told otherwise.

/** The heading of the step on the screen. */
export function stepHeading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 2, name, exact: true });
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
}

/** Taps a tile; the widget goes on by itself. */
export async function chooseCategory(page: Page, category: string): Promise<void> {
  await page.getByText(category, { exact: true }).click();
  const none = page.getByRole('button', { name: 'Nichts davon' });
  await none.or(stepHeading(page, category)).waitFor();
  if (await none.isVisible()) {
    await none.click();
    await goOn(page);
  }
  await stepHeading(page, category).waitFor();
}

/** Picks one choice of a question. */
export async function choose(page: Page, question: string, choice: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByText(choice, { exact: true }).click();
}

export type Incident = { category: string; when: string; what: string };

/** Categories, and how they word the two questions that every category insists on. */
export const parkingDamage: Incident = { category: 'Parkschaden', when: 'Wann haben Sie den Schaden bemerkt?', what: 'Was haben Sie vorgefunden?' };
export const otherDamage: Incident = { category: 'Mechanik / Sonstiges', when: 'Seit wann besteht das Problem?', what: 'Was ist das Problem?' };

/** Answers what has to be answered; the day is yesterday's. */
export async function tellWhatHappened(page: Page, { when, what }: Incident, description: string): Promise<void> {
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  await page.getByLabel(when).fill(yesterday);
  await page.getByLabel(what).fill(description);
  // Not asked once more where the safety check has said it.
  if (!(await page.getByText('nach Ihren Angaben zur Sicherheit').isVisible())) await choose(page, 'Ist das Fahrzeug noch fahrbereit?', 'Ja');
}

export async function nameVehicle(page: Page, licensePlate = 'ka pa777'): Promise<void> {
  await stepHeading(page, 'Welches Fahrzeug ist es?').waitFor();
  await page.getByLabel('Kennzeichen', { exact: true }).fill(licensePlate);
}

/** Marks one damage by the list of parts. */
export async function markDamage(page: Page, { part, kind, size }: { part: string; kind: string; size: string }): Promise<void> {
  await stepHeading(page, 'Wo ist das Fahrzeug beschädigt?').waitFor();
  await page.getByRole('button', { name: 'Teil aus der Liste wählen' }).click();
  await page.getByRole('button', { name: part, exact: true }).click();
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByRole('radio', { name: size, exact: true }).check();
  await page.getByRole('button', { name: 'Schaden sichern' }).click();
  await page.getByRole('heading', { name: 'Markierte Schäden' }).waitFor();
}

/** Marks no single damage, and goes on. */
export async function markNoDamage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ich weiß es nicht, oder es ist keine einzelne Stelle' }).click();
}

/** Picks files from the device for one shot. */
export async function pickPhotos(page: Page, shot: string, photos: PhotoFile[]): Promise<void> {
  await page.getByLabel(`Auswählen: ${shot}`, { exact: true }).setInputFiles(photos);
}

/** The item of a shot in the list, with its instruction, its photos and its buttons. */
export function shotOf(page: Page, shot: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: shot }) });
}

/** Passes over every important shot that is still open. */
export async function skipRemainingShots(page: Page): Promise<void> {
  await page.getByRole('button', { name: /übrigen wichtigen Fotos kann ich gerade nicht machen/ }).click();
}

export type Contact = { firstName: string; lastName: string; phone?: string; email?: string };

export async function leaveContact(page: Page, { firstName, lastName, phone, email }: Contact): Promise<void> {
  await stepHeading(page, 'Wie erreicht Sie die Werkstatt?').waitFor();
  await choose(page, 'Sie sind …', 'Halter');
  await page.getByLabel('Vorname').fill(firstName);
  await page.getByLabel('Nachname').fill(lastName);
  if (phone) await page.getByRole('textbox', { name: 'Telefon' }).fill(phone);
  if (email) await page.getByRole('textbox', { name: 'E-Mail' }).fill(email);
  await page.getByRole('checkbox', { name: /Ich habe den Datenschutzhinweis gelesen/ }).check();
}

/** The first two half days that can be had, in this order. */
export async function nameWishes(page: Page): Promise<void> {
  await stepHeading(page, 'Wann passt es Ihnen?').waitFor();
  const free = page.locator('wish-calendar .day.free');
  await free.first().click();
  for (const part of ['nachmittags', 'vormittags']) await page.locator('wish-calendar .halves').getByRole('button', { name: part }).click();
}

export async function leaveOutWishes(page: Page): Promise<void> {
  await stepHeading(page, 'Wann passt es Ihnen?').waitFor();
  await goOn(page);
}

/** Sends, waits for the receipt and reads the reference number off it. */
export async function sendReport(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Meldung senden' }).click();
  await stepHeading(page, 'Ihre Meldung ist angekommen').waitFor();
  return page.getByText(/^SM-\d{4}-\d{6}$/).innerText();
}

/** The shortest way through the widget that ends with wishes for a date: no photos, the vehicle `KA-PA 777`. Returns the reference. */
export async function reportWithWishes(page: Page, contact: Contact): Promise<string> {
  await chooseCategory(page, otherDamage.category);
  await tellWhatHappened(page, otherDamage, 'Es klappert hinten links.');
  await goOn(page);
  await nameVehicle(page);
  await goOn(page);
  await stepHeading(page, 'Zeigen Sie uns den Schaden').waitFor();
  await skipRemainingShots(page);
  await goOn(page);
  await leaveContact(page, contact);
  await goOn(page);
  await nameWishes(page);
  await goOn(page);
  return sendReport(page);
}
