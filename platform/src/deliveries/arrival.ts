import type { DeliveryArrival } from '@meldewerk/contract/delivery';
import type { MailEvent } from '@meldewerk/messaging/resend-webhook';

export type Arrival = { kind: DeliveryArrival; code: string | null };

/**
 * What may still be said after what is known already. Vendors keep no order, so nothing leads back; a mail that was
 * taken by the recipient's server can yet come back or be called spam.
 */
const followers: Record<DeliveryArrival | 'nothing', DeliveryArrival[]> = {
  nothing: ['delivered', 'undelivered', 'bounced', 'complained'],
  delivered: ['bounced', 'complained'],
  undelivered: [],
  bounced: [],
  complained: [],
};

export function mayFollow(known: DeliveryArrival | null, next: DeliveryArrival): boolean {
  return followers[known ?? 'nothing'].includes(next);
}

/** What a status of Twilio says about the end of an SMS; null while it is on its way, or for a status not known here. */
export function arrivalOfSms(status: string, errorCode: string | null): Arrival | null {
  if (status === 'delivered' || status === 'read') return { kind: 'delivered', code: null };
  if (status === 'undelivered' || status === 'failed') return { kind: 'undelivered', code: codeOf(errorCode) };
  return null;
}

/** The same for an event of Resend. */
export function arrivalOfMail({ type, bounceType, bounceSubType }: MailEvent): Arrival | null {
  if (type === 'email.delivered') return { kind: 'delivered', code: null };
  if (type === 'email.complained') return { kind: 'complained', code: null };
  // A full mailbox, or an absence note after it arrived: the address itself is good.
  if (type === 'email.bounced' && bounceType === 'Transient') return { kind: 'undelivered', code: codeOf(bounceSubType) };
  if (type === 'email.bounced') return { kind: 'bounced', code: codeOf(bounceSubType) };
  if (type === 'email.suppressed') return { kind: 'bounced', code: 'Suppressed' };
  if (type === 'email.failed') return { kind: 'undelivered', code: null };
  return null;
}

/** A code and nothing else: free text of a vendor may hold the address. */
function codeOf(word: string | null): string | null {
  return word !== null && /^[A-Za-z0-9_-]{1,40}$/.test(word) ? word : null;
}
