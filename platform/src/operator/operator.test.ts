import type { EventPage, Figures, WorkshopDetail, WorkshopPage } from '@meldewerk/contract/operator';
import { billingAccounts, chargebeeEvents } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { disableOperator, inviteOperator } from '@meldewerk/tenants/operators';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { furnishBilling } from '../../test/billing.ts';
import { bootPlatform, hostOf, type Platform, type TestRequest } from '../../test/harness.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let cookie: string;
const email = 'erika@betreiber.example';
const password = 'betreiber-mit-langem-wort';

beforeAll(async () => {
  platform = await bootPlatform();
  workshop = await provisionWorkshop(platform, 'karosserie-kasse');
  await furnishBilling(platform, workshop.tenantId);
  await setPassword(await invite());
  cookie = await signIn();
});
beforeEach(() => platform.services.sql`delete from rate_limits`);
afterAll(() => platform?.close());

const invite = async () => (await inviteOperator(platform.services.db, { now: platform.clock.now(), newId: platform.services.newId }, { email, name: 'Erika Betreiber' })).token;
const ask = (path: string, request: TestRequest = {}) => platform.request(hostOf(platform, 'operator'), `/api/operator${path}`, request);
const setPassword = async (token: string) => expect((await ask('/passwords', { json: { token, password } })).status).toBe(204);
async function signIn(): Promise<string> {
  const response = await ask('/sessions', { json: { email, password } });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}
async function read<Answer>(path: string): Promise<Answer> {
  const response = await ask(path, { cookie });
  expect(response.status, path).toBe(200);
  return (await response.json()) as Answer;
}

