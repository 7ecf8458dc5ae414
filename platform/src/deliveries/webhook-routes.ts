import { idSchema } from '@meldewerk/contract/identifier';
import { readResendWebhook } from '@meldewerk/messaging/resend-webhook';
import { isSignedByTwilio } from '@meldewerk/messaging/sms';
import { readHost } from '@meldewerk/tenants/read-host';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { params, query } from '../http/json-body.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv } from '../http/scope.ts';
import { readTextBody } from '../http/text-body.ts';
import { arrivalOfMail, arrivalOfSms } from './arrival.ts';
import { recordArrival } from './record-arrival.ts';
import { statusCallbackUrl } from './status-callback-url.ts';

const maxFormBytes = 16 * 1024;
const maxEventBytes = 256 * 1024;

const roundSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.toNumber());
const messageIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const typeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,100}$/));

const twilioStatusSchema = v.object({ MessageSid: messageIdSchema, MessageStatus: typeSchema, ErrorCode: v.optional(v.string()) });
const mailEventSchema = v.object({
  eventId: v.pipe(v.string(), v.maxLength(255)),
  type: typeSchema,
  messageId: messageIdSchema,
  tags: v.object({ tenant: idSchema, delivery: idSchema, round: roundSchema }),
});

/** On a tenant's host: what became of one SMS. */
export const smsWebhooks = new Hono<AppEnv>().post(
  '/api/webhooks/twilio/:deliveryId',
  describeRoute({ tags: ['Webhooks'], summary: 'What became of an SMS, told and signed by Twilio', responses: { 204: { description: 'Written down' } } }),
  params(v.object({ deliveryId: idSchema })),
  query(v.object({ round: roundSchema })),
  async (c) => {
    const { services, tenant } = c.var.scope;
    const [{ deliveryId }, { round }] = [c.req.valid('param'), c.req.valid('query')];
    const body = await readTextBody(c.req.raw, 'application/x-www-form-urlencoded', maxFormBytes);
    const form = Object.fromEntries(new URLSearchParams(body));
    const url = statusCallbackUrl(services.config, tenant.slug, { id: deliveryId, round });
    const signature = c.req.header('x-twilio-signature') ?? '';
    const authToken = services.config.twilio?.authToken;
    if (!url || !authToken || !isSignedByTwilio(authToken, { signature, url, params: form })) throw new ProblemError('forbidden');

    const status = v.safeParse(twilioStatusSchema, form);
    if (!status.success) throw new ProblemError('malformedRequest');
    const { MessageSid: messageId, MessageStatus: type, ErrorCode: errorCode } = status.output;
    const event = { vendor: 'twilio' as const, eventId: `${messageId}/${type}`, type, messageId, deliveryId, round, arrival: arrivalOfSms(type, errorCode ?? null) };
    if (!(await recordArrival(services, tenant.id, event))) throw new ProblemError('notFound');
    return c.body(null, 204);
  },
);

/** On the installation's own host, since Resend has one address for all mail of an account: the tenant stands in the mail's tags. */
export const mailWebhooks = new Hono<AppEnv>().post(
  '/api/webhooks/resend',
  describeRoute({ tags: ['Webhooks'], summary: 'What became of a mail, told and signed by Resend', responses: { 204: { description: 'Written down, or of no mail known here' } } }),
  async (c) => {
    const { services } = c.var;
    const secret = services.config.resend?.webhookSecret;
    if (!secret || readHost(c.var.host, services.config.http.baseDomain).kind !== 'apex') throw new ProblemError('notFound');
    const payload = await readTextBody(c.req.raw, 'application/json', maxEventBytes);
    const event = readResendWebhook(secret, { payload, headers: c.req.raw.headers });
    if (!event) throw new ProblemError('forbidden');

    // Mail without our tags (a reset link, somebody else's in the same account) is no fault, and a refusal would be repeated.
    const known = v.safeParse(mailEventSchema, event);
    if (event !== 'notOfAMail' && known.success) {
      const { eventId, type, messageId, tags } = known.output;
      await recordArrival(services, tags.tenant, { vendor: 'resend', eventId, type, messageId, deliveryId: tags.delivery, round: tags.round, arrival: arrivalOfMail(event) });
    }
    return c.body(null, 204);
  },
);
