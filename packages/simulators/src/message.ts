export const vendors = ['twilio', 'resend', 'chargebee', 'stripe'] as const;
export type Vendor = (typeof vendors)[number];

export const twilioStatuses = ['queued', 'sent', 'delivered', 'undelivered', 'failed'] as const;
export type TwilioStatus = (typeof twilioStatuses)[number];

type Accepted = { id: string; to: string; from: string; receivedAt: string };

/** `content` in base64. A file that was only named by its `path` on the web is not fetched: nothing here leaves the machine. */
export type MailAttachment = { fileName: string; mediaType: string; byteSize: number; content?: string; path?: string };

export type Mail = Accepted & {
  vendor: 'resend';
  subject: string;
  text?: string;
  html?: string;
  cc?: string;
  bcc?: string;
  replyTo?: string;
  tags?: Record<string, string>;
  attachments?: MailAttachment[];
  idempotencyKey?: string;
  /** Tells a repeat from another mail under the same idempotency key. */
  payloadHash: string;
};

export type Sms = Accepted & {
  vendor: 'twilio';
  text: string;
  accountSid: string;
  messagingServiceSid?: string;
  segmentCount: number;
  status: TwilioStatus;
  errorCode?: number;
};

export type Message = Mail | Sms;