test('the console is there on its own host alone, and for its own accounts alone', async () => {
  const staff = await signInAs(platform, workshop, 'admin');
  expect((await ask('/workshops')).status).toBe(401);
  expect((await ask('/workshops', { cookie: staff })).status).toBe(401);
  for (const host of [workshop.host, hostOf(platform, null), hostOf(platform, 'billing')]) expect((await platform.request(host, '/api/operator/workshops', { cookie })).status).toBe(404);
  expect((await ask('/sessions', { json: { email, password: 'ein-anderes-wort' } })).status).toBe(401);
  expect((await ask('/workshops', { cookie, json: {}, headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403);
});

test('a link sets a password once, a new one ends the one before, and who is disabled is out at once', async () => {
  const first = await invite();
  const second = await invite();
  expect((await ask('/passwords', { json: { token: first, password } })).status).toBe(410);
  const before = await signIn();
  await setPassword(second);
  expect((await ask('/sessions/current', { cookie: before })).status).toBe(401);
  expect((await ask('/passwords', { json: { token: second, password } })).status).toBe(410);
  const left = await signIn();
  await ask('/sessions', { cookie: left, json: { email, password } });
  expect((await ask('/sessions/current', { cookie: left })).status).toBe(401);
  const open = await signIn();
  await disableOperator(platform.services.db, email, platform.clock.now());
  expect((await ask('/sessions/current', { cookie: open })).status).toBe(401);
  expect((await ask('/sessions', { json: { email, password } })).status).toBe(401);
  await setPassword(await invite());
  cookie = await signIn();
});

test('every workshop stands there with how it pays, found by name, address or accounting e-mail', async () => {
  await provisionWorkshop(platform, 'ohne-abrechnung');
  const { workshops, counts } = await read<WorkshopPage>('/workshops');
  expect(workshops.map(({ slug, state, mrrCents }) => [slug, state, mrrCents])).toEqual([['karosserie-kasse', 'active', 4900], ['ohne-abrechnung', 'none', 0]]);
  expect(counts).toContainEqual({ state: 'active', count: 1 });
  expect((await read<WorkshopPage>('/workshops?state=none')).workshops.map(({ slug }) => slug)).toEqual(['ohne-abrechnung']);
  for (const search of ['KASSE', `buchhaltung@${workshop.tenantId.slice(0, 8)}`]) expect((await read<WorkshopPage>(`/workshops?search=${search}`)).workshops.map(({ slug }) => slug)).toEqual(['karosserie-kasse']);
  expect((await read<WorkshopPage>('/workshops?search=%25')).workshops).toEqual([]);
  expect((await read<WorkshopPage>('/workshops?after=karosserie-kasse')).workshops.map(({ slug }) => slug)).toEqual(['ohne-abrechnung']);
});

test('a workshop is created with its first user’s link, and who pays is invited; a taken or reserved address is refused at its field', async () => {
  const input = {
    slug: 'neu-am-ort', name: 'Neu am Ort', address: { street: 'Weg 1', postalCode: '76131', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 1', email: 'hallo@neu.example',
    referencePrefix: 'NA', staff: { name: 'Nora Neu', email: 'nora@neu.example' }, billingEmail: 'kasse@neu.example',
  };
  const created = await ask('/workshops', { cookie, json: input });
  expect(created.status).toBe(201);
  const { tenantId, staffInvitationUrl } = (await created.json()) as { tenantId: string; staffInvitationUrl: string };
  expect(staffInvitationUrl).toContain('http://neu-am-ort.localhost:3000/portal/reset-password#');
  await platform.runJobs();
  expect(platform.simulators.inbox.messages().filter(({ to }) => to === 'kasse@neu.example')).toHaveLength(1);
  expect(await read<WorkshopDetail>(`/workshops/${tenantId}`)).toMatchObject({ state: 'setup', billingEmail: 'kasse@neu.example', audit: [{ actor: 'operator', actorName: 'Erika Betreiber', type: 'invited' }] });
  for (const slug of ['neu-am-ort', 'billing']) {
    const refused = await ask('/workshops', { cookie, json: { ...input, slug } });
    expect(await refused.json()).toMatchObject({ status: 422, issues: [{ path: 'slug' }] });
  }
  expect((await ask(`/workshops/${tenantId}/invitations`, { cookie, json: { email: 'andere@neu.example' } })).status).toBe(202);
  await platform.runJobs();
  expect(platform.simulators.inbox.messages().filter(({ to }) => to === 'andere@neu.example')).toHaveLength(1);
});

test('why somebody cancelled stands at their workshop, in their own words', async () => {
  const detail = () => read<WorkshopDetail>(`/workshops/${workshop.tenantId}`);
  expect((await detail()).cancellationReason).toBeNull();
  await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.update(billingAccounts).set({ cancellationReason: 'Zu selten genutzt' }).where(eq(billingAccounts.tenantId, workshop.tenantId)));
  expect((await detail()).cancellationReason).toBe('Zu selten genutzt');
});

test('what Chargebee told is listed with what it did, and can be worked off once more', async () => {
  const now = platform.clock.now();
  for (const number of [1, 2]) {
    await platform.services.db.insert(chargebeeEvents).values({ id: `ev_${number}`, eventType: 'customer_changed', occurredAt: new Date(now.getTime() + number), receivedAt: now, source: 'webhook', customerId: workshop.tenantId, content: { nothing: true } });
  }
  expect((await read<EventPage>(`/events?tenantId=${workshop.tenantId}`)).events.map(({ id, state, workshop: of }) => [id, state, of?.name])).toEqual([['ev_2', 'open', expect.stringContaining('karosserie-kasse')], ['ev_1', 'open', expect.stringContaining('karosserie-kasse')]]);
  const [newest] = (await read<EventPage>('/events')).events;
  expect((await read<EventPage>(`/events?before=${newest!.occurredAt}_${newest!.id}`)).events.map(({ id }) => id)).toContain('ev_1');
  expect((await ask('/events/ev_1/attempts', { cookie, method: 'POST' })).status).toBe(202);
  await platform.runJobs();
  const retried = await read<{ state: string; attemptCount: number; content: object }>('/events/ev_1');
  expect(retried.attemptCount).toBeGreaterThan(0);
  expect(retried.state).not.toBe('open');
  expect(retried.content).toEqual({ nothing: true });
  expect((await ask('/events/ev_none/attempts', { cookie, method: 'POST' })).status).toBe(404);
});

test('the months show how each ended: who came, who went, what a month brings', async () => {
  const at = (day: string) => new Date(`${day}T10:00:00Z`);
  const changes: [string, string, number][] = [['2026-08-03', 'trial', 0], ['2026-09-02', 'active', 9900], ['2026-10-31', 'cancelled', 0]];
  const other = await provisionWorkshop(platform, 'kam-und-ging');
  await furnishBilling(platform, other.tenantId);
  const { default: postgres } = await import('postgres');
  const owner = postgres(platform.database.ownerUrl, { max: 1 });
  await owner`delete from billing_state_changes where tenant_id = ${other.tenantId}`;
  for (const [day, state, mrr] of changes) await owner`insert into billing_state_changes (tenant_id, id, at, state, mrr_cents) values (${other.tenantId}, ${platform.services.newId()}, ${at(day)}, ${state}, ${mrr})`;
  await owner.end();
  const { months } = await read<Figures>('/figures');
  expect(months).toHaveLength(13);
  expect(months.map(({ month }) => month).slice(-4)).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
  expect(months.slice(-4)).toMatchObject([
    { trial: 1, active: 0, started: 1, churned: 0, mrrCents: 0 },
    { trial: 0, active: 1, started: 0, churned: 0, mrrCents: 9900 },
    { active: 0, churned: 1, mrrCents: 0 },
    { active: 1, mrrCents: 4900 },
  ]);
});
