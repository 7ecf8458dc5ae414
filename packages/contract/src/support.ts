import * as v from 'valibot';
import { idSchema, instantSchema, optionalText, requiredText } from './identifier.ts';
import { partnerKindSchema } from './partner.ts';

export const supportRequestInputSchema = v.variant('kind', [
  v.object({ id: idSchema, kind: v.literal('contact'), subject: requiredText(160), message: requiredText(5_000), phone: optionalText(40) }),
  v.object({ id: idSchema, kind: v.literal('newPartner'), partnerName: requiredText(160), partnerKind: partnerKindSchema, contact: optionalText(500), message: optionalText(5_000) }),
  v.object({ id: idSchema, kind: v.literal('training'), topic: requiredText(300), people: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), wishTimes: requiredText(1_000), message: optionalText(5_000) }),
]);
export type SupportRequestInput = v.InferOutput<typeof supportRequestInputSchema>;

/** A request as its workshop sees it. `reachedOperator`: how the mail to the operator stands. */
export const supportRequestSchema = v.object({
  id: idSchema,
  kind: v.picklist(['contact', 'newPartner', 'training']),
  title: v.string(),
  text: v.string(),
  sentBy: v.string(),
  createdAt: instantSchema,
  reachedOperator: v.picklist(['waiting', 'sent', 'failed']),
  /** The mail to the operator, to be sent again where it failed. */
  deliveryId: v.nullable(idSchema),
});
export const supportRequestListSchema = v.object({ requests: v.array(supportRequestSchema) });
