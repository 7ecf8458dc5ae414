import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@meldewerk/testing/browser';
import { builtBundles } from '@meldewerk/testing/bundles';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { contentPolicies } from '../../platform/src/http/security-headers.ts';
import { fakeStripe } from '../dev/fake-stripe.ts';
import { standIn, standInToken } from '../dev/stand-in.ts';

export const desk = { width: 1280, height: 800 };
export const narrow = { width: 320, height: 700 };

const mediaTypes: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** The billing portal as it is shipped, under the policy it is shipped with, in front of a stand-in of its own for each caller. */
export async function startBillingPortal() {
  return startPages('index.html', contentPolicies.billing, standIn);
}

type Api = { handle(request: IncomingMessage, response: ServerResponse): Promise<unknown> };

/** One of the pages as it is shipped, under its policy, in front of a stand-in. */
export async function startPages<Standing extends Api>(page: string, policy: string, makeApi: () => Standing) {
  await builtBundles();
  // A copy: somebody may build again while the tests run.
  const files = await mkdtemp(join(tmpdir(), 'billing-'));
  await cp(fileURLToPath(new URL('../dist', import.meta.url)), files, { recursive: true });
  let api = makeApi();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://billing');
    if (pathname.startsWith('/api/')) return void api.handle(request, response);
    if (pathname.startsWith('/assets/')) return void sendFile(response, join(files, pathname));
    response.setHeader('Content-Security-Policy', policy);
    return void sendFile(response, join(files, page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const complaints: string[] = [];

  /** Stripe's script is there already, as a simulated world has it, or comes from Stripe's own address when the page asks for it. */
  async function openPage(viewport: { width: number; height: number }, { stripe = 'there', ...options }: BrowserContextOptions & { stripe?: 'there' | 'loaded' } = {}): Promise<Page> {
    const context = await browser.newContext({ viewport, baseURL: url, locale: 'de-DE', reducedMotion: 'reduce', ...options });
    onTestFinished(() => context.close());
    if (stripe === 'there') await context.addInitScript(fakeStripe);
    else await context.route('https://js.stripe.com/**', (route) => route.fulfill({ contentType: 'text/javascript', body: `(${fakeStripe.toString()})()` }));
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    page.on('request', (request) => {
      const isStripe = stripe === 'loaded' && request.url().startsWith('https://js.stripe.com/');
      if (!request.url().startsWith(url) && !request.url().startsWith('blob:') && !isStripe) complaints.push(`asked ${request.url()}`);
    });
    return page;
  }

  return {
    complaints,
    openPage,
    /** What the page talks to, as if nobody had been there. */
    freshApi: () => (api = makeApi()),
    async stop() {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(files, { recursive: true });
    },
  };
}

/** Opens `path` signed in. The way through the sign-in has tests of its own. */
export async function signIn(page: Page, path: string) {
  await page.context().request.post('/api/billing/sessions', { data: { token: standInToken } });
  await page.goto(path);
}

async function sendFile(response: ServerResponse, path: string) {
  response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'application/octet-stream');
  response.end(await readFile(path));
}
