import { createHash } from 'node:crypto';
import { completeEnrollment, followEnrollment } from '@meldewerk/billing/enrollment/complete-enrollment';
import { retireBankAccount } from '@meldewerk/billing/enrollment/retire-bank-account';
import { refreshAccount } from '@meldewerk/billing/refresh-account';
import type { Billing } from '@meldewerk/billing/billing';
import { asOperator } from '@meldewerk/db/billing-scope';
import { billingAccounts, billingAudit, billingMandates, billingNotices, billingPaymentSources } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choice, complete, fillIn, giveMandate, openNewAccount, payingIban, profile, signInAgain, startMandate, typeIban, type AccountHolder } from '../../test/account-holder.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { makeMandatePaper } from './mandate-paper.ts';

let platform: Platform;
let billing: Billing;
let count = 0;

beforeAll(async () => {
  platform = await bootPlatform();
  billing = platform.services.billing!;
});
afterAll(() => platform.close());

/** A workshop whose account holder is signed in. */
async function newHolder({ filled = true } = {}): Promise<AccountHolder> {
  const holder = await openNewAccount(platform, `werkstatt-${++count}`);
  if (filled) await fillIn(holder);
  return holder;
}
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const sourcesOf = async ({ tenantId }: AccountHolder) => (await billing.chargebee.paymentSource.list({ customer_id: { is: tenantId } })).list.map(({ payment_source: source }) => source);
const subscriptionsOf = async ({ tenantId }: AccountHolder) => (await billing.chargebee.subscription.list({ customer_id: { is: tenantId } })).list.map(({ subscription }) => subscription);
const mandateRow = async ({ tenantId }: AccountHolder, id: string) => (await inTenant(platform.services.db, tenantId, (tx) => tx.select().from(billingMandates).where(eq(billingMandates.id, id))))[0]!;
const auditOf = ({ tenantId }: AccountHolder, type: string) => asOperator(platform.services.db, (tx) => tx.select().from(billingAudit).where(and(eq(billingAudit.workshopId, tenantId), eq(billingAudit.type, type))));

test('company, plan and mandate are all it takes: then the trial runs and the paper is there', async () => {
  const holder = await newHolder();
  const started = await startMandate(holder);
  const words = started.text.paragraphs.join(' ');
  for (const part of ['Meldewerk Test GmbH', 'DE98ZZZ09999999999', 'Stripe', 'acht Wochen', 'zwei Tage', 'Unterschrift']) expect(words).toContain(part);
  await typeIban(platform, started);
  const answer = await complete(holder, started);
  expect(await answer.json()).toMatchObject({ state: 'completed', mandate: { state: 'valid', maskedIban: 'DE•• •••• 3000', holder: 'Karosserie Muster GmbH', reference: expect.any(String) } });

  const account = await holder.account();
  expect(account).toMatchObject({ state: 'trial', profile, choice, subscription: { status: 'in_trial', planName: 'Werkstatt', quantity: 2, unitAmountCents: 4900 }, mandate: { id: started.id, hasDocument: false } });
  const kept = await mandateRow(holder, started.id);
  expect(kept).toMatchObject({ acceptedUserAgent: 'Testbrowser 1.0', acceptedEmail: holder.email, acceptedIp: expect.stringMatching(/^10\./), textVersion: expect.any(String) });
  const hash = createHash('sha256').update(JSON.stringify([kept.textVersion, 'de', kept.textWords.heading, ...kept.textWords.paragraphs])).digest('hex');
  expect(hash).toBe(started.text.sha256);

  await platform.runJobs();
  const paper = await holder.ask(`/mandates/${started.id}/pdf`);
  expect([paper.status, paper.headers.get('content-type'), paper.headers.get('content-disposition')]).toEqual([200, 'application/pdf', expect.stringContaining('SEPA-Mandat-')]);
  expect(createHash('sha256').update(Buffer.from(await paper.arrayBuffer())).digest()).toEqual(Buffer.from((await mandateRow(holder, started.id)).documentSha256!));
  const notices = await inTenant(platform.services.db, holder.tenantId, (tx) => tx.select().from(billingNotices).where(eq(billingNotices.subject, started.id)));
  expect(notices.map(({ kind }) => kind)).toEqual(['mandateGiven']);
});

test('the account number is nowhere with us, only its country and last places', async () => {
  const holder = await newHolder();
  const requests: string[] = [];
  const started = await startMandate(holder);
  await typeIban(platform, started);
  requests.push(JSON.stringify(await (await complete(holder, started)).json()), JSON.stringify(await holder.account()), JSON.stringify(await mandateRow(holder, started.id)), JSON.stringify(platform.logs));
  expect(requests.join('')).not.toContain(payingIban.slice(0, 12));
});

test('nothing begins before there is somebody to bill and something to bill for', async () => {
  const holder = await newHolder({ filled: false });
  expect(await problemOf(await holder.ask('/enrollments', { json: {} }))).toEqual([409, 'setupIncomplete']);
});

