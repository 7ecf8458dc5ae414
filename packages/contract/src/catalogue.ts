import * as v from 'valibot';
import { localizedTextSchema } from './language.ts';
import { safetyQuestions } from './safety-advice.ts';

const keySchema = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));

export const answerValueSchema = v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]);
/**
 * What a customer answered, in the form of the question's type: text, phone, email, plate, vin, place → string;
 * date → `YYYY-MM-DD`; time → `HH:MM`; number → number; money → integer cents; yesNo → boolean;
 * oneOf → the option's value; manyOf → the options' values.
 */
export type AnswerValue = v.InferOutput<typeof answerValueSchema>;
export const answersSchema = v.record(keySchema, answerValueSchema);
export type Answers = v.InferOutput<typeof answersSchema>;

/**
 * When a question or shot is asked. `fact` is a question id, or a base field such as `vehicle.vin`.
 * An unanswered fact equals nothing, so `is` and `includes` are false for it.
 */
export type Condition =
  | { fact: string; is: string | number | boolean }
  | { fact: string; includes: string }
  | { fact: string; empty: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
export const conditionSchema: v.GenericSchema<Condition> = v.lazy(() =>
  v.union([
    v.strictObject({ fact: v.string(), is: v.union([v.string(), v.number(), v.boolean()]) }),
    v.strictObject({ fact: v.string(), includes: v.string() }),
    v.strictObject({ fact: v.string(), empty: v.boolean() }),
    v.strictObject({ all: v.array(conditionSchema) }),
    v.strictObject({ any: v.array(conditionSchema) }),
    v.strictObject({ not: conditionSchema }),
  ]),
);

export const questionTypes = [
  'text', 'longText', 'number', 'money', 'yesNo', 'oneOf', 'manyOf', 'date', 'time',
  'phone', 'email', 'plate', 'vin', 'place', 'notice',
] as const;
export const questionTypeSchema = v.picklist(questionTypes);

export const optionSchema = v.object({ value: keySchema, label: localizedTextSchema });

/** A notice is a question without an answer: its label is shown as advice, `tone: 'warning'` as a warning. */
export const questionSchema = v.object({
  id: keySchema,
  type: questionTypeSchema,
  label: localizedTextSchema,
  help: v.optional(localizedTextSchema),
  required: v.boolean(),
  when: v.optional(conditionSchema),
  options: v.optional(v.array(optionSchema)),
  /** Number questions: bounds, both included, and the unit shown beside the field. */
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  unit: v.optional(v.string()),
  maxLength: v.optional(v.number()),
  /** Date questions: a damage cannot lie in the future. */
  notInFuture: v.optional(v.boolean()),
  tone: v.optional(v.picklist(['info', 'warning'])),
});
export type Question = v.InferOutput<typeof questionSchema>;

/** `required`: the report cannot go without it. `expected`: taken, or passed over on purpose. `optional`: offered. */
export const shotRules = ['required', 'expected', 'optional'] as const;
/** What the camera draws over its picture. `part` is `wide` in catalogues that are older than it; `document` is any sheet of paper. */
export const outlines = [
  'frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'wide', 'close', 'scale', 'odometer', 'vin', 'registration', 'document', 'part', 'frame',
] as const;
export type Outline = (typeof outlines)[number];
export const shotSchema = v.object({
  id: keySchema,
  label: localizedTextSchema,
  instruction: localizedTextSchema,
  rule: v.picklist(shotRules),
  /** How many pictures this shot takes at most. */
  maxPhotos: v.pipe(v.number(), v.integer(), v.minValue(1)),
  when: v.optional(conditionSchema),
  outline: v.picklist(outlines),
});
export type Shot = v.InferOutput<typeof shotSchema>;

/** Icons the widget and the portal draw themselves. */
export const categoryIcons = [
  'collision', 'singleVehicle', 'parking', 'glass', 'weather', 'wildlife', 'vandalism', 'marten', 'theft', 'fire', 'leaseReturn', 'other',
] as const;
export const categorySummarySchema = v.object({
  id: keySchema,
  label: localizedTextSchema,
  hint: localizedTextSchema,
  icon: v.picklist(categoryIcons),
  /** What is asked first, to tell whether the vehicle may be driven on. */
  safetyCheck: v.optional(v.pipe(v.array(v.picklist(safetyQuestions)), v.minLength(1))),
  /** Single damages can be marked on the vehicle. */
  damageSpots: v.optional(v.boolean()),
});
export type CategorySummary = v.InferOutput<typeof categorySummarySchema>;

/** Questions and shots in the order in which they are asked and read. */
export const categorySchema = v.object({
  ...categorySummarySchema.entries,
  questions: v.array(questionSchema),
  shots: v.array(shotSchema),
});
export type Category = v.InferOutput<typeof categorySchema>;

export const catalogueContentSchema = v.object({
  kind: v.picklist(['vehicle', 'property']),
  categories: v.pipe(v.array(categorySchema), v.minLength(1)),
});
export type CatalogueContent = v.InferOutput<typeof catalogueContentSchema>;

/** A tenant's published catalogue. A version never changes; reports stay bound to theirs. */
export const catalogueSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ...catalogueContentSchema.entries,
});
export type Catalogue = v.InferOutput<typeof catalogueSchema>;
