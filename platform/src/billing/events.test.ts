import { billingAccounts, billingAudit, billingInvoices, billingNotices, billingPaymentSources, billingSubscriptions, billingTransactions, chargebeeEvents, chargebeeReconciliations } from '@meldewerk/db/schema-billing';
import { tenants } from '@meldewerk/db/schema';
import { asOperator } from '@meldewerk/db/billing-scope';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { asc, eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billedYear, dayOfYear } from '../../test/billed-year.ts';
import { bootPlatform, chargebeeWebhookPassword, hostOf, type Platform } from '../../test/harness.ts';
import { openBooks, type Books, type BooksEvent, type Step } from '../../test/vendor-books.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let books: Books;
let owner: postgres.Sql;
let workshopCount = 0;

beforeAll(async () => {
  books = await openBooks();
  platform = await bootPlatform({ settings: { CHARGEBEE_BASE_URL: books.url } });
  owner = postgres(platform.database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await platform.close();
  await books.close();
});

test('the end state of a year is the same in whatever order its events come, twice, or not at all', async () => {
  const healthy = await live(await billedWorkshop(), () => ['now']);
  expect(healthy).toMatchObject({
    account: { state: 'suspended', pastDueSince: dayOfYear(335), primaryPaymentSourceId: 'pm-~-2' },
    linksStoppedAt: dayOfYear(349),
    subscriptions: [{ status: 'active', quantity: 3, mrrCents: 14700, planName: 'Werkstatt' }],
  });
  expect(healthy.invoices.map(({ status }) => status)).toEqual(['paid', 'payment_due', 'paid', 'paid', 'voided']);
  expect(healthy.sources.map(({ id, deletedAt, isPrimary }) => [id, deletedAt !== null, isPrimary])).toEqual([['pm-~-1', true, false], ['pm-~-2', false, true]]);

  for (let seed = 1; seed <= 2; seed++) {
    const chance = dice(seed);
    const messy = await live(await billedWorkshop(), () => (chance() < 0.35 ? [] : chance() < 0.4 ? ['later', 'later'] : chance() < 0.5 ? ['later'] : ['now', 'later']), chance);
    expect(messy).toEqual(healthy);
  }
  const deaf = await live(await billedWorkshop(), () => []);
  expect(deaf).toEqual(healthy);
}, 120_000);

test('an endpoint that was dead for a day leaves nothing behind', async () => {
  const workshop = await billedWorkshop();
  const steps = billedYear(workshop.tenantId).slice(0, 7);
  for (const step of steps) books.happen(step);
  travel(dayOfYear(36));
  await reconcile();
  expect(await snapshot(workshop)).toMatchObject({ account: { state: 'active' }, invoices: [{ status: 'paid' }] });
  const [last] = await platform.services.db.select().from(chargebeeReconciliations).orderBy(sql`started_at desc`).limit(1);
  expect(last).toMatchObject({ finishedAt: expect.any(Date), missedCount: 7 });
  expect((await storedEvents(workshop)).every(({ source, appliedAt }) => source === 'reconciliation' && appliedAt)).toBe(true);
});

test('an event is stored once, and what it did stands beside it', async () => {
  const workshop = await billedWorkshop();
  const events = billedYear(workshop.tenantId).slice(0, 3).map((step) => books.happen(step));
  const answers = await Promise.all([...events, ...events, ...events].map(tell));
  expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(204));
  await platform.runJobs();
  const stored = await storedEvents(workshop);
  expect(stored).toHaveLength(3);
  expect(stored.find(({ eventType }) => eventType === 'subscription_created')?.effects).toContainEqual({ resource: 'account', id: workshop.tenantId, effect: 'state:trial' });
  expect(stored.every(({ attemptCount }) => attemptCount === 1)).toBe(true);
});

test('of an event worked off long ago stays that it came and what it did, not whose address stood in it', async () => {
  const workshop = await billedWorkshop();
  await tell(books.happen(billedYear(workshop.tenantId)[0]!));
  await platform.runJobs();
  travel(dayOfYear(170));
  await reconcile();
  expect((await storedEvents(workshop))[0]?.content).not.toEqual({});
  travel(dayOfYear(190));
  await reconcile();
  expect((await storedEvents(workshop))[0]).toMatchObject({ content: {}, appliedAt: expect.any(Date), effects: [{ resource: 'customer', effect: 'new' }] });
});

test('what is written in an event is not believed: Chargebee is asked', async () => {
  const workshop = await billedWorkshop();
  for (const step of billedYear(workshop.tenantId).slice(0, 5)) books.happen(step);
  const invoice = { id: `inv-${workshop.tenantId.slice(0, 8)}-1`, customer_id: workshop.tenantId, status: 'paid', amount_due: 0, resource_version: 9_999_999_999_999 };
  await tell({ id: `ev_forged_${workshop.slug}`, event_type: 'payment_succeeded', occurred_at: 1_780_000_000, content: { customer: { id: workshop.tenantId }, invoice } });
  await platform.runJobs();
  expect((await snapshot(workshop)).invoices).toMatchObject([{ status: 'posted', amountDueCents: 5831 }]);
});

