import * as v from 'valibot';
import { answerValueSchema, questionSchema, shotSchema } from './catalogue.ts';
import { linkFormSchema } from './form.ts';
import { idSchema, instantSchema, optionalText, typedText } from './identifier.ts';
import { localizedTextSchema } from './language.ts';

/** What of vehicle, insurance and reporter a workshop can ask for once more, and the fields of the report that each fills. */
export const requestableFields = {
  licensePlate: ['vehicle.licensePlate'],
  makeModel: ['vehicle.makeModel'],
  vin: ['vehicle.vin'],
  firstRegistration: ['vehicle.firstRegistration'],
  keyNumbers: ['vehicle.hsn', 'vehicle.tsn'],
  odometerKm: ['vehicle.odometerKm'],
  insurer: ['insurance.insurer'],
  policyNumber: ['insurance.policyNumber'],
  claimNumber: ['insurance.claimNumber'],
  address: ['reporter.street', 'reporter.postalCode', 'reporter.city'],
  phone: ['reporter.phone'],
  email: ['reporter.email'],
} as const satisfies Record<string, string[]>;
export type RequestableField = keyof typeof requestableFields;
export const requestableFieldNames = Object.keys(requestableFields) as RequestableField[];

export const itemKinds = ['photo', 'field', 'answer', 'signature'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Why something is asked for. `other` says it in the note. */
export const itemReasons = {
  photo: ['missing', 'blurred', 'dark', 'wrongPart', 'other'],
  field: ['missing', 'incorrect', 'other'],
  answer: ['missing', 'unclear', 'other'],
  signature: ['missing', 'other'],
} as const satisfies Record<ItemKind, string[]>;
const reasonSchema = v.picklist(['missing', 'blurred', 'dark', 'wrongPart', 'incorrect', 'unclear', 'other']);
export type ItemReason = v.InferOutput<typeof reasonSchema>;

export const maxOpenItems = 30;

const keySchema = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,39}$/));
const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647));
/** `id` makes asking twice harmless. */
const common = { id: idSchema, note: v.optional(v.nullable(optionalText(300)), null) };
const reasonOf = <const Kind extends ItemKind>(kind: Kind) => v.picklist(itemReasons[kind]);

/** One thing to ask for. A signature: of a form that is on the report and open, or of one put on it now. */
export const itemInputSchema = v.pipe(
  v.variant('kind', [
    v.object({ ...common, kind: v.literal('photo'), shotId: keySchema, replacesPhotoId: v.optional(v.nullable(idSchema), null), reason: reasonOf('photo') }),
    v.object({ ...common, kind: v.literal('field'), field: v.picklist(requestableFieldNames), reason: reasonOf('field') }),
    v.object({ ...common, kind: v.literal('answer'), questionId: keySchema, reason: reasonOf('answer') }),
    v.object({
      ...common,
      kind: v.literal('signature'),
      reason: v.optional(reasonOf('signature'), 'missing'),
      form: v.union([v.object({ reportFormId: idSchema }), v.object({ formId: idSchema, version: versionSchema, acknowledged: v.optional(v.boolean(), false) })]),
    }),
  ]),
  v.forward(v.check(({ reason, note }) => reason !== 'other' || Boolean(note), 'other says why'), ['note']),
);
export type ItemInput = v.InferOutput<typeof itemInputSchema>;

const messageChannels = ['sms', 'email'] as const;
/** `none`: nothing is sent; staff hand the link over themselves. */
export const requestChannels = [...messageChannels, 'none'] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** Asks for things; while something is still open, they join what was asked for before. */
export const requestItemsSchema = v.object({
  channel: v.picklist(requestChannels),
  note: v.optional(v.nullable(optionalText(500)), null),
  items: v.pipe(
    v.array(itemInputSchema),
    v.minLength(1),
    v.maxLength(maxOpenItems),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'an id names one item'),
  ),
});
export type RequestItems = v.InferOutput<typeof requestItemsSchema>;
export type RequestItemsInput = v.InferInput<typeof requestItemsSchema>;

/** Pressed by staff; `id` makes pressing twice harmless. */
export const remindOfItemsSchema = v.object({ id: idSchema, channel: v.picklist(messageChannels) });

