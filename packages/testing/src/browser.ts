import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { findChromium, findHeadlessShell } from './find-chromium.ts';

const launched = new Map<string, Promise<Browser>>();

/**
 * The Chromium of this test process, started when it is first asked for. Open contexts of your own; `close` ends them and
 * leaves the browser to the files that come after. Throws an error that says what to install when the machine has no browser.
 * One for the whole run would have all its pages wait for the one process that speaks with it.
 */
export async function openBrowser(): Promise<Browser> {
  return sharing(await launchOnce(findChromium(process.env)));
}

/** The same for tests that need pages and nothing else, such as sending in the background: in two thirds of the time, where the machine has Chromium's headless shell. */
export async function openLightBrowser(): Promise<Browser> {
  return sharing(await launchOnce(findHeadlessShell(process.env) ?? findChromium(process.env)));
}

function launchOnce(executablePath: string): Promise<Browser> {
  const browser = launched.get(executablePath) ?? launchChromium(executablePath);
  launched.set(executablePath, browser);
  return browser;
}

function sharing(browser: Browser): Browser {
  const contexts: BrowserContext[] = [];
  const own: Pick<Browser, 'newContext' | 'close'> = {
    async newContext(options) {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
  return Object.assign(Object.create(browser) as Browser, own);
}
