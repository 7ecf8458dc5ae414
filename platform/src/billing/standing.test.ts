import { readStanding } from '@meldewerk/billing/read-standing';
import { billingAccounts, billingInvoices, billingTransactions } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { provisionWorkshop } from '../../test/workshop.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await bootPlatform();
});
afterAll(() => platform.close());

const day = (text: string) => new Date(`2026-11-${text}T10:00:00Z`);
type Debit = { status: string; at: Date; failedAt: Date | null };

/** Since when the debits of one open invoice count as failed. */
async function failedSince(slug: string, debits: Debit[]): Promise<Date | null> {
  const { tenantId } = await provisionWorkshop(platform, slug);
  const { db, billing, newId } = platform.services;
  return inTenant(db, tenantId, async (tx) => {
    await tx.insert(billingAccounts).values({ tenantId, email: `kasse@${slug}.example`, stateSince: day('01'), createdAt: day('01') });
    await tx.insert(billingInvoices).values({ tenantId, id: 'inv', status: 'payment_due', issuedAt: day('01'), totalCents: 5831, amountDueCents: 5831, currency: 'EUR', resourceVersion: 1 });
    for (const debit of debits) await tx.insert(billingTransactions).values({ tenantId, id: newId(), type: 'payment', amountCents: 5831, currency: 'EUR', invoiceIds: ['inv'], resourceVersion: 1, ...debit });
    return (await readStanding(billing!, tx, tenantId)).failedSince;
  });
}

test('days of grace begin with the first failed debit, and a further failure does not put them off', async () => {
  expect(await failedSince('zweimal-nichts', [{ status: 'failure', at: day('02'), failedAt: day('04') }, { status: 'failure', at: day('08'), failedAt: day('10') }])).toEqual(day('04'));
});

test('an invoice that was paid in the end and came back has its days of grace anew', async () => {
  expect(await failedSince('kam-zurueck', [{ status: 'failure', at: day('02'), failedAt: day('04') }, { status: 'late_failure', at: day('06'), failedAt: day('18') }])).toEqual(day('18'));
});
