import * as v from 'valibot';
import { statementDocumentSchema } from './accident-statement.ts';
import { approvalSchema } from './approval.ts';
import { appointmentStateSchema } from './appointment.ts';
import { idSchema, instantSchema, requiredText } from './identifier.ts';
import { languageSchema, localizedTextSchema } from './language.ts';
import { messageSchema } from './message.ts';
import { wantedItemsSchema } from './missing-items.ts';

/** The customer proves to know the vehicle or the name: the plate in any spelling, or the last name. */
export const unlockSchema = v.object({ answer: requiredText(100) });
/** Opens one report for some hours, from this device. Sent as the bearer of everything under `/api/status`. */
export const statusAccessSchema = v.object({ access: v.string(), expiresAt: instantSchema });
export type StatusAccess = v.InferOutput<typeof statusAccessSchema>;

/** Before the second factor: only whose page it is. */
export const statusDoorSchema = v.object({ workshopName: v.string(), language: languageSchema });
export type StatusDoor = v.InferOutput<typeof statusDoorSchema>;

/** What the customer sees of the report. An area the workshop does not show is null. */
export const statusPageSchema = v.object({
  reference: v.string(),
  language: languageSchema,
  licensePlate: v.string(),
  makeModel: v.nullable(v.string()),
  customerName: v.string(),
  submittedAt: v.nullable(instantSchema),
  /** What the workshop still needs; null when it asked for nothing. */
  missingItems: v.nullable(wantedItemsSchema),
  status: v.nullable(v.object({
    states: v.array(v.object({ id: v.string(), label: localizedTextSchema })),
    /** Which of the states it is; null when it is cancelled. */
    current: v.nullable(v.string()),
    since: instantSchema,
    cancelled: v.boolean(),
  })),
  /** What the workshop asks the customer to agree to, oldest first. */
  approvals: v.array(approvalSchema),
  appointments: v.nullable(appointmentStateSchema),
  messages: v.nullable(v.array(messageSchema)),
  files: v.nullable(v.object({
    photos: v.array(v.object({ id: idSchema, label: localizedTextSchema })),
    documents: v.array(v.object({ id: idSchema, title: v.string(), byteSize: v.number(), createdAt: instantSchema })),
  })),
  /** The accident statement of two drivers that belongs to the report; null when there is none. */
  accidentStatement: v.nullable(v.object({ closedAt: v.nullable(instantSchema), document: v.nullable(statementDocumentSchema) })),
  history: v.nullable(v.array(v.object({ at: instantSchema, text: localizedTextSchema }))),
});
export type StatusPage = v.InferOutput<typeof statusPageSchema>;
