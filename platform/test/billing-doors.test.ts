import { recordAudit } from '@meldewerk/billing/record-audit';
import { asAccountHolder } from '@meldewerk/db/account-holder-scope';
import { asOperator } from '@meldewerk/db/billing-scope';
import { staffUsers } from '@meldewerk/db/schema';
import { billingAccounts, billingAudit, billingMandates, billingPaymentSources, billingSubscriptions } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, giveMandate, openNewAccount, type AccountHolder } from './account-holder.ts';
import { bootPlatform, type Platform } from './harness.ts';

let platform: Platform;
let one: AccountHolder;
let other: AccountHolder;

beforeAll(async () => {
  platform = await bootPlatform();
  [one, other] = [await openNewAccount(platform, 'tuer-eins'), await openNewAccount(platform, 'tuer-zwei')];
  for (const holder of [one, other]) {
    await fillIn(holder);
    await giveMandate(platform, holder);
  }
});
afterAll(() => platform.close());

const ofMoney = [billingAccounts, billingMandates, billingPaymentSources, billingSubscriptions];

test('the operator sees the money side of every workshop, nothing of its people, and changes none of it', async () => {
  const { db } = platform.services;
  for (const table of ofMoney) expect(await asOperator(db, (tx) => tx.$count(table))).toBe(2);
  expect(await asOperator(db, (tx) => tx.$count(staffUsers))).toBe(0);
  expect(await asOperator(db, (tx) => tx.update(billingAccounts).set({ company: 'Anders' }).returning())).toEqual([]);
  await expect(asOperator(db, (tx) => tx.insert(billingAccounts).values({ tenantId: platform.services.newId(), email: 'x@y.example', stateSince: new Date(), createdAt: new Date() }))).rejects.toThrow();
  // The door is closed behind the transaction, and one without any sees nothing.
  for (const table of [...ofMoney, billingAudit]) expect(await db.$count(table)).toBe(0);
});

test('an accounting address opens its own accounts to be read, and nothing behind them', async () => {
  const { db } = platform.services;
  const found = await asAccountHolder(db, one.email, (tx) => tx.select({ tenantId: billingAccounts.tenantId }).from(billingAccounts));
  expect(found).toEqual([{ tenantId: one.tenantId }]);
  for (const table of [billingMandates, billingPaymentSources, billingSubscriptions, billingAudit, staffUsers]) expect(await asAccountHolder(db, one.email, (tx) => tx.$count(table))).toBe(0);
  expect(await asAccountHolder(db, one.email, (tx) => tx.update(billingAccounts).set({ email: 'dieb@fremd.example' }).returning())).toEqual([]);
  for (const nobody of ['', '%', 'niemand@kunde.example']) expect(await asAccountHolder(db, nobody, (tx) => tx.$count(billingAccounts))).toBe(0);
});

test('what is noted stays as it was written, and only where it belongs', async () => {
  const { db, clock, newId } = platform.services;
  const context = { now: () => clock.now(), newId };
  const entry = { actor: 'accountHolder', type: 'test' } as const;
  await expect(inTenant(db, one.tenantId, (tx) => recordAudit(context, tx, { ...entry, workshopId: other.tenantId }))).rejects.toThrow();
  await expect(inTenant(db, one.tenantId, (tx) => tx.update(billingAudit).set({ type: 'anders' }))).rejects.toThrow();
  await expect(inTenant(db, one.tenantId, (tx) => tx.delete(billingAudit))).rejects.toThrow();
});
