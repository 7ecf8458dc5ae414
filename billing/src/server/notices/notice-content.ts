import type { BillingMailContent } from '@meldewerk/messaging/templates/billing-mails';
import type { BillingNoticeKind } from '@meldewerk/contract/billing';
import type { Transaction } from '@meldewerk/db/client';
import { billingInvoices, billingMandates, billingTransactions, type billingAccounts, type billingNotices } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { suspendsAt } from '../billing-state.ts';
import type { Billing } from '../billing.ts';
import { askChargebee } from '../chargebee/ask-chargebee.ts';
import { readStanding, type Standing } from '../read-standing.ts';
import { lapsesAt, readDebitedSource, type DebitedSource } from './debited-source.ts';

type Account = typeof billingAccounts.$inferSelect;
export type StoredNotice = typeof billingNotices.$inferSelect;
/** What a mail says. `document`: what hangs on it, the PDF of an invoice or a stored paper. */
export type NoticeContent = { content: BillingMailContent; document: { invoiceId: string } | { documentId: string } | null };

type Books = { tx: Transaction; billing: Billing; account: Account; notice: StoredNotice; standing: Standing; debited: DebitedSource | null };
/** What is still to be asked of Chargebee, once the books are closed. */
type Ask = (billing: Billing) => Promise<NoticeContent | null>;

/** Reads what the mail of a notice has to say, as things stand now; null when that has passed, and nobody needs to hear of it. */
export async function noticeContent(billing: Billing, account: Account, notice: StoredNotice): Promise<NoticeContent | null> {
  const { tenantId } = account;
  const read = await inTenant(billing.db, tenantId, async (tx) => {
    const standing = await readStanding(billing, tx, tenantId);
    const debited = await readDebitedSource(tx, tenantId);
    return readers[notice.kind as BillingNoticeKind]({ tx, billing, account, notice, standing, debited });
  });
  return typeof read === 'function' ? read(billing) : read;
}

const readers: Record<BillingNoticeKind, (books: Books) => Promise<NoticeContent | Ask | null>> = {
  mandateGiven: readMandate,
  mandateChanged: readMandate,
  async mandateLapsing({ debited, notice }) {
    if (!debited || !notice.subject.startsWith(debited.source.id)) return null;
    const isUnused = notice.subject.includes('/');
    return plain({ kind: 'mandateLapsing', ...mandateOf(debited), lapsesAt: isUnused ? lapsesAt(debited.source, debited.usedAt).toISOString() : null });
  },
  async preNotification({ billing, notice, standing: { subscription }, debited }) {
    if (!debited || !subscription?.nextBillingAt || subscription.cancelsAt || subscription.nextBillingAt <= billing.businessNow()) return null;
    const { id, nextBillingAt, planName } = subscription;
    if (notice.subject !== `${id}/${nextBillingAt.toISOString().slice(0, 10)}`) return null;
    return async (asked) => {
      const amount = await renewalAmount(asked, id);
      return amount.cents > 0 ? plain({ kind: 'preNotification', amount, debitAt: nextBillingAt.toISOString(), planName, ...mandateOf(debited) }) : null;
    };
  },
  async invoiceIssued({ tx, account, notice, debited }) {
    const [invoice] = await tx.select().from(billingInvoices).where(and(eq(billingInvoices.tenantId, account.tenantId), eq(billingInvoices.id, notice.subject)));
    if (!invoice || invoice.status === 'voided') return null;
    const { id, totalCents, amountDueCents, currency, issuedAt, status } = invoice;
    return { content: { kind: 'invoiceIssued', invoiceId: id, amount: { cents: totalCents, currency }, due: { cents: amountDueCents, currency }, issuedAt: issuedAt.toISOString(), paid: status === 'paid', mandate: debited && mandateOf(debited) }, document: { invoiceId: id } };
  },
  async debitExecuted(books) {
    const debit = await readDebit(books);
    return debit && plain({ kind: 'debitExecuted', ...describeDebit(debit) });
  },
  debitFailed: readFailure,
  debitReturned: readFailure,
  async suspensionAhead({ billing, account, standing }) {
    if (account.state !== 'pastDue' || !account.pastDueSince) return null;
    return plain({ kind: 'suspensionAhead', open: open(standing), suspendsAt: suspendsAt(account.pastDueSince, billing.config.graceDays).toISOString() });
  },
  async suspended({ account, standing }) {
    return account.state === 'suspended' ? plain({ kind: 'suspended', open: open(standing) }) : null;
  },
  async reactivated({ account }) {
    return account.state === 'active' || account.state === 'trial' ? plain({ kind: 'reactivated' }) : null;
  },
  async cancelled({ account, notice, standing: { subscription } }) {
    if (!notice.subject.startsWith('ahead/')) return account.state === 'cancelled' ? plain({ kind: 'cancelled', at: account.stateSince.toISOString(), isOver: true }) : null;
    // Taken back, or put off: then another notice tells.
    if (account.state === 'cancelled' || !subscription?.cancelsAt || !notice.subject.endsWith(subscription.cancelsAt.toISOString())) return null;
    return plain({ kind: 'cancelled', at: subscription.cancelsAt.toISOString(), isOver: false });
  },
  async trialEnding({ account, standing: { subscription }, debited }) {
    if (account.state !== 'trial' || !subscription?.trialEndsAt || subscription.cancelsAt) return null;
    const { id, trialEndsAt, planName } = subscription;
    return async (asked) => plain({ kind: 'trialEnding', endsAt: trialEndsAt.toISOString(), planName, amount: await renewalAmount(asked, id), mandate: debited && mandateOf(debited) });
  },
};

