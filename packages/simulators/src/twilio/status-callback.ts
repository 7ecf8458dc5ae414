import { createHmac } from 'node:crypto';
import type { Sms } from '../message.ts';

const callbackTimeoutMs = 5000;

/** Tells the sender what became of an SMS, signed as Twilio signs it. A receiver that fails is not asked again. */
export async function sendStatusCallback(url: string, authToken: string, sms: Sms): Promise<void> {
  const params: Record<string, string> = {
    AccountSid: sms.accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: sms.id,
    MessageStatus: sms.status,
    SmsSid: sms.id,
    SmsStatus: sms.status,
    To: sms.to,
    ...(sms.from && { From: sms.from }),
    ...(sms.messagingServiceSid && { MessagingServiceSid: sms.messagingServiceSid }),
    ...(sms.errorCode && { ErrorCode: String(sms.errorCode) }),
  };
  await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signCallback(url, authToken, params) },
    body: new URLSearchParams(params),
    signal: AbortSignal.timeout(callbackTimeoutMs),
  }).catch(() => undefined);
}

/** Base64 HMAC-SHA1 over the URL and the sorted parameters (twilio.com/docs/usage/security). */
export function signCallback(url: string, authToken: string, params: Record<string, string>): string {
  const pairs = Object.keys(params).toSorted().map((name) => `${name}${params[name]}`);
  return createHmac('sha1', authToken).update(`${url}${pairs.join('')}`, 'utf8').digest('base64');
}
