import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags } from '@meldewerk/testing/chromium';
import { findChromium } from '@meldewerk/testing/find-chromium';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** A phone in somebody's pocket: a browser with storage of its own, which can lose its power at any moment. */
export type PocketDevice = {
  page: Page;
  /** The tab is gone in the middle of whatever it was doing, and `address` opened in another one. */
  crashTab(address: string): Promise<void>;
  /** The battery is empty: no handler runs any more, nothing is tidied up. */
  die(): Promise<void>;
  /** Switched on again with everything that had reached its storage. */
  switchOn(address: string): Promise<void>;
  throwAway(): Promise<void>;
};

export async function takePocketDevice(): Promise<PocketDevice> {
  const storage = await mkdtemp(join(tmpdir(), 'meldewerk-device-'));
  let context: BrowserContext | undefined;

  const device: PocketDevice = {
    get page() {
      const page = context?.pages().at(-1);
      if (!page) throw new Error('the device is switched off');
      return page;
    },
    async crashTab(address) {
      const { page } = device;
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      void session.send('Page.crash').catch(() => {});
      await crashed;
      const next = await page.context().newPage();
      await page.close();
      await next.goto(address);
    },
    async die() {
      const gone = new Promise((resolve) => context?.once('close', resolve));
      process.kill(await browserOf(storage), 'SIGKILL');
      await gone;
      context = undefined;
    },
    async switchOn(address) {
      context = await chromium.launchPersistentContext(storage, {
        executablePath: findChromium(process.env),
        args: chromiumFlags,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        locale: 'de-DE',
        timezoneId: 'Europe/Berlin',
      });
      await device.page.goto(address);
    },
    async throwAway() {
      await context?.close();
      await rm(storage, { recursive: true, force: true });
    },
  };
  return device;
}

/** Chromium names its process in the lock on its storage, as `host-pid`. */
async function browserOf(storage: string): Promise<number> {
  const lock = await readlink(join(storage, 'SingletonLock'));
  return Number(lock.slice(lock.lastIndexOf('-') + 1));
}
