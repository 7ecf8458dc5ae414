import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { scriptHead, siteForScript } from '@meldewerk/contract/site-in-script';
import { chromiumFlags } from '@meldewerk/testing/chromium';
import { findChromium } from '@meldewerk/testing/find-chromium';
import { chromium, type Browser } from 'playwright-core';
import { sampleSite } from '../../../widget/sample-site.ts';
import type { Cluster } from './cluster.ts';
import { buildFloor } from './first-step-floor.ts';
import { figure, spreadOf, type Finding } from './measure.ts';

const widgetFile = join(import.meta.dirname, '..', '..', '..', 'widget', 'dist', 'widget.js');
/** A middling phone on 4G. The latency is that of one request and its answer. */
const phone = { megabitPerSecond: 9, latencyMs: 85, slowDown: 4 };

type Script = { code: Buffer; element: string; readyEvent: string };

/** From the script tag to a first step that can be used, on a blank page, beside a form of twenty fields that is Lit and nothing else. */
export async function* measureFirstStep(_cluster: Cluster, quick: boolean): AsyncGenerator<Finding> {
  const code = await readFile(widgetFile).catch(() => null);
  if (!code) return yield { what: 'widget, first step', figures: 'not built; run "pnpm build"' };
  const widget: Script = { code: Buffer.concat([Buffer.from(scriptHead(siteForScript({ ...sampleSite, logoUrl: null }))), code]), element: '<damage-report lang="de"></damage-report>', readyEvent: 'meldewerk-ready' };
  const floor: Script = { code: await buildFloor(), element: '<bare-form></bare-form>', readyEvent: 'bare-ready' };
  const browser = await chromium.launch({ executablePath: findChromium(process.env), args: chromiumFlags });
  const [widgetServer, floorServer] = [await serve(widget), await serve(floor)];
  try {
    const pairs: { widgetMs: number; floorMs: number }[] = [];
    // A first turn of each warms up and does not count.
    for (let round = 0; round <= (quick ? 5 : 15); round++) {
      const pair = { floorMs: 0, widgetMs: 0 };
      const turns = [async () => (pair.floorMs = await loadOnce(browser, floorServer.url)), async () => (pair.widgetMs = await loadOnce(browser, widgetServer.url))];
      // Now one first, now the other.
      for (const turn of round % 2 ? turns : turns.reverse()) await turn();
      if (round > 0) pairs.push(pair);
    }
    const [widgetMs, floorMs] = [spreadOf(pairs.map((pair) => pair.widgetMs)), spreadOf(pairs.map((pair) => pair.floorMs))];
    yield {
      what: `widget, first step usable over a blank page (${phone.megabitPerSecond} Mbit/s, ${phone.latencyMs} ms, ${phone.slowDown} × slower CPU)`,
      ratio: spreadOf(pairs.map((pair) => pair.widgetMs / pair.floorMs)),
      figures: `${figure(widgetMs.median)} ms; Lit with twenty fields in one file (${figure(brotliCompressSync(floor.code).byteLength / 1000)} kB) ${figure(floorMs.median)} ms`,
      target: '≤ 1.5',
    };
  } finally {
    await browser.close();
    widgetServer.stop();
    floorServer.stop();
  }
}

async function serve({ code, element, readyEvent }: Script) {
  // Until the frame after the step is drawn.
  const page = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Blank</title><link rel="icon" href="data:,"><body>${element}<script>
    addEventListener('${readyEvent}', async ({ target }) => {
      await target.updateComplete;
      requestAnimationFrame(() => setTimeout(() => { tellUsable(String(performance.now() - begun)); }));
    });
    const begun = performance.now();
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '/script.js';
    document.head.append(script);
  </script></body></html>`;
  const answers: Record<string, [mediaType: string, body: Buffer]> = {
    '/': ['text/html', Buffer.from(page)],
    '/script.js': ['text/javascript', code],
  };
  const compressed = new Map(Object.entries(answers).map(([path, [mediaType, body]]) => [path, { mediaType, body: brotliCompressSync(body) }]));
  const server = createServer((request, response) => {
    const answer = compressed.get(request.url ?? '');
    if (!answer) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': answer.mediaType, 'Content-Encoding': 'br' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() };
}

/** A browser profile of its own each time: nothing is cached, neither bytes nor compiled code. */
async function loadOnce(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false, latency: phone.latencyMs, downloadThroughput: (phone.megabitPerSecond * 1e6) / 8, uploadThroughput: (phone.megabitPerSecond * 1e6) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: phone.slowDown });
  // The page tells: asking it would put a script of our own beside the one that is measured.
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'tellUsable' });
  const told = new Promise<string>((tell) => session.once('Runtime.bindingCalled', ({ payload }) => tell(payload)));
  await page.goto(url);
  const usableMs = Number(await told);
  await context.close();
  return usableMs;
}
