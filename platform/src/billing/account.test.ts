import type { Billing } from '@meldewerk/billing/billing';
import { refreshAccount } from '@meldewerk/billing/refresh-account';
import type { BillingAccount, InvoicePage, PlanPreview, Usage } from '@meldewerk/contract/billing';
import { billingAccounts, billingAudit, billingInvoices } from '@meldewerk/db/schema-billing';
import { asOperator } from '@meldewerk/db/billing-scope';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billingHost, choice, complete, fillIn, giveMandate, openAccount, openNewAccount, profile, secretIn, signInAgain, startMandate, typeIban, type AccountHolder } from '../../test/account-holder.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop } from '../../test/workshop.ts';

let platform: Platform;
let billing: Billing;
let count = 0;

beforeAll(async () => {
  platform = await bootPlatform();
  billing = platform.services.billing!;
});
afterAll(() => platform.close());

const newHolder = () => openNewAccount(platform, `konto-${++count}`);
async function newPayer(iban?: string): Promise<AccountHolder> {
  const holder = await newHolder();
  await fillIn(holder);
  await giveMandate(platform, holder, iban);
  return holder;
}
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const put = (holder: AccountHolder, path: string, json: unknown) => holder.ask(path, { method: 'PUT', json });
const accountIn = async (answer: Response) => (await answer.json()) as BillingAccount;
/** Time goes on for us and for the vendor, who tells nothing: we look. */
async function pass(holder: AccountHolder, time: { days: number }): Promise<AccountHolder> {
  platform.clock.advance(time);
  await platform.simulators.chargebee.catchUp();
  await refreshAccount(billing, holder.tenantId);
  return signInAgain(platform, holder);
}
const invoicesOf = async (holder: AccountHolder, query = '') => (await (await holder.ask(`/invoices${query}`)).json()) as InvoicePage;

test('a VAT number that cannot be one is refused at its field, with a sentence; what stands on invoices follows the account', async () => {
  const holder = await newHolder();
  const refused = await put(holder, '/profile', { ...profile, vatNumber: 'DE136695978' });
  expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'validationFailed', issues: [{ path: 'vatNumber', message: expect.stringContaining('Umsatzsteuer-ID') }] }]);
  await fillIn(holder);
  await giveMandate(platform, holder);
  const moved = await put(holder, '/profile', { company: 'Karosserie Neu GmbH', address: { ...profile.address, street: 'Neue Straße 1' }, vatNumber: null });
  expect(await moved.json()).toMatchObject({ profile: { company: 'Karosserie Neu GmbH', address: { street: 'Neue Straße 1' }, vatNumber: null } });
  const { customer } = await billing.chargebee.customer.retrieve(holder.tenantId);
  expect([customer.company, customer.billing_address?.line1, customer.vat_number ?? '', customer.email]).toEqual(['Karosserie Neu GmbH', 'Neue Straße 1', '', holder.email]);
});

test('only what is on offer can be chosen, and nothing once there is a subscription', async () => {
  const holder = await newHolder();
  const { plans } = (await (await platform.request(billingHost(platform), '/api/billing/plans', { cookie: holder.cookie })).json()) as { plans: { itemPriceId: string }[] };
  expect(plans.map(({ itemPriceId }) => itemPriceId)).toEqual(['werkstatt-EUR-monthly', 'werkstatt-EUR-yearly', 'betrieb-EUR-monthly']);
  const invented = await put(holder, '/choice', { itemPriceId: 'umsonst-EUR-monthly', quantity: 1 });
  expect(await invented.json()).toMatchObject({ code: 'validationFailed', issues: [{ path: 'itemPriceId' }] });
  await fillIn(holder);
  await giveMandate(platform, holder);
  expect(await problemOf(await put(holder, '/choice', choice))).toEqual([409, 'changedMeanwhile']);
});

