import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { readFileSync } from 'node:fs';
import type { Chargebee } from '../chargebee/open-chargebee.ts';
import { faultModes, type FaultMode, type Faults } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import { type MailAttachment, type Message, type Vendor, vendors } from '../message.ts';
import { createPaymentsPage } from '../payments-page/create-payments-page.ts';
import { pageView } from './page-view.ts';
import { matchesRecipient, readViewState } from './view-state.ts';

const assets = {
  'inbox.css': 'text/css; charset=utf-8',
  'inbox.js': 'text/javascript; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'payments.css': 'text/css; charset=utf-8',
  'payments.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail is foreign content: no scripts, no forms, nothing loaded; its links may open a tab of their own. */
const mailPolicy =
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'";
const heartbeatMs = 15_000;

/** The page people look at, and the same for tests as JSON. */
export function createPage({ inbox, faults, chargebee, closing }: { inbox: Inbox; faults: Faults; chargebee: Chargebee; closing: AbortSignal }): Hono {
  const show = (c: Context, messageId?: string) => {
    const { to, lang, thread, as } = c.req.query();
    const asked = { language: lang === 'en' ? 'en' : 'de', search: to ?? '', messageId, thread, asText: as === 'text' } as const;
    c.header('content-security-policy', pagePolicy);
    return c.html(pageView(readViewState({ messages: inbox.messages(), hasStopped: (number) => inbox.hasStopped(number) }, asked), faults));
  };
  return new Hono()
    .use(async (c, next) => {
      // A page of another site must not clear the inbox or break a vendor for whoever is trying the product.
      const site = c.req.header('sec-fetch-site');
      if (c.req.method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none') return c.text('Forbidden', 403);
      await next();
      c.header('cache-control', 'no-store');
      c.header('x-content-type-options', 'nosniff');
      c.header('referrer-policy', 'no-referrer');
    })
    .get('/', (c) => show(c))
    .get('/messages', (c) => show(c))
    .get('/messages/:id', (c) => (inbox.find(c.req.param('id')) ? show(c, c.req.param('id')) : c.redirect('/')))
    .get('/messages/:id/html', (c) => {
      const mail = inbox.find(c.req.param('id'));
      if (mail?.vendor !== 'resend' || mail.html === undefined) return c.notFound();
      c.header('content-security-policy', mailPolicy);
      return c.html(openLinksInTabs(mail.html));
    })
    .get('/messages/:id/attachments/:number{[1-9]\\d?}', (c) => {
      const mail = inbox.find(c.req.param('id'));
      const attachment = mail?.vendor === 'resend' ? mail.attachments?.[Number(c.req.param('number')) - 1] : undefined;
      if (attachment?.content === undefined) return c.notFound();
      return c.body(Buffer.from(attachment.content, 'base64'), 200, attachmentHeaders(attachment));
    })
    .get('/api/messages', (c) => {
      const to = c.req.query('to') ?? '';
      return c.json(inbox.messages().filter((message) => matchesRecipient(message, to)).map(toJson));
    })
    .route('/payments', createPaymentsPage(chargebee, { policy: pagePolicy, answerAction }))
    .get('/events', (c) => streamChanges(c, { sources: [inbox, faults, chargebee.site.store], closing }))
    .get('/assets/:name', (c) => {
      const name = c.req.param('name');
      if (!isAsset(name)) return c.notFound();
      return c.body(readFileSync(new URL(`./assets/${name}`, import.meta.url)), 200, { 'content-type': assets[name] });
    })
    .post('/clearing', async (c) => {
      inbox.clear();
      return answerAction(c, (await c.req.parseBody()).back);
    })
    .post('/opt-outs', async (c) => {
      const isJson = c.req.header('content-type')?.startsWith('application/json');
      const { number, stopped, back }: Record<string, unknown> = isJson ? await c.req.json().catch(() => ({})) : await c.req.parseBody();
      if (typeof number !== 'string' || !/^\+\d{6,15}$/.test(number)) return c.json({ message: 'number: E.164; stopped: true, false' }, 422);
      inbox.setStopped(number, String(stopped) === 'true');
      return answerAction(c, back);
    })
    .post('/faults', async (c) => {
      const isJson = c.req.header('content-type')?.startsWith('application/json');
      const body: Record<string, unknown> = isJson ? await c.req.json().catch(() => ({})) : await c.req.parseBody();
      const { vendor, mode, times, delayMs } = body;
      if (!isVendor(vendor) || !isMode(mode)) return c.json({ message: `vendor: ${vendors.join(', ')}; mode: ${faultModes.join(', ')}` }, 422);
      faults.set(vendor, { mode, ...(typeof times === 'number' && { times }), ...(typeof delayMs === 'number' && { delayMs }) });
      return answerAction(c, body.back);
    });
}

function streamChanges(c: Context, { sources, closing }: { sources: { onChange(listener: () => void): () => void }[]; closing: AbortSignal }) {
  return streamSSE(c, async (stream) => {
    const tell = () => void stream.writeSSE({ event: 'changed', data: '' });
    const heartbeat = setInterval(() => void stream.write(': alive\n\n'), heartbeatMs);
    const stops = [...sources.map((source) => source.onChange(tell)), () => clearInterval(heartbeat)];
    await stream.write('retry: 1000\n\n');
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
      closing.addEventListener('abort', () => resolve(), { once: true });
    });
    for (const stop of stops) stop();
  });
}

function toJson(message: Message) {
  const { id, vendor, to, from, text, receivedAt } = message;
  if (vendor === 'twilio') return { id, vendor, to, from, text, receivedAt, status: message.status, errorCode: message.errorCode };
  const { subject, html, idempotencyKey, replyTo } = message;
  const attachments = message.attachments?.map(({ fileName, mediaType, byteSize }, index) => ({ fileName, mediaType, byteSize, url: `/messages/${id}/attachments/${index + 1}` }));
  return { id, vendor, to, from, subject, text, html, receivedAt, idempotencyKey, replyTo, attachments };
}

/** What a browser shows safely opens in a tab, everything else is saved. */
function attachmentHeaders({ fileName, mediaType }: MailAttachment): Record<string, string> {
  const shown = /^(application\/(pdf|json)|text\/(plain|csv)|image\/(png|jpeg))$/.test(mediaType);
  return {
    'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  };
}

function openLinksInTabs(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => `${head}${base}`) : `${base}${html}`;
}

/** Forms of the page go back to it; everybody else gets an empty answer. */
function answerAction(c: Context, back: unknown) {
  const isOwnPath = typeof back === 'string' && /^\/(?![/\\])/.test(back);
  return isOwnPath ? c.redirect(back, 303) : c.body(null, 204);
}

function isAsset(name: string): name is keyof typeof assets {
  return Object.hasOwn(assets, name);
}

function isVendor(value: unknown): value is Vendor {
  return vendors.some((vendor) => vendor === value);
}

function isMode(value: unknown): value is FaultMode {
  return faultModes.some((mode) => mode === value);
}