/** Before anything is asked for: what the customer would read, and by which ways they can be reached. */
export const itemMessagePreviewInputSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxOpenItems)),
  note: v.optional(v.nullable(optionalText(500)), null),
  items: v.optional(v.pipe(v.array(v.object({ label: typedText(200), reason: typedText(400) })), v.maxLength(maxOpenItems)), []),
});
export const itemMessagePreviewSchema = v.object({
  sms: v.nullable(v.object({ text: v.string(), to: v.string(), segments: v.number() })),
  email: v.nullable(v.object({ subject: v.string(), text: v.string(), to: v.string() })),
  /** Why there is no way by SMS though there is a number; null when there is one, or no number at all. */
  noSms: v.nullable(v.string()),
});
export type ItemMessagePreview = v.InferOutput<typeof itemMessagePreviewSchema>;

export const itemStates = ['open', 'provided', 'withdrawn'] as const;
const valuesSchema = v.record(v.string(), v.nullable(answerValueSchema));

/** A thing that was asked for, as staff see it. */
export const requestedItemSchema = v.object({
  id: idSchema,
  kind: v.picklist(itemKinds),
  /** Shot, field, question or the form on the report, by id. */
  subject: v.string(),
  label: localizedTextSchema,
  reason: reasonSchema,
  note: v.nullable(v.string()),
  state: v.picklist(itemStates),
  requestedAt: instantSchema,
  providedAt: v.nullable(instantSchema),
  replacesPhotoId: v.nullable(idSchema),
  /** The photo the customer gave. */
  photoId: v.nullable(idSchema),
  /** The customer's photo could not be opened, and is asked for again. */
  refused: v.boolean(),
  /** By path, what the report said before and says since; null where there was nothing. Of fields and answers that were given. */
  before: v.nullable(valuesSchema),
  after: v.nullable(valuesSchema),
});
export type RequestedItem = v.InferOutput<typeof requestedItemSchema>;

/** Everything asked for until all of it was there. `complete`: it is. `withdrawn`: nothing of it is wanted any more. */
export const itemRequestSchema = v.object({
  id: idSchema,
  state: v.picklist(['open', 'complete', 'withdrawn']),
  requestedAt: instantSchema,
  requestedBy: v.string(),
  channel: v.picklist(requestChannels),
  note: v.nullable(v.string()),
  closedAt: v.nullable(instantSchema),
  remindedAt: v.nullable(instantSchema),
  items: v.array(requestedItemSchema),
});
export type ItemRequest = v.InferOutput<typeof itemRequestSchema>;

/** Newest first; at most one is open. */
export const missingItemsSchema = v.object({
  requests: v.array(itemRequestSchema),
  /** What can be asked for of this report's category; empty until its customer has sent it. */
  shots: v.array(v.object({ id: v.string(), label: localizedTextSchema })),
  questions: v.array(v.object({ id: v.string(), label: localizedTextSchema })),
});
export type MissingItems = v.InferOutput<typeof missingItemsSchema>;

/** A thing that is wanted, as its customer meets it: with all that is needed to give it. */
export const wantedItemSchema = v.variant('kind', [
  v.object({ id: idSchema, kind: v.literal('photo'), reason: reasonSchema, note: v.nullable(v.string()), shot: shotSchema, replacesPhotoId: v.nullable(idSchema), refused: v.boolean() }),
  v.object({ id: idSchema, kind: v.literal('field'), reason: reasonSchema, note: v.nullable(v.string()), field: v.picklist(requestableFieldNames), values: valuesSchema }),
  v.object({ id: idSchema, kind: v.literal('answer'), reason: reasonSchema, note: v.nullable(v.string()), question: questionSchema, value: v.nullable(answerValueSchema) }),
  v.object({ id: idSchema, kind: v.literal('signature'), reason: reasonSchema, note: v.nullable(v.string()), form: linkFormSchema }),
]);
export type WantedItem = v.InferOutput<typeof wantedItemSchema>;

/** Null when nothing was asked for. `providedCount` of `totalCount` are there; `items` are those that are not. */
export const wantedItemsSchema = v.object({ requestId: idSchema, note: v.nullable(v.string()), totalCount: v.number(), providedCount: v.number(), items: v.array(wantedItemSchema) });
export type WantedItems = v.InferOutput<typeof wantedItemsSchema>;

/** What the customer types: by path (`vehicle.vin`), or the answer to the question. Photos come over tus, signatures by the forms' own way. */
export const provideItemSchema = v.union([
  v.object({ values: v.record(v.pipe(v.string(), v.maxLength(40)), v.union([v.pipe(v.string(), v.maxLength(300)), v.number()])) }),
  v.object({ answer: answerValueSchema }),
]);
export type ProvideItem = v.InferOutput<typeof provideItemSchema>;

/** The customer's document of a form that is asked for: only what they fill in by hand is theirs to say, the rest the report knows. */
export const itemDocumentInputSchema = v.object({ fields: v.record(v.string(), v.union([v.string(), v.boolean()])) });
