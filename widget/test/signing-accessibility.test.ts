import { join } from 'node:path';
import { checkAccessibility } from '@meldewerk/testing/accessibility';
import { openBrowser } from '@meldewerk/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Customer } from './customer.ts';
import { cardOf, linkPath, reachForms, signButton, typeSignature } from './signer.ts';
import { linkForms, notice, payment, preparePdfForm, prepareTwoForms, repair } from './signing-premises.ts';
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

async function expectClean(state: string): Promise<void> {
  expect(await checkAccessibility(customer.page), state).toEqual([]);
  expect(await customer.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${state} scrolls sideways`).toBeLessThanOrEqual(0);
  const small = await customer.page.evaluate(() => {
    const { shadowRoot } = document.querySelector('damage-report')!;
    const roots = [shadowRoot!, ...[...shadowRoot!.querySelectorAll('signature-field, meldewerk-pdf-pages')].map((element) => element.shadowRoot!)];
    return roots
      .flatMap((root) => [...root.querySelectorAll('button, a.button, summary, label.choice, .methods label, input:not([type=radio], [type=checkbox])')])
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 80));
  });
  expect(small, `${state} has targets under 44 px`).toEqual([]);
}

// 320 px is also what 640 px are at twice the size.
test.each([320, 1280])('axe finds nothing while forms are filled, read and signed at %i px', async (width) => {
  prepareTwoForms(standIn, { withdrawalNotice: notice });
  customer = await Customer.arrive(browser, standIn, linkPath, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await reachForms(customer);
  await customer.next();
  await customer.page.locator('.faults').waitFor();
  await expectClean('forms with faults');
  const [first, second] = [cardOf(customer, linkForms.payment.title), cardOf(customer, linkForms.repair.title)];
  await first.getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await signButton(first).click();
  await first.getByText('Die Unterschrift fehlt noch').waitFor();
  await expectClean('a form being read, without a signature');
  await typeSignature(first, 'Jana Beispiel');
  await expectClean('a typed signature');
  await signButton(first).click();
  await first.getByText('✓ unterschrieben').waitFor();
  await second.getByRole('button', { name: /^Ausfüllen/ }).click();
  await second.getByRole('button', { name: 'Weiter zum Lesen' }).click();
  await customer.page.locator('.faults').waitFor();
  for (const summary of await customer.page.locator('.legal summary').all()) await summary.click();
  await expectClean('own fields with faults, the notice opened');
});

test.each([320, 1280])('axe finds nothing while a PDF is read at %i px', async (width) => {
  preparePdfForm(standIn);
  customer = await Customer.arrive(browser, standIn, linkPath, { viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await reachForms(customer);
  const card = cardOf(customer, linkForms.scanned.title);
  await card.getByRole('button', { name: /^Lesen und unterschreiben/ }).click();
  await card.locator('canvas.drawn').first().waitFor();
  await card.getByRole('button', { name: 'Größer' }).click();
  await card.getByText('Als einfachen Text lesen').click();
  await expectClean('a PDF');
});

test('everything is read, filled in and signed by keyboard alone, and the focus follows', async () => {
  prepareTwoForms(standIn, { withdrawalNotice: notice });
  customer = await Customer.arrive(browser, standIn, linkPath, { viewport: { width: 1280, height: 900 } });
  await reachForms(customer);
  const { keyboard } = customer.page;
  const focused = () =>
    customer.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '';
      return `${element?.id ?? ''} ${(label || element?.getAttribute('aria-label') || element?.textContent || '').trim()}`;
    });
  const tabTo = async (what: RegExp) => {
    for (let presses = 0; presses < 60 && !what.test(await focused()); presses += 1) await keyboard.press('Tab');
    expect(await focused()).toMatch(what);
  };
  const sign = async (title: string) => {
    await tabTo(/ Zeichnen/);
    await keyboard.press('ArrowRight');
    await tabTo(/^name /);
    await keyboard.insertText('Jana Beispiel');
    await keyboard.press('Enter');
    await tabTo(/^ Unterschreiben/);
    await keyboard.press('Enter');
    await cardOf(customer, title).getByText('✓ unterschrieben').waitFor();
    await expect.poll(() => customer.focusedId()).toMatch(/^field-forms\./);
  };
  await expect.poll(() => customer.focusedId()).toBe('heading');
  await tabTo(/^ Lesen und unterschreiben/);
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${payment}.document`);
  await sign(linkForms.payment.title);
  await tabTo(/^ Ausfüllen, lesen und unterschreiben/);
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${repair}.fields`);
  await tabTo(/Was soll gemacht werden/);
  await keyboard.insertText('Lackieren');
  await keyboard.press('Enter');
  await expect.poll(() => customer.focusedId()).toBe(`field-forms.${repair}.document`);
  await sign(linkForms.repair.title);
  await tabTo(/^field-withdrawal.noticeReceived/);
  await keyboard.press('Space');
  await tabTo(/^ Weiter$/);
  await keyboard.press('Enter');
  await customer.page.locator('.review').waitFor();
  expect(standIn.signing.signatures.map(({ signature }) => signature.method)).toEqual(['typed', 'typed']);
});

test('the step speaks English, the form stays as the workshop wrote it', async () => {
  prepareTwoForms(standIn, { withdrawalNotice: notice });
  customer = await Customer.arrive(browser, standIn, linkPath);
  await reachForms(customer);
  await customer.page.getByLabel(/^(Sprache|Language)$/).selectOption('en');
  await expect.poll(() => customer.heading.innerText()).toBe('Sign forms');
  await customer.page.getByText('I expressly request that you begin the work before the withdrawal period ends.').waitFor();
  const card = cardOf(customer, linkForms.payment.title);
  await card.getByRole('button', { name: /^Read and sign/ }).click();
  await card.getByText('This form exists in German only.').waitFor();
  await card.getByRole('radio', { name: 'Type your name' }).check();
  await expect.poll(() => card.locator('.document .paper').innerText()).toContain('weise die Versicherung');
});
