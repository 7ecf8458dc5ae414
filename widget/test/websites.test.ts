import { join } from 'node:path';
import { openLightBrowser } from '@meldewerk/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { policyLine, websiteSnippet } from '../../portal/src/pages/settings/embedding-snippets.ts';
import { Customer } from './customer.ts';
import { StandIn } from './stand-in.ts';
import { Website } from './website.ts';

let browser: Browser;
let standIn: StandIn;
let website: Website;
let customer: Customer | undefined;

beforeAll(async () => {
  browser = await openLightBrowser();
});
beforeEach(async () => {
  standIn = new StandIn(join(import.meta.dirname, '../dist'));
  website = new Website();
  await Promise.all([standIn.start(), website.start()]);
});
afterEach(async () => {
  await customer?.leave();
  customer = undefined;
  await Promise.all([standIn.stop(), website.stop()]);
});
afterAll(() => browser.close());

/** What the portal gives to paste. */
const snippet = () => websiteSnippet(`${standIn.origin}/`, null, 'Schaden melden');
const tag = () => `<script type="module" src="${standIn.origin}/widget.js"></script>`;
const visit = async (options: Parameters<typeof Customer.arrive>[3] = {}) => (customer = await Customer.arrive(browser, website as never, '/', options));

/** A photo that the browser can open, so that there is a preview of it. */
const photo = async (page: Page) => {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
    const context = canvas.getContext('2d')!;
    for (let at = 0; at < 400; at++) {
      context.fillStyle = `hsl(${at * 7} 60% ${30 + (at % 40)}%)`;
      context.fillRect((at * 97) % 1600, (at * 61) % 1200, 120, 90);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1]!;
  });
  return { name: 'schaden.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
};

test('with the policy that is documented, and nothing else allowed, the whole way works without one violation', async () => {
  website.page = {
    policy: `default-src 'none'; style-src 'self'; ${policyLine(standIn.origin)}`,
    css: 'damage-report { display: block; min-height: 100vh }',
    body: `<h1>Autohaus</h1><damage-report></damage-report>${tag()}`,
  };
  await visit();
  const { page } = customer!;
  await page.evaluate(() => {
    Object.assign(window, { violations: [] });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => (window as unknown as { violations: string[] }).violations.push(`${violatedDirective} ${blockedURI}`));
  });
  await customer!.chooseCategory('Parkschaden');
  await customer!.answerQuestions();
  await customer!.nameVehicle();
  await customer!.givePhotos(await photo(page));
  await customer!.giveContact();
  await customer!.next();
  await page.locator('.receipt').waitFor();
  expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  expect(customer!.complaints).toEqual([]);
  expect(standIn.submissions[0]!.source).toEqual({ kind: 'embed', origin: website.origin });
});

// A WordPress cannot run here; this is what its themes and filters do to a page, not WordPress itself.
describe('on a page as WordPress makes it', () => {
  const theme = `html { font-size: 62.5% } * { box-sizing: border-box; margin: 0; padding: 0; line-height: 2 } body { font: 1.8rem/1.9 Georgia, serif; color: #777 }
    button, input[type=submit], .button { all: unset; display: inline-block; padding: 2.2rem 5rem !important; text-transform: uppercase; letter-spacing: .2em; background: #cd2653 !important }
    input, select, textarea { width: 100%; border: 4px solid #dcd7ca !important; font-size: 1.2rem !important } label { display: block !important; font-weight: bold } a { color: #cd2653 !important }
    svg, img { max-width: 100%; height: auto; display: block } fieldset { border: 2px solid } .tile, .tiles, .actions, .progress { display: none !important } h2 { font-size: 6rem !important }`;

  test.each([
    ['the block “Individuelles HTML”', (text: string) => `<div class="entry-content">${text}</div>`],
    // wpautop: a paragraph around, line breaks for line ends, and the closing tag where it takes the element for inline.
    ['a text that wpautop went over', (text: string) => `<div class="entry-content"><p>${text.replace('\n', '<br />\n')}</p>\n</div>`],
  ])('in %s the report works and looks as anywhere', async (_, mangle) => {
    website.page = { css: theme, body: `<h1>Unsere Leistungen</h1>${mangle(snippet())}<p>Impressum</p>` };
    await visit();
    await customer!.page.locator('.tile').first().waitFor();
    const looks = await customer!.page.locator('.app').evaluate((app) => {
      const root = app.getRootNode() as ShadowRoot;
      const style = (selector: string) => getComputedStyle(root.querySelector(selector)!);
      return [getComputedStyle(app).fontSize, style('.actions .primary').textTransform, style('.tile').display !== 'none', style('h2').fontSize, style('.actions .primary').backgroundColor];
    });
    expect(looks).toEqual(['16px', 'none', true, '24px', 'rgb(20, 80, 122)']);
    await customer!.reachReview();
    expect(customer!.complaints).toEqual([]);
  });
});