test('a vendor that does not answer is told as such: nothing is half changed, and what was known stays readable', async () => {
  const holder = await newPayer();
  const fault = (mode: string) => platform.simulators.fetch(new Request('http://simulators/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ vendor: 'chargebee', mode }) }));
  await fault('down');
  expect(await problemOf(await put(holder, '/profile', { ...profile, company: 'Anders GmbH' }))).toEqual([503, 'paymentVendorDown']);
  expect(await problemOf(await holder.ask('/cancellation', { json: {} }))).toEqual([503, 'paymentVendorDown']);
  await fault('none');
  expect(platform.logs).toContainEqual(expect.objectContaining({ level: 'warn', message: 'paymentVendorDown', code: expect.stringMatching(/^chargebee\//) }));
  expect(await holder.account()).toMatchObject({ state: 'trial', profile: { company: profile.company }, subscription: { cancelsAt: null } });
});

test('a confirmed accounting e-mail is Chargebee’s as well', async () => {
  const holder = await newPayer();
  await put(holder, '/email', { email: 'neu@konto.example' });
  await platform.runJobs();
  await platform.request(billingHost(platform), '/api/billing/email-confirmations', { json: { token: secretIn(platform, 'neu@konto.example') } });
  await platform.runJobs();
  expect((await billing.chargebee.customer.retrieve(holder.tenantId)).customer.email).toBe('neu@konto.example');
});

test('a change of plan is shown before it is made', async () => {
  const holder = await pass(await newPayer(), { days: 31 });
  const wanted = { itemPriceId: 'betrieb-EUR-monthly', quantity: 3 };
  const preview = (await (await holder.ask('/plan-previews', { json: wanted })).json()) as PlanPreview;
  expect(preview).toMatchObject({ choice: wanted, currency: 'EUR' });
  expect(preview.nextCents).toBeGreaterThanOrEqual(3 * 9900);
  const net = preview.lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  // What is given back of the old plan is set off once.
  expect(Math.abs(preview.nowCents - Math.round(net * 1.19))).toBeLessThanOrEqual(1);
  expect((await holder.account()).subscription).toMatchObject(choice);
  expect(await accountIn(await put(holder, '/plan', wanted))).toMatchObject({ subscription: { ...wanted, planName: 'Betrieb', unitAmountCents: 9900 } });
});

test('a subscription ends when what is paid for is over, and until then it can be kept', async () => {
  const holder = await newPayer();
  const ending = await accountIn(await holder.ask('/cancellation', { json: { reason: 'Wir hören auf' } }));
  expect(ending).toMatchObject({ state: 'trial', subscription: { cancelsAt: ending.subscription!.trialEndsAt } });
  expect((await holder.ask('/cancellation', { json: {} })).status).toBe(200);
  const reasonKept = async () => (await asOperator(platform.services.db, (tx) => tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, holder.tenantId))))[0]!.cancellationReason;
  expect(await reasonKept()).toBe('Wir hören auf');
  expect(await accountIn(await holder.ask('/cancellation', { method: 'DELETE' }))).toMatchObject({ state: 'trial', subscription: { cancelsAt: null } });
  expect(await reasonKept()).toBeNull();
  await holder.ask('/cancellation', { json: {} });
  const over = await pass(holder, { days: 31 });
  expect(await over.account()).toMatchObject({ state: 'cancelled', subscription: { status: 'cancelled' } });
  expect(await problemOf(await put(over, '/plan', choice))).toEqual([409, 'setupIncomplete']);
});

test('who comes back subscribes anew, with no second trial', async () => {
  const holder = await newPayer();
  await holder.ask('/cancellation', { json: {} });
  const over = await pass(holder, { days: 31 });
  expect((await put(over, '/choice', choice)).status).toBe(200);
  await giveMandate(platform, over);
  expect(await over.account()).toMatchObject({ state: 'active', subscription: { status: 'active', trialEndsAt: null } });
});

test('a bank account given after the end begins no subscription anew: that has to be chosen', async () => {
  const holder = await newPayer();
  await holder.ask('/cancellation', { json: {} });
  const over = await pass(holder, { days: 31 });
  expect((await over.account()).choice).toBeNull();
  await giveMandate(platform, over, 'DE08370400440532013003');
  expect(await over.account()).toMatchObject({ state: 'cancelled', mandate: { state: 'valid', maskedIban: 'DE•• •••• 3003' } });
  expect((await billing.chargebee.subscription.list({ customer_id: { is: over.tenantId } })).list.map(({ subscription }) => subscription.status)).toEqual(['cancelled']);
});

test('an invoice is listed with what became of the money, and its file comes from the vendor each time', async () => {
  const holder = await pass(await newPayer(), { days: 31 });
  const { invoices } = await invoicesOf(holder);
  expect(invoices).toMatchObject([{ status: expect.stringMatching(/payment_due|paid/), totalCents: 11_662, debit: { state: expect.stringMatching(/running|paid/) } }]);
  const file = await holder.ask(`/invoices/${invoices[0]!.id}/pdf`);
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/pdf', expect.stringContaining(`${invoices[0]!.id}.pdf`)]);
  expect(Buffer.from(await file.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');

  const other = await newPayer();
  expect(await problemOf(await other.ask(`/invoices/${invoices[0]!.id}/pdf`))).toEqual([404, 'notFound']);
  const noted = await asOperator(platform.services.db, (tx) => tx.select().from(billingAudit).where(eq(billingAudit.type, 'invoiceRefused')));
  expect(noted).toMatchObject([{ workshopId: other.tenantId, refused: true }]);
});

test('invoices come page by page, the newest first, and none twice', async () => {
  const holder = await newHolder();
  const { tenantId } = holder;
  // Two of a day each, so that a page ends between them.
  const rows = Array.from({ length: 28 }, (_, index) => ({ tenantId, id: `R-${1000 + index}`, status: 'paid' as const, issuedAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))), totalCents: 100, amountDueCents: 0, currency: 'EUR', resourceVersion: 1 }));
  await inTenant(platform.services.db, tenantId, (tx) => tx.insert(billingInvoices).values(rows));
  const first = await invoicesOf(holder);
  const second = await invoicesOf(holder, `?before=${first.next}`);
  expect([first.invoices.length, second.next]).toEqual([25, null]);
  expect([...first.invoices, ...second.invoices].map(({ id }) => id)).toEqual(rows.map(({ id }) => id).reverse());
});

test('a new bank account pays at once what the old one did not', async () => {
  let holder = await pass(await newPayer('DE62370400440532013001'), { days: 31 });
  holder = await pass(holder, { days: 1 });
  expect(await holder.account()).toMatchObject({ state: 'pastDue', isCollecting: false, openAmountCents: 11_662, suspendsAt: expect.any(String) });
  expect((await invoicesOf(holder)).invoices[0]!.debit).toMatchObject({ state: 'failed', failureCode: expect.any(String), maskedIban: '•••• 3001' });
  const started = await startMandate(holder);
  await typeIban(platform, started);
  await complete(holder, started);
  await platform.runJobs();
  // Nobody is asked for another account while the new one is being debited.
  expect(await holder.account()).toMatchObject({ state: 'pastDue', isCollecting: true });
  holder = await pass(holder, { days: 7 });
  expect(await holder.account()).toMatchObject({ state: 'active', openAmountCents: 0, suspendsAt: null });
  expect((await invoicesOf(holder)).invoices[0]).toMatchObject({ status: 'paid', debit: { state: 'paid', maskedIban: '•••• 3000' } });
});

test('usage counts reports and links by month of the workshop’s own clock', async () => {
  const workshop = await provisionWorkshop(platform, 'konto-mit-meldung');
  const holder = await openAccount(platform, workshop);
  await submitSmallReport(platform, workshop);
  const usage = (await (await holder.ask('/usage')).json()) as Usage;
  expect([usage.months.length, usage.staffCount, usage.months[0]]).toEqual([12, 3, { month: platform.clock.now().toISOString().slice(0, 7), submittedCount: 1, linkCount: 0 }]);
});

test('a German postcode has five digits; other countries write theirs as they like', async () => {
  const holder = await newHolder();
  const living = (postalCode: string, country: string) => ({ ...profile, vatNumber: null, address: { ...profile.address, postalCode, country } });
  const refused = await put(holder, '/profile', living('7613', 'DE'));
  expect(await refused.json()).toMatchObject({ status: 422, issues: [{ path: 'address.postalCode' }] });
  for (const [postalCode, country] of [['76131', 'DE'], ['1010', 'AT']] as const) expect((await put(holder, '/profile', living(postalCode, country))).status).toBe(200);
});