test('a mandate is not taken from the browser’s word: without the button, without Stripe’s yes, or with words that are not these', async () => {
  const holder = await newHolder();
  const begun = (await (await holder.ask('/enrollments', { json: { route: 'inline' } })).json()) as Awaited<ReturnType<typeof startMandate>>;
  await typeIban(platform, begun);
  expect(await problemOf(await complete(holder, begun))).toEqual([409, 'setupIncomplete']);
  expect(await problemOf(await holder.ask(`/enrollments/${begun.id}/acceptance`, { json: { textSha256: 'a'.repeat(64) } }))).toEqual([409, 'changedMeanwhile']);
  const waiting = await startMandate(holder);
  expect(await (await complete(holder, waiting)).json()).toMatchObject({ state: 'waiting' });
  expect((await holder.account()).state).toBe('setup');
});

test('a bank that needs minutes is waited for; one that says no ends the attempt, which is told and noted', async () => {
  const holder = await newHolder();
  const slow = await startMandate(holder);
  await typeIban(platform, slow, 'DE94370400440532013007');
  expect(await (await complete(holder, slow)).json()).toMatchObject({ state: 'waiting', mandate: { state: 'unconfirmed' } });
  platform.clock.advance({ minutes: 4 });
  expect(await (await complete(holder, slow)).json()).toMatchObject({ state: 'completed' });

  const refused = await startMandate(holder);
  await typeIban(platform, refused, 'DE24370400440532013006');
  platform.clock.advance({ minutes: 4 });
  for (let again = 0; again < 2; again++) expect(await problemOf(await complete(holder, refused))).toEqual([422, 'mandateFailed']);
  expect(await auditOf(holder, 'enrollmentRefused')).toMatchObject([{ refused: true, data: { mandateId: refused.id, failureCode: 'bank_account_declined' } }]);
  expect((await holder.account()).mandate).toMatchObject({ id: slow.id, state: 'valid' });
});

test('an attempt nobody finished in a day has expired, whatever is typed then', async () => {
  const holder = await newHolder();
  const started = await startMandate(holder);
  platform.clock.advance({ hours: 25 });
  expect((await typeIban(platform, started)).ok).toBe(false);
  const again = await signInAgain(platform, holder);
  expect(await problemOf(await complete(again, started))).toEqual([410, 'enrollmentExpired']);
  expect(await auditOf(holder, 'enrollmentRefused')).toMatchObject([{ refused: true, data: { problem: 'enrollmentExpired' } }]);
  await giveMandate(platform, again);
});

test('an attempt that points to another workshop’s customer is refused and noted, and brings nobody’s account', async () => {
  const holder = await newHolder();
  const other = await newHolder();
  const theirs = await startMandate(other);
  await typeIban(platform, theirs);
  const mine = await startMandate(holder);
  const foreign = (await mandateRow(other, theirs.id)).vendorReference;
  await inTenant(platform.services.db, holder.tenantId, (tx) => tx.update(billingMandates).set({ vendorReference: foreign }).where(eq(billingMandates.id, mine.id)));
  expect(await problemOf(await complete(holder, mine))).toEqual([422, 'mandateFailed']);
  expect(await auditOf(holder, 'enrollmentRefused')).toMatchObject([{ refused: true, data: { failureCode: 'foreignCustomer' } }]);
  expect(await problemOf(await holder.ask(`/enrollments/${theirs.id}/completion`, { method: 'POST' }))).toEqual([404, 'notFound']);
  expect(await (await complete(other, theirs)).json()).toMatchObject({ state: 'completed' });
  expect(await subscriptionsOf(other)).toHaveLength(1);
});

test('cut off after any call to Chargebee, it goes on where it was: one account, one subscription', async () => {
  /** Cut off after so many calls; how many there would have been, if it lived. */
  const cutOff = async (calls: number) => {
    const holder = await newHolder();
    const started = await startMandate(holder);
    await typeIban(platform, started);
    const [account] = await inTenant(platform.services.db, holder.tenantId, (tx) => tx.select().from(billingAccounts));
    const { client, made } = dyingAfter(billing.chargebee, calls);
    const died = await completeEnrollment({ ...billing, chargebee: client }, account!, started.id).then(() => false, () => true);
    return { holder, started, died, made: made() };
  };
  const whole = await cutOff(Infinity);
  expect(whole.made).toBeGreaterThan(8);
  const lives = await Promise.all(Array.from({ length: whole.made }, (_, index) => cutOff(index + 1)));
  // The vendor has forgotten the idempotency keys.
  platform.clock.advance({ minutes: 40 });
  for (const { holder, started, died, made } of lives) {
    expect([made, died]).toEqual([made, true]);
    expect([made, await (await complete(holder, started)).json()]).toMatchObject([made, { state: 'completed' }]);
    expect([made, await sourcesOf(holder), await subscriptionsOf(holder)]).toMatchObject([made, [{ status: 'valid' }], [{ status: 'in_trial' }]]);
  }
});

