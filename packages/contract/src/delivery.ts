import * as v from 'valibot';
import { idSchema, instantSchema } from './identifier.ts';

export const deliveryTargets = ['staffEmail', 'customerEmail', 'customerSms', 'partnerEmail', 'operatorEmail', 'accountHolderEmail'] as const;
export const deliveryTargetSchema = v.picklist(deliveryTargets);
export type DeliveryTarget = v.InferOutput<typeof deliveryTargetSchema>;

/** What a message is about. */
export const deliveryPurposes = [
  'newReport', 'confirmation', 'link', 'reminder', 'partnerNotice', 'signedForms', 'withdrawalConfirmation', 'withdrawalNotice', 'supportRequest', 'supportReceipt',
  'appointment', 'appointmentReminder', 'message', 'mention', 'missingItems', 'missingItemsReminder', 'approval', 'rule', 'statusLink', 'accidentStatement', 'billing',
] as const;
export const deliveryPurposeSchema = v.picklist(deliveryPurposes);
export type DeliveryPurpose = v.InferOutput<typeof deliveryPurposeSchema>;

/** A file that went with a mail; `GET /api/deliveries/:id/attachments/:number` gives exactly what was sent. */
export const deliveryAttachmentSchema = v.object({ fileName: v.string(), mediaType: v.string(), byteSize: v.number() });

/** `waiting`: to be sent, or sent again at `nextAttemptAt`. `sending`: a worker has it. `failed`: given up; staff may try again. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed'] as const;
export const deliveryStateSchema = v.picklist(deliveryStates);

/**
 * What the vendor said after it took the message. `undelivered`: given up on the way. `bounced`: the address cannot be
 * reached. `complained`: it arrived, and the recipient called it spam.
 */
export const deliveryArrivals = ['delivered', 'undelivered', 'bounced', 'complained'] as const;
export const deliveryArrivalSchema = v.picklist(deliveryArrivals);
export type DeliveryArrival = v.InferOutput<typeof deliveryArrivalSchema>;

export const deliveryAttemptSchema = v.object({
  number: v.number(),
  startedAt: instantSchema,
  finishedAt: v.nullable(instantSchema),
  /** `unknown`: no answer came; whether the vendor has it is looked up before the next attempt. */
  outcome: v.nullable(v.picklist(['sent', 'failed', 'unknown'])),
  errorCode: v.nullable(v.string()),
});

export const deliverySchema = v.object({
  id: idSchema,
  target: deliveryTargetSchema,
  purpose: deliveryPurposeSchema,
  /** The SMS in whose place this mail went, because it did not get through. */
  standsInFor: v.nullable(idSchema),
  /** Place in the report's events of what it tells about; null when it is about none. */
  eventSequence: v.nullable(v.number()),
  recipient: v.string(),
  /** The recipient as people read it: a phone number with gaps. */
  recipientDisplay: v.string(),
  state: deliveryStateSchema,
  vendorId: v.nullable(v.string()),
  createdAt: instantSchema,
  sentAt: v.nullable(instantSchema),
  nextAttemptAt: v.nullable(instantSchema),
  errorCode: v.nullable(v.string()),
  /** Null until the vendor told, and again once it is sent anew. */
  arrival: v.nullable(deliveryArrivalSchema),
  arrivalAt: v.nullable(instantSchema),
  /** The vendor's code for why it did not arrive. */
  arrivalCode: v.nullable(v.string()),
  subject: v.nullable(v.string()),
  text: v.string(),
  attachments: v.array(deliveryAttachmentSchema),
  attempts: v.array(deliveryAttemptSchema),
});
export type Delivery = v.InferOutput<typeof deliverySchema>;
