import { defaultAppointmentSettings, type AppointmentDays, type AppointmentSettings, type AppointmentState } from '@meldewerk/contract/appointment';
import type { Issue } from '@meldewerk/contract/problem';
import type { ReportDetail } from '@meldewerk/contract/report';
import { defaultWorkflow } from '@meldewerk/contract/workflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thursdayAfternoon, tuesday, wednesday } from '../../test/appointments.ts';
import { newCustomer, openDraft, report, send, smallReport } from '../../test/customer.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { openStatusPage } from '../../test/status-page.ts';
import { bearer } from '../../test/submit-report.ts';
import { provisionWorkshop, signInAs, type Workshop } from '../../test/workshop.ts';

let platform: Platform;
let workshop: Workshop;
let clerk: string;
let admin: string;

beforeAll(async () => {
  platform = await bootPlatform();
  // Room for everybody: what fills up is a matter of its own workshops.
  workshop = await provisionWorkshop(platform, 'karosserie-muster', { appointments: { ...defaultAppointmentSettings, capacity: { morning: null, afternoon: null } } });
  [clerk, admin] = [await signInAs(platform, workshop, 'clerk'), await signInAs(platform, workshop, 'admin')];
});
afterAll(() => platform.close());

type Answer = { status: number; state: AppointmentState; code: string; issues: Issue[] };
async function answerOf(response: Response): Promise<Answer> {
  const body = (await response.json()) as AppointmentState & { code: string; issues: Issue[] };
  return { status: response.status, state: body, code: body.code, issues: body.issues };
}

async function say(reportId: string, what: 'confirmations' | 'proposals' | 'cancellations', json: object, cookie = clerk, at = workshop): Promise<Answer> {
  return answerOf(await platform.request(at.host, `/api/reports/${reportId}/appointment-${what}`, { cookie, json }));
}

async function answer(access: string, json: object, at = workshop): Promise<Answer> {
  return answerOf(await platform.request(at.host, '/api/status/appointment-answers', { headers: bearer({ token: access }), json }));
}

async function read(reportId: string): Promise<ReportDetail> {
  return (await platform.request(workshop.host, `/api/reports/${reportId}`, { cookie: clerk })).json() as Promise<ReportDetail>;
}

const half = (startsAt: string) => ({ startsAt, durationMinutes: 30 });

