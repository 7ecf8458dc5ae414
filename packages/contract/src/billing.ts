import * as v from 'valibot';
import { idSchema, optionalText, requiredText } from './identifier.ts';
import { staffLanguageSchema } from './language.ts';
import { emailSchema } from './staff.ts';
import { addressSchema } from './tenant.ts';

/** Amounts are whole cents; instants are ISO 8601 in UTC, days `2026-12-01`. */
const cents = v.pipe(v.number(), v.integer());
const instant = v.string();

/** `setup`: not everything is there for a subscription. `suspended`: no new links; what runs goes on. */
export const billingStates = ['setup', 'trial', 'active', 'pastDue', 'suspended', 'cancelled'] as const;
export const billingStateSchema = v.picklist(billingStates);
export type BillingState = v.InferOutput<typeof billingStateSchema>;

/** How a mandate is given: `inline` in our own page with Stripe's IBAN field, `hosted` on a page of the vendor. */
export const mandateRouteSchema = v.picklist(['inline', 'hosted']);
export type MandateRoute = v.InferOutput<typeof mandateRouteSchema>;

/** Pages of the billing portal that links lead to, on `billing.DOMAIN`. Secrets stand behind `#`; `/mandate/<id>` is where the vendor leads back to. */
export const billingPaths = { signIn: '/sign-in', emailConfirmation: '/confirm-email', mandate: '/mandate' } as const;

/* Signing in */

export const billingSignInRequestSchema = v.object({ email: emailSchema });
/** The same answer for every address. */
export const billingSignInSchema = v.object({ signInId: idSchema });
export const billingSessionRequestSchema = v.union([
  v.object({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)) }),
  v.object({ signInId: idSchema, code: v.pipe(v.string(), v.transform((code) => code.replace(/\s/g, '')), v.regex(/^\d{6}$/)) }),
]);
export const billingSessionSchema = v.object({
  email: v.string(),
  /** The workshops this address pays for. */
  accounts: v.array(v.object({ tenantId: idSchema, name: v.string(), slug: v.string(), state: billingStateSchema })),
});
export type BillingSession = v.InferOutput<typeof billingSessionSchema>;

/* The account */

/** What an invoice needs. The VAT number is checked by its form alone; whether it was given to somebody is not asked. */
export const billingProfileSchema = v.object({
  company: requiredText(250),
  address: v.pipe(
    v.object({ street: requiredText(150), postalCode: requiredText(20), city: requiredText(50), country: v.pipe(v.string(), v.toUpperCase(), v.regex(/^[A-Z]{2}$/)) }),
    v.forward(v.check(({ postalCode, country }) => country !== 'DE' || /^\d{5}$/.test(postalCode), 'five digits'), ['postalCode']),
  ),
  vatNumber: v.nullable(v.pipe(v.string(), v.transform((text) => text.replace(/[\s.-]/g, '').toUpperCase()), v.regex(/^[A-Z]{2}[A-Z0-9+*]{2,13}$/))),
});
export type BillingProfile = v.InferOutput<typeof billingProfileSchema>;

export const planPeriodUnits = ['day', 'week', 'month', 'year'] as const;
export const planSchema = v.object({
  itemPriceId: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  unitAmountCents: cents,
  /** Costs its amount for each of a quantity; otherwise there is one, and nothing to choose. */
  perUnit: v.boolean(),
  currency: v.string(),
  period: v.number(),
  periodUnit: v.picklist(planPeriodUnits),
  trialDays: v.number(),
});
export type Plan = v.InferOutput<typeof planSchema>;
export const plansSchema = v.object({ plans: v.array(planSchema) });

export const planChoiceSchema = v.object({ itemPriceId: requiredText(100), quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) });
export type PlanChoice = v.InferOutput<typeof planChoiceSchema>;

export const subscriptionSchema = v.object({
  status: v.picklist(['future', 'in_trial', 'active', 'non_renewing', 'paused', 'cancelled', 'transferred']),
  itemPriceId: v.string(),
  planName: v.string(),
  quantity: v.number(),
  unitAmountCents: cents,
  currency: v.string(),
  period: v.number(),
  periodUnit: v.picklist(planPeriodUnits),
  trialEndsAt: v.nullable(instant),
  nextBillingAt: v.nullable(instant),
  /** A cancellation was asked for, and takes effect then. */
  cancelsAt: v.nullable(instant),
  cancelledAt: v.nullable(instant),
});

/** `unconfirmed`: given, and the bank has not said yet. */
export const mandateStates = ['unconfirmed', 'valid', 'expiring', 'invalid', 'failed', 'replaced'] as const;
export const mandateSchema = v.object({
  id: idSchema,
  route: mandateRouteSchema,
  state: v.picklist(mandateStates),
  /** Null until the vendor has told it. */
  reference: v.nullable(v.string()),
  /** Country and the last four places. */
  maskedIban: v.nullable(v.string()),
  holder: v.nullable(v.string()),
  bankName: v.nullable(v.string()),
  givenAt: v.nullable(instant),
  failureCode: v.nullable(v.string()),
  /** The paper with text, time and reference can be fetched. */
  hasDocument: v.boolean(),
});
export type BillingMandate = v.InferOutput<typeof mandateSchema>;
/** The one in force first, then the newest. */
export const mandatesSchema = v.object({ mandates: v.array(mandateSchema) });