/** A client whose process ends right after the answer to a call: what was asked has happened, and nothing is asked any more. */
function dyingAfter(client: Billing['chargebee'], calls: number): { client: Billing['chargebee']; made: () => number } {
  let made = 0;
  const proxy = new Proxy(client, {
    get(target, resource) {
      const api = Reflect.get(target, resource) as Record<string, (...args: unknown[]) => Promise<unknown>>;
      return new Proxy(api, {
        get: (methods, name) => async (...args: unknown[]) => {
          if (made >= calls) throw new Error('the process was killed');
          const answer = await methods[String(name)]!(...args).finally(() => made++);
          if (made >= calls) throw new Error('the process was killed');
          return answer;
        },
      });
    },
  });
  return { client: proxy, made: () => made };
}

test('another bank account takes the place of the first: its mandate ends, and no debit goes there any more', async () => {
  const holder = await newHolder();
  const first = await giveMandate(platform, holder);
  platform.clock.advance({ minutes: 1 });
  const second = await giveMandate(platform, holder, 'DE62370400440532013001');
  await platform.runJobs();
  const { mandates } = (await (await holder.ask('/mandates')).json()) as { mandates: unknown[] };
  expect(mandates).toMatchObject([{ id: second.id, state: 'valid', maskedIban: 'DE•• •••• 3001' }, { id: first.id, state: 'replaced' }]);
  expect((await sourcesOf(holder)).filter(({ deleted }) => !deleted)).toMatchObject([{ bank_account: { last4: '3001' } }]);
  expect((await billing.chargebee.customer.retrieve(holder.tenantId)).customer.primary_payment_source_id).toBe((await mandateRow(holder, second.id)).paymentSourceId);
  expect(await subscriptionsOf(holder)).toHaveLength(1);
  const notices = await inTenant(platform.services.db, holder.tenantId, (tx) => tx.select().from(billingNotices).where(eq(billingNotices.kind, 'mandateChanged')));
  expect(notices.map(({ subject }) => subject)).toEqual([second.id]);
});

test('an old account is kept as long as a debit of it runs', async () => {
  const first = await newHolder();
  const { id: over } = await giveMandate(platform, first, 'DE08370400440532013003');
  // The very moment the trial ends.
  platform.clock.advance({ days: 30 });
  await platform.simulators.chargebee.catchUp();
  await refreshAccount(billing, first.tenantId);
  const holder = await signInAgain(platform, first);
  expect((await holder.account()).openAmountCents).toBeGreaterThan(0);
  await giveMandate(platform, holder);
  expect(await retireBankAccount(billing, holder.tenantId, over)).toBe(false);
  platform.clock.advance({ days: 7 });
  await platform.simulators.chargebee.catchUp();
  expect(await retireBankAccount(billing, holder.tenantId, over)).toBe(true);
  expect((await sourcesOf(holder)).filter(({ deleted }) => !deleted)).toMatchObject([{ bank_account: { last4: '3000' } }]);
});

test('who closes the page after the bank’s yes finds it all done, and asking twice at once makes nothing twice', async () => {
  const holder = await newHolder();
  const left = await startMandate(holder);
  expect(await followEnrollment(billing, holder.tenantId, left.id)).toBe(false);
  await typeIban(platform, left);
  expect(await followEnrollment(billing, holder.tenantId, left.id)).toBe(true);
  expect(await holder.account()).toMatchObject({ state: 'trial', mandate: { id: left.id, state: 'valid' } });

  const hasty = await newHolder();
  const twice = await startMandate(hasty);
  await typeIban(platform, twice);
  const answers = await Promise.all([complete(hasty, twice), complete(hasty, twice), complete(hasty, twice)]);
  expect(await Promise.all(answers.map(async (answer) => (await answer.json()) as unknown))).toMatchObject(answers.map(() => ({ state: 'completed' })));
  expect([(await sourcesOf(hasty)).length, (await subscriptionsOf(hasty)).length, (await auditOf(hasty, 'mandateGiven')).length]).toEqual([1, 1, 1]);
});

test('the paper waits for the reference, a day at most', async () => {
  const holder = await newHolder();
  const { id } = await giveMandate(platform, holder);
  const forget = () => inTenant(platform.services.db, holder.tenantId, async (tx) => {
    await tx.update(billingMandates).set({ mandateReference: null });
    await tx.update(billingPaymentSources).set({ mandateReference: null });
  });
  await forget();
  expect(await makeMandatePaper(platform.services, { tenantId: holder.tenantId, mandateId: id })).toBe(false);
  expect((await mandateRow(holder, id)).documentId).toBeNull();
  platform.clock.advance({ hours: 25 });
  expect(await makeMandatePaper(platform.services, { tenantId: holder.tenantId, mandateId: id })).toBe(true);
  expect((await mandateRow(holder, id)).documentId).not.toBeNull();
});

test('the words are agreed to in the language they are read in', async () => {
  const holder = await newHolder();
  const begun = await holder.ask('/enrollments', { json: { route: 'inline', language: 'en' } });
  expect(await begun.json()).toMatchObject({ text: { language: 'en', heading: 'SEPA direct debit mandate', paragraphs: expect.arrayContaining([expect.stringContaining('eight weeks')]) } });
});
