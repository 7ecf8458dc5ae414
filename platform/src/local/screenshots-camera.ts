import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';

export type Places = { apex: string; page: string; portal: string; inbox: string; billing: string; operator: string };
export type Device = 'phone' | 'desktop';

export type Camera = {
  /** A new visitor with this device goes to `address` and does what `visit` says. */
  visit(device: Device, address: string, visit: (page: Page) => Promise<void>): Promise<void>;
  /** Takes what is on the screen, or the page in its whole length. */
  take(page: Page, name: string, options?: { whole?: boolean }): Promise<Buffer>;
  /** Puts pictures of the same height side by side. */
  join(pictures: Buffer[], name: string): Promise<void>;
};

const root = join(import.meta.dirname, '..', '..', '..');
const folders = { readme: join(root, 'docs', 'images'), others: join(root, '.screenshots') };
/** Shown in the README; all others are only looked at. */
const inReadme = ['capture-phone', 'desk-to-phone', 'portal-embedding', 'link-phone', 'portal-new-report', 'widget-phone', 'widget-desktop', 'portal-list', 'portal-report', 'portal-overview-desktop', 'portal-calendar-desktop', 'status-page-phone', 'inbox', 'billing-overview-desktop', 'billing-mandate-phone', 'operator-workshops-desktop', 'operator-figures-desktop'];

const devices: Record<Device, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 },
};

export async function setUpCamera(browser: Browser, say: (path: string) => void): Promise<Camera> {
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));

  async function write(picture: Buffer, name: string): Promise<void> {
    const path = join(inReadme.includes(name) ? folders.readme : folders.others, `${name}.png`);
    await sharp(picture).png({ palette: true, quality: 90, effort: 8, compressionLevel: 9 }).toFile(path);
    say(path.slice(root.length + 1));
  }

  return {
    async visit(device, address, visit) {
      const context = await browser.newContext({ ...devices[device], locale: 'de-DE', timezoneId: 'Europe/Berlin', colorScheme: 'light', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(address);
      await visit(page);
      await context.close();
    },
    async take(page, name, { whole = false } = {}) {
      const screen = page.viewportSize() ?? { width: 0, height: 0 };
      // Playwright's own picture of a whole page forgets that a phone is touched, and leaves out what is there for fingers.
      if (whole) await page.setViewportSize({ ...screen, height: await page.evaluate(() => document.documentElement.scrollHeight) });
      await everythingLoaded(page);
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      if (whole) await page.setViewportSize(screen);
      await write(picture, name);
      return picture;
    },
    async join(pictures, name) {
      await write(await sharp(pictures, { join: { across: pictures.length, shim: 40, background: '#ffffff' } }).png().toBuffer().then((joined) => sharp(joined).resize({ width: 1280, withoutEnlargement: true }).png().toBuffer()), name);
    },
  };
}

/** Pictures that load only when they are near, fonts, and what follows from them. */
async function everythingLoaded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const inside = (root: ParentNode): HTMLImageElement[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [...(element instanceof HTMLImageElement ? [element] : []), ...(element.shadowRoot ? inside(element.shadowRoot) : [])]);
    const pictures = inside(document);
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode().catch(() => {}))]);
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  });
}