test.each([390, 1280])('nothing of the page moves while the report loads, at %i px', async (width) => {
  website.page = { body: `<h1>Unsere Leistungen</h1><p>${'Text '.repeat(40)}</p>${snippet()}<footer>${'Unter der Meldung. '.repeat(60)}</footer>` };
  customer = await Customer.arrive(browser, { origin: 'about:blank', } as never, '', { viewport: { width, height: 800 } });
  const { page } = customer;
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as { shifts: number[] }).shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/widget.js', async (route) => {
    // Long after the page was drawn.
    await page.waitForFunction(() => document.readyState !== 'loading' && performance.getEntriesByName('first-contentful-paint').length > 0).catch(() => {});
    await route.continue();
  });
  await page.goto(website.origin);
  await page.locator('.tile').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

describe('in a single-page app', () => {
  beforeEach(() => {
    website.page = { body: `<div id="app"></div>${tag()}` };
  });

  test('twenty times mounted and unmounted, touched each time, nothing of it stays behind', async () => {
    await visit();
    const { page } = customer!;
    const session = await page.context().newCDPSession(page);
    const mountOnce = () => page.evaluate(async () => {
      const place = document.querySelector('#app')!;
      const element = document.createElement('damage-report');
      const ready = new Promise((resolve) => element.addEventListener('meldewerk-ready', resolve, { once: true }));
      place.append(element);
      await ready;
      element.dispatchEvent(new Event('pointerdown'));
      await new Promise((resolve) => setTimeout(resolve, 60));
      element.remove();
    });
    const count = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { result } = await session.send('Runtime.evaluate', { expression: `customElements.get('damage-report').prototype` });
      const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
      const { result: length } = await session.send('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration: 'function () { return this.length }', returnByValue: true });
      await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      return { elements: Number(length.value), nodes, jsEventListeners };
    };
    await page.waitForFunction(() => customElements.get('damage-report'));
    for (let warm = 0; warm < 3; warm++) await mountOnce();
    const before = await count();
    for (let time = 0; time < 20; time++) await mountOnce();
    await expect.poll(async () => (await count()).elements).toBe(before.elements);
    const after = await count();
    expect(after.elements).toBeLessThanOrEqual(1);
    expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 2);
    expect(after.nodes).toBeLessThan(before.nodes + 200);
    await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(0);
    expect(customer!.complaints).toEqual([]);
  });

  test('moved within the page it keeps step, words and focus of the draft; mounted anew it goes on there', async () => {
    await visit();
    const { page } = customer!;
    await page.evaluate(() => document.querySelector('#app')!.append(document.createElement('damage-report')));
    await customer!.chooseCategory('Parkschaden');
    await customer!.field('answers.incidentDescription').fill('Eine Schramme');
    await page.evaluate(() => document.body.prepend(document.querySelector('damage-report')!));
    expect(await customer!.field('answers.incidentDescription').inputValue()).toBe('Eine Schramme');
    await customer!.field('answers.incidentDescription').fill('Zwei Schrammen');
    await page.evaluate(() => {
      document.querySelector('damage-report')!.remove();
      document.querySelector('#app')!.append(document.createElement('damage-report'));
    });
    await expect.poll(() => customer!.field('answers.incidentDescription').inputValue()).toBe('Zwei Schrammen');
    expect(customer!.complaints).toEqual([]);
  });
});

test('of two elements on one page the second says that the report is open in the first, and takes it over', async () => {
  website.page = { body: `<div id="one"><damage-report></damage-report></div><div id="two"><damage-report></damage-report></div>${tag()}` };
  await visit();
  const [one, two] = [customer!.page.locator('#one'), customer!.page.locator('#two')];
  await two.locator('.tile').first().waitFor();
  await one.locator('.tile', { hasText: 'Parkschaden' }).click();
  await one.locator('[id="field-answers.incidentDescription"]').fill('Eine Schramme');
  await two.locator('.tile', { hasText: 'Marderbiss' }).click();
  await two.getByRole('button', { name: 'Hier weitermachen' }).click();
  await expect.poll(() => two.locator('[id="field-answers.incidentDescription"]').inputValue()).toBe('Eine Schramme');
  await one.getByRole('button', { name: 'Hier weitermachen' }).waitFor();
});

test('a website that is not allowed says so in a sentence, with the link to the workshop’s page and its number', async () => {
  standIn.allowed = ['https://autohaus.example'];
  website.page = { body: snippet() };
  await visit();
  await customer!.page.getByRole('heading', { name: 'Hier kann die Schadenmeldung nicht erscheinen' }).waitFor();
  expect(await customer!.page.getByRole('link', { name: 'Schaden auf der Seite der Werkstatt melden' }).getAttribute('href')).toBe('https://karosserie-muster.example/');
  await customer!.page.getByRole('link', { name: '+49 721 1234567 anrufen' }).waitFor();
  expect(standIn.requests).toEqual([]);
});

test('without JavaScript there is the link', async () => {
  website.page = { body: snippet() };
  await visit({ javaScriptEnabled: false });
  await customer!.page.getByRole('link', { name: 'Schaden melden' }).waitFor();
  expect(await customer!.page.getByRole('link', { name: 'Schaden melden' }).getAttribute('href')).toBe(`${standIn.origin}/`);
});
