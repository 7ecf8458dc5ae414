import { randomUUID } from 'node:crypto';
import type { ChangeHandlingInput, Handling } from '@meldewerk/contract/handling';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { KeptRule, Rule, RulePreview, RuleView } from '@meldewerk/contract/rule';
import { smsOptOuts } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { suspendTenant } from '@meldewerk/tenants/suspend';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { submitSmallReport } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';
import { followDueRules } from './follow-due-rules.ts';
import { followRules } from './follow-rules.ts';

let platform: Platform;
let workshop: Workshop;
let admin: string;
let reportId: string;
let workshops = 0;

// Friday, 20 November 2026, 11:00 in Berlin.
const start = new Date('2026-11-20T10:00:00Z');
const toCustomer: Rule = { id: randomUUID(), enabled: true, when: { status: 'ready', subStatus: null, afterDays: null }, action: { kind: 'customerMessage', channel: 'smsElseEmail', text: { de: 'Hallo {{kunde.name}}, {{fahrzeug.kennzeichen}} ist fertig.', en: 'Ready.' } } };
const afterTwoDays: Rule = { id: randomUUID(), enabled: true, when: { status: 'inReview', subStatus: null, afterDays: 2 }, action: { kind: 'staffReminder', to: 'assignee' } };

beforeAll(async () => void (platform = await bootPlatform()));
beforeEach(async () => {
  platform.clock.advance({ minutes: (start.getTime() - platform.clock.now().getTime()) / 60_000 });
  workshops += 1;
  workshop = await provisionWorkshop(platform, `karosserie-regel-${workshops}`, { rules: [] });
  admin = await signInAs(platform, workshop, 'admin');
  ({ receipt: { reportId } } = await submitSmallReport(platform, workshop));
  await platform.runJobs();
  platform.simulators.inbox.clear();
});
afterEach(() => suspendTenant(platform.services.db, workshop.tenantId, platform.clock.now()));
afterAll(() => platform.close());

const settle = (...rules: Rule[]) => platform.request(workshop.host, '/api/settings/rules', { method: 'PUT', cookie: admin, json: { rules } });

async function move(set: ChangeHandlingInput['set'], note?: string): Promise<Handling> {
  const { handling } = (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: admin })).json()) as ReportDetail;
  const expected = Object.fromEntries(Object.keys(set).map((field) => [field, handling[field as keyof Handling]]));
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: admin, json: { expected, set, ...(note && { note }) } });
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Handling;
}

/** As the job does that the change has put in, once its time has come. */
async function follow(minutes = 2): Promise<void> {
  await platform.runJobs();
  platform.clock.advance({ minutes });
  await followRules(platform.services, { tenantId: workshop.tenantId, reportId });
  await platform.runJobs();
}
async function days(count: number): Promise<void> {
  platform.clock.advance({ days: count });
  // A session does not last that long.
  admin = await signInAs(platform, workshop, 'admin');
  await followDueRules(platform.services);
  await platform.runJobs();
}
const inbox = () => platform.simulators.inbox.messages();
const arrived = () => inbox().map(({ vendor, to }) => [vendor, to]);

