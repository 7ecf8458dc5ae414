import { checkAccessibility } from '@meldewerk/testing/accessibility';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, portalBrowser, signIn } from './portal-browser.ts';
import { startPortal } from './portal-server.ts';

let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: Awaited<ReturnType<typeof portalBrowser>>;
const admin = 'leitung@karosserie-muster.example';

beforeAll(async () => {
  portal = await startPortal();
  browser = await portalBrowser(portal.url);
});
afterAll(async () => {
  expect(browser.complaints).toEqual([]);
  await browser.close();
  await portal.stop();
});

async function open(page: string, { viewport = desk, email = admin, colorScheme = 'light' as 'light' | 'dark' } = {}): Promise<Page> {
  const opened = await browser.openPage(viewport, { reducedMotion: 'reduce', colorScheme });
  await signIn(opened, `/portal/settings/${page}`, email);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}
const saved = (page: Page) => page.getByText('Gespeichert. Das gilt ab sofort.').waitFor();
const lastPut = (path: string) => portal.api.asked.filter((asked) => asked === `PUT ${path}`).length;

describe('status and customer view', () => {
  test('own words, a finer state and a customer’s state are saved, and the preview is what the customer will see', async () => {
    const page = await open('workflow');
    const preview = page.locator('div.phone');
    await page.getByLabel('In Reparatur, eigener Name, Deutsch').fill('In Arbeit');
    await page.getByRole('button', { name: /Unterstatus hinzufügen.*In Reparatur/ }).click();
    await page.getByLabel('Unterstatus 1 von In Reparatur, Deutsch').fill('Beim Lackierer');
    await page.getByLabel('Stand 3, Deutsch').fill('Wir arbeiten daran');
    await preview.locator('.now', { hasText: 'Wir arbeiten daran' }).waitFor();
    await page.getByRole('checkbox', { name: /^Termine/ }).uncheck();
    await preview.getByText('Termine').waitFor({ state: 'detached' });
    await page.getByLabel('Der Kunde sieht (Abholbereit)').selectOption({ label: 'Wir arbeiten daran' });
    await page.getByLabel('Wenn die Meldung steht auf').selectOption('ready');
    await preview.locator('.now', { hasText: 'Wir arbeiten daran' }).waitFor();
    await page.getByLabel('Der Kunde sieht (Abholbereit)').selectOption({ label: 'Fahrzeug abholbereit' });
    await page.getByRole('button', { name: 'Speichern' }).click();
    await saved(page);
    await page.goto('/portal/reports?status=inRepair');
    await page.getByText('In Arbeit').first().waitFor();
  });

  test('removing a finer state that is in use says what happens', async () => {
    const page = await open('workflow');
    const id = await page.evaluate(async () => ((await (await fetch('/api/settings/workflow')).json()) as { statuses: { inRepair: { subStatuses: { id: string }[] } } }).statuses.inRepair.subStatuses[0]?.id ?? '');
    portal.api.handling.usage.subStatuses = [{ status: 'inRepair', subStatus: id, count: 12 }];
    await page.reload();
    await page.getByRole('button', { name: 'Unterstatus Beim Lackierer entfernen' }).click();
    await page.getByText('12 Meldungen stehen darauf').waitFor();
    await page.getByRole('button', { name: 'Entfernen', exact: true }).click();
    await page.getByRole('button', { name: 'Unterstatus Beim Lackierer entfernen' }).waitFor({ state: 'detached' });
  });

  test('what the server refuses stands at its field, and what was typed stays', async () => {
    const page = await open('workflow');
    const name = page.getByLabel('Abholbereit, eigener Name, Deutsch');
    await name.fill('Terminiert');
    portal.api.handling.refusals = [{ path: 'statuses.ready.label.de', message: 'So heißt schon ein anderer Status.' }];
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => name.evaluate((field) => field === (field.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await expect.poll(() => name.inputValue()).toBe('Terminiert');
    portal.api.handling.refusals = [];
  });

  test('who may only work on reports reads it', async () => {
    const page = await open('workflow', { email: 'sabine@karosserie-muster.example' });
    await page.getByText('Ändern kann das die Leitung.').waitFor();
    await expect.poll(() => page.getByLabel('Abholbereit, eigener Name, Deutsch').isDisabled()).toBe(true);
  });
});

describe('rules', () => {
  test('a rule is switched on, rewritten with its preview, and one is added', async () => {
    const page = await open('rules');
    await page.getByRole('switch', { name: /Sobald „Abholbereit“/ }).check();
    await page.getByRole('button', { name: /Bearbeiten.*Sobald „Abholbereit“/ }).click();
    await page.getByLabel('Text, Deutsch').fill('{{fahrzeug.kennzeichen}} ist blank geputzt.');
    await page.locator('rule-preview').getByText('KA-PA 777 ist blank geputzt. https://').waitFor();
    await page.getByRole('button', { name: 'Neue Regel' }).click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Bitte schreiben Sie einen Text, in beiden Sprachen.').first().waitFor();
    const added = page.locator('li[data-rule]').last();
    await added.getByLabel('Dann').selectOption('staffReminder');
    await added.getByLabel('Wann').selectOption('days');
    await added.getByRole('spinbutton', { name: 'Tage' }).fill('5');
    const before = lastPut('/api/settings/rules');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await saved(page);
    expect(lastPut('/api/settings/rules')).toBe(before + 1);
    await page.getByRole('heading', { name: 'Nach 5 Tagen auf „Abholbereit“' }).waitFor();
  });

  test('a rule that is deleted comes back by one click until it is saved', async () => {
    const page = await open('rules');
    await page.locator('li[data-rule]').first().waitFor();
    const count = await page.locator('li[data-rule]').count();
    await page.getByRole('button', { name: /Bearbeiten/ }).first().click();
    await page.getByRole('button', { name: 'Regel löschen' }).click();
    await expect.poll(() => page.locator('li[data-rule]').count()).toBe(count - 1);
    await page.locator('.toast').getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(() => page.locator('li[data-rule]').count()).toBe(count);
  });
});

describe.each([[1280, 'light'], [320, 'dark']] as const)('axe finds nothing at %s', (width, colorScheme) => {
  test.each(['workflow', 'rules'])('in %s', async (name) => {
    const page = await open(name, { viewport: { width, height: 800 }, colorScheme });
    if (name === 'rules') {
      await page.getByRole('button', { name: /Bearbeiten/ }).last().click();
      await page.locator('rule-preview figure').first().waitFor();
    } else await page.locator('div.phone').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
  });
});