describe('wishes that come with the report', () => {
  const wishes = { wishes: [{ day: '2026-12-02', part: 'afternoon' }, { day: '2026-12-01', part: 'morning' }], notPossibleOn: ['2026-12-03'], note: 'Gern früh', services: { replacementCar: true, replacementCarNeeds: 'Automatik' } } as const;

  test('are there in order of preference, on record as the first round, and it is the workshop’s turn', async () => {
    const { reportId } = await report(platform, workshop.host, { appointment: { ...wishes, wishes: [...wishes.wishes], notPossibleOn: [...wishes.notPossibleOn] } });
    const { appointments, events } = await read(reportId);
    expect(appointments).toMatchObject({ turn: 'staff', confirmed: null, rounds: [{ number: 1, kind: 'wishes', by: 'customer', note: 'Gern früh', notPossibleOn: ['2026-12-03'], services: { replacementCar: true, replacementCarNeeds: 'Automatik' } }] });
    expect(appointments.rounds[0]?.wishes).toEqual(wishes.wishes.map((wish) => ({ ...wish, reason: null })));
    // No free text of the customer's in the chain.
    expect(JSON.stringify(events)).not.toContain('Automatik');
  });

  test('nothing chosen is nothing on record', async () => {
    const { reportId } = await report(platform, workshop.host, { appointment: { wishes: [] } });
    expect((await read(reportId)).appointments).toMatchObject({ turn: null, rounds: [] });
  });

  test('a day that never was to be had is refused at that wish, and nothing is taken in', async () => {
    const customer = newCustomer();
    await openDraft(platform, workshop.host, customer);
    const at = (day: string) => ({ day, part: 'morning' as const });
    const refused = await send(platform, workshop.host, customer, smallReport(customer.draftId, { appointment: { wishes: [at('2026-12-01'), at('2026-11-28'), at('2026-11-20'), at('2027-06-01')] } }));
    const { issues } = (await refused.json()) as { issues: Issue[] };
    expect([refused.status, issues.map(({ path, code }) => [path, code])]).toEqual([422, [['appointment.wishes.1', 'closed'], ['appointment.wishes.2', 'tooSoon'], ['appointment.wishes.3', 'tooFar']]]);
    expect((await send(platform, workshop.host, customer, smallReport(customer.draftId, { appointment: { wishes: [at('2026-12-01')] } }))).status).toBe(201);
  });

  test('a half day that filled up meanwhile loses nobody their report: it is taken, and staff see that it is full', async () => {
    const small = await provisionWorkshop(platform, 'kleine-werkstatt', { appointments: { ...defaultAppointmentSettings, capacity: { morning: 1, afternoon: 1 } } });
    const cookie = await signInAs(platform, small, 'clerk');
    const { reportId: first } = await report(platform, small.host);
    await say(first, 'confirmations', { seenRound: 0, ...half(tuesday) }, cookie, small);
    const days = (await (await platform.request(small.host, '/api/appointment-days?from=2026-12-01&to=2026-12-01')).json()) as AppointmentDays;
    expect(days.days[0]?.parts).toEqual([{ part: 'morning', reason: 'full' }, { part: 'afternoon', reason: null }]);
    const { reportId } = await report(platform, small.host, { appointment: { wishes: [{ day: '2026-12-01', part: 'morning' }] } });
    const shown = (await (await platform.request(small.host, `/api/reports/${reportId}`, { cookie })).json()) as ReportDetail;
    expect(shown.appointments.rounds[0]?.wishes).toEqual([{ day: '2026-12-01', part: 'morning', reason: 'full' }]);
  });
});

describe('confirming', () => {
  test('sets the status, lets the other wishes lapse, and is on record with its event', async () => {
    const { reportId } = await report(platform, workshop.host, { appointment: { wishes: [{ day: '2026-12-01', part: 'morning' }] } });
    const { status, state } = await say(reportId, 'confirmations', { seenRound: 1, ...half(tuesday), note: 'Bitte Schlüssel mitbringen' });
    expect([status, state.turn, state.confirmed?.startsAt, state.confirmed?.confirmedBy]).toEqual([201, null, tuesday, 'staff']);
    const { handling, events, appointments } = await read(reportId);
    expect(handling.status).toBe('scheduled');
    expect(events.find(({ type }) => type === 'appointmentConfirmed')?.data).toMatchObject({ round: 2, sequence: 0, startsAt: tuesday });
    expect(appointments.rounds.map(({ kind }) => kind)).toEqual(['wishes', 'confirmed']);
  });

  test('needs no wish: a date agreed on the phone is entered, moved under the same entry, and leaves a later status alone', async () => {
    const { reportId } = await report(platform, workshop.host);
    const first = await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) });
    await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'scheduled' }, set: { status: 'inRepair' } } });
    const moved = await say(reportId, 'confirmations', { seenRound: 1, ...half(thursdayAfternoon) });
    expect(moved.state.confirmed).toMatchObject({ id: first.state.confirmed?.id, startsAt: thursdayAfternoon });
    const { handling, events } = await read(reportId);
    expect(handling.status).toBe('inRepair');
    expect(events.findLast(({ type }) => type === 'appointmentConfirmed')?.data).toMatchObject({ sequence: 1, movedFrom: tuesday });
  });

  test('what is over is never taken; closed, holiday and full only knowingly, each with its reason', async () => {
    const { reportId } = await report(platform, workshop.host);
    const past = await say(reportId, 'confirmations', { seenRound: 0, ...half('2026-11-20T09:59:00.000Z'), acknowledged: true });
    expect([past.status, past.issues[0]?.code]).toEqual([422, 'past']);
    const saturday = { seenRound: 0, ...half('2026-11-28T09:00:00.000Z') };
    const closed = await say(reportId, 'confirmations', saturday);
    expect([closed.status, closed.code, closed.issues.map(({ path, code }) => [path, code])]).toEqual([409, 'appointmentNotFitting', [['startsAt', 'closed']]]);
    const night = await say(reportId, 'proposals', { seenRound: 0, slots: [half(tuesday), half('2026-12-01T19:00:00.000Z')] });
    expect(night.issues.map(({ path, code }) => [path, code])).toEqual([['slots.1', 'outsideHours']]);
    expect((await say(reportId, 'confirmations', { ...saturday, acknowledged: true })).status).toBe(201);
  });

  test('cancelling takes the status back, and a new date afterwards is a new entry', async () => {
    const { reportId } = await report(platform, workshop.host);
    const first = await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) });
    const { state } = await say(reportId, 'cancellations', { seenRound: 1, note: 'Teile fehlen' });
    expect([state.confirmed, state.turn, state.rounds.at(-1)?.kind]).toEqual([null, null, 'cancelled']);
    expect((await read(reportId)).handling.status).toBe('inReview');
    expect((await say(reportId, 'cancellations', { seenRound: 2 })).issues[0]?.code).toBe('nothingToCancel');
    const again = await say(reportId, 'confirmations', { seenRound: 2, ...half(wednesday) });
    expect(again.state.confirmed?.id).not.toBe(first.state.confirmed?.id);
  });

  test('a report that is closed gets no date before it is reopened', async () => {
    const { reportId } = await report(platform, workshop.host);
    await platform.request(workshop.host, `/api/reports/${reportId}/handling`, { method: 'PATCH', cookie: clerk, json: { expected: { status: 'submitted' }, set: { status: 'completed' } } });
    expect((await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) })).issues[0]?.code).toBe('reportClosed');
  });
});

