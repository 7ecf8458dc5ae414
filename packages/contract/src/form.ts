import * as v from 'valibot';
import { daySchema, idSchema, instantSchema, requiredText } from './identifier.ts';
import { staffLanguageSchema } from './language.ts';

/** The cases a form is meant for; `partner` is every report with a steering partner or leasing company. */
export const formCases = ['thirdPartyLiability', 'fullyComprehensive', 'partialCover', 'selfPay', 'partner'] as const;
export type FormCase = (typeof formCases)[number];

/** RKÜ, Abtretung, Leistungsvereinbarung, Reparaturauftrag, and whatever else a workshop has. */
export const formKinds = ['paymentInstruction', 'assignment', 'serviceAgreement', 'repairContract', 'other'] as const;
export const formSigners = ['customer', 'workshop'] as const;
export type FormSigner = (typeof formSigners)[number];

export const formLimits = { maxPdfBytes: 10 * 1024 * 1024, maxPages: 30, maxFields: 200, maxTextLength: 40_000 } as const;

/** What `{{…}}` may name. The value comes from the report; `werkstatt.…` from the workshop, `heute` is the day of signing. */
export const placeholders = [
  'kunde.name', 'kunde.firma', 'kunde.strasse', 'kunde.plz', 'kunde.ort', 'kunde.telefon', 'kunde.email',
  'fahrzeug.kennzeichen', 'fahrzeug.modell', 'fahrzeug.fin', 'fahrzeug.erstzulassung', 'fahrzeug.hsn', 'fahrzeug.tsn', 'fahrzeug.kilometer',
  'versicherung.name', 'versicherung.police', 'versicherung.schadennummer',
  'schaden.datum', 'schaden.art', 'meldung.nummer', 'partner.name', 'partner.auftrag',
  'werkstatt.name', 'werkstatt.strasse', 'werkstatt.plz', 'werkstatt.ort', 'werkstatt.telefon', 'werkstatt.email', 'heute',
] as const;
export const placeholderSchema = v.picklist(placeholders);
export type Placeholder = (typeof placeholders)[number];

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A field on a page of an uploaded PDF. Place and size are shares of the page as it is shown (rotation applied), from its top left. */
export const formFieldSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  page: v.pipe(v.number(), v.integer(), v.minValue(1)),
  x: share, y: share, width: share, height: share,
  type: v.picklist(['text', 'date', 'checkbox', 'signature']),
  /** What the customer reads when asked to fill it in, and assistive technology always. */
  label: requiredText(120),
  /** Filled from the report; without one the customer fills it in. */
  placeholder: v.optional(placeholderSchema),
  signer: v.optional(v.picklist(formSigners), 'customer'),
  required: v.boolean(),
});
export type FormField = v.InferOutput<typeof formFieldSchema>;

/** Text forms: paragraphs separated by blank lines, `# ` begins a heading, `- ` a list item, `{{…}}` a placeholder. */
export const formContentSchema = v.variant('source', [
  v.object({ source: v.literal('text'), text: v.pipe(requiredText(formLimits.maxTextLength)) }),
  v.object({ source: v.literal('pdf'), documentId: idSchema, fields: v.pipe(v.array(formFieldSchema), v.maxLength(formLimits.maxFields)) }),
]);
export type FormContent = v.InferOutput<typeof formContentSchema>;

export const formVersionInputSchema = v.object({
  title: requiredText(160),
  kind: v.picklist(formKinds),
  language: v.optional(staffLanguageSchema, 'de'),
  cases: v.array(v.picklist(formCases)),
  validFrom: v.nullable(daySchema),
  validTo: v.nullable(daySchema),
  needsWorkshopSignature: v.boolean(),
  /** Signing it concludes a contract with a consumer: notice of withdrawal and clock belong to it. */
  concludesContract: v.boolean(),
  content: formContentSchema,
});
export type FormVersionInput = v.InferOutput<typeof formVersionInputSchema>;

export const formSummarySchema = v.object({
  id: idSchema,
  version: v.number(),
  title: v.string(),
  kind: v.picklist(formKinds),
  language: staffLanguageSchema,
  cases: v.array(v.picklist(formCases)),
  validFrom: v.nullable(daySchema),
  validTo: v.nullable(daySchema),
  /** Today, in the workshop's time zone. */
  validity: v.picklist(['valid', 'notYet', 'outdated']),
  needsWorkshopSignature: v.boolean(),
  concludesContract: v.boolean(),
  source: v.picklist(['text', 'pdf']),
  pageCount: v.nullable(v.number()),
  /** Written by us as an example: to be checked by the workshop before use. */
  isSample: v.boolean(),
  retired: v.boolean(),
  changedAt: instantSchema,
});
export type FormSummary = v.InferOutput<typeof formSummarySchema>;
export const formListSchema = v.object({ forms: v.array(formSummarySchema) });
export const formDetailSchema = v.object({ ...formSummarySchema.entries, content: formContentSchema });
export type FormDetail = v.InferOutput<typeof formDetailSchema>;
/** An uploaded PDF before it is a form. Pages in PDF points as shown. */
export const formUploadSchema = v.object({ documentId: idSchema, pageCount: v.number(), pages: v.array(v.object({ width: v.number(), height: v.number() })), suggestedTitle: v.string() });

