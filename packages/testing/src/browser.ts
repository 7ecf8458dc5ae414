import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.ts';

let launched: Promise<Browser> | undefined;

/**
 * The Chromium of this test process, started when it is first asked for. Open contexts of your own; `close` ends them and
 * leaves the browser to the files that come after. Throws an error that says what to install when the machine has no browser.
 * One for the whole run would have all its pages wait for the one process that speaks with it.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await (launched ??= launchChromium());
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
