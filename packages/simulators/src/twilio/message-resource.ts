import type { Sms } from '../message.ts';

/** An SMS as Twilio's API shows it (twilio.com/docs/messaging/api/message-resource). */
export function toMessageResource(sms: Sms) {
  const uri = `/2010-04-01/Accounts/${sms.accountSid}/Messages/${sms.id}`;
  const sent = sms.status !== 'queued';
  return {
    account_sid: sms.accountSid,
    api_version: '2010-04-01',
    body: sms.text,
    date_created: toRfc2822(sms.receivedAt),
    date_sent: sent ? toRfc2822(sms.receivedAt) : null,
    date_updated: toRfc2822(sms.receivedAt),
    direction: 'outbound-api',
    error_code: sms.errorCode ?? null,
    error_message: null,
    from: sms.from || null,
    messaging_service_sid: sms.messagingServiceSid ?? null,
    num_media: '0',
    num_segments: String(sms.segmentCount),
    price: null,
    price_unit: 'USD',
    sid: sms.id,
    status: sms.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: sms.to,
    uri: `${uri}.json`,
  };
}

/** `Sat, 21 Nov 2026 14:03:05 +0000` */
function toRfc2822(instant: string): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000');
}
