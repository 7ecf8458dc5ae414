import * as v from 'valibot';
import { signatureSchema } from './form.ts';
import { daySchema, idSchema, instantSchema, optionalText, requiredText } from './identifier.ts';
import { localizedTextSchema } from './language.ts';

export const approvalKinds = ['extraWork', 'delay'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];
export const approvalLimits = { maxPhotos: 6, maxAmountCents: 100_000_000 } as const;

/** In cents. Who reads an amount is told whether VAT is in it. */
export const approvalAmountSchema = v.object({ cents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(approvalLimits.maxAmountCents)), includesVat: v.boolean() });
export type ApprovalAmount = v.InferOutput<typeof approvalAmountSchema>;

/**
 * The workshop asks for extra work or announces a delay. `id` makes asking twice harmless. Photos are those of the report, or
 * uploaded for it as files of messages are.
 */
export const askApprovalSchema = v.pipe(
  v.object({
    id: idSchema,
    kind: v.picklist(approvalKinds),
    reason: requiredText(2_000),
    amount: v.nullable(approvalAmountSchema),
    /** When the vehicle is to be ready then. */
    readyOn: v.nullable(daySchema),
    photoIds: v.pipe(v.optional(v.array(idSchema), []), v.maxLength(approvalLimits.maxPhotos), v.transform((ids) => [...new Set(ids)])),
  }),
  v.forward(v.check(({ kind, amount, readyOn }) => kind === 'delay' || amount !== null || readyOn !== null, 'amount or date'), ['amount']),
  v.forward(v.check(({ kind, readyOn }) => kind === 'extraWork' || readyOn !== null, 'date'), ['readyOn']),
);
export type AskApproval = v.InferOutput<typeof askApprovalSchema>;
export type AskApprovalInput = v.InferInput<typeof askApprovalSchema>;

export const approvalStates = ['open', 'yes', 'no', 'withdrawn'] as const;
export const approvalSchema = v.object({
  id: idSchema,
  state: v.picklist(approvalStates),
  kind: v.picklist(approvalKinds),
  reason: v.string(),
  amount: v.nullable(approvalAmountSchema),
  readyOn: v.nullable(daySchema),
  photos: v.array(v.object({ id: idSchema, label: localizedTextSchema })),
  askedAt: instantSchema,
  /** Null to the customer. */
  askedByName: v.nullable(v.string()),
  withdrawnAt: v.nullable(instantSchema),
  answeredAt: v.nullable(instantSchema),
  comment: v.nullable(v.string()),
  signerName: v.nullable(v.string()),
  /** The sealed PDF of question and answer. */
  document: v.nullable(v.object({ byteSize: v.number(), sha256: v.string() })),
});
export type Approval = v.InferOutput<typeof approvalSchema>;

/** The customer's one answer, signed. `id` makes a repeat harmless. */
export const answerApprovalSchema = v.object({ id: idSchema, answer: v.picklist(['yes', 'no']), comment: optionalText(1_000), name: requiredText(120), signature: signatureSchema });
export type AnswerApproval = v.InferOutput<typeof answerApprovalSchema>;
/** `id` makes pressing twice harmless. */
export const remindOfApprovalSchema = v.object({ id: idSchema });
