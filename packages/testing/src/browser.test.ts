import { expect, test } from 'vitest';
import { checkAccessibility } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { findChromium } from './find-chromium.ts';

test('the accessibility check names what is wrong and where, also inside a shadow root', async () => {
  const browser = await openBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setContent('<!doctype html><html lang="de"><title>Probe</title><main><h1>Probe</h1><div id="host"></div></main></html>');
  expect(await checkAccessibility(page)).toEqual([]);

  await page.evaluate(`document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<img src="data:,">'`);
  const violations = await checkAccessibility(page);
  expect(violations.join()).toContain('image-alt');
  expect(violations.join()).toContain('#host >>> img');
  await browser.close();
});

test('a browser that was named and is not there is an error that names it', () => {
  expect(() => findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow('/nowhere/chromium');
});
