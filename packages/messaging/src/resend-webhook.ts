import { Resend } from 'resend';

/** Where a mail got to, with the tags it was sent with. `eventId` is the same however often the event is told. */
export type MailEvent = { eventId: string; type: string; messageId: string; tags: Record<string, string>; bounceType: string | null; bounceSubType: string | null };

/**
 * Reads a webhook of Resend. Null unless it was signed with this secret within the last five minutes (the SDK's
 * tolerance); `notOfAMail` for an event that tells of something else. `payload` is the body to the letter.
 */
export function readResendWebhook(secret: string, { payload, headers }: { payload: string; headers: Headers }): MailEvent | 'notOfAMail' | null {
  const header = (name: string) => headers.get(`svix-${name}`) ?? '';
  const eventId = header('id');
  if (!isSigned(secret, payload, { id: eventId, timestamp: header('timestamp'), signature: header('signature') })) return null;
  // What the vendor signed is still read as somebody else's: its types say what should be there.
  const event = record(JSON.parse(payload));
  const data = record(event['data']);
  const bounce = record(data['bounce']);
  const [type, messageId] = [text(event['type']), text(data['email_id'])];
  if (!type?.startsWith('email.') || !messageId) return 'notOfAMail';
  const tags = Object.fromEntries(Object.entries(record(data['tags'])).filter((tag): tag is [string, string] => typeof tag[1] === 'string'));
  return { eventId, type, messageId, tags, bounceType: text(bounce['type']), bounceSubType: text(bounce['subType']) };
}

function isSigned(webhookSecret: string, payload: string, headers: { id: string; timestamp: string; signature: string }): boolean {
  try {
    // Nothing is called with this key; the SDK only wants one.
    new Resend('re_unused').webhooks.verify({ payload, headers, webhookSecret });
    return true;
  } catch {
    return false;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
