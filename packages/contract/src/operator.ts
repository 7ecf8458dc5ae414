import * as v from 'valibot';
import { billingStateSchema, invoiceSchema, mandateSchema, subscriptionSchema } from './billing.ts';
import { idSchema, optionalText, requiredText } from './identifier.ts';
import { staffLanguageSchema } from './language.ts';
import { emailSchema } from './staff.ts';

// What the operator of the installation sees and does. Amounts are whole cents, instants ISO 8601 in UTC.

const cents = v.number();
const instant = v.string();

export const operatorSessionSchema = v.object({ id: idSchema, name: v.string(), email: v.string(), language: staffLanguageSchema });
export type OperatorSession = v.InferOutput<typeof operatorSessionSchema>;

/** `none`: nobody was named to pay yet. */
export const workshopStates = ['none', ...billingStateSchema.options] as const;
export const workshopStateSchema = v.picklist(workshopStates);

export const workshopQuerySchema = v.object({
  state: v.optional(workshopStateSchema),
  /** Part of the name, the address' label or the accounting e-mail. */
  search: optionalText(100),
  /** The slug the page before ended with. */
  after: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))),
});
export type WorkshopQuery = v.InferOutput<typeof workshopQuerySchema>;

export const workshopRowSchema = v.object({
  tenantId: idSchema,
  slug: v.string(),
  name: v.string(),
  state: workshopStateSchema,
  stateSince: v.nullable(instant),
  billingEmail: v.nullable(v.string()),
  invitedAt: v.nullable(instant),
  planName: v.nullable(v.string()),
  quantity: v.nullable(v.number()),
  mrrCents: cents,
  openCents: cents,
  trialEndsAt: v.nullable(instant),
  nextBillingAt: v.nullable(instant),
  linksStopped: v.boolean(),
  /** Taken off the net by the operator, whatever is paid. */
  offline: v.boolean(),
});
export type WorkshopRow = v.InferOutput<typeof workshopRowSchema>;
export const workshopPageSchema = v.object({
  workshops: v.array(workshopRowSchema),
  next: v.nullable(v.string()),
  counts: v.array(v.object({ state: workshopStateSchema, count: v.number() })),
});
export type WorkshopPage = v.InferOutput<typeof workshopPageSchema>;

export const newWorkshopSchema = v.object({
  slug: requiredText(40),
  name: requiredText(120),
  address: v.object({ street: requiredText(150), postalCode: requiredText(20), city: requiredText(80), country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)) }),
  phone: requiredText(40),
  email: emailSchema,
  referencePrefix: v.pipe(v.string(), v.regex(/^[A-Z]{2,4}$/)),
  staff: v.object({ name: requiredText(120), email: emailSchema }),
  /** Who pays; invited at once. Null leaves it for later. */
  billingEmail: v.nullable(emailSchema),
});
export type NewWorkshop = v.InferOutput<typeof newWorkshopSchema>;
/** The link is shown once: with it the first staff member sets a password, within seven days. */
export const createdWorkshopSchema = v.object({ tenantId: idSchema, slug: v.string(), staffInvitationUrl: v.string() });

export const invitationSchema = v.object({ email: v.optional(emailSchema) });
export const invitedSchema = v.object({ email: v.string(), billingUrl: v.string() });

/** What a retry of a message or the whole life of one looks like from outside. */
export const noticeRowSchema = v.object({ id: idSchema, kind: v.string(), subject: v.string(), createdAt: instant, recipient: v.nullable(v.string()), state: v.picklist(['waiting', 'sending', 'sent', 'failed']), arrival: v.nullable(v.string()) });
export const auditRowSchema = v.object({ id: idSchema, at: instant, actor: v.picklist(['accountHolder', 'operator', 'vendor', 'system']), actorName: v.nullable(v.string()), type: v.string(), refused: v.boolean(), data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])) });
export type AuditRow = v.InferOutput<typeof auditRowSchema>;

/** `open`: stored, not worked off yet. */
export const eventStates = ['open', 'applied', 'ignored', 'failed'] as const;
export const eventRowSchema = v.object({
  id: v.string(),
  type: v.string(),
  occurredAt: instant,
  receivedAt: instant,
  source: v.picklist(['webhook', 'reconciliation']),
  state: v.picklist(eventStates),
  failureCode: v.nullable(v.string()),
  attemptCount: v.number(),
  workshop: v.nullable(v.object({ tenantId: idSchema, name: v.string() })),
  effects: v.array(v.object({ resource: v.string(), id: v.string(), effect: v.string() })),
});
export type EventRow = v.InferOutput<typeof eventRowSchema>;
export const eventQuerySchema = v.object({
  state: v.optional(v.picklist(eventStates)),
  tenantId: v.optional(idSchema),
  /** `<occurredAt>_<id>` of the last one of the page before. */
  before: v.optional(v.pipe(v.string(), v.maxLength(150), v.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[\w-]+$/))),
});
export type EventQuery = v.InferOutput<typeof eventQuerySchema>;
export const eventPageSchema = v.object({ events: v.array(eventRowSchema), next: v.nullable(v.string()) });
export type EventPage = v.InferOutput<typeof eventPageSchema>;
/** With what the vendor told, as it came. */
export const eventDetailSchema = v.object({ ...eventRowSchema.entries, content: v.unknown() });
export type EventDetail = v.InferOutput<typeof eventDetailSchema>;

export const workshopDetailSchema = v.object({
  ...workshopRowSchema.entries,
  company: v.nullable(v.string()),
  /** What the account holder wrote when cancelling, in their own words. */
  cancellationReason: v.nullable(v.string()),
  subscription: v.nullable(subscriptionSchema),
  mandates: v.array(mandateSchema),
  invoices: v.array(invoiceSchema),
  notices: v.array(noticeRowSchema),
  audit: v.array(auditRowSchema),
  billingUrl: v.string(),
});
export type WorkshopDetail = v.InferOutput<typeof workshopDetailSchema>;

export const reconciliationsSchema = v.object({
  reconciliations: v.array(v.object({ id: idSchema, startedAt: instant, finishedAt: v.nullable(instant), readUntil: v.nullable(instant), foundCount: v.nullable(v.number()), missedCount: v.nullable(v.number()) })),
});

/** How the month ended; the running month as it stands. Oldest first, thirteen months. */
export const figuresSchema = v.object({
  months: v.array(v.object({ month: v.string(), trial: v.number(), active: v.number(), pastDue: v.number(), suspended: v.number(), started: v.number(), churned: v.number(), mrrCents: cents })),
  currency: v.string(),
});
export type Figures = v.InferOutput<typeof figuresSchema>;
