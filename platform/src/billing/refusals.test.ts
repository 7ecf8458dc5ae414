import type { Billing } from '@meldewerk/billing/billing';
import { followEnrollment } from '@meldewerk/billing/enrollment/complete-enrollment';
import { retireBankAccount } from '@meldewerk/billing/enrollment/retire-bank-account';
import type { Problem } from '@meldewerk/contract/problem';
import { asOperator } from '@meldewerk/db/billing-scope';
import { billingAudit, billingMandates, chargebeeEvents } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billingHost, choice, complete, fillIn, giveMandate, mailsTo, openNewAccount, secretIn, signInAgain, startMandate, typeIban, typeIbanThere, type AccountHolder, type Started } from '../../test/account-holder.ts';
import { asChargebee } from '../../test/billing-event-cases.ts';
import { bootPlatform, hostOf, type Platform, type TestRequest } from '../../test/harness.ts';

let platform: Platform;
let billing: Billing;
let here: AccountHolder;
let there: AccountHolder;
let theirs: Started;

beforeAll(async () => {
  platform = await bootPlatform();
  billing = platform.services.billing!;
  [here, there] = [await openNewAccount(platform, 'hier'), await openNewAccount(platform, 'drueben')];
  for (const holder of [here, there]) await fillIn(holder);
  theirs = await giveMandate(platform, there);
});
afterAll(() => platform.close());

