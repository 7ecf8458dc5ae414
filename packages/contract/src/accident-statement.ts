import * as v from 'valibot';
import { accidentPaths, circumstances, clockPositions, mostLines, roads, sketchLimits, sketchSize, statementSides, type AccidentField, type AccidentValue } from './accident-fields.ts';
import { signatureSchema } from './form.ts';
import { idSchema, instantSchema, requiredText } from './identifier.ts';
import { languageSchema } from './language.ts';
import { emailSchema } from './staff.ts';
import { isDay } from './typed-value.ts';

/** The bearer of one side: 32 random bytes made on that side's device. */
export const statementTokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
/** What the QR code carries: good for one joining within minutes. */
export const pairingTokenSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

const within = (size: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(size));
const sketchedVehicle = v.object({ x: within(sketchSize.width), y: within(sketchSize.height), angle: within(359) });
const point = v.tuple([within(sketchSize.width), within(sketchSize.height)]);
const sketchSchema = v.object({
  road: v.picklist(roads),
  vehicles: v.object({ a: sketchedVehicle, b: sketchedVehicle }),
  strokes: v.pipe(
    v.array(v.pipe(v.array(point), v.minLength(1))),
    v.maxLength(sketchLimits.strokes),
    v.check((strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= sketchLimits.points, 'too many points'),
  ),
});

/** As typed, not a letter changed: both devices hash the same bytes. So what no document can hold is refused instead of cleaned. */
const typed = (maxLength: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(maxLength), v.check((text) => text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text), 'control characters'), v.check((text) => text.split('\n').length <= mostLines, 'too many lines'));
const listed = (known: readonly { id: string }[]) => v.picklist(known.map(({ id }) => id));

function valueSchema({ kind, maxLength }: AccidentField): v.GenericSchema<unknown, AccidentValue> {
  if (kind === 'yesNo') return v.boolean();
  if (kind === 'day') return v.pipe(v.string(), v.isoDate(), v.check(isDay, 'no such day'));
  if (kind === 'time') return v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
  if (kind === 'clock') return listed(clockPositions);
  if (kind === 'circumstances') return v.pipe(v.array(listed(circumstances)), v.minLength(1), v.check((ids) => new Set(ids).size === ids.length, 'twice the same'));
  if (kind === 'sketch') return sketchSchema;
  return typed(maxLength);
}

const entries = Object.fromEntries([...accidentPaths].map(([path, known]) => [path, v.optional(v.nullable(valueSchema(known)))]));

/** By path; null takes an entry away. */
export const accidentChangesSchema = v.strictObject(entries);
export type AccidentChanges = Record<string, AccidentValue | null | undefined>;

export const openStatementSchema = v.object({
  /** Made on the device, so that opening it twice after a lost answer does no harm. */
  id: idSchema,
  language: languageSchema,
  changes: v.optional(accidentChangesSchema, {}),
});

export const changeStatementSchema = v.object({
  changes: accidentChangesSchema,
  /** The own side is done: once both say so, each sees all of the other. */
  ready: v.optional(v.boolean()),
});

export const pairingSchema = v.object({ token: pairingTokenSchema, expiresAt: instantSchema });
export type Pairing = v.InferOutput<typeof pairingSchema>;

export const joinStatementSchema = v.object({ token: statementTokenSchema, language: languageSchema });

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Signing these very facts, read under this hash. `id` makes a repeat harmless. */
export const signStatementSchema = v.object({
  id: idSchema,
  side: v.picklist(statementSides),
  factsSha256: sha256Schema,
  name: requiredText(120),
  signature: signatureSchema,
});
export type SignStatement = v.InferInput<typeof signStatementSchema>;

/** Where one driver wants the signed PDF sent. */
export const mailStatementSchema = v.object({ side: v.picklist(statementSides), email: emailSchema });

/** Puts a statement on the report it belongs to, by the token of its driver's side. */
export const attachStatementSchema = v.object({ token: statementTokenSchema });

export const statementSignatureSchema = v.object({
  side: v.picklist(statementSides),
  name: v.string(),
  signedAt: instantSchema,
  /** False when it was given on the device of the other. */
  ownDevice: v.boolean(),
});

export const statementDocumentSchema = v.object({ sha256: v.string(), byteSize: v.number() });

/** A statement as one of the two sees it. */
export const accidentStatementSchema = v.object({
  id: idSchema,
  /** Grows with every change. */
  version: v.number(),
  side: v.picklist(statementSides),
  content: v.record(v.string(), v.unknown()),
  /** Who last wrote what both state. */
  writtenBy: v.record(v.string(), v.picklist(statementSides)),
  /** B has a device of their own; until then A's device stands for both. */
  paired: v.boolean(),
  ready: v.object({ a: v.boolean(), b: v.boolean() }),
  /** How many fields each side has filled in. */
  filled: v.object({ a: v.number(), b: v.number() }),
  /** Whether `content` holds the other's side too. */
  showsBoth: v.boolean(),
  signatures: v.array(statementSignatureSchema),
  factsSha256: v.nullable(v.string()),
  closedAt: v.nullable(instantSchema),
  document: v.nullable(statementDocumentSchema),
  /** It belongs to the damage report of this side. */
  onReport: v.boolean(),
  expiresAt: instantSchema,
});
export type AccidentStatement = Omit<v.InferOutput<typeof accidentStatementSchema>, 'content'> & { content: Record<string, AccidentValue> };

/** What staff see of the statement that belongs to a report. */
export const reportStatementSchema = v.object({
  statement: v.nullable(
    v.object({
      id: idSchema,
      /** The side of the report's own customer. */
      side: v.picklist(statementSides),
      content: v.record(v.string(), v.unknown()),
      signatures: v.array(statementSignatureSchema),
      factsSha256: v.string(),
      closedAt: v.nullable(instantSchema),
      document: v.nullable(statementDocumentSchema),
    }),
  ),
});
type StatementOfReport = NonNullable<v.InferOutput<typeof reportStatementSchema>['statement']>;
export type ReportStatement = Omit<StatementOfReport, 'content'> & { content: Record<string, AccidentValue> };
