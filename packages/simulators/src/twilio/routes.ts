import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SendCallBack } from '../call-back.ts';
import { type Faults, slowMs } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import type { Sms } from '../message.ts';
import { readCredentials } from './credentials.ts';
import { listMessages } from './list-messages.ts';
import { readMagicNumber, refusals } from './magic-numbers.ts';
import { toMessageResource } from './message-resource.ts';
import { countSegments } from './segments.ts';
import { sendStatusCallback } from './status-callback.ts';

const maxBodyLength = 1600;

/** Twilio's Messages API as far as we use it. Source: twilio.com/docs/messaging/api/message-resource. */
export function createTwilio({ inbox, faults, now, callBack }: { inbox: Inbox; faults: Faults; now: () => Date; callBack: SendCallBack }): Hono {
  const account = '/2010-04-01/Accounts/:account';
  return new Hono()
    .use(`${account}/*`, async (c, next) => {
      const credentials = readCredentials(c.req.header('authorization'));
      const accountSid = c.req.param('account');
      const known = credentials && (credentials.name === accountSid || credentials.name.startsWith('SK'));
      return known ? next() : refuse(c, 401, 20003, 'Authenticate');
    })
    .post(`${account}/Messages.json`, async (c) => {
      const fault = faults.meet('twilio');
      if (fault.mode === 'down') return refuse(c, 503, 20503, 'Simulated outage');
      if (fault.mode === 'rateLimited') return refuse(c, 429, 20429, 'Too many requests', 2);
      if (fault.mode === 'slow') await faults.wait(fault.delayMs ?? slowMs, c.req.raw.signal);

      const form = new URLSearchParams(await c.req.text());
      const to = form.get('To') ?? '';
      const fate = inbox.hasStopped(to) ? ({ kind: 'refused', code: 21610 } as const) : readMagicNumber(to);
      const refusal = checkForm(form) ?? (fate?.kind === 'refused' ? { code: fate.code, message: refusals[fate.code] ?? '' } : undefined);
      if (refusal) return refuse(c, refusal.code === 20429 ? 429 : 400, refusal.code, refusal.message, refusal.code === 20429 ? 2 : undefined);

      const sms = toSms(form, c.req.param('account'), now());
      inbox.add(sms);
      const authToken = readCredentials(c.req.header('authorization'))?.secret ?? '';
      void deliver(inbox, sms, fate?.code, { url: form.get('StatusCallback'), authToken, callBack });
      if (fault.mode === 'timeoutAfterAccept') await faults.wait(null, c.req.raw.signal);
      return c.json(toMessageResource(sms), 201);
    })
    .get(`${account}/Messages.json`, (c) => c.json(listMessages(inbox, c.req.param('account'), new URL(c.req.url).searchParams)))
    .get(`${account}/Messages/:file{SM[0-9a-f]{32}\\.json}`, (c) => {
      const sms = inbox.find(c.req.param('file').replace('.json', ''));
      const mine = sms?.vendor === 'twilio' && sms.accountSid === c.req.param('account');
      return mine ? c.json(toMessageResource(sms)) : refuse(c, 404, 20404, 'The requested resource was not found');
    });
}

function checkForm(form: URLSearchParams): { code: number; message: string } | undefined {
  const [to, body, from, service] = ['To', 'Body', 'From', 'MessagingServiceSid'].map((name) => form.get(name) ?? '') as [string, string, string, string];
  if (to === '') return { code: 21604, message: "A 'To' phone number is required." };
  if (from === '' && service === '') return { code: 21603, message: "A 'From' phone number is required." };
  if (body.trim() === '') return { code: 21602, message: 'Message body is required.' };
  if (body.length > maxBodyLength) return { code: 21617, message: 'The concatenated message body exceeds the 1600 character limit' };
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return { code: 21211, message: `The 'To' number ${to} is not a valid phone number.` };
  const alphanumeric = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/;
  if (from !== '' && !/^\+[1-9]\d{6,14}$/.test(from) && !alphanumeric.test(from)) {
    return { code: 21212, message: `Invalid From Number (caller ID): ${from}` };
  }
  if (service !== '' && !/^MG[0-9a-fA-F]{32}$/.test(service)) return { code: 21701, message: 'The Messaging Service does not exist' };
  return undefined;
}

function toSms(form: URLSearchParams, accountSid: string, now: Date): Sms {
  const text = form.get('Body') ?? '';
  return {
    vendor: 'twilio',
    id: `SM${randomUUID().replaceAll('-', '')}`,
    accountSid,
    to: form.get('To') ?? '',
    from: form.get('From') ?? '',
    messagingServiceSid: form.get('MessagingServiceSid') ?? undefined,
    text,
    segmentCount: countSegments(text),
    status: 'queued',
    receivedAt: now.toISOString(),
  };
}

/** The way through the network, at once: `sent`, then its end. */
async function deliver(inbox: Inbox, sms: Sms, lossCode: number | undefined, callback: { url: string | null; authToken: string; callBack: SendCallBack }) {
  await new Promise(setImmediate);
  const end = lossCode ? ({ status: 'undelivered', errorCode: lossCode } as const) : ({ status: 'delivered' } as const);
  for (const change of [{ status: 'sent' } as const, end]) {
    if (!inbox.find(sms.id)) return;
    inbox.update(sms.id, change);
    if (callback.url) await sendStatusCallback(callback.callBack, callback.url, callback.authToken, { ...sms, ...change });
  }
}

function refuse(c: Context, status: ContentfulStatusCode, code: number, message: string, retryAfterSeconds?: number) {
  if (retryAfterSeconds) c.header('retry-after', String(retryAfterSeconds));
  return c.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status);
}
