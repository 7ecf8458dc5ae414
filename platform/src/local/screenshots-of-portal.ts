import { rowOf, signIn } from '@meldewerk/testing/work-in-portal';
import type { Page } from 'playwright-core';
import type { Camera, Device, Places } from './screenshots-camera.ts';
import { demoStaff } from './seed.ts';

/** Whose newest report has photos of every kind. */
const customer = 'Anna-Lena Brechtold';

/** The workshop's day: sign-in, list, one report with its photos, and the simulated messages it brought about. */
export async function showPortal(camera: Camera, { portal, inbox }: Places): Promise<void> {
  for (const device of ['desktop', 'phone'] as const) await camera.visit(device, `${portal}/`, (page) => showWork(page, camera, device));
  for (const device of ['desktop', 'phone'] as const) await camera.visit(device, inbox, (page) => showInbox(page, camera, device));
}

async function showWork(page: Page, { take }: Camera, device: Device): Promise<void> {
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  await take(page, `portal-sign-in-${device}`);

  await signIn(page, demoStaff[0]);
  await rowOf(page, customer).waitFor();
  await page.mouse.move(0, 0);
  await take(page, device === 'desktop' ? 'portal-list' : 'portal-list-phone');

  await rowOf(page, customer).getByRole('link').click();
  await page.getByRole('button', { name: 'Vorne links groß zeigen' }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, device === 'desktop' ? 'portal-report' : 'portal-report-phone');
  await take(page, `portal-report-whole-${device}`, { whole: true });

  await page.getByRole('button', { name: 'Vorne links groß zeigen' }).click();
  await page.getByRole('img', { name: 'Vorne links' }).waitFor();
  await take(page, `portal-viewer-${device}`);
}

async function showInbox(page: Page, { take }: Camera, device: Device): Promise<void> {
  const mail = page.getByRole('region', { name: /^Postfach/ }).getByRole('link', { name: `Guten Tag ${customer}` });
  await mail.waitFor();
  if (device === 'phone') await take(page, 'inbox-phone');
  await mail.click();
  await page.frameLocator('iframe').getByText(`Guten Tag ${customer}`).first().waitFor();
  await take(page, device === 'desktop' ? 'inbox' : 'inbox-mail-phone');
}
