import { Resend } from 'resend';
import { readResendRefusal } from './resend-outcome.ts';
import { readRetryAfter, type SendOutcome } from './send-outcome.ts';
import { singleLine } from './single-line.ts';

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Shown instead of the name in `from`: the customer knows the workshop, not its software. */
  fromName?: string;
  replyTo?: string;
  headers?: Record<string, string>;
  attachments?: { fileName: string; mediaType: string; bytes: Buffer }[];
  /** Come back with every webhook about this mail. Letters, digits, `_` and `-` only. */
  tags?: Record<string, string>;
};
export type SendEmail = (mail: OutgoingMail, options: { idempotencyKey: string }) => Promise<SendOutcome>;

const maxMailBytes = 2 * 1024 * 1024;
// Resend takes 40 MB in all, counted after base64.
const maxAttachmentBytes = 28 * 1024 * 1024;

/**
 * Mail through Resend. `from` is `Name <address>` or an address; `baseUrl` replaces the vendor's own.
 * Never throws for a failure of the vendor or the network, never retries, and is done after `timeoutMs`.
 * The same idempotency key must come with the same mail; Resend remembers it for 24 hours.
 */
export function createSendEmail(settings: { apiKey: string; from: string; baseUrl?: string; timeoutMs: number }): SendEmail {
  const resend = new Resend(settings.apiKey, settings.baseUrl ? { baseUrl: settings.baseUrl } : {});
  // The SDK prints errors, addresses included, when RESEND_DEBUG is set.
  Object.assign(resend, { debug: false });
  return async (mail, { idempotencyKey }) => {
    if (Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html) > maxMailBytes) {
      return { kind: 'failed', permanent: true, errorCode: 'mailTooLarge' };
    }
    const { attachments = [] } = mail;
    if (attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) > maxAttachmentBytes) {
      return { kind: 'failed', permanent: true, errorCode: 'attachmentsTooLarge' };
    }
    const signal = AbortSignal.timeout(settings.timeoutMs);
    const { data, error, headers } = await resend.emails.send(
      {
        from: senderOf(settings.from, mail.fromName),
        to: mail.to,
        subject: singleLine(mail.subject),
        text: mail.text,
        html: mail.html,
        ...(mail.replyTo && { replyTo: mail.replyTo }),
        ...(mail.headers && { headers: mail.headers }),
        ...(attachments.length > 0 && { attachments: attachments.map(({ fileName, mediaType, bytes }) => ({ filename: singleLine(fileName), content: bytes.toString('base64'), contentType: mediaType })) }),
        ...(mail.tags && { tags: Object.entries(mail.tags).map(([name, value]) => ({ name, value })) }),
      },
      // The SDK hands unknown options on to fetch; its types name only some of them.
      { idempotencyKey, signal } as { idempotencyKey: string },
    );
    if (error) {
      if (error.statusCode === null) return { kind: 'unknown', errorCode: signal.aborted ? 'timeout' : 'noAnswer' };
      const retryAfterSeconds = readRetryAfter(headers?.['retry-after'], new Date());
      return readResendRefusal({ ...error, retryAfterSeconds });
    }
    return typeof data?.id === 'string' ? { kind: 'sent', vendorId: data.id } : { kind: 'unknown', errorCode: 'malformedAnswer' };
  };
}

function senderOf(from: string, name: string | undefined): string {
  if (name === undefined) return from;
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  return `"${singleLine(name, 80).replace(/["\\<>]/g, '')}" <${address}>`;
}
