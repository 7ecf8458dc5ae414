import { join } from 'node:path';
import type { AppointmentDays } from '@meldewerk/contract/appointment';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openLightBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
  standIn.wishDays = days();
});
afterEach(async () => {
  expect(customer.complaints).toEqual([]);
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

/** From Tuesday, 1 December to Sunday, 10 January: weekends closed, the 2nd full in the morning, a holiday. */
function days(): AppointmentDays['days'] {
  return Array.from({ length: 41 }, (_, index) => new Date(Date.UTC(2026, 11, 1 + index)).toISOString().slice(0, 10)).map((day) => {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const holiday = day === '2026-12-25';
    const reason = holiday ? ('holiday' as const) : weekend ? ('closed' as const) : null;
    return { day, label: holiday ? '1. Weihnachtstag' : null, parts: [{ part: 'morning', reason: reason ?? (day === '2026-12-02' ? 'full' : null) }, { part: 'afternoon', reason }] };
  });
}

async function reachWishes(options: BrowserContextOptions = {}): Promise<void> {
  customer = await Customer.arrive(browser, standIn, '/', { reducedMotion: 'reduce', ...options });
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.nameVehicle();
  await customer.givePhotos();
  await customer.field('reporter.role').check();
  await customer.field('reporter.firstName').fill('Jana');
  await customer.field('reporter.lastName').fill('Beispiel');
  await customer.field('reporter.phone').fill('0171 2345678');
  await customer.field('privacyConsent').check();
  await customer.next();
  await customer.page.getByRole('heading', { name: 'Wann passt es Ihnen?' }).waitFor();
}

const day = (name: string) => customer.page.getByRole('button', { name });
const half = (name: 'vormittags' | 'nachmittags') => customer.page.locator('wish-calendar .halves').getByRole('button', { name });
async function wish(name: string, part: 'vormittags' | 'nachmittags'): Promise<void> {
  await day(name).click();
  await half(part).click();
}
const ranked = async () => (await customer.page.locator('.ranked li .what').allInnerTexts()).map((words) => words.replace(/\s+/g, ' ').trim());

test('wishes are tapped, put in order, kept over a reload, shown in the review, changed there, and sent in that order', async () => {
  await reachWishes();
  await wish('Dienstag, 1. Dezember', 'vormittags');
  await wish('Donnerstag, 3. Dezember', 'nachmittags');
  await day('Freitag, 4. Dezember').click();
  await customer.page.getByRole('button', { name: 'An diesem Tag kann ich nicht' }).click();
  await customer.page.getByRole('button', { name: 'Donnerstag, 3. Dezember, nachmittags: nach oben' }).click();
  await customer.page.getByLabel('Ich brauche ein Ersatzfahrzeug').check();
  await customer.page.getByLabel('Was muss es können?').fill('Automatik');
  await expect.poll(ranked).toEqual(['Do., 3. Dez. nachmittags', 'Di., 1. Dez. vormittags']);
  await customer.page.reload();
  await expect.poll(ranked).toEqual(['Do., 3. Dez. nachmittags', 'Di., 1. Dez. vormittags']);
  await customer.next();

  const review = customer.page.locator('section', { has: customer.page.locator('#review-appointment') });
  await expect.poll(async () => (await review.innerText()).replace(/\s+/g, ' ')).toContain('1. Wunsch Donnerstag, 3. Dezember, nachmittags 2. Wunsch Dienstag, 1. Dezember, vormittags Nicht möglich Freitag, 4. Dezember Gewünscht Ersatzfahrzeug (Automatik)');
  await customer.page.getByRole('button', { name: /Ändern ?: Wunschtermine/ }).click();
  await customer.page.getByRole('button', { name: 'Dienstag, 1. Dezember, vormittags: zurücknehmen' }).click();
  await customer.page.getByRole('button', { name: 'Zurück zur Prüfung' }).click();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]?.appointment).toEqual({
    wishes: [{ day: '2026-12-03', part: 'afternoon' }], notPossibleOn: ['2026-12-04'],
    services: { pickUp: false, bringBack: false, replacementCar: true, replacementCarNeeds: 'Automatik' },
  });
});