/** What became of the money for an invoice. */
export const debitStates = ['announced', 'running', 'paid', 'failed', 'returned', 'none'] as const;
export const invoiceSchema = v.object({
  id: v.string(),
  issuedAt: instant,
  dueAt: v.nullable(instant),
  paidAt: v.nullable(instant),
  totalCents: cents,
  amountDueCents: cents,
  currency: v.string(),
  status: v.picklist(['pending', 'payment_due', 'posted', 'paid', 'not_paid', 'voided']),
  debit: v.object({
    state: v.picklist(debitStates),
    /** Less than the total where a credit was set off. */
    amountCents: v.nullable(cents),
    at: v.nullable(instant),
    maskedIban: v.nullable(v.string()),
    /** The bank's reason as the vendor names it, such as `insufficient_funds`. */
    failureCode: v.nullable(v.string()),
  }),
});
export type BillingInvoice = v.InferOutput<typeof invoiceSchema>;
/** Newest first; `before` of the next page is `next`. */
export const invoicePageSchema = v.object({ invoices: v.array(invoiceSchema), next: v.nullable(v.string()) });
export type InvoicePage = v.InferOutput<typeof invoicePageSchema>;

export const billingAccountSchema = v.object({
  tenantId: idSchema,
  workshop: v.object({ name: v.string(), slug: v.string() }),
  email: v.string(),
  /** Waits for the click in the mail to this address. */
  pendingEmail: v.nullable(v.string()),
  language: staffLanguageSchema,
  profile: v.nullable(v.object({ company: v.string(), address: addressSchema, vatNumber: v.nullable(v.string()) })),
  choice: v.nullable(planChoiceSchema),
  state: billingStateSchema,
  stateSince: instant,
  /** When new links stop unless what is open is paid; past when they have. */
  suspendsAt: v.nullable(instant),
  openAmountCents: cents,
  /** All that is open is being debited at this moment. */
  isCollecting: v.boolean(),
  currency: v.string(),
  subscription: v.nullable(subscriptionSchema),
  /** The one in force, or the newest that was tried. */
  mandate: v.nullable(mandateSchema),
  /** The ways this installation offers, the first by default. */
  routes: v.array(mandateRouteSchema),
  /** Vendors are simulated: no money moves. */
  simulated: v.boolean(),
});
export type BillingAccount = v.InferOutput<typeof billingAccountSchema>;

/* The mandate */

/** The words of a mandate, paragraph by paragraph, with what they have to name. */
export const mandateTextSchema = v.object({ version: v.string(), sha256: v.string(), language: staffLanguageSchema, heading: v.string(), paragraphs: v.array(v.string()) });
export type MandateText = v.InferOutput<typeof mandateTextSchema>;

/** Without a language, the account's: the words are agreed to in the one they are read in. */
export const enrollmentRequestSchema = v.object({ route: v.optional(mandateRouteSchema), language: v.optional(staffLanguageSchema) });
/** `inline`: what Stripe's field needs. `hosted`: where to go; the vendor leads back to `/mandate/<id>`. */
export const enrollmentSchema = v.variant('route', [
  v.object({ route: v.literal('inline'), id: idSchema, text: mandateTextSchema, publishableKey: v.string(), clientSecret: v.string() }),
  v.object({ route: v.literal('hosted'), id: idSchema, text: mandateTextSchema, url: v.string() }),
]);
export type Enrollment = v.InferOutput<typeof enrollmentSchema>;
/** Pressing the button next to the text: which text it was. */
export const acceptanceSchema = v.object({ textSha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
/**
 * How an enrollment stands after the vendor was asked, each time again until it is completed. `waiting`: the bank or the person has
 * not finished. An attempt that has come to nothing is answered with a problem, `mandateFailed` or `enrollmentExpired`, and begun anew.
 */
export const enrollmentResultSchema = v.object({ state: v.picklist(['completed', 'waiting']), mandate: v.nullable(mandateSchema) });
export type EnrollmentResult = v.InferOutput<typeof enrollmentResultSchema>;

/* Changes */

export const planPreviewSchema = v.object({
  choice: planChoiceSchema,
  /** Due at once: positive is charged, negative is credited. */
  nowCents: cents,
  /** From the next billing on, VAT included where Chargebee adds it. */
  nextCents: cents,
  nextBillingAt: v.nullable(instant),
  currency: v.string(),
  lines: v.array(v.object({ description: v.string(), amountCents: cents })),
});
export type PlanPreview = v.InferOutput<typeof planPreviewSchema>;

export const accountingEmailChangeSchema = v.object({ email: emailSchema });
/** Comes from the mail to the new address, and signs in there: the answer is a session. */
export const emailConfirmationSchema = v.object({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)) });
export const cancellationSchema = v.object({ reason: optionalText(500) });

export const usageSchema = v.object({
  /** Newest first, twelve months, `2026-11`. */
  months: v.array(v.object({ month: v.string(), submittedCount: v.number(), linkCount: v.number() })),
  staffCount: v.number(),
});
export type Usage = v.InferOutput<typeof usageSchema>;

/* Mail to the accounting address */

/** Each is written once about its subject. */
export const billingNoticeKinds = [
  'mandateGiven', 'mandateChanged', 'mandateLapsing', 'preNotification', 'invoiceIssued', 'debitExecuted', 'debitFailed', 'debitReturned',
  'suspensionAhead', 'suspended', 'reactivated', 'cancelled', 'trialEnding',
] as const;
export const billingNoticeKindSchema = v.picklist(billingNoticeKinds);
export type BillingNoticeKind = v.InferOutput<typeof billingNoticeKindSchema>;

/** What the portal tells staff about the workshop's subscription. */
export const billingHintSchema = v.object({
  state: billingStateSchema,
  linksStopped: v.boolean(),
  suspendsAt: v.nullable(instant),
  trialEndsAt: v.nullable(instant),
  /** Where the account holder mends it, and the address that serves as sign-in, half hidden: `bu•••@werkstatt.example`. */
  billingUrl: v.string(),
  maskedEmail: v.nullable(v.string()),
});
export type BillingHint = v.InferOutput<typeof billingHintSchema>;