async function readMandate({ tx, account, notice, debited }: Books): Promise<NoticeContent | null> {
  const kind = notice.kind === 'mandateGiven' ? ('mandateGiven' as const) : ('mandateChanged' as const);
  const { tenantId, id } = billingMandates;
  const [given] = v.is(v.pipe(v.string(), v.uuid()), notice.subject) ? await tx.select().from(billingMandates).where(and(eq(tenantId, account.tenantId), eq(id, notice.subject))) : [];
  const source = debited?.source;
  if (!given && source?.id !== notice.subject) return null;
  // The reference may have become known after the mandate was given.
  const isInForce = given === undefined || given.paymentSourceId === source?.id;
  return {
    content: {
      kind,
      holder: given?.holder ?? source?.holder ?? null,
      maskedIban: given?.maskedIban ?? source?.maskedIban ?? null,
      reference: (isInForce ? source?.mandateReference : null) ?? given?.mandateReference ?? null,
      withDocument: Boolean(given?.documentId),
    },
    document: given?.documentId ? { documentId: given.documentId } : null,
  };
}

async function readFailure(books: Books): Promise<NoticeContent | null> {
  const debit = await readDebit(books);
  const { account, billing, notice } = books;
  const kind = notice.kind === 'debitReturned' ? ('debitReturned' as const) : ('debitFailed' as const);
  // Of a debit that comes back we may hear before we hear that its invoice is open again.
  const since = account.pastDueSince ?? (kind === 'debitReturned' && account.state === 'active' ? debit?.failedAt : null);
  const suspends = since && account.state !== 'suspended' && account.state !== 'cancelled' ? suspendsAt(since, billing.config.graceDays).toISOString() : null;
  return debit && plain({ kind, ...describeDebit(debit), failureCode: debit.errorCode, suspendsAt: suspends });
}

async function readDebit({ tx, account, notice }: Books) {
  const [debit] = await tx.select().from(billingTransactions).where(and(eq(billingTransactions.tenantId, account.tenantId), eq(billingTransactions.id, notice.subject)));
  return debit ?? null;
}

function describeDebit({ invoiceIds, amountCents, currency, at, failedAt, maskedAccount }: typeof billingTransactions.$inferSelect) {
  return { invoiceIds, amount: { cents: amountCents, currency }, at: (failedAt ?? at).toISOString(), maskedIban: maskedAccount };
}

function mandateOf({ source: { maskedIban, mandateReference } }: DebitedSource) {
  return { maskedIban, reference: mandateReference };
}

function open({ openCents, subscription }: Standing) {
  return { cents: openCents, currency: subscription?.currency ?? 'EUR' };
}

/** What the next invoice will come to, taxes and credits included: Chargebee reckons. */
async function renewalAmount({ chargebee }: Billing, subscriptionId: string) {
  const { estimate } = await askChargebee(() => chargebee.estimate.renewalEstimate(subscriptionId));
  const { amount_due: due, total = 0, currency_code: currency } = estimate.invoice_estimate ?? { currency_code: 'EUR' };
  return { cents: due ?? total, currency };
}

function plain(content: BillingMailContent): NoticeContent {
  return { content, document: null };
}