test('what cannot be had says why, a sixth wish is refused kindly, and the step can be left out', async () => {
  await reachWishes();
  await day('Freitag, 25. Dezember, 1. Weihnachtstag').click({ force: true });
  await customer.page.getByText('An diesem Tag geht es nicht: 1. Weihnachtstag.').waitFor();
  await day('Mittwoch, 2. Dezember').click();
  await half('vormittags').click({ force: true });
  await expect.poll(() => half('vormittags').innerText()).toContain('schon belegt');
  expect(await ranked()).toEqual([]);

  for (const name of ['Montag, 7. Dezember', 'Dienstag, 8. Dezember', 'Mittwoch, 9. Dezember', 'Donnerstag, 10. Dezember', 'Freitag, 11. Dezember']) await wish(name, 'vormittags');
  await day('Montag, 14. Dezember').click();
  await half('vormittags').click();
  await customer.page.getByText('Mehr als 5 Wünsche gehen nicht.').waitFor();
  expect(await ranked()).toHaveLength(5);
  for (const _ of Array.from({ length: 5 })) await customer.page.getByRole('button', { name: /zurücknehmen/ }).first().click();
  await customer.next();
  await customer.page.getByText('Keine, die Werkstatt schlägt etwas vor').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]).not.toHaveProperty('appointment');
});

test('a half day that others took meanwhile stays, with a word about it in the review, and the report goes out', async () => {
  await reachWishes();
  await wish('Dienstag, 1. Dezember', 'vormittags');
  standIn.wishDays = days().map((known) => (known.day === '2026-12-01' ? { ...known, parts: known.parts.map((half) => ({ ...half, reason: 'full' as const })) } : known));
  await customer.next();
  await customer.page.getByText('Inzwischen belegt. Die Werkstatt sieht den Wunsch trotzdem.').waitFor();
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  expect(standIn.submissions[0]?.appointment?.wishes).toEqual([{ day: '2026-12-01', part: 'morning' }]);
});

test('by keyboard alone: arrows walk over days and months, Enter chooses', async () => {
  await reachWishes();
  const { keyboard } = customer.page;
  await day('Dienstag, 1. Dezember').focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown']) await keyboard.press(key);
  await expect.poll(() => customer.page.locator('wish-calendar .month').innerText()).toBe('Januar 2027');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect.poll(ranked).toEqual(['Mi., 6. Jan. vormittags']);
});

test('without a connection the days that were loaded before are there; without any, the step asks for a word and can be passed', async () => {
  await reachWishes();
  await customer.page.context().setOffline(true);
  await wish('Dienstag, 1. Dezember', 'nachmittags');
  await expect.poll(ranked).toEqual(['Di., 1. Dez. nachmittags']);
  await customer.page.context().setOffline(false);
  await customer.leave();

  standIn.faults.add('noDays');
  await reachWishes();
  await customer.page.getByText('Der Kalender lässt sich gerade nicht laden.').waitFor();
  await customer.page.getByLabel('Nachricht zum Termin').fill('Ab dem 10. immer vormittags');
  standIn.faults.delete('noDays');
  await customer.page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await customer.page.locator('wish-calendar').waitFor();
  await customer.next();
  await customer.page.getByText('Ab dem 10. immer vormittags').waitFor();
});

test('a workshop that asks for no wishes has no such step', async () => {
  standIn.wishDays = null;
  customer = await Customer.arrive(browser, standIn);
  await customer.reachReview();
  await expect.poll(() => customer.page.locator('#review-appointment').count()).toBe(0);
});

test.each([320, 1280])('axe finds nothing at %i px', async (width) => {
  await reachWishes({ viewport: { width, height: 800 } });
  await wish('Dienstag, 1. Dezember', 'vormittags');
  await day('Donnerstag, 3. Dezember').click();
  expect(await checkAccessibility(customer.page)).toEqual([]);
  expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
