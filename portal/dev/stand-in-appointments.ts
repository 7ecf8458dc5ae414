import type { IncomingMessage, ServerResponse } from 'node:http';
import { defaultAppointmentSettings, type AgreedServices, type AgreeServices, type AppointmentRound, type AppointmentSettingsInput, type AppointmentState, type Calendar, type DayPart } from '@meldewerk/contract/appointment';
import type { Issue, ProblemCode } from '@meldewerk/contract/problem';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { StaffRole } from '@meldewerk/contract/staff';
import { addDays, clockAt, dayAt, instantAt, mondayOf, partAt, weekdayOf } from '../src/workshop-time.ts';

type Reports = { find: (id: string) => ReportDetail | undefined; list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void };
type Slot = { startsAt: string; durationMinutes: number };
type Change = { seenRound: number; acknowledged?: boolean; note?: string; slots?: Slot[] } & Partial<Slot>;

const timeZone = 'Europe/Berlin';
const dayMs = 86_400_000;
const span = [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:00' }];

/** Dates of the stand-in, by the same routes as the platform's. Next week's Thursday is a holiday that nobody else has. */
export function standInAppointments(reports: Reports) {
  const today = dayAt(new Date().toISOString(), timeZone);
  const monday = mondayOf(addDays(today, 2));
  const holiday = addDays(monday, 10);
  let stored: AppointmentSettingsInput = {
    settings: { ...defaultAppointmentSettings, federalState: 'BW', capacity: { morning: 3, afternoon: 2 }, closures: [{ from: addDays(monday, 32), to: addDays(monday, 42), label: 'Betriebsferien' }] },
    openingHours: { monday: span, tuesday: span, wednesday: span, thursday: span, friday: [{ from: '07:30', to: '14:00' }], saturday: [], sunday: [] },
  };
  let feedMadeAt: string | null = null;
  const changes: unknown[] = [];
  furnish();

  /** Answers and says true where the route is one of these. */
  async function handle(route: string, url: URL, request: IncomingMessage, response: ServerResponse, role: StaffRole): Promise<boolean> {
    const [, , area, id = '', part] = url.pathname.split('/');
    if (route === 'GET /api/calendar') return json(response, calendar(url.searchParams));
    if (route === 'GET /api/appointment-days') return json(response, choosable(url.searchParams));
    if (url.pathname === '/api/settings/appointments/preview') return preview(request, response);
    if (url.pathname === '/api/settings/appointments') return settings(request, response, role);
    if (url.pathname === '/api/calendar-feed') return feed(request, response);
    if (area !== 'reports' || !part || !(part.startsWith('appointment-') || part === 'agreed-services')) return false;
    const report = reports.find(id);
    if (!report) return problem(response, 404, 'notFound', 'Diese Meldung gibt es nicht.');
    if (role === 'viewer') return problem(response, 403, 'forbidden', 'Ihr Konto darf nur lesen.');
    const body = await read<Change>(request);
    changes.push({ part, ...body });
    if (part === 'agreed-services') {
      const { seenVersion, services } = body as unknown as AgreeServices;
      const { agreedVersion } = report.appointments;
      if (seenVersion !== agreedVersion) return problem(response, 409, 'changedMeanwhile', 'Jemand anderes hat hier gerade etwas geändert.');
      reports.change(id, { appointments: { ...report.appointments, agreedServices: services, agreedVersion: agreedVersion + 1 } });
      return json(response, {});
    }
    return change(report, part, body, response);
  }

  function change(report: ReportDetail, part: string, body: Change, response: ServerResponse) {
    const { appointments } = report;
    if (body.seenRound !== appointments.rounds.length) return problem(response, 409, 'changedMeanwhile', 'Jemand anderes hat hier gerade etwas geändert.');
    const slots = (body.slots ?? [body]).filter((slot): slot is Slot => Boolean(slot.startsAt));
    const doubts = slots.flatMap((slot, index): Issue[] => {
      const reason = doubtOf(slot.startsAt, report.id);
      return reason ? [{ path: body.slots ? `slots.${index}` : 'startsAt', code: reason, message: reason }] : [];
    });
    if (doubts.length > 0 && !body.acknowledged) return problem(response, 409, 'appointmentNotFitting', 'Zu dieser Zeit ist geschlossen, oder der halbe Tag ist schon voll.', doubts);
    const kind = part === 'appointment-proposals' ? 'proposal' : part === 'appointment-confirmations' ? 'confirmed' : 'cancelled';
    const now = new Date().toISOString();
    const times = slots.map(timesOf);
    const next: AppointmentRound = { ...emptyRound, number: appointments.rounds.length + 1, kind, by: 'staff', staffName: 'Sabine Kern', at: now, note: body.note ?? null, slots: times };
    const confirmed = kind === 'confirmed' && times[0] ? { id: report.id, ...times[0], confirmedBy: 'staff' as const, confirmedAt: now, note: body.note ?? null } : kind === 'cancelled' ? null : appointments.confirmed;
    const state: AppointmentState = { ...appointments, rounds: [...appointments.rounds, next], confirmed, turn: kind === 'proposal' ? 'customer' : kind === 'cancelled' && !appointments.confirmed && appointments.rounds.some((round) => round.kind === 'wishes') ? 'staff' : null };
    reports.change(report.id, { appointments: state, ...(kind === 'confirmed' && { handling: { ...report.handling, status: 'scheduled' as const } }) });
    return json(response, state);
  }

  function doubtOf(startsAt: string, besides: string): 'holiday' | 'closed' | 'full' | null {
    const day = dayAt(startsAt, timeZone);
    const closed = closedOn(day);
    if (closed) return closed.reason;
    const part = partOf(startsAt);
    const { [part]: capacity } = stored.settings.capacity;
    return capacity !== null && usedOn(day, part, besides) >= capacity ? 'full' : null;
  }

  function calendar(query: URLSearchParams): Calendar {
    const [from, to] = [query.get('from') ?? today, query.get('to') ?? today];
    const scheduled = reports.list().filter((report) => isBetween(report.appointments.confirmed?.startsAt, from, to)).toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
    return {
      days: daysBetween(from, to).map((day) => ({ day, closed: closedOn(day), capacity: stored.settings.capacity, used: { morning: usedOn(day, 'morning'), afternoon: usedOn(day, 'afternoon') } })),
      appointments: scheduled.flatMap((report) => {
        const { confirmed, agreedServices } = report.appointments;
        if (!confirmed) return [];
        const services = (['pickUp', 'bringBack', 'replacementCar'] as const).filter((service) => agreedServices?.[service]);
        return [{ ...nameOf(report), id: confirmed.id, makeModel: report.vehicle.makeModel ?? null, startsAt: confirmed.startsAt, endsAt: confirmed.endsAt, status: report.handling.status, subStatus: null, assigneeName: report.handling.assigneeName, services }];
      }),
      waiting: reports.list().filter(({ appointments }) => appointments.turn === 'staff').map((report) => {
        const last = report.appointments.rounds.findLast(({ kind }) => kind === 'wishes');
        return { ...nameOf(report), since: report.appointments.rounds.at(-1)?.at ?? report.listedAt, wishes: last?.wishes.map(({ day, part }) => ({ day, part })) ?? [] };
      }),
    };
  }

  function usedOn(day: string, part: DayPart, besides = ''): number {
    return reports.list().filter(({ id, appointments: { confirmed } }) => id !== besides && confirmed && dayAt(confirmed.startsAt, timeZone) === day && partOf(confirmed.startsAt) === part).length;
  }

  function partOf(startsAt: string): DayPart {
    return partAt(clockAt(startsAt, timeZone), stored.settings.afternoonFrom);
  }

  function closedOn(day: string): Calendar['days'][number]['closed'] {
    if (day === holiday) return { reason: 'holiday', label: 'Tag der Innung' };
    const closure = stored.settings.closures.find(({ from, to }) => from <= day && day <= to);
    if (closure) return { reason: 'closed', label: closure.label };
    return stored.openingHours[weekdayOf(day)].length === 0 ? { reason: 'closed', label: null } : null;
  }

  function choosable(query: URLSearchParams) {
    const earliest = addDays(today, stored.settings.leadDays + 1);
    const days = daysBetween(query.get('from') ?? today, query.get('to') ?? today).map((day) => {
      const closed = closedOn(day);
      const reasonOf = (part: DayPart) => closed?.reason ?? (day < earliest ? 'tooSoon' as const : usedOn(day, part) >= (stored.settings.capacity[part] ?? Infinity) ? 'full' as const : null);
      return { day, parts: (['morning', 'afternoon'] as const).map((part) => ({ part, reason: reasonOf(part) })), label: closed?.label ?? null };
    });
    return { enabled: stored.settings.enabled, days };
  }

  async function settings(request: IncomingMessage, response: ServerResponse, role: StaffRole) {
    if (request.method === 'PUT') {
      if (role !== 'admin') return problem(response, 403, 'forbidden', 'Das darf nur die Leitung.');
      stored = await read<AppointmentSettingsInput>(request);
    }
    return json(response, { ...stored, timeZone });
  }

  async function preview(request: IncomingMessage, response: ServerResponse) {
    const kept = stored;
    stored = await read<AppointmentSettingsInput>(request);
    const days = choosable(new URLSearchParams({ from: today, to: addDays(today, 27) }));
    stored = kept;
    return json(response, days);
  }

  function feed(request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'POST') {
      feedMadeAt = new Date().toISOString();
      return json(response, { createdAt: feedMadeAt, url: 'https://karosserie-muster.example/calendar/3kT9vXqLw2mN8pRzY6bHcA.ics' });
    }
    if (request.method === 'DELETE') {
      feedMadeAt = null;
      response.writeHead(204).end();
      return true;
    }
    return json(response, { createdAt: feedMadeAt, url: null });
  }

  /** A full week, two that wait, one that is waited for. */
  function furnish() {
    const open = reports.list().filter(({ submittedAt, handling }) => submittedAt && !handling.closedAt);
    const places: [number, string][] = [[0, '07:30'], [0, '08:00'], [0, '13:30'], [1, '07:30'], [1, '08:00'], [1, '08:30'], [1, '14:00'], [2, '09:00'], [3, '13:00'], [3, '15:30'], [4, '08:00'], [7, '08:00'], [8, '10:00']];
    places.forEach(([offset, clock], index) => {
      const report = open[index + 6];
      if (!report) return;
      const slot = timesOf({ startsAt: instantAt(addDays(monday, offset), clock, timeZone).toISOString(), durationMinutes: 30 });
      const at = report.submittedAt ?? report.listedAt;
      reports.change(report.id, {
        handling: { ...report.handling, status: 'scheduled', assigneeName: index % 3 === 0 ? 'Jonas Weber' : null },
        appointments: {
          turn: null, confirmed: { id: report.id, ...slot, confirmedBy: 'staff', confirmedAt: at, note: null },
          rounds: [{ ...emptyRound, number: 1, kind: 'confirmed', by: 'staff', staffName: 'Sabine Kern', at, slots: [slot] }],
          agreedServices: index % 4 === 0 ? inventedServices : null, agreedVersion: index % 4 === 0 ? 1 : 0,
        },
      });
    });
    const wish = (offset: number, part: DayPart) => ({ day: addDays(monday, offset), part });
    [[wish(1, 'morning'), wish(3, 'morning'), wish(10, 'morning')], [wish(2, 'afternoon'), wish(4, 'morning')]].forEach((wishes, index) => {
      const report = open[index];
      if (!report) return;
      const marked = wishes.map((entry) => ({ ...entry, reason: entry.day === holiday ? 'holiday' as const : usedOn(entry.day, entry.part) >= (stored.settings.capacity[entry.part] ?? 99) ? 'full' as const : null }));
      reports.change(report.id, { appointments: { turn: 'staff', confirmed: null, agreedServices: null, agreedVersion: 0, rounds: [{ ...emptyRound, number: 1, at: report.listedAt, wishes: marked, notPossibleOn: index === 0 ? [addDays(monday, 2)] : [], note: index === 0 ? 'Am liebsten früh, ich muss danach zur Arbeit.' : null, services: index === 0 ? { pickUp: false, bringBack: true, replacementCar: true, replacementCarNeeds: 'Automatik, Kindersitz' } : null }] } });
    });
    const asked = open[2];
    if (asked) {
      const slots = [3, 4].map((offset) => timesOf({ startsAt: instantAt(addDays(monday, offset), '10:00', timeZone).toISOString(), durationMinutes: 30 }));
      reports.change(asked.id, { appointments: { turn: 'customer', confirmed: null, agreedServices: null, agreedVersion: 0, rounds: [{ ...emptyRound, number: 1, at: asked.listedAt, wishes: [{ ...wish(1, 'morning'), reason: 'full' }] }, { ...emptyRound, number: 2, kind: 'proposal', by: 'staff', staffName: 'Sabine Kern', at: asked.listedAt, slots, note: 'Dienstag sind wir leider voll.' }] } });
    }
  }

  return { handle, changes, monday, holiday, settings: () => stored };
}

