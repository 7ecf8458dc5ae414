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
  await page.getByRole('region', { name: /^Meldungen je/ }).waitFor();
  await page.mouse.move(0, 0);
  await take(page, `portal-overview-${device}`);
  await take(page, `portal-overview-whole-${device}`, { whole: true });
  // On a Sunday the week is over; the demo has its dates in the days to come.
  const day = await page.evaluate(async () => {
    const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { appointments } = (await (await fetch(`/api/calendar?from=${dayAhead(0)}&to=${dayAhead(27)}`)).json()) as { appointments: { startsAt: string }[] };
    return appointments[0]?.startsAt.slice(0, 10);
  });
  await page.goto(new URL(`/portal/calendar?date=${day}`, page.url()).href);
  await page.locator('a.entry, calendar-day a').first().waitFor();
  await take(page, `portal-calendar-${device}`);
  await page.goto(new URL('/portal/board', page.url()).href);
  // On a phone one state at a time, which may hold none.
  await page.locator(device === 'desktop' ? 'li.card-item' : 'board-page h1').first().waitFor();
  await take(page, `portal-board-${device}`);

  await page.goto(new URL('/portal/reports', page.url()).href);
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
