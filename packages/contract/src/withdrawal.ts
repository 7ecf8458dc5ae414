import * as v from 'valibot';
import { idSchema, instantSchema, optionalText, requiredText } from './identifier.ts';
import { localizedTextSchema } from './language.ts';
import { emailSchema } from './staff.ts';

/** A workshop's own notice of the right of withdrawal with its model form, in the format of text forms. Published versions never change. */
export const withdrawalNoticeSchema = v.object({
  version: v.number(),
  notice: localizedTextSchema,
  modelForm: localizedTextSchema,
  /** Still the text a new workshop starts with: to be replaced or checked. */
  isSample: v.boolean(),
  publishedAt: instantSchema,
});
export type WithdrawalNotice = v.InferOutput<typeof withdrawalNoticeSchema>;

export const withdrawalNoticeInputSchema = v.object({
  notice: v.object({ de: requiredText(20_000), en: requiredText(20_000) }),
  modelForm: v.object({ de: requiredText(10_000), en: requiredText(10_000) }),
});

/** What the customer decides with the notice before them. `earlyStart` is asked separately and is never ticked beforehand. */
export const submittedWithdrawalSchema = v.object({
  noticeVersion: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647)),
  noticeReceived: v.literal(true),
  earlyStart: v.boolean(),
});

/** The 14-day clock of a report with a contract, and whether it was withdrawn. */
export const reportWithdrawalSchema = v.object({
  noticeVersion: v.nullable(v.number()),
  noticeReceivedAt: v.nullable(instantSchema),
  earlyStartRequestedAt: v.nullable(instantSchema),
  /** When notice and model form left for the customer on a durable medium; null while they have not. */
  handedOverAt: v.nullable(instantSchema),
  contractConcludedAt: v.nullable(instantSchema),
  /** End of the last day on which it can be withdrawn. */
  endsAt: v.nullable(instantSchema),
  declaration: v.nullable(v.object({ id: idSchema, declaredAt: instantSchema, name: v.string(), statement: v.string() })),
});
export type ReportWithdrawal = v.InferOutput<typeof reportWithdrawalSchema>;

/** "Vertrag widerrufen", in two steps: typed first, then confirmed. */
export const withdrawalDeclarationInputSchema = v.object({
  id: idSchema,
  name: requiredText(160),
  email: emailSchema,
  /** Reference number, plate or order number: whatever names the contract. */
  contract: requiredText(200),
  statement: optionalText(2_000),
});
export const withdrawalDeclarationSchema = v.object({ id: idSchema, declaredAt: instantSchema });
/** Which report a declaration means that fitted none. */
export const assignDeclarationSchema = v.object({ reportId: idSchema });
/** For staff: every declaration, also one that fits no report. */
export const withdrawalDeclarationListSchema = v.object({
  declarations: v.array(
    v.object({ id: idSchema, declaredAt: instantSchema, name: v.string(), email: v.string(), contract: v.string(), statement: v.nullable(v.string()), reportId: v.nullable(idSchema), reference: v.nullable(v.string()) }),
  ),
});
