import * as v from 'valibot';
import { idSchema, instantSchema, typedText } from './identifier.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const extent = v.pipe(v.number(), v.minValue(0.005), v.maxValue(1));

/** A rectangle of a photo that nobody is to recognise anything in, in shares of the upright picture. */
export const redactedAreaSchema = v.object({ x: share, y: share, width: extent, height: extent });
export type RedactedArea = v.InferOutput<typeof redactedAreaSchema>;

/** `replaces`: the redaction that was seen when these areas were drawn, null for none; another one meanwhile is a conflict. */
export const redactionInputSchema = v.object({
  areas: v.pipe(v.array(redactedAreaSchema), v.minLength(1), v.maxLength(40)),
  replaces: v.nullable(idSchema),
});
export type RedactionInput = v.InferOutput<typeof redactionInputSchema>;

export const originalOpeningSchema = v.object({ at: instantSchema, staffName: v.string(), reason: v.string() });
export const openingInputSchema = v.object({ reason: v.pipe(typedText(500), v.minLength(3)) });

/** What is covered on a photo at present, and who opened the sealed original, the latest first. */
export const redactionStateSchema = v.object({
  redaction: v.nullable(v.object({ id: idSchema, areas: v.array(redactedAreaSchema), madeAt: instantSchema, staffName: v.string() })),
  openings: v.array(originalOpeningSchema),
});
export type RedactionState = v.InferOutput<typeof redactionStateSchema>;