const emptyRound: AppointmentRound = { number: 1, kind: 'wishes', by: 'customer', staffName: null, at: '2026-01-01T00:00:00.000Z', note: null, wishes: [], notPossibleOn: [], services: null, slots: [] };
const inventedServices: AgreedServices = {
  pickUp: { address: 'Rüppurrer Straße 12, Karlsruhe', at: '7:30 Uhr' }, bringBack: null,
  replacementCar: { kind: 'rentalCar', vehicleClass: 'Kompaktklasse, Automatik', from: null, to: null, paidBy: 'Badische Allgemeine' },
  coverLimits: [{ label: 'Mietwagen höchstens 14 Tage', amountCents: 60_000 }], note: undefined,
};

function timesOf({ startsAt, durationMinutes }: Slot) {
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString() };
}

function nameOf(report: ReportDetail) {
  return { reportId: report.id, reference: report.reference, licensePlate: report.vehicle.licensePlate, customerName: report.reporter.company ?? `${report.reporter.firstName} ${report.reporter.lastName}` };
}

function startOf({ appointments }: ReportDetail): string {
  return appointments.confirmed?.startsAt ?? '';
}

function isBetween(startsAt: string | undefined, from: string, to: string): boolean {
  if (!startsAt) return false;
  const day = dayAt(startsAt, timeZone);
  return from <= day && day <= to;
}

function daysBetween(from: string, to: string): string[] {
  return Array.from({ length: Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1 }, (_, index) => addDays(from, index));
}

async function read<Body>(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Body;
}

function json(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
  return true;
}

function problem(response: ServerResponse, status: number, code: ProblemCode, detail: string, issues: Issue[] = []): true {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: `about:blank#${code}`, title: detail, status, detail, code, requestId: 'req-0f3a91', issues }));
  return true;
}
