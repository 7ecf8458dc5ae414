import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser, FileChooser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
import { linkToken } from './stand-in-link.ts';
import { StandIn } from './stand-in.ts';

let browser: Browser;
let standIn: StandIn;
let customer: Customer;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  await standIn.start();
});
afterEach(async () => {
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

async function expectClean(step: string): Promise<void> {
  expect(await checkAccessibility(customer.page), step).toEqual([]);
  expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${step} scrolls sideways`).toBeLessThanOrEqual(0);
  const small = await customer.page.evaluate(() => {
    const { shadowRoot } = document.querySelector('damage-report')!;
    return [...shadowRoot!.querySelectorAll('button, a.button, summary, label.choice, label.tile, label.file, label.skip, select, input:not([type=radio], [type=checkbox], [type=file])')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 80));
  });
  expect(small, `${step} has targets under 44 px`).toEqual([]);
}

test.each([320, 1280])('axe finds nothing in any step at %i px, with and without faults', async (width) => {
  customer = await Customer.arrive(browser, standIn, '/', { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await customer.page.locator('.tile').first().waitFor();
  await customer.next();
  await expectClean('category with fault');
  await customer.chooseCategory('Unfall mit Gegner');
  await customer.next();
  await customer.field('answers.hitAndRun').check();
  await customer.field('answers.otherPartyKnown').check();
  await customer.page.locator('summary').first().click();
  await expectClean('questions with faults and conditions');
  await customer.answerQuestions();
  await customer.next();
  for (const summary of await customer.page.locator('summary').all()) await summary.click();
  await expectClean('vehicle with faults');
  await customer.nameVehicle();
  await customer.field('photos.damageWide').setInputFiles([noisyJpeg('eins.jpg'), noisyJpeg('zwei.jpg')]);
  await customer.page.locator('.card .safe').first().waitFor();
  await customer.next();
  await expectClean('photos with faults');
  await customer.page.getByRole('button', { name: /Entfernen ?: Foto 1/ }).click();
  await customer.page.locator('.rest').click();
  await expectClean('photos passed over');
  await customer.next();
  await customer.next();
  for (const summary of await customer.page.locator('summary').all()) await summary.click();
  await expectClean('contact with faults');
  await customer.giveContact();
  await expectClean('review');
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  await expectClean('receipt');
});

test.each([320, 1280])('axe finds nothing in what the workshop prepared and in every state of its link at %i px', async (width) => {
  const kept = standIn.linking.prepare();
  customer = await Customer.arrive(browser, standIn, `/m/${linkToken}`, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await customer.page.locator('.link-note').waitFor();
  await expectClean('prepared questions');
  await customer.field('answers.incidentDescription').fill('Beim Ausparken berührt.');
  await customer.field('answers.drivable').check();
  await customer.next();
  await customer.field('insurance.insurer').fill('a');
  await customer.page.locator('.suggestions li').first().waitFor();
  await customer.page.keyboard.press('ArrowDown');
  await customer.page.locator('.suggestions [aria-selected=true]').waitFor();
  await expectClean('prepared vehicle with suggestions');
  await customer.page.keyboard.press('Escape');
  await customer.next();
  await customer.passDamages();
  await customer.page.locator('.shot').first().waitFor();
  await customer.givePhotos();
  await expectClean('prepared contact');
  for (const state of ['expired', 'withdrawn'] as const) {
    kept.state = state;
    await customer.page.reload();
    await customer.page.locator('.failure').waitFor();
    await expectClean(state);
  }
});

test('the heading draws no frame when a step begins; what can be pressed does', async () => {
  customer = await Customer.arrive(browser, standIn, '/', { reducedMotion: 'reduce' });
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  const frameOfFocused = () =>
    customer.page.evaluate(() => getComputedStyle(document.querySelector('damage-report')!.shadowRoot!.activeElement!).outlineStyle);
  await expect.poll(() => customer.focusedId()).toBe('heading');
  expect(await frameOfFocused()).toBe('none');
  await customer.page.keyboard.press('Tab');
  expect(await frameOfFocused()).toBe('solid');
});

test('the whole way can be gone by keyboard alone, and the focus follows', async () => {
  customer = await Customer.arrive(browser, standIn, '/', { viewport: { width: 1280, height: 900 } });
  await customer.page.locator('.tile').first().waitFor();
  const { keyboard } = customer.page;
  // Listening from the start: the browser is told so by a message of its own, which a key press can overtake.
  const choosers: FileChooser[] = [];
  customer.page.on('filechooser', (chooser) => choosers.push(chooser));
  const tabTo = async (id: string) => {
    for (let presses = 0; presses < 120 && (await customer.focusedId()) !== id; presses += 1) await keyboard.press('Tab');
    await expect.poll(() => customer.focusedId()).toBe(id);
  };
  const write = async (path: string, text: string) => {
    await tabTo(`field-${path}`);
    await keyboard.insertText(text);
  };
  const arriveAt = (heading: string) => expect.poll(async () => [await customer.focusedId(), await customer.heading.innerText()]).toEqual(['heading', heading]);

  await tabTo('field-category');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect.poll(() => customer.heading.innerText()).toBe('Was ist passiert?');
  await keyboard.press('Enter');
  await arriveAt('Parkschaden');
  await keyboard.press('Tab');
  await tabTo('field-answers.incidentDate');
  await customer.field('answers.incidentDate').fill('2026-01-20');
  await write('answers.incidentDescription', 'Eine Schramme.');
  await tabTo('field-answers.drivable');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await arriveAt('Welches Fahrzeug ist es?');
  await write('vehicle.licensePlate', 'KA-PA 777');
  await keyboard.press('Enter');
  await arriveAt('Wo ist das Fahrzeug beschädigt?');
  await tabTo('damage-pass');
  await keyboard.press('Enter');
  await arriveAt('Zeigen Sie uns den Schaden');
  await tabTo('field-photos.damageWide');
  await keyboard.press('Space');
  await expect.poll(() => choosers.length).toBe(1);
  await choosers[0]?.setFiles([noisyJpeg('schaden.jpg')]);
  await customer.page.locator('.card').waitFor();
  await customer.page.locator('.rest').focus();
  await keyboard.press('Enter');
  await customer.page.locator('.actions .primary').focus();
  await keyboard.press('Enter');
  await arriveAt('Wie erreicht Sie die Werkstatt?');
  await tabTo('field-reporter.role');
  await keyboard.press('Space');
  await write('reporter.firstName', 'Jana');
  await write('reporter.lastName', 'Beispiel');
  await write('reporter.email', 'jana@example.com');
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe('faults');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe('field-privacyConsent');
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await arriveAt('Stimmt alles?');
  await customer.page.locator('.actions .primary').focus();
  await keyboard.press('Enter');
  await arriveAt('Ihre Meldung ist angekommen');
});
