import type { Locator, Page } from 'playwright-core';

export type Credentials = { email: string; password: string };

/** Fills the sign-in form on the screen. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

/** The row of a report in the list. */
export function rowOf(page: Page, reference: string): Locator {
  return page.getByRole('row').filter({ hasText: reference });
}

/** A part of a report's page, by its heading. */
export function sectionOf(page: Page, heading: string | RegExp): Locator {
  return page.getByRole('region', { name: heading });
}