const ask = (path: string, request: TestRequest = {}) => platform.request(billingHost(platform), `/api/billing${path}`, request);
const tell = (event: unknown, headers: Record<string, string> = asChargebee) => platform.request(hostOf(platform, null), '/api/webhooks/chargebee', { json: event, headers: { 'sec-fetch-site': 'none', ...headers } });
const refused = () => asOperator(platform.services.db, (tx) => tx.select().from(billingAudit).where(eq(billingAudit.refused, true)));
const setReference = (holder: AccountHolder, { id }: Started, vendorReference: string) => inTenant(platform.services.db, holder.tenantId, (tx) => tx.update(billingMandates).set({ vendorReference }).where(eq(billingMandates.id, id)));
const referenceOf = async (holder: AccountHolder, { id }: Started) => (await inTenant(platform.services.db, holder.tenantId, (tx) => tx.select().from(billingMandates).where(eq(billingMandates.id, id))))[0]!.vendorReference!;
/** Another secret of the same shape. */
const tampered = (secret: string) => `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;

const refusals: Record<string, { ask: () => Promise<Response>; answer: [number, string, string]; audit: { type: string; workshop: 'here' | null } }> = {
  'a webhook with a wrong password': {
    ask: () => tell({ id: 'ev_forged', event_type: 'customer_changed', occurred_at: 1_790_000_000, content: {} }, { authorization: `Basic ${btoa('chargebee:falsch')}` }),
    answer: [401, 'unauthenticated', 'melden Sie sich an'], audit: { type: 'webhookRefused', workshop: null },
  },
  'a sign-in link that was changed': {
    async ask() {
      await ask('/sign-ins', { json: { email: here.email } });
      await platform.runJobs();
      return ask('/sessions', { json: { token: tampered(secretIn(platform, here.email)) } });
    },
    answer: [410, 'signInLinkInvalid', 'Anmeldelink'], audit: { type: 'signInRefused', workshop: null },
  },
  'a link to confirm an address that was changed': {
    async ask() {
      await here.ask('/email', { method: 'PUT', json: { email: 'neu@hier.example' } });
      await platform.runJobs();
      return ask('/email-confirmations', { json: { token: tampered(secretIn(platform, 'neu@hier.example')) } });
    },
    answer: [410, 'signInLinkInvalid', 'Anmeldelink'], audit: { type: 'emailChangeRefused', workshop: null },
  },
  'a way back from the vendor to another workshop’s mandate': { ask: () => complete(here, theirs), answer: [404, 'notFound', 'gibt es hier nicht'], audit: { type: 'enrollmentRefused', workshop: 'here' } },
  'a way back to the own mandate without the button': {
    async ask() {
      const begun = (await (await here.ask('/enrollments', { json: { route: 'inline' } })).json()) as Started;
      await typeIban(platform, begun);
      return complete(here, begun);
    },
    answer: [409, 'setupIncomplete', 'Lastschriftmandat'], audit: { type: 'enrollmentRefused', workshop: 'here' },
  },
  'the account of another workshop': { ask: () => ask(`/accounts/${there.tenantId}`, { cookie: here.cookie }), answer: [404, 'notFound', 'gibt es hier nicht'], audit: { type: 'accountRefused', workshop: null } },
  'the SetupIntent of another workshop’s customer': {
    async ask() {
      const mine = await startMandate(here);
      await setReference(here, mine, await referenceOf(there, theirs));
      return complete(here, mine);
    },
    answer: [422, 'mandateFailed', 'Bankverbindung'], audit: { type: 'enrollmentRefused', workshop: 'here' },
  },
  'the hosted page of another workshop’s customer': {
    async ask() {
      const other = await startMandate(there, 'hosted');
      typeIbanThere(platform, other);
      const mine = await startMandate(here, 'hosted');
      await setReference(here, mine, await referenceOf(there, other));
      return complete(here, mine);
    },
    answer: [422, 'mandateFailed', 'Bankverbindung'], audit: { type: 'enrollmentRefused', workshop: 'here' },
  },
  'a mandate the bank refused': {
    async ask() {
      const started = await startMandate(here);
      await typeIban(platform, started, 'DE51370400440532013005');
      return complete(here, started);
    },
    answer: [422, 'mandateFailed', 'Bankverbindung'], audit: { type: 'enrollmentRefused', workshop: 'here' },
  },
  'a SetupIntent that was left for half a day': {
    async ask() {
      const started = await startMandate(here);
      platform.clock.advance({ hours: 12, minutes: 1 });
      expect(await followEnrollment(billing, here.tenantId, started.id)).toBe(true);
      expect((await typeIban(platform, started)).ok).toBe(false);
      here = await signInAgain(platform, here);
      there = await signInAgain(platform, there);
      return complete(here, started);
    },
    answer: [410, 'enrollmentExpired', 'zu spät'], audit: { type: 'enrollmentRefused', workshop: 'here' },
  },
};

test.each(Object.entries(refusals))('%s is refused in words and noted', async (_, { ask: attempt, answer: [status, code, words], audit }) => {
  const known = new Set((await refused()).map(({ id }) => id));
  const answer = await attempt();
  const problem = (await answer.json()) as Problem;
  expect([answer.status, problem.code, problem.detail]).toEqual([status, code, expect.stringContaining(words)]);
  const noted = (await refused()).filter(({ id }) => !known.has(id));
  expect(noted).toMatchObject([{ type: audit.type, workshopId: audit.workshop && here.tenantId }]);
  expect((await here.account()).state).toBe('setup');
});

test('an event that names what belongs to another workshop brings nothing here, whether it is there, gone, or a path', async () => {
  platform.clock.advance({ days: 31 });
  await platform.simulators.chargebee.catchUp();
  const [invoice] = (await billing.chargebee.invoice.list({ customer_id: { is: there.tenantId } })).list;
  const customer = { id: here.tenantId };
  const occurred = { occurred_at: 1_795_000_000 };
  await tell({ id: 'ev_invoice', event_type: 'invoice_updated', ...occurred, content: { customer, invoice: { id: invoice!.invoice.id, customer_id: here.tenantId } } });
  await tell({ id: 'ev_gone', event_type: 'payment_source_deleted', ...occurred, content: { customer, payment_source: { id: 'pm_never', customer_id: there.tenantId, type: 'direct_debit', status: 'valid', created_at: 1, bank_account: { last4: '3000' } } } });
  await tell({ id: 'ev_path', event_type: 'invoice_updated', ...occurred, content: { customer, invoice: { id: `../customers/${there.tenantId}` } } });
  await platform.runJobs();
  const stored = await platform.services.db.select().from(chargebeeEvents).orderBy(chargebeeEvents.id);
  expect(stored.map(({ id, effects, failureCode }) => [id, effects?.[0]?.effect, failureCode])).toEqual([['ev_gone', 'foreignResource', null], ['ev_invoice', 'foreignResource', null], ['ev_path', 'notNeeded', null]]);
  here = await signInAgain(platform, here);
  expect(await (await here.ask('/invoices')).json()).toMatchObject({ invoices: [] });
});

test('who guesses codes from many places and for many sign-ins runs out of tries for the address; its links go on working', async () => {
  const guesses: number[] = [];
  for (let round = 0; round < 5; round++) {
    const { signInId } = (await (await ask('/sign-ins', { json: { email: there.email } })).json()) as { signInId: string };
    for (let tried = 0; tried < 5; tried++) guesses.push((await ask('/sessions', { json: { signInId, code: '000000' } })).status);
  }
  expect([guesses.slice(0, 20), guesses.slice(20)]).toEqual([Array(20).fill(401), Array(5).fill(429)]);
  await platform.runJobs();
  expect(mailsTo(platform, there.email).length).toBeGreaterThan(0);
  expect((await ask('/sessions', { json: { token: secretIn(platform, there.email) } })).status).toBe(200);
});

test('two tabs that change the plan at once leave what Chargebee has in the end', async () => {
  there = await signInAgain(platform, there);
  const answers = await Promise.all([3, 4, 5].map((quantity) => there.ask('/plan', { method: 'PUT', json: { ...choice, quantity } })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [running] = (await billing.chargebee.subscription.list({ customer_id: { is: there.tenantId } })).list;
  expect((await there.account()).subscription?.quantity).toBe(running?.subscription.subscription_items?.[0]?.quantity);
});

test('two mandates that crossed on their way leave the one in force charged', async () => {
  const holder = await openNewAccount(platform, 'zweimal');
  await fillIn(holder);
  const first = await giveMandate(platform, holder);
  platform.clock.advance({ minutes: 1 });
  await giveMandate(platform, holder, 'DE62370400440532013001');
  const sources = (await billing.chargebee.paymentSource.list({ customer_id: { is: holder.tenantId } })).list.map(({ payment_source: source }) => source);
  const idOf = (last4: string) => sources.find(({ bank_account: account }) => account?.last4 === last4)!.id;
  await billing.chargebee.customer.assignPaymentRole(holder.tenantId, { payment_source_id: idOf('3000'), role: 'primary' });
  expect(await retireBankAccount(billing, holder.tenantId, first.id)).toBe(true);
  expect((await billing.chargebee.customer.retrieve(holder.tenantId)).customer.primary_payment_source_id).toBe(idOf('3001'));
});

test('a bank that answers late does not undo the mandate that was given meanwhile', async () => {
  const holder = await openNewAccount(platform, 'spaete-bank');
  await fillIn(holder);
  const slow = await startMandate(holder);
  await typeIban(platform, slow, 'DE94370400440532013007');
  expect(await (await complete(holder, slow)).json()).toMatchObject({ state: 'waiting' });
  platform.clock.advance({ minutes: 2 });
  const given = await giveMandate(platform, holder);
  platform.clock.advance({ minutes: 2 });
  expect(await followEnrollment(billing, holder.tenantId, slow.id)).toBe(true);
  expect((await holder.account()).mandate).toMatchObject({ id: given.id, state: 'valid', maskedIban: 'DE•• •••• 3000' });
  const { mandates } = (await (await holder.ask('/mandates')).json()) as { mandates: { id: string; state: string }[] };
  expect(mandates.find(({ id }) => id === slow.id)?.state).toBe('replaced');
  expect((await billing.chargebee.paymentSource.list({ customer_id: { is: holder.tenantId } })).list).toHaveLength(1);
});
