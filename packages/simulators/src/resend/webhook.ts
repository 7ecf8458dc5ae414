import { createHmac, randomUUID } from 'node:crypto';
import type { SendCallBack } from '../call-back.ts';
import type { Mail } from '../message.ts';

/** Where events go. `secret` is `whsec_` and base64, as Resend gives it out. */
export type ResendWebhook = { url: string; secret: string };

/** Tells that a mail arrived, or came back when its address has `+bounce@`. */
export async function tellArrival({ url, secret }: ResendWebhook, callBack: SendCallBack, mail: Mail): Promise<void> {
  const bounces = mail.to.includes('+bounce@');
  const body = JSON.stringify({
    type: bounces ? 'email.bounced' : 'email.delivered',
    created_at: mail.receivedAt,
    data: {
      email_id: mail.id,
      created_at: mail.receivedAt,
      from: mail.from,
      to: mail.to.split(', '),
      subject: mail.subject,
      tags: mail.tags ?? {},
      ...(bounces && { bounce: { type: 'Permanent', subType: 'NoEmail', message: "The recipient's email address does not exist." } }),
    },
  });
  // Receivers hold the time stamp against the machine's clock, whatever a test does with its own.
  await callBack({ url, headers: { 'content-type': 'application/json', ...signWebhook(secret, `msg_${randomUUID()}`, new Date(), body) }, body });
}

/** Signature headers as of standardwebhooks.com, under the names Resend gives them. */
export function signWebhook(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
}
