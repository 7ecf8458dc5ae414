import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer, noisyJpeg } from './customer.ts';
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
});
afterEach(async () => {
  expect(customer.complaints).toEqual([]);
  await customer.leave();
  await standIn.stop();
});
afterAll(() => browser.close());

async function reachDamages(options: BrowserContextOptions = {}): Promise<void> {
  customer = await Customer.arrive(browser, standIn, '/', { reducedMotion: 'reduce', ...options });
  await customer.chooseCategory('Parkschaden');
  await customer.answerQuestions();
  await customer.field('vehicle.licensePlate').fill('ka pa777');
  await customer.next();
  await customer.page.locator('.canvas').waitFor();
}

const sheet = () => customer.page.locator('dialog.sheet[open]');
const tile = (label: string) => customer.page.locator('.picture-tile').filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) });
const damages = () => customer.page.locator('.damage');
const pins = () => customer.page.locator('.damage-pin');
const button = (name: string | RegExp): Locator => customer.page.getByRole('button', { name });

async function pointAt(x: number, y: number): Promise<{ x: number; y: number }> {
  const canvas = customer.page.locator('.canvas');
  await canvas.scrollIntoViewIfNeeded();
  const room = (await canvas.boundingBox())!;
  return { x: room.x + x * room.width, y: room.y + y * room.height };
}

async function tap(x: number, y: number): Promise<void> {
  const point = await pointAt(x, y);
  await customer.page.mouse.click(point.x, point.y);
}

async function sayWhat(kind: string, size: string): Promise<void> {
  await tile(kind).click();
  await tile(size).click();
  await customer.page.locator('#damage-save').click();
  await expect.poll(() => sheet().count()).toBe(0);
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = customer.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await mouse.move(to.x, to.y, { steps: 3 });
  await mouse.up();
}

test('a tap on the drawing chooses the part, and the pin can be moved, changed, removed and brought back', async () => {
  await reachDamages();
  await tap(0.43, 0.62);
  await expect.poll(() => sheet().locator('.chosen-part').innerText()).toContain('Tür vorne links');
  await customer.page.locator('#damage-save').click();
  await expect.poll(() => sheet().locator('.wrong').count()).toBe(2);
  await sayWhat('Delle', 'Wie eine Hand');
  await expect.poll(() => damages().innerText()).toMatch(/Tür vorne links\s+Delle, wie eine Hand/);

  const tip = await pointAt(0.43, 0.62);
  await drag({ x: tip.x, y: tip.y - 24 }, { x: (await pointAt(0.64, 0.62)).x, y: tip.y - 24 });
  await expect.poll(() => damages().innerText()).toContain('Tür hinten links');
  await button('Rückgängig').click();
  await expect.poll(() => damages().innerText()).toContain('Tür vorne links');

  await pins().click();
  await tile('Kratzer').click();
  await customer.page.locator('#damage-note').fill('Eine lange Spur');
  await customer.page.locator('#damage-save').click();
  await expect.poll(() => damages().innerText()).toContain('Eine lange Spur');

  await button(/^Entfernen/).click();
  await expect.poll(() => pins().count()).toBe(0);
  await expect.poll(() => customer.focusedId()).toBe('damage-undo');
  await customer.page.keyboard.press('Enter');
  await expect.poll(() => pins().count()).toBe(1);
});