describe('when a report reaches a status', () => {
  test('the customer hears of it in the workshop’s words with the way to the status page, once however often the job runs', async () => {
    await settle(toCustomer);
    await move({ status: 'ready' });
    await follow();
    await Promise.all([1, 2, 3].map(() => followRules(platform.services, { tenantId: workshop.tenantId, reportId })));
    await platform.runJobs();
    expect(arrived()).toEqual([['twilio', '+4915123456789']]);
    expect(inbox()[0]?.text).toMatch(/^Hallo Muster Muster, KA-PA 777 ist fertig\. http:\/\/\S+\/s\/[\w-]{22}$/);
    const { deliveries } = (await (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: admin })).json()) as ReportDetail;
    expect(deliveries.filter(({ purpose }) => purpose === 'rule')).toHaveLength(1);
    expect(JSON.stringify(deliveries)).not.toContain(inbox()[0]?.text?.split('/s/')[1] ?? 'no link');
  });

  test('a model that is an advertisement is not sent to a stranger in the workshop’s name', async () => {
    await settle({ ...toCustomer, action: { kind: 'customerMessage', channel: 'sms', text: { de: 'Ihr {{fahrzeug.modell}} ist fertig.', en: 'Ready.' } } });
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.execute(sql`update damage_reports set vehicle = vehicle || '{"makeModel": "Gewinn: gewinnspiel.example"}'::jsonb`));
    await move({ status: 'ready' });
    await follow();
    expect(inbox()).toHaveLength(1);
    expect(inbox()[0]?.text).not.toContain('gewinnspiel');
  });

  test('the change puts in a job for a minute later', async () => {
    await settle(toCustomer);
    await move({ status: 'ready' });
    await platform.runJobs();
    const owner = postgres(platform.database.ownerUrl, { max: 1 });
    const [job] = await owner`select extract(epoch from run_at - created_at)::integer as wait from graphile_worker.jobs where key = ${`follow-rules/${workshop.tenantId}/${reportId}`}`;
    await owner.end();
    expect(job?.['wait']).toBe(60);
  });

  test('what is taken back in time sends nothing, and is no new stay where it came from', async () => {
    await settle({ ...toCustomer, id: randomUUID(), when: { ...toCustomer.when, status: 'inRepair' } }, toCustomer);
    await move({ status: 'inRepair' });
    await follow();
    expect(inbox()).toHaveLength(1);
    await move({ status: 'ready' });
    await move({ status: 'inRepair', subStatus: null });
    await follow();
    expect(inbox()).toHaveLength(1);
  });

  test('who looks too early waits: nothing leaves before the minute is over', async () => {
    await settle(toCustomer);
    await move({ status: 'ready' });
    await follow(0);
    expect(inbox()).toEqual([]);
  });

  test('coming back later is a new stay', async () => {
    await settle(toCustomer);
    for (const status of ['ready', 'inRepair', 'ready'] as const) {
      await move({ status });
      await follow();
    }
    expect(inbox()).toHaveLength(2);
  });

  test('a report that is closed or internal sends the customer nothing', async () => {
    await settle(toCustomer, { ...toCustomer, id: randomUUID(), when: { ...toCustomer.when, status: 'inRepair' } });
    await move({ status: 'ready' });
    await platform.runJobs();
    await move({ status: 'completed' });
    await follow();
    await move({ status: 'inRepair' }, 'Nacharbeit');
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.execute(sql`update damage_reports set internal_since = now()`));
    await follow();
    expect(inbox()).toEqual([]);
  });

  test('a number that said STOP gets a mail instead, and nothing where only an SMS is wanted', async () => {
    await inTenant(platform.services.db, workshop.tenantId, (tx) => tx.insert(smsOptOuts).values({ tenantId: workshop.tenantId, phone: '+4915123456789', stoppedAt: start }));
    await settle(toCustomer, { ...toCustomer, id: randomUUID(), action: { ...toCustomer.action, kind: 'customerMessage', channel: 'sms', text: { de: 'Nur SMS', en: 'SMS' } } });
    await move({ status: 'ready' });
    await follow();
    expect(arrived()).toEqual([['resend', 'muster@kunde.example']]);
    expect(inbox()[0]?.text).toContain('KA-PA 777 ist fertig.');
  });

  test('an SMS that reaches nobody is followed by the mail, with the link in it', async () => {
    platform.simulators.inbox.setStopped('+4915123456789', true);
    await settle(toCustomer);
    await move({ status: 'ready' });
    await follow();
    await platform.runJobs();
    expect(arrived()).toEqual([['resend', 'muster@kunde.example']]);
    expect(inbox()[0]?.text).toMatch(/\/s\/[\w-]{22}/);
    platform.simulators.inbox.setStopped('+4915123456789', false);
  });

  test('at night it waits for the morning, and is left when the report has moved on by then', async () => {
    await settle(toCustomer);
    platform.clock.advance({ hours: 11 });
    await move({ status: 'ready' });
    await follow();
    expect(inbox()).toEqual([]);
    // Saturday, eight in the morning.
    await follow(10 * 60);
    expect(arrived()).toEqual([['twilio', '+4915123456789']]);
    platform.simulators.inbox.clear();
    platform.clock.advance({ hours: 12 });
    admin = await signInAs(platform, workshop, 'admin');
    await move({ status: 'inRepair' });
    await move({ status: 'scheduled' });
    await follow(48 * 60);
    expect(inbox()).toEqual([]);
  });

  test('staff are written to in their own name, or everybody who receives reports', async () => {
    const words = { kind: 'staffMessage', to: 'assignee', text: { de: 'Bitte {{kunde.name}} anrufen.', en: 'Call.' } } as const;
    await settle({ ...toCustomer, action: words });
    await move({ status: 'ready' });
    await follow();
    expect(arrived()).toEqual([['resend', workshop.emailOf.admin]]);
    await move({ status: 'inRepair', assigneeId: workshop.idOf.clerk });
    await follow();
    await move({ status: 'ready' });
    await follow();
    expect(arrived()).toEqual([['resend', workshop.emailOf.admin], ['resend', workshop.emailOf.clerk]]);
    expect(inbox()[1]).toMatchObject({ text: expect.stringContaining('Bitte Muster Muster anrufen.') });
  });
});

