import { openLightBrowser } from '@meldewerk/testing/browser';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { standInPassword } from '../dev/stand-in.ts';

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** The run's browser, giving out pages that note whatever a visitor's browser would complain about. */
export async function portalBrowser(url: string) {
  const browser = await openLightBrowser();
  const complaints: string[] = [];

  async function openPage(viewport: { width: number; height: number }, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport, baseURL: url, locale: 'de-DE', ...options });
    // A page left open goes on listening, drawing and asking while the others are tested.
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
    });
    return page;
  }

  return { openPage, complaints, close: () => browser.close() };
}

/** Opens `path` signed in. The way through the sign-in page has tests of its own. */
export async function signIn(page: Page, path = '/portal/reports', email = 'sabine@karosserie-muster.example') {
  const answer = await page.context().request.post('/api/staff/sessions', { data: { email, password: standInPassword } });
  if (!answer.ok()) throw new Error(`nobody signs in as ${email}: ${answer.status()}`);
  await page.goto(path);
}