describe('going back and forth', () => {
  test('the workshop proposes, the customer has other wishes, the workshop proposes again, the customer says yes: every round on record', async () => {
    const { reportId } = await report(platform, workshop.host);
    const { access } = await openStatusPage(platform, workshop, reportId);
    await say(reportId, 'proposals', { seenRound: 0, slots: [half(wednesday), half(tuesday)], note: 'Passt das?' });
    const wished = await answer(access, { answer: 'wishes', seenRound: 1, wishes: [{ day: '2026-12-03', part: 'afternoon' }] });
    expect([wished.status, wished.state.turn]).toEqual([201, 'staff']);
    await say(reportId, 'proposals', { seenRound: 2, slots: [half(thursdayAfternoon)] });
    const { status, state } = await answer(access, { answer: 'accepted', seenRound: 3, startsAt: thursdayAfternoon });
    expect([status, state.turn, state.confirmed?.startsAt, state.confirmed?.confirmedBy]).toEqual([201, null, thursdayAfternoon, 'customer']);
    expect(state.rounds.map(({ kind, by, staffName }) => `${kind} ${by} ${staffName}`)).toEqual(['proposal staff null', 'wishes customer null', 'proposal staff null', 'confirmed customer null']);
    expect(state.rounds[0]?.slots.map(({ startsAt }) => startsAt)).toEqual([tuesday, wednesday]);
    expect((await read(reportId)).handling.status).toBe('scheduled');
  });

  test('a customer who can none of them says so, and what stood still stands', async () => {
    const { reportId } = await report(platform, workshop.host);
    const { access } = await openStatusPage(platform, workshop, reportId);
    await say(reportId, 'confirmations', { seenRound: 0, ...half(tuesday) });
    await say(reportId, 'proposals', { seenRound: 1, slots: [half(wednesday)] });
    const { state } = await answer(access, { answer: 'declined', seenRound: 2, note: 'Mittwochs nie' });
    expect([state.turn, state.confirmed?.startsAt, state.rounds.at(-1)?.note]).toEqual(['staff', tuesday, 'Mittwochs nie']);
    expect((await answer(access, { answer: 'declined', seenRound: 3 })).issues[0]?.code).toBe('notAsked');
  });

  test('a proposal taken back leaves the wishes before it to be answered, and nothing when there were none', async () => {
    const { reportId } = await report(platform, workshop.host, { appointment: { wishes: [{ day: '2026-12-01', part: 'morning' }] } });
    await say(reportId, 'proposals', { seenRound: 1, slots: [half(wednesday)] });
    expect((await say(reportId, 'cancellations', { seenRound: 2 })).state).toMatchObject({ turn: 'staff', confirmed: null });
    const { reportId: silent } = await report(platform, workshop.host);
    await say(silent, 'proposals', { seenRound: 0, slots: [half(wednesday)] });
    expect((await say(silent, 'cancellations', { seenRound: 1 })).state.turn).toBeNull();
  });

  test('only what was proposed can be accepted, and not when its time has come', async () => {
    const { reportId } = await report(platform, workshop.host);
    const { access } = await openStatusPage(platform, workshop, reportId);
    await say(reportId, 'proposals', { seenRound: 0, slots: [half('2026-11-20T10:30:00.000Z')] });
    expect((await answer(access, { answer: 'accepted', seenRound: 1, startsAt: tuesday })).issues[0]?.code).toBe('notProposed');
    platform.clock.advance({ minutes: 31 });
    expect((await answer(access, { answer: 'accepted', seenRound: 1, startsAt: '2026-11-20T10:30:00.000Z' })).issues[0]?.code).toBe('past');
    platform.clock.advance({ minutes: -31 });
  });

  test('an area the workshop does not show takes no answer', async () => {
    const closed = await provisionWorkshop(platform, 'zugeknoepfte-werkstatt', { workflow: { ...defaultWorkflow, customerSees: { ...defaultWorkflow.customerSees, appointments: false } } });
    const { reportId } = await report(platform, closed.host);
    const { access } = await openStatusPage(platform, closed, reportId);
    expect((await answer(access, { answer: 'wishes', seenRound: 0, wishes: [{ day: '2026-12-03', part: 'morning' }] }, closed)).code).toBe('notFound');
  });
});

