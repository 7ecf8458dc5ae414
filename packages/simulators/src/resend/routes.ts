import { createHash, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SendCallBack } from '../call-back.ts';
import { type Faults, slowMs } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import type { Mail, MailAttachment } from '../message.ts';
import { checkPayload, type ResendAttachment, type ResendError, type ResendPayload } from './payload.ts';
import { tellArrival, type ResendWebhook } from './webhook.ts';

const keyLifeMs = 24 * 60 * 60 * 1000;

/** Resend's mail API as far as we use it. Source: resend.com/docs/api-reference/emails/send-email. */
export function createResend({ inbox, faults, now, callBack, webhook }: {
  inbox: Inbox;
  faults: Faults;
  now: () => Date;
  callBack: SendCallBack;
  webhook: ResendWebhook | undefined;
}): Hono {
  return new Hono()
    .use(async (c, next) => {
      const authorization = c.req.header('authorization');
      if (!authorization) return answerError(c, { statusCode: 401, name: 'missing_api_key', message: 'Missing API key in the authorization header.' });
      if (!/^Bearer re_\S+$/.test(authorization)) return answerError(c, { statusCode: 403, name: 'invalid_api_key', message: 'API key is invalid' });
      return next();
    })
    .post('/emails', async (c) => {
      const fault = faults.meet('resend');
      if (fault.mode === 'down') return answerError(c, { statusCode: 503, name: 'internal_server_error', message: 'Simulated outage.' });
      if (fault.mode === 'rateLimited') {
        c.header('retry-after', '2');
        return answerError(c, { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests. You can only make 2 requests per second.' });
      }
      if (fault.mode === 'slow') await faults.wait(fault.delayMs ?? slowMs, c.req.raw.signal);

      const raw = await c.req.text();
      const checked = checkPayload(parseJson(raw));
      if ('error' in checked) return answerError(c, checked.error);
      const idempotencyKey = c.req.header('idempotency-key');
      if (idempotencyKey !== undefined && (idempotencyKey.length < 1 || idempotencyKey.length > 256)) {
        return answerError(c, { statusCode: 400, name: 'invalid_idempotency_key', message: 'The key must be between 1-256 chars.' });
      }
      const payloadHash = createHash('sha256').update(raw).digest('hex');
      const first = findByKey(inbox, idempotencyKey, now());
      if (first && first.payloadHash !== payloadHash) {
        return answerError(c, {
          statusCode: 409,
          name: 'invalid_idempotent_request',
          message: 'Same idempotency key used with a different request payload.',
        });
      }
      const mail = first ?? toMail(checked.payload, { idempotencyKey, payloadHash, receivedAt: now().toISOString() });
      if (!first) {
        inbox.add(mail);
        if (webhook) void tellArrival(webhook, callBack, mail);
      }
      if (fault.mode === 'timeoutAfterAccept') await faults.wait(null, c.req.raw.signal);
      return c.json({ id: mail.id });
    })
    .get('/emails/:id', (c) => {
      const mail = inbox.find(c.req.param('id'));
      if (mail?.vendor !== 'resend') return answerError(c, { statusCode: 404, name: 'not_found', message: 'Email not found' });
      return c.json({
        object: 'email',
        id: mail.id,
        to: mail.to.split(', '),
        from: mail.from,
        created_at: mail.receivedAt,
        subject: mail.subject,
        html: mail.html ?? null,
        text: mail.text ?? null,
        bcc: mail.bcc?.split(', ') ?? [],
        cc: mail.cc?.split(', ') ?? [],
        reply_to: mail.replyTo?.split(', ') ?? [],
        last_event: 'delivered',
        scheduled_at: null,
      });
    });
}

function toMail(payload: ResendPayload, rest: Pick<Mail, 'idempotencyKey' | 'payloadHash' | 'receivedAt'>): Mail {
  return {
    vendor: 'resend',
    id: randomUUID(),
    to: [payload.to].flat().join(', '),
    from: payload.from,
    subject: payload.subject,
    text: payload.text,
    html: payload.html,
    cc: payload.cc && [payload.cc].flat().join(', '),
    bcc: payload.bcc && [payload.bcc].flat().join(', '),
    replyTo: payload.reply_to && [payload.reply_to].flat().join(', '),
    attachments: payload.attachments?.length ? payload.attachments.map(toAttachment) : undefined,
    tags: payload.tags && Object.fromEntries(payload.tags.map(({ name, value }) => [name, value])),
    ...rest,
  };
}

function toAttachment({ filename, content, path, content_type: mediaType }: ResendAttachment): MailAttachment {
  const fileName = filename ?? path?.split('/').at(-1) ?? 'file';
  const byteSize = content === undefined ? 0 : Buffer.from(content, 'base64').length;
  return { fileName, mediaType: mediaType ?? mediaTypeOf(fileName), byteSize, ...(content === undefined ? { path } : { content }) };
}

/** Resend derives it from the name when it is not told. */
function mediaTypeOf(fileName: string): string {
  const known: Record<string, string> = { pdf: 'application/pdf', json: 'application/json', xml: 'application/xml', txt: 'text/plain', csv: 'text/csv', jpg: 'image/jpeg', png: 'image/png' };
  return known[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

function findByKey(inbox: Inbox, key: string | undefined, now: Date): Mail | undefined {
  if (key === undefined) return undefined;
  const sameKey = (message: { vendor: string }): message is Mail =>
    message.vendor === 'resend' &&
    (message as Mail).idempotencyKey === key &&
    now.getTime() - Date.parse((message as Mail).receivedAt) < keyLifeMs;
  return inbox.messages().findLast(sameKey);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answerError(c: Context, error: ResendError) {
  return c.json(error, error.statusCode as ContentfulStatusCode);
}