test('events that concern nothing of ours are kept and do nothing; another customer’s resource is refused and noted', async () => {
  const [here, there] = [await billedWorkshop(), await billedWorkshop()];
  const [, , created] = billedYear(there.tenantId);
  books.happen(created!);
  await tell({ id: 'ev_unheard_of', event_type: 'something_quite_new', occurred_at: 1_780_000_000, content: { customer: { id: here.tenantId } } });
  await tell({ id: 'ev_stranger', event_type: 'customer_created', occurred_at: 1_780_000_000, content: { customer: { id: 'somebody-else' } } });
  await tell({ id: 'ev_odd', event_type: 'customer_created', occurred_at: 1_780_000_000, content: { customer: 'a text' } });
  await tell({ id: 'ev_foreign', event_type: 'subscription_changed', occurred_at: 1_780_000_000, content: { customer: { id: here.tenantId }, subscription: { id: created!.subscription!.id, customer_id: here.tenantId } } });
  await platform.runJobs();
  const effects = await platform.services.db.select().from(chargebeeEvents).where(sql`id in ('ev_unheard_of', 'ev_stranger', 'ev_odd', 'ev_foreign')`).orderBy(asc(chargebeeEvents.id));
  expect(effects.map(({ id, ignoredAt, effects: told }) => [id, ignoredAt !== null, told?.[0]?.effect])).toEqual([
    ['ev_foreign', true, 'foreignResource'], ['ev_odd', true, 'notNeeded'], ['ev_stranger', true, 'unknownCustomer'], ['ev_unheard_of', true, 'notNeeded'],
  ]);
  expect((await snapshot(here)).subscriptions).toEqual([]);
  const audit = await asOperator(platform.services.db, (tx) => tx.select().from(billingAudit).where(eq(billingAudit.type, 'foreignResource')));
  expect(audit).toMatchObject([{ workshopId: here.tenantId, refused: true, data: { eventId: 'ev_foreign' } }]);
});

test('while Chargebee is down an event waits with its failure, and is applied later', async () => {
  const workshop = await billedWorkshop();
  const event = books.happen(billedYear(workshop.tenantId)[2]!);
  await tell(event);
  books.setReachable(false);
  await platform.runJobs();
  expect(await storedEvents(workshop)).toMatchObject([{ appliedAt: null, failureCode: 'internal_error', attemptCount: 1 }]);
  books.setReachable(true);
  await platform.services.sql`select enqueue_job('apply-chargebee-event', ${JSON.stringify({ eventId: event.id })}::text::json, ${`apply-chargebee-event/${event.id}`})`;
  await platform.runJobs();
  expect(await storedEvents(workshop)).toMatchObject([{ appliedAt: expect.any(Date), failedAt: null, failureCode: null, attemptCount: 2 }]);
});

test('without the password nothing is stored, and attempts are noted without filling the table', async () => {
  const event = { id: 'ev_unsigned', event_type: 'customer_created', occurred_at: 1_780_000_000, content: {} };
  const as = (user: string, password: string) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
  const wrong: Record<string, string>[] = [{}, as('chargebee', 'wrong'), as('somebody', chargebeeWebhookPassword), as('', ''), { authorization: `Basic ${Buffer.from(chargebeeWebhookPassword).toString('base64')}` }, { authorization: `Bearer ${chargebeeWebhookPassword}` }, { authorization: 'Basic ??' }];
  for (const headers of wrong) expect((await post(event, headers)).status).toBe(401);
  for (let i = 0; i < 30; i++) await post(event, as('chargebee', String(i)));
  const audit = await asOperator(platform.services.db, (tx) => tx.select().from(billingAudit).where(eq(billingAudit.type, 'webhookRefused')));
  expect(audit.length).toBeGreaterThanOrEqual(wrong.length);
  expect(audit.length).toBeLessThanOrEqual(22);
  expect(audit.every(({ refused, workshopId }) => refused && workshopId === null)).toBe(true);
  expect(await platform.services.db.select().from(chargebeeEvents).where(eq(chargebeeEvents.id, event.id))).toEqual([]);
  expect((await platform.request('karosserie-irgendwo.localhost:3000', '/api/webhooks/chargebee', { json: event, headers: as('chargebee', chargebeeWebhookPassword) })).status).toBe(404);
  expect((await post({ ...event, id: 'with space' }, as('chargebee', chargebeeWebhookPassword))).status).toBe(422);
  expect((await post({ ...event, content: { text: 'x'.repeat(300_000) } }, as('chargebee', chargebeeWebhookPassword))).status).toBe(413);
});