describe('the last word', () => {
  test('wins once when two people confirm at the same second', async () => {
    const { reportId } = await report(platform, workshop.host, { appointment: { wishes: [{ day: '2026-12-01', part: 'morning' }] } });
    const answers = await Promise.all([say(reportId, 'confirmations', { seenRound: 1, ...half(tuesday) }), say(reportId, 'confirmations', { seenRound: 1, ...half(wednesday) }, admin), say(reportId, 'proposals', { seenRound: 1, slots: [half(wednesday)] }, admin)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await read(reportId)).appointments.rounds).toHaveLength(2);
  });

  test('is either the customer’s yes or the workshop’s cancelling, never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { reportId } = await report(platform, workshop.host);
      const { access } = await openStatusPage(platform, workshop, reportId);
      await say(reportId, 'proposals', { seenRound: 0, slots: [half(tuesday)] });
      const [yes, off] = await Promise.all([answer(access, { answer: 'accepted', seenRound: 1, startsAt: tuesday }), say(reportId, 'cancellations', { seenRound: 1 })]);
      expect([yes.status, off.status].sort()).toEqual([201, 409]);
      const { appointments } = await read(reportId);
      expect([appointments.rounds.length, appointments.confirmed !== null]).toEqual([2, yes.status === 201]);
    }
  });

  test('takes the last place of a half day once, whoever asks for it with another report at that moment', async () => {
    const small = await provisionWorkshop(platform, 'winzige-werkstatt', { appointments: { ...defaultAppointmentSettings, capacity: { morning: 2, afternoon: 2 } } });
    const cookie = await signInAs(platform, small, 'clerk');
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await report(platform, small.host)).reportId);
    const answers = await Promise.all(ids.map((id) => say(id, 'confirmations', { seenRound: 0, ...half(tuesday) }, cookie, small)));
    expect(answers.map(({ status, issues }) => issues?.[0]?.code ?? status).sort()).toEqual([201, 201, 'full', 'full', 'full']);
  });
});

