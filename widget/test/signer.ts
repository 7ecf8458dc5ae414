import type { Locator } from 'playwright-core';
import type { Customer } from './customer.ts';
import { linkToken } from './stand-in-link.ts';

export const linkPath = `/m/${linkToken}`;

/** From the opened link through everything before the forms. */
export async function reachForms(customer: Customer): Promise<void> {
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await customer.field('answers.drivable').check();
  await customer.next();
  await customer.field('vehicle.licensePlate').waitFor();
  await customer.next();
  await customer.passDamages();
  await customer.page.locator('.shot').first().waitFor();
  await customer.givePhotos();
  await customer.field('reporter.role').check();
  await customer.field('privacyConsent').check();
  await customer.next();
  await customer.page.locator('.forms, .withdrawal').first().waitFor();
}

export function cardOf(customer: Customer, title: string): Locator {
  return customer.page.locator('li.form', { has: customer.page.getByRole('heading', { level: 3, name: title }) });
}

/** A few strokes with the mouse. */
export async function draw(card: Locator): Promise<void> {
  const canvas = card.locator('signature-field canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  const { mouse } = card.page();
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await mouse.move(...at(0.2, 0.6));
  await mouse.down();
  for (const [x, y] of [[0.3, 0.3], [0.4, 0.7], [0.5, 0.35], [0.6, 0.65], [0.75, 0.4]] as const) await mouse.move(...at(x, y), { steps: 4 });
  await mouse.up();
}

export async function typeSignature(card: Locator, name: string): Promise<void> {
  await card.getByRole('radio', { name: 'Name eintippen' }).check();
  await card.locator('signature-field').getByRole('textbox').fill(name);
}

export const signButton = (card: Locator) => card.getByRole('button', { name: /^Unterschreiben/ });