test('the tap of a finger chooses the part, and nothing of the sheet that opens under it', async () => {
  await reachDamages({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { x, y } = await pointAt(0.62, 0.6);
  await customer.page.touchscreen.tap(x, y);
  await expect.poll(() => sheet().locator('.chosen-part').innerText()).toContain('Tür hinten links');
  const under = await customer.page.evaluate((at) => document.querySelector('damage-report')!.shadowRoot!.elementFromPoint(at.x, at.y)?.closest('.picture-tile') !== null, { x, y });
  expect(under).toBe(true);
  expect(await sheet().locator(':checked').count()).toBe(0);
  await tile('Delle').tap();
  await expect.poll(() => sheet().locator(':checked').count()).toBe(1);
});

test('a swipe turns the vehicle, and glass cannot be dented', async () => {
  await reachDamages();
  await drag(await pointAt(0.7, 0.2), await pointAt(0.3, 0.2));
  await expect.poll(() => button('Vorne').getAttribute('aria-pressed')).toBe('true');
  await tap(0.5, 0.28);
  await expect.poll(() => sheet().locator('.chosen-part').innerText()).toContain('Frontscheibe');
  expect(await tile('Steinschlag').count()).toBe(1);
  expect(await tile('Delle').count()).toBe(0);
  await customer.page.keyboard.press('Escape');
  await expect.poll(() => sheet().count()).toBe(0);
  await expect.poll(() => pins().count()).toBe(0);
});

test('the list of parts does all of it by keyboard alone', async () => {
  await reachDamages({ viewport: { width: 1280, height: 900 } });
  const { keyboard } = customer.page;
  const tabTo = async (id: string) => {
    for (let presses = 0; presses < 60 && (await customer.focusedId()) !== id; presses += 1) await keyboard.press('Tab');
    await expect.poll(() => customer.focusedId()).toBe(id);
  };
  await tabTo('damage-list-button');
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe('damage-search');
  await keyboard.type('tur hint');
  await expect.poll(() => customer.page.locator('.part').allInnerTexts()).toEqual(['Tür hinten links', 'Tür hinten rechts']);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect.poll(() => sheet().locator('.chosen-part').innerText()).toContain('Tür hinten rechts');
  await tabTo('damage-kind');
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab');
  await expect.poll(() => customer.focusedId()).toBe('damage-size');
  await keyboard.press('Space');
  await tabTo('damage-save');
  await keyboard.press('Enter');
  await expect.poll(() => damages().innerText()).toMatch(/Tür hinten rechts\s+Delle, wie eine Münze/);
  await expect.poll(() => customer.focusedId()).toMatch(/^edit-/);
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe('damage-heading');
  await keyboard.press('Escape');
  await expect.poll(() => customer.focusedId()).toMatch(/^edit-/);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe('damage-undo');
  await keyboard.press('Enter');
  await expect.poll(() => damages().count()).toBe(1);
  // The drawing is a picture: what listens hears of the list alone.
  expect(await customer.page.locator('.stage').getAttribute('aria-hidden')).toBe('true');
  expect(await customer.page.locator('.stage :is(button, a, [tabindex])').count()).toBe(0);
});

test('what is being described is still there after a reload, and goes to the workshop as codes with its photo', async () => {
  await reachDamages();
  await tap(0.43, 0.62);
  await tile('Delle').click();
  await expect.poll(() => sheet().locator(':checked').count()).toBe(1);
  await customer.page.reload();
  await expect.poll(() => sheet().locator(':checked').getAttribute('value')).toBe('dent');
  await tile('Wie eine Münze').click();
  await customer.page.locator('#damage-save').click();
  await customer.page.locator('#damage-list-button').click();
  await customer.page.locator('[data-choose=interior]').click();
  await sayWhat('Eingerissen', 'Wie eine Hand');
  await customer.page.reload();
  await expect.poll(() => damages().count()).toBe(2);
  await customer.next();
  await customer.givePhotos(noisyJpeg('schaden.jpg'));
  await customer.giveContact();
  await expect.poll(() => customer.page.locator('.review .damage').allInnerTexts()).toEqual([expect.stringContaining('Tür vorne links'), expect.stringContaining('Innenraum')]);
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  const { damages: sent, skippedShots } = standIn.submissions[0]!;
  expect(sent).toEqual([
    { id: expect.any(String), part: 'doorFrontLeft', kind: 'dent', size: 'coin', at: { view: 'left', x: expect.closeTo(0.43, 1), y: expect.closeTo(0.62, 1) } },
    { id: expect.any(String), part: 'interior', kind: 'torn', size: 'hand', at: null },
  ]);
  // One general photo shows neither of them: both were passed over on purpose.
  expect(skippedShots).toEqual(expect.arrayContaining(['damageWide', 'damageClose']));
});

test('every damage is asked for its own photos, which know it; without its pin they show the damage as a whole', async () => {
  await reachDamages();
  for (const part of ['bonnet', 'roof']) {
    await customer.page.locator('#damage-list-button').click();
    await customer.page.locator(`[data-choose=${part}]`).click();
    await sayWhat('Delle', 'Größer als ein Blatt');
  }
  await customer.next();
  const shot = (text: string) => customer.page.locator('.shot', { has: customer.page.locator('h3', { hasText: text }) });
  await expect.poll(() => customer.page.locator('.shot .of-spot').allTextContents()).toEqual(['Schaden 1 · Motorhaube: ', 'Schaden 1 · Motorhaube: ', 'Schaden 2 · Dach: ', 'Schaden 2 · Dach: ']);
  await shot('Schaden 1 · Motorhaube').first().locator('input[type=file]').last().setInputFiles([noisyJpeg('haube.jpg')]);
  await customer.page.locator('.card .safe').waitFor();
  await customer.next();
  const faults = customer.page.locator('.faults a');
  // Everything that is open, in the order of the screen.
  await expect.poll(async () => (await faults.allInnerTexts()).filter((text) => text.startsWith('Schaden ')).map((text) => text.split(': Bitte')[0])).toEqual([
    'Schaden 1 · Motorhaube: Schaden aus der Nähe', 'Schaden 2 · Dach: Schaden aus 2 bis 3 Metern', 'Schaden 2 · Dach: Schaden aus der Nähe',
  ]);
  await faults.filter({ hasText: 'Schaden 2 · Dach: Schaden aus der Nähe' }).click();
  await expect.poll(() => customer.focusedId()).toMatch(/^field-photos\.damageClose\./);
  await customer.page.locator('.rest').click();
  await shot('Schaden 2 · Dach').first().locator('.skip').click();
  await customer.next();
  await expect.poll(() => customer.page.locator('.faults').innerText()).toContain('Schaden 2 · Dach: Schaden aus 2 bis 3 Metern');
  await shot('Schaden 2 · Dach').first().locator('.skip').click();
  await button(/Zurück/).click();
  await button(/^Entfernen ?: Schaden 2/).click();
  await customer.next();
  await expect.poll(() => customer.page.locator('.shot .of-spot').count()).toBe(2);
  await customer.next();
  await customer.giveContact();
  await expect.poll(() => customer.page.locator('.review .caption').innerText()).toBe('Schaden 1 · Motorhaube: Schaden aus 2 bis 3 Metern');
  await customer.next();
  await customer.page.locator('.receipt').waitFor();
  const { damages: sent, photos } = standIn.submissions[0]!;
  expect(photos).toMatchObject([{ shotId: 'damageWide', spotId: sent[0]!.id }]);
});

test('a photo chosen without a damage says where it lies, and can be given to one', async () => {
  await reachDamages();
  await customer.page.locator('#damage-list-button').click();
  await customer.page.locator('[data-choose=bonnet]').click();
  await sayWhat('Delle', 'Größer als ein Blatt');
  await customer.next();
  await customer.page.getByLabel('Mehrere Fotos auswählen').setInputFiles([noisyJpeg('irgendwo.jpg')]);
  const belongsTo = customer.page.getByLabel('Foto 1 gehört zu');
  await expect.poll(() => belongsTo.locator(':checked').innerText()).toBe('Schaden aus 2 bis 3 Metern');
  await belongsTo.selectOption('Schaden 1 · Motorhaube: Schaden aus der Nähe');
  await expect.poll(() => customer.page.locator('.shot', { has: customer.page.locator('.card') }).locator('h3').innerText()).toMatch(/Schaden 1 · Motorhaube.*Schaden aus der Nähe/s);
  await expect.poll(() => belongsTo.locator(':checked').innerText()).toBe('Schaden 1 · Motorhaube: Schaden aus der Nähe');
});

test('another type of vehicle keeps the damages of parts it has, and asks about the others', async () => {
  await reachDamages();
  await customer.page.locator('#damage-list-button').click();
  await customer.page.locator('[data-choose=bonnet]').click();
  await sayWhat('Delle', 'Größer als ein Blatt');
  await customer.page.locator('#damage-list-button').click();
  await customer.page.locator('[data-choose=interior]').click();
  await sayWhat('Verbrannt', 'Größer als ein Blatt');
  await button(/Zurück/).click();
  await customer.page.getByRole('radio', { name: 'Anhänger' }).check();
  await customer.next();
  await expect.poll(() => damages().locator('.wrong').count()).toBe(1);
  await customer.next();
  await expect.poll(() => customer.page.locator('.faults').innerText()).toContain('Schaden 1: Dieses Teil gibt es an diesem Fahrzeug nicht');
  await damages().first().getByRole('button', { name: /^Ändern/ }).click();
  await customer.page.locator('[data-choose=cover]').click();
  await sayWhat('Eingerissen', 'Größer als ein Blatt');
  await expect.poll(() => damages().allInnerTexts()).toEqual([expect.stringContaining('Plane oder Deckel'), expect.stringContaining('Ladefläche')]);
  await customer.next();
  await customer.page.locator('.shot').first().waitFor();
});

test.each([320, 1280])('axe finds nothing at %i px, neither in the step nor in its sheet, and every target is large', async (width) => {
  await reachDamages({ viewport: { width, height: 800 } });
  const expectClean = async (what: string) => {
    expect(await checkAccessibility(customer.page), what).toEqual([]);
    expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${what} scrolls sideways`).toBeLessThanOrEqual(0);
    const small = await customer.page.evaluate(() =>
      [...document.querySelector('damage-report')!.shadowRoot!.querySelectorAll('.damage-step :is(button, label.picture-tile, input:not([type=radio]))')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small, what).toEqual([]);
  };
  await expectClean('nothing marked');
  await customer.page.locator('#damage-list-button').click();
  await sheet().locator('.part').first().waitFor();
  await expectClean('list of parts');
  await customer.page.locator('[data-choose=doorFrontLeft]').click();
  await customer.page.locator('#damage-save').click();
  await expectClean('sheet with faults');
  await sayWhat('Kratzer', 'Wie eine Hand');
  await expectClean('one damage');
});
