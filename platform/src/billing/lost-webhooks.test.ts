import { tenants } from '@meldewerk/db/schema';
import { billingAccounts, billingInvoices, billingMandates, billingNotices, billingPaymentSources, billingStateChanges, billingSubscriptions, billingTransactions, chargebeeEvents } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { WebhookTrouble } from '@meldewerk/simulators/chargebee/webhook-delivery';
import { asc, desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { complete, fillIn, giveMandate, mailsTo, openAccount, signInAgain, startMandate, typeIban } from '../../test/account-holder.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { passTime } from '../../test/pass-time.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';

test('with half of the webhooks lost, the others twice and out of order, an account goes through the same and hears the same', async () => {
  const healthy = await live({});
  expect(healthy.course).toEqual([
    'trial, owes 0, DE•• •••• 3000', 'active, owes 0, DE•• •••• 3000', 'pastDue, owes 11662, DE•• •••• 3000',
    'suspended, owes 11662, DE•• •••• 3000', 'active, owes 0, DE•• •••• 3003',
  ]);
  expect(healthy.invoices).toMatchObject([{ status: 'paid', debit: { state: 'paid' } }, { status: 'paid' }]);
  expect(healthy.subjects.filter((subject) => subject.endsWith('wurden abgebucht'))).toHaveLength(3);
  expect(healthy.books).toMatchObject({ accounts: [{ state: 'active', pastDueSince: null }], linksStoppedAt: null, lastChange: { state: 'active', mrrCents: 9800 }, untold: [] });
  expect(healthy.books.notices).toEqual(expect.arrayContaining([expect.stringMatching(/^suspended /), expect.stringMatching(/^reactivated/)]));
  expect(await live({ twice: true, shuffled: true, lostShare: 0.5 })).toEqual(healthy);
});

/** Trial, a debit that comes back, the grace time to its end, and another account that pays. */
async function live(trouble: Partial<WebhookTrouble>) {
  const platform = await bootPlatform({ vendorsReport: true });
  platform.simulators.chargebee.webhooks.setTrouble({ ...trouble, seed: 5 });
  const workshop = await provisionWorkshop(platform, 'durchs-jahr');
  const holder = await openAccount(platform, workshop);
  await fillIn(holder);
  await giveMandate(platform, holder);
  await platform.runJobs();
  const course = [await standOf(platform, workshop)];
  await passTime(platform, { days: 31, everyDays: 4 });
  course.push(await standOf(platform, workshop));
  platform.simulators.chargebee.setNextDebit(workshop.tenantId, 'returns');
  await passTime(platform, { days: 33, everyDays: 4 });
  course.push(await standOf(platform, workshop));
  await passTime(platform, { days: 20, everyDays: 4 });
  course.push(await standOf(platform, workshop));

  const again = await signInAgain(platform, holder);
  const started = await startMandate(again);
  await typeIban(platform, started, 'DE08370400440532013003');
  await complete(again, started);
  await passTime(platform, { days: 1 });
  course.push(await standOf(platform, workshop));
  const { invoices } = (await (await (await signInAgain(platform, holder)).ask('/invoices')).json()) as { invoices: unknown[] };
  const subjects = mailsTo(platform, holder.email).map(({ subject }) => subject).toSorted();
  const books = await booksOf(platform, workshop);
  const missed = await platform.services.db.$count(chargebeeEvents, eq(chargebeeEvents.source, 'reconciliation'));
  expect(missed > 0).toBe(trouble.lostShare !== undefined);
  await platform.close();
  return { course, invoices, subjects, books };
}

/** All that is kept of the account in the end, without versions and the vendor's invented ids, which are told by their order. */
async function booksOf({ services }: Platform, { tenantId }: Workshop) {
  const rows = await inTenant(services.db, tenantId, async (tx) => {
    const notices = await tx.select().from(billingNotices).where(eq(billingNotices.tenantId, tenantId));
    return {
      invoices: await tx.select().from(billingInvoices).where(eq(billingInvoices.tenantId, tenantId)).orderBy(asc(billingInvoices.issuedAt)),
      sources: await tx.select().from(billingPaymentSources).where(eq(billingPaymentSources.tenantId, tenantId)).orderBy(asc(billingPaymentSources.createdAt)),
      subscriptions: await tx.select().from(billingSubscriptions).where(eq(billingSubscriptions.tenantId, tenantId)),
      transactions: await tx.select().from(billingTransactions).where(eq(billingTransactions.tenantId, tenantId)).orderBy(asc(billingTransactions.at), asc(billingTransactions.resourceVersion)),
      mandates: (await tx.select().from(billingMandates).where(eq(billingMandates.tenantId, tenantId)).orderBy(asc(billingMandates.startedAt))).map(({ id, paymentSourceId, mandateReference, completedAt, endedAt, failedAt, documentId }) => ({ id, paymentSourceId, mandateReference, completed: completedAt !== null, ended: endedAt !== null, failed: failedAt !== null, hasDocument: documentId !== null })),
      // Since when it is active is when we learnt of it.
      accounts: (await tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId))).map((account) => ({ ...account, stateSince: null, stripeCustomerId: null })),
      linksStoppedAt: (await tx.select({ at: tenants.linksStoppedAt }).from(tenants).where(eq(tenants.id, tenantId)))[0]?.at,
      lastChange: (await tx.select({ state: billingStateChanges.state, mrrCents: billingStateChanges.mrrCents }).from(billingStateChanges).where(eq(billingStateChanges.tenantId, tenantId)).orderBy(desc(billingStateChanges.at), desc(billingStateChanges.id)).limit(1))[0],
      notices: notices.map(({ kind, subject }) => (kind === 'reactivated' ? kind : `${kind} ${subject}`)),
      untold: notices.filter(({ announcedAt }) => announcedAt === null).map(({ kind }) => kind),
    };
  });
  const numbers = new Map<string, number>();
  const numbered = JSON.stringify(rows, (name, value: unknown) => (/version$/i.test(name) ? undefined : value)).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+_[A-Za-z0-9]{14,}|[0-9A-F]{16}/g, (id) => `#${numbers.get(id) ?? (numbers.set(id, numbers.size), numbers.size - 1)}`);
  const books = JSON.parse(numbered) as typeof rows;
  return { ...books, notices: books.notices.toSorted() };
}

async function standOf(platform: Platform, { tenantId, slug }: Workshop): Promise<string> {
  const { state, openAmountCents, mandate } = await (await signInAgain(platform, { tenantId, email: `buchhaltung@${slug}.example` })).account();
  return `${state}, owes ${openAmountCents}, ${mandate?.maskedIban}`;
}
