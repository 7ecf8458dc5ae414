import * as v from 'valibot';
import { statementTokenSchema } from './accident-statement.ts';
import { wishSchema } from './appointment.ts';
import { damageSpotSchema } from './damage-spot.ts';
import { linkFormSchema } from './form.ts';
import { daySchema, idSchema, instantSchema } from './identifier.ts';
import { languageSchema } from './language.ts';
import { draftPhotoSchema, photoFindingsSchema, photoSources } from './photo.ts';
import { receiptSchema } from './report.ts';
import { safetyAnswers } from './safety-advice.ts';
import { cleanTyped } from './typed-value.ts';

/** What a draft may hold on the server, beyond any honest one. */
export const contentLimits = { changesAtOnce: 300, fields: 1_500, bytes: 512 * 1024 } as const;

const key = '[a-z][a-zA-Z0-9]{0,39}';
const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pathOf = (pattern: string) => v.pipe(v.string(), v.regex(new RegExp(`^${pattern}$`)));

/** As it stands in the field, blanks at its end too: somebody may still be typing. */
const typed = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength), v.transform(withoutControls));
const field = v.nullable(v.union([typed(5_000), v.boolean(), v.pipe(v.array(typed(200)), v.maxLength(60))]));
const typedWishes = v.object({
  wishes: v.pipe(v.array(wishSchema), v.maxLength(5)),
  notPossibleOn: v.pipe(v.array(daySchema), v.maxLength(20)),
  note: typed(2_000), pickUp: v.boolean(), bringBack: v.boolean(), replacementCar: v.boolean(), replacementCarNeeds: typed(2_000),
});
const formValues = v.record(pathOf(key), v.union([typed(2_000), v.boolean(), v.number()]));

/** One field of a draft. `null` says that it was emptied or taken away. */
const contentFieldSchema = v.union([
  v.object({ path: pathOf(`(?:answers|vehicle|insurance|reporter)\\.${key}`), value: field }),
  v.object({ path: pathOf(`safety\\.${key}`), value: v.nullable(v.picklist(safetyAnswers)) }),
  v.object({ path: pathOf(`damages\\.${id}`), value: v.nullable(v.object({ ...damageSpotSchema.entries, note: v.optional(typed(300)) })) }),
  v.object({ path: pathOf(`skippedShots\\.${key}(?:\\.${id})?`), value: v.nullable(v.literal(true)) }),
  v.object({ path: pathOf(`photos\\.${id}`), value: v.nullable(v.object({ shotId: pathOf(key), spotId: v.nullable(idSchema), findings: photoFindingsSchema, source: v.picklist(photoSources) })) }),
  v.object({ path: pathOf(`formFields\\.${id}\\.[\\w-]{1,60}`), value: v.nullable(v.union([typed(2_000), v.boolean()])) }),
  v.object({ path: v.picklist(['category', 'furthest']), value: v.nullable(pathOf(key)) }),
  v.object({ path: v.literal('language'), value: v.nullable(languageSchema) }),
  v.object({ path: v.literal('consentVersion'), value: v.nullable(v.pipe(v.number(), v.integer())) }),
  v.object({ path: v.literal('appointment'), value: v.nullable(typedWishes) }),
  v.object({ path: v.literal('withdrawal'), value: v.nullable(v.object({ noticeVersion: v.pipe(v.number(), v.integer()), noticeReceived: v.boolean(), earlyStart: v.boolean() })) }),
  v.object({ path: v.literal('accidentStatement'), value: v.nullable(v.object({ token: statementTokenSchema, taken: v.boolean() })) }),
  // What the computer works out for its phone: the shots that are asked for, who signs, and what forms are filled with.
  v.object({ path: v.literal('handoff.shots'), value: v.nullable(v.pipe(v.array(pathOf(key)), v.maxLength(100))) }),
  v.object({ path: v.literal('handoff.signer'), value: v.nullable(v.object({ firstName: typed(200), lastName: typed(200) })) }),
  v.object({
    path: v.literal('handoff.signing'),
    value: v.nullable(v.object({ category: v.nullable(pathOf(key)), reporter: formValues, vehicle: formValues, insurance: formValues, incidentDate: v.optional(daySchema) })),
  }),
]);
export type ContentField = v.InferOutput<typeof contentFieldSchema>;
export type ContentValue = ContentField['value'];

const stamp = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/**
 * What was changed on a device. `ageMs`: how long ago by that device's own clock, so that a wrong clock is worth nothing;
 * `after`: the stamp of the value it was typed over, which it always outdoes. `since`: the last revision the device has seen.
 */
export const contentChangesSchema = v.object({
  since: stamp,
  changes: v.pipe(v.array(v.intersect([contentFieldSchema, v.object({ ageMs: stamp, after: stamp })])), v.maxLength(contentLimits.changesAtOnce)),
});
export type ContentChanges = v.InferOutput<typeof contentChangesSchema>;

/** `waiting` for a phone to scan the code; `away`: the phone has not been heard of for half a minute. */
export const handoffStates = ['waiting', 'connected', 'away', 'expired', 'ended'] as const;
export const handoffSchema = v.object({ id: idSchema, state: v.picklist(handoffStates), expiresAt: instantSchema, endedBy: v.nullable(v.picklist(['computer', 'phone', 'sending'])) });
export type Handoff = v.InferOutput<typeof handoffSchema>;

/** A draft as the server has it: fields that changed since the asked revision, and all else that other devices bring about. */
export const draftContentSchema = v.object({
  revision: v.number(),
  /** Given back as `seen`: as long as it is the same, there is nothing new. */
  version: v.string(),
  fields: v.array(v.object({ path: v.string(), value: v.unknown(), stamp: v.number() })),
  photos: v.array(draftPhotoSchema),
  /** The customer's signatures, one for each signed form. */
  signatures: v.array(v.object({ formId: idSchema, signatureId: idSchema })),
  /** The newest one, for the computer that made it. */
  handoff: v.nullable(handoffSchema),
  receipt: v.nullable(receiptSchema),
});
export type DraftContent = v.InferOutput<typeof draftContentSchema>;

/** A new way to the phone: its address, to be drawn as a QR code. It is told this once. */
export const newHandoffSchema = v.object({ ...handoffSchema.entries, url: v.string() });
export type NewHandoff = v.InferOutput<typeof newHandoffSchema>;

/** The phone makes its own bearer, so that claiming twice after a lost answer does no harm. */
export const handoffClaimSchema = v.object({ bearer: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)) });
/** What the phone finds. */
export const claimedHandoffSchema = v.object({ id: idSchema, draftId: idSchema, forms: v.array(linkFormSchema) });
export type ClaimedHandoff = v.InferOutput<typeof claimedHandoffSchema>;

function withoutControls(text: string): string {
  // `cleanTyped` trims; what stands around the text is kept here.
  const begin = text.length - text.trimStart().length;
  const end = Math.max(begin, text.trimEnd().length);
  return blanks(text.slice(0, begin)) + cleanTyped(text.slice(begin, end)) + blanks(text.slice(end));
}

function blanks(text: string): string {
  return text.replace(/[^ \t\n\r\u00a0]/g, '');
}