/** A form put on a report. An outdated or unfitting one needs `acknowledged`, and why is kept. */
export const attachFormSchema = v.object({
  id: idSchema,
  formId: idSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647)),
  acknowledged: v.optional(v.boolean(), false),
});

/** Why a form does not simply go on this report. */
export const formDoubts = ['outdated', 'notYetValid', 'otherCase', 'retired'] as const;

export const signedDocumentSchema = v.object({ id: idSchema, sha256: v.string(), byteSize: v.number(), createdAt: instantSchema });
/** A form on a report as staff see it: signed, open, or waiting for the workshop's own signature. */
export const reportFormSchema = v.object({
  id: idSchema,
  formId: idSchema,
  version: v.number(),
  title: v.string(),
  isSample: v.boolean(),
  concludesContract: v.boolean(),
  doubts: v.array(v.picklist(formDoubts)),
  /** What only the workshop could have filled in and has not: printed as an empty line. */
  blanks: v.array(placeholderSchema),
  state: v.picklist(['open', 'signedByCustomer', 'complete']),
  needsWorkshopSignature: v.boolean(),
  signatures: v.array(v.object({ signer: v.picklist(formSigners), name: v.string(), method: v.picklist(['drawn', 'typed']), signedAt: instantSchema })),
  /** The newest sealed PDF; `GET /api/signed-documents/:id`. */
  document: v.nullable(signedDocumentSchema),
});
export type ReportForm = v.InferOutput<typeof reportFormSchema>;

/** A form as the customer meets it in the flow. */
export const linkFormSchema = v.object({
  id: idSchema,
  title: v.string(),
  /** In which the form is written, whatever the customer speaks. */
  language: staffLanguageSchema,
  concludesContract: v.boolean(),
  state: v.picklist(['open', 'signedByCustomer', 'complete']),
  /** Fields of the form that the customer fills in by hand. */
  fields: v.array(v.object({ id: v.string(), label: v.string(), type: v.picklist(['text', 'date', 'checkbox']), required: v.boolean() })),
  /** What the customer may read again: the sealed PDF once signed. */
  documentId: v.nullable(idSchema),
  /** The customer's newest signature, which the submission names. */
  signatureId: v.nullable(idSchema),
});
export type LinkForm = v.InferOutput<typeof linkFormSchema>;

/** What the placeholders of a form are filled with: the draft as it stands on the device. Unknown keys are ignored. */
const draftFields = v.record(v.string(), v.unknown());
export const formDocumentInputSchema = v.object({
  category: v.nullable(v.string()),
  reporter: draftFields,
  vehicle: draftFields,
  insurance: draftFields,
  incidentDate: v.optional(daySchema),
  /** Values of the form's own fields, by field id. */
  fields: v.optional(v.record(v.string(), v.union([v.string(), v.boolean()])), {}),
  /** The customer wants to sign once more although nothing has changed: another document of the same words. */
  again: v.optional(v.boolean(), false),
});
export type FormDocumentInput = v.InferOutput<typeof formDocumentInputSchema>;

/** The filled form to be read: what exactly will be signed. `text` for a text form, as the PDF has it. */
export const formDocumentSchema = v.object({
  documentId: idSchema,
  sha256: v.string(),
  pageCount: v.number(),
  text: v.nullable(v.string()),
  /** Set when this very document is signed already by the one who asks: nothing is left to do. */
  signatureId: v.nullable(idSchema),
});
export type FormDocument = v.InferOutput<typeof formDocumentSchema>;

const strokePoint = v.tuple([v.number(), v.number()]);
/** Points in a box of `width` × `height`, origin top left; a typed name is a full equal. */
export const signatureSchema = v.variant('method', [
  v.object({
    method: v.literal('drawn'),
    width: v.pipe(v.number(), v.minValue(1), v.maxValue(10_000)),
    height: v.pipe(v.number(), v.minValue(1), v.maxValue(10_000)),
    strokes: v.pipe(v.array(v.pipe(v.array(strokePoint), v.maxLength(5_000))), v.maxLength(500)),
  }),
  v.object({ method: v.literal('typed'), typedName: requiredText(120) }),
]);
export type Signature = v.InferOutput<typeof signatureSchema>;

/** Signing: this very document, read under this hash, by this person. `id` makes a repeat harmless. */
export const formSignatureInputSchema = v.object({
  id: idSchema,
  documentId: idSchema,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  name: requiredText(120),
  signature: signatureSchema,
});
export type FormSignatureInput = v.InferOutput<typeof formSignatureInputSchema>;

/** In the submission: which signature stands for which form. */
export const submittedFormSchema = v.object({ id: idSchema, signatureId: idSchema });
