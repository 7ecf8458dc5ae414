import { randomUUID } from 'node:crypto';
import { billingAccounts, billingInvoices, billingMandates, billingNotices, billingPaymentSources, billingStateChanges, billingSubscriptions, billingTransactions } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { refreshAccount } from '@meldewerk/billing/refresh-account';
import { fillIn, giveMandate, openAccount, startMandate } from './account-holder.ts';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

export type FurnishedHolder = { email: string; cookie: string; mandateId: string; startedId: string; startedSha256: string; invoiceId: string };

/** Who pays for a workshop, signed in: with a mandate and its paper, an invoice, and another mandate begun. */
export async function furnishHolder(platform: Platform, workshop: Workshop): Promise<FurnishedHolder> {
  const { billing } = platform.services;
  if (!billing) throw new Error('tests of billing need billing');
  const holder = await openAccount(platform, workshop);
  await fillIn(holder);
  const { id: mandateId } = await giveMandate(platform, holder);
  await platform.simulators.chargebee.travel({ days: 31 });
  await refreshAccount(billing, workshop.tenantId);
  const { invoices } = (await (await holder.ask('/invoices')).json()) as { invoices: { id: string }[] };
  const started = await startMandate(holder);
  await platform.runJobs();
  return { email: holder.email, cookie: holder.cookie, mandateId, startedId: started.id, startedSha256: started.text.sha256, invoiceId: invoices[0]?.id ?? '' };
}

/** A workshop that pays: one row of everything, as if Chargebee had told it. */
export async function furnishBilling({ services, clock }: Pick<Platform, 'services' | 'clock'>, tenantId: string): Promise<void> {
  const now = clock.now();
  await inTenant(services.db, tenantId, async (tx) => {
    await tx.insert(billingAccounts).values({ tenantId, email: `buchhaltung@${tenantId}.example`, state: 'active', stateSince: now, chargebeeCustomerId: tenantId, createdAt: now });
    await tx.insert(billingStateChanges).values({ tenantId, id: randomUUID(), at: now, state: 'active', mrrCents: 4900 });
    await tx.insert(billingSubscriptions).values({ tenantId, id: `sub-${tenantId}`, status: 'active', itemPriceId: 'werkstatt-EUR-monthly', planName: 'Werkstatt', quantity: 1, unitAmountCents: 4900, currency: 'EUR', period: 1, periodUnit: 'month', mrrCents: 4900, resourceVersion: 1 });
    await tx.insert(billingInvoices).values({ tenantId, id: `inv-${tenantId}`, status: 'paid', issuedAt: now, totalCents: 5831, amountDueCents: 0, currency: 'EUR', resourceVersion: 1 });
    await tx.insert(billingTransactions).values({ tenantId, id: `txn-${tenantId}`, type: 'payment', status: 'success', at: now, amountCents: 5831, currency: 'EUR', invoiceIds: [`inv-${tenantId}`], resourceVersion: 1 });
    await tx.insert(billingPaymentSources).values({ tenantId, id: `pm-${tenantId}`, type: 'direct_debit', status: 'valid', createdAt: now, resourceVersion: 1 });
    await tx.insert(billingMandates).values({ tenantId, id: randomUUID(), route: 'inline', textVersion: '1', textSha256: Buffer.alloc(32), textLanguage: 'de', textWords: { heading: '', paragraphs: [] }, startedAt: now });
    await tx.insert(billingNotices).values({ tenantId, id: randomUUID(), kind: 'invoiceIssued', subject: `inv-${tenantId}`, createdAt: now });
  });
}