test('agreed services are written over what was seen and nothing else', async () => {
  const { reportId } = await report(platform, workshop.host);
  const put = async (seenVersion: number, address: string) =>
    answerOf(await platform.request(workshop.host, `/api/reports/${reportId}/agreed-services`, { method: 'PUT', cookie: clerk, json: { seenVersion, services: { pickUp: { address }, bringBack: null, replacementCar: null, coverLimits: [{ label: 'Mietwagen 14 Tage', amountCents: 70_000 }] } } }));
  const both = await Promise.all([put(0, 'Amselweg 4'), put(0, 'Amselweg 5')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { appointments, events } = await read(reportId);
  expect(appointments).toMatchObject({ agreedVersion: 1, agreedServices: { coverLimits: [{ label: 'Mietwagen 14 Tage', amountCents: 70_000 }] } });
  expect(JSON.stringify(events)).not.toContain('Amselweg');
});

describe('settings', () => {
  const put = (cookie: string, settings: Partial<AppointmentSettings>) => {
    const hours = [{ from: '08:00', to: '16:00' }];
    return platform.request(workshop.host, '/api/settings/appointments', {
      method: 'PUT', cookie,
      json: { settings: { ...defaultAppointmentSettings, ...settings }, openingHours: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: [], sunday: [] } },
    });
  };

  test('are an admin’s to change, and felt at once', async () => {
    expect((await put(clerk, {})).status).toBe(403);
    expect((await put(admin, { closures: [{ from: '2026-12-24', to: '2026-12-01', label: 'Verdreht' }] })).status).toBe(422);
    expect((await put(admin, { federalState: 'BW', horizonDays: 14 })).status).toBe(200);
    const { days } = (await (await platform.request(workshop.host, '/api/appointment-days')).json()) as AppointmentDays;
    expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2026-11-20', '2026-12-04']);
    await put(admin, { enabled: false });
    expect(await (await platform.request(workshop.host, '/api/appointment-days')).json()).toEqual({ enabled: false, days: [] });
  });

  test('show beforehand what customers could choose, and keep nothing of it', async () => {
    await put(admin, { federalState: null });
    const hours = [{ from: '08:00', to: '16:00' }];
    const days = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: hours, sunday: [] };
    const json = { settings: { ...defaultAppointmentSettings, closures: [{ from: '2026-12-01', to: '2026-12-01', label: 'Inventur' }] }, openingHours: days };
    const shown = (await (await platform.request(workshop.host, '/api/settings/appointments/preview', { cookie: admin, json })).json()) as AppointmentDays;
    expect([shown.days.length, shown.days.find(({ day }) => day === '2026-12-01')?.label, shown.days.find(({ day }) => day === '2026-11-28')?.parts[0]?.reason]).toEqual([28, 'Inventur', null]);
    const { days: kept } = (await (await platform.request(workshop.host, '/api/appointment-days')).json()) as AppointmentDays;
    expect([kept.find(({ day }) => day === '2026-12-01')?.label, kept.find(({ day }) => day === '2026-11-28')?.parts[0]?.reason]).toEqual([null, 'closed']);
  });
});

test('a customer who answers without end is told to wait, and another one is not', async () => {
  // Of its own: elsewhere settings change meanwhile.
  const busy = await provisionWorkshop(platform, 'karosserie-ohne-ende');
  const [{ reportId }, other] = [await report(platform, busy.host), await report(platform, busy.host)];
  const [{ access }, { access: elsewhere }] = [await openStatusPage(platform, busy, reportId), await openStatusPage(platform, busy, other.reportId)];
  const wish = (seenRound: number) => ({ answer: 'wishes', seenRound, wishes: [{ day: '2026-12-01', part: 'morning' }] });
  const statuses: number[] = [];
  for (let round = 0; round < 25; round += 1) statuses.push((await answer(access, wish(round), busy)).status);
  expect(new Set(statuses.slice(0, 15))).toEqual(new Set([201]));
  expect(statuses.at(-1)).toBe(429);
  expect((await answer(elsewhere, wish(0), busy)).status).toBe(201);
});