describe('when a report stands in a status for days', () => {
  test('staff are reminded when the days are over, once, and anew in a later stay', async () => {
    await settle(afterTwoDays);
    await move({ status: 'inReview' });
    await days(1);
    expect(inbox()).toEqual([]);
    await days(1);
    await Promise.all([followDueRules(platform.services), followDueRules(platform.services)]);
    await days(1);
    expect(arrived()).toEqual([['resend', workshop.emailOf.admin]]);
    expect(JSON.stringify(inbox()[0])).toContain('steht seit 2 Tagen auf „In Prüfung“');
    await move({ status: 'submitted' });
    await platform.runJobs();
    platform.clock.advance({ hours: 1 });
    await move({ status: 'inReview' });
    await days(2);
    expect(inbox()).toHaveLength(2);
  });

  test('switching a rule on says nothing about what was due before', async () => {
    await move({ status: 'inReview' });
    platform.clock.advance({ days: 3 });
    admin = await signInAs(platform, workshop, 'admin');
    await settle(afterTwoDays);
    await days(1);
    expect(inbox()).toEqual([]);
  });

  test('a rule that is off does nothing', async () => {
    await settle({ ...afterTwoDays, enabled: false });
    await move({ status: 'inReview' });
    await days(2);
    expect(inbox()).toEqual([]);
  });

  test('a finer state counts from when it was set', async () => {
    const finer = { label: { de: 'Wartet auf Gutachter', en: 'Waiting for the assessor' }, id: 'gutachter' };
    const workflow = (await (await platform.request(workshop.host, '/api/settings/workflow', { cookie: admin })).json()) as { statuses: { inReview: { subStatuses: unknown[] } } };
    workflow.statuses.inReview.subStatuses = [finer];
    await platform.request(workshop.host, '/api/settings/workflow', { method: 'PUT', cookie: admin, json: workflow });
    await settle({ ...afterTwoDays, when: { ...afterTwoDays.when, subStatus: 'gutachter' } });
    await move({ status: 'inReview' });
    await days(3);
    await move({ subStatus: 'gutachter' });
    await days(1);
    expect(inbox()).toEqual([]);
    await days(1);
    expect(inbox()).toHaveLength(1);
  });
});

describe('the settings', () => {
  const view = async () => (await (await platform.request(workshop.host, '/api/settings/rules', { cookie: admin })).json()) as RuleView;

  test('a new workshop has rules among staff on, and what goes to customers off', async () => {
    const fresh = await provisionWorkshop(platform, `karosserie-frisch-${workshops}`);
    const { rules } = (await (await platform.request(fresh.host, '/api/settings/rules', { cookie: await signInAs(platform, fresh, 'viewer') })).json()) as RuleView;
    const goesOut = ({ action }: KeptRule) => action.kind === 'customerMessage';
    expect(rules.some((rule) => goesOut(rule))).toBe(true);
    expect(rules.filter((rule) => rule.enabled && goesOut(rule))).toEqual([]);
    expect(rules.filter(({ enabled }) => enabled).length).toBeGreaterThan(0);
  });

  test('a rule begins when it is switched on or looks elsewhere, and goes on while only its words change', async () => {
    await settle(toCustomer);
    const [{ activeSince: first } = { activeSince: null }] = (await view()).rules;
    platform.clock.advance({ hours: 1 });
    await settle({ ...toCustomer, action: { ...toCustomer.action, kind: 'staffReminder', to: 'recipients' } });
    expect((await view()).rules[0]?.activeSince).toBe(first);
    await settle({ ...toCustomer, when: { ...toCustomer.when, status: 'inRepair' } });
    expect((await view()).rules[0]?.activeSince).not.toBe(first);
  });

  test.each([
    ['words to the customer of a closed report', { ...toCustomer, when: { ...toCustomer.when, status: 'completed' } }, 'rules.0.action.kind'],
    ['a placeholder nobody knows', { ...toCustomer, action: { ...toCustomer.action, text: { de: '{{kunde.vorname}}', en: 'x' } } }, 'rules.0.action.text.de'],
    ['a finer state that is gone', { ...toCustomer, when: { ...toCustomer.when, subStatus: 'weg' } }, 'rules.0.when.subStatus'],
  ] as [string, Rule, string][])('%s is refused where it stands', async (_, rule, path) => {
    const response = await settle(rule);
    expect([response.status, ((await response.json()) as { issues: { path: string }[] }).issues.map((issue) => issue.path)]).toEqual([422, [path]]);
  });

  test('the preview is the message to the letter', async () => {
    const response = await platform.request(workshop.host, '/api/settings/rules/preview', { cookie: admin, json: { rule: toCustomer, language: 'de' } });
    const { sms, mail } = (await response.json()) as RulePreview;
    expect(sms?.text).toMatch(/^Hallo Petra Schönfelder, KA-PA 777 ist fertig\. http\S+\/s\/[\w-]{22}$/);
    expect([sms?.segments, mail?.subject]).toEqual([1, `${workshop.name}: Neues zu KA-PA 777`]);
  });
});