/** Lets a workshop live through its year. `when`: how often and when each event reaches us; at the end the nightly reconciliation runs. */
async function live(workshop: Workshop, when: (step: Step) => ('now' | 'later')[], chance = () => 0.5) {
  const underway: { event: BooksEvent; until: Date }[] = [];
  for (const step of billedYear(workshop.tenantId)) {
    if (step.at > platform.clock.now()) travel(step.at);
    const event = books.happen(step);
    for (const time of when(step)) {
      if (time === 'now') await tell(event);
      else underway.push({ event, until: new Date(step.at.getTime() + chance() * 60 * 24 * 60 * 60 * 1000) });
    }
    const arrived = underway.filter(({ until }) => until <= step.at).sort(() => chance() - 0.5);
    for (const one of arrived) await tell(underway.splice(underway.indexOf(one), 1)[0]!.event);
    if (chance() < 0.51) await platform.runJobs();
  }
  travel(dayOfYear(350));
  for (const { event } of underway.sort(() => chance() - 0.5)) await tell(event);
  await reconcile();
  return snapshot(workshop);
}

async function billedWorkshop(): Promise<Workshop> {
  travel(dayOfYear(0));
  const workshop = await provisionWorkshop(platform, `werkstatt-${++workshopCount}`);
  // Another year begins: the list of events was read until then.
  await owner`delete from chargebee_reconciliations`;
  await owner`insert into chargebee_reconciliations (id, started_at, finished_at, read_until) values (gen_random_uuid(), ${dayOfYear(-1)}, ${dayOfYear(-1)}, ${dayOfYear(-1)})`;
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(billingAccounts).values({ tenantId: workshop.tenantId, email: `buchhaltung@${workshop.slug}.example`, stateSince: dayOfYear(0), createdAt: dayOfYear(0), chargebeeCustomerId: workshop.tenantId }));
  return workshop;
}

function travel(to: Date) {
  platform.clock.advance({ minutes: (to.getTime() - platform.clock.now().getTime()) / 60_000 });
}

function tell(event: BooksEvent): Promise<Response> {
  return post(event, { authorization: `Basic ${Buffer.from(`chargebee:${chargebeeWebhookPassword}`).toString('base64')}` });
}

async function post(event: unknown, headers: Record<string, string>): Promise<Response> {
  return platform.request(hostOf(platform, null), '/api/webhooks/chargebee', { json: event, headers: { 'sec-fetch-site': 'none', ...headers } });
}

/** As the cron does at night. */
async function reconcile() {
  await platform.services.sql`select enqueue_job('reconcile-chargebee', '{}'::json)`;
  await platform.runJobs();
}

function storedEvents({ tenantId }: Workshop) {
  return platform.services.db.select().from(chargebeeEvents).where(eq(chargebeeEvents.customerId, tenantId));
}

/** Everything that follows from the vendor's books, without what differs by workshop and by when we heard of it. */
async function snapshot({ tenantId }: Workshop) {
  const short = tenantId.slice(0, 8);
  const rows = await inTenant(platform.services.db, tenantId, async (tx) => ({
    account: (await tx.select().from(billingAccounts).where(eq(billingAccounts.tenantId, tenantId))).map(({ state, pastDueSince, company, vatNumber, primaryPaymentSourceId }) => ({ state, pastDueSince, company, vatNumber, primaryPaymentSourceId }))[0],
    linksStoppedAt: (await tx.select({ at: tenants.linksStoppedAt }).from(tenants).where(eq(tenants.id, tenantId)))[0]?.at ?? null,
    subscriptions: await tx.select().from(billingSubscriptions).where(eq(billingSubscriptions.tenantId, tenantId)).orderBy(asc(billingSubscriptions.id)),
    invoices: await tx.select().from(billingInvoices).where(eq(billingInvoices.tenantId, tenantId)).orderBy(asc(billingInvoices.id)),
    transactions: await tx.select().from(billingTransactions).where(eq(billingTransactions.tenantId, tenantId)).orderBy(asc(billingTransactions.id)),
    sources: await tx.select().from(billingPaymentSources).where(eq(billingPaymentSources.tenantId, tenantId)).orderBy(asc(billingPaymentSources.id)),
    // How each debit ended is told whatever was told in between.
    told: (await tx.select().from(billingNotices).where(eq(billingNotices.tenantId, tenantId)).orderBy(asc(billingNotices.kind), asc(billingNotices.subject)))
      .filter(({ kind, subject }) => ['debitFailed', 'debitReturned'].includes(kind) || (kind === 'debitExecuted' && !subject.endsWith('-4')))
      .map(({ kind, subject }) => `${kind} ${subject}`),
  }));
  return JSON.parse(JSON.stringify(rows).replaceAll(tenantId, '~').replaceAll(short, '~'), (_, value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? new Date(value) : value)) as typeof rows;
}

/** The same throws for the same seed. */
function dice(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
