import { createHmac } from 'node:crypto';
import type { SendCallBack } from '../call-back.ts';
import type { Sms } from '../message.ts';

/** Tells the sender what became of an SMS, signed as Twilio signs it. */
export async function sendStatusCallback(callBack: SendCallBack, url: string, authToken: string, sms: Sms): Promise<void> {
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
  await callBack({
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signCallback(url, authToken, params) },
    body: new URLSearchParams(params).toString(),
  });
}

/** Base64 HMAC-SHA1 over the URL and the sorted parameters (twilio.com/docs/usage/security). */
export function signCallback(url: string, authToken: string, params: Record<string, string>): string {
  const pairs = Object.keys(params).toSorted().map((name) => `${name}${params[name]}`);
  return createHmac('sha1', authToken).update(`${url}${pairs.join('')}`, 'utf8').digest('base64');
}
