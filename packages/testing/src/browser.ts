import { chromium, type Browser } from 'playwright-core';
import { sharedResource } from './shared-resource.ts';

/**
 * Connects to the run's Chromium. Open contexts of your own; `close` ends them and leaves the browser to the others.
 * Throws an error that says what to install when the machine has no browser.
 */
export async function openBrowser(): Promise<Browser> {
  const { wsEndpoint } = await sharedResource<{ wsEndpoint: string }>('browser');
  return chromium.connect(wsEndpoint);
}
