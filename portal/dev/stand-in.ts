import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BillingHint } from '@meldewerk/contract/billing';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { LiveMessage, ReportDetail } from '@meldewerk/contract/report';
import type { StaffRole, StaffSession } from '@meldewerk/contract/staff';
import type { supportRequestSchema } from '@meldewerk/contract/support';
import type { Site } from '@meldewerk/contract/tenant';
import type * as v from 'valibot';
import { drawPhoto } from './drawn-photo.ts';
import { idOf, inventedCategories, inventReport, inventReports } from './invented-reports.ts';
import { standInAppointments } from './stand-in-appointments.ts';
import { standInRedactions } from './stand-in-redactions.ts';
import { standInConditionPhotos } from './stand-in-condition-photos.ts';
import { standInCustomerLink } from './stand-in-customer-link.ts';
import { standInExports } from './stand-in-exports.ts';
import { standInForms } from './stand-in-forms.ts';
import { standInHandling } from './stand-in-handling.ts';
import { standInImports } from './stand-in-imports.ts';
import { standInLists } from './stand-in-lists.ts';
import { standInMissingItems } from './stand-in-missing-items.ts';
import { standInMessages } from './stand-in-messages.ts';
import { standInOverview } from './stand-in-overview.ts';
import { standInEmbedding } from './stand-in-embedding.ts';
import { standInLanguages } from './stand-in-languages.ts';
import { standInTowing } from './stand-in-towing.ts';
import { standInPreparations } from './stand-in-preparations.ts';

type SupportRequest = v.InferOutput<typeof supportRequestSchema>;

const password = 'meldewerk-demo';

/** Speaks the platform's staff API from memory, for looking at pages and for the portal's own browser tests. */
export function standIn(count = 120) {
  const startedAt = new Date();
  let reports = inventReports(count, startedAt);
  const sessions = new Map<string, StaffRole>();
  const streams = new Set<ServerResponse>();
  /** Answers instead of the real ones, by the beginning of `METHOD /path`. */
  const failures = new Map<string, { status: number; code: ProblemCode; detail: string; retryAfter?: number }>();
  const asked: string[] = [];
  const supportRequests: SupportRequest[] = [];
  let billingHint: BillingHint | null = null;

  function tell(message: LiveMessage) {
    for (const stream of streams) stream.write(`event: report\ndata: ${JSON.stringify(message)}\n\n`);
  }

  function submit(changes: Partial<ReportDetail> = {}): ReportDetail {
    const report = { ...inventReport(reports.length + 1001, new Date()), status: 'submitted' as const, firstOpened: null, ...changes };
    reports = [report, ...reports];
    tell({ kind: 'reportSubmitted', reportId: report.id });
    return report;
  }

  function change(id: string, changes: Partial<ReportDetail>) {
    reports = reports.map((report) => (report.id === id ? { ...report, ...changes } : report));
    tell({ kind: 'reportChanged', reportId: id });
  }

  const preparations = standInPreparations({
    find: (id) => reports.find((report) => report.id === id),
    list: () => reports,
    change,
    add: (report) => {
      reports = [report, ...reports];
      tell({ kind: 'reportPrepared', reportId: report.id });
    },
  });
  const appointments = standInAppointments({ find: (id) => reports.find((report) => report.id === id), list: () => reports, change });
  const forms = standInForms({ find: (id) => reports.find((report) => report.id === id), list: () => reports, change });

  const handling = standInHandling({ find: (id) => reports.find((report) => report.id === id), list: () => reports, change, tell });
  const messages = standInMessages({ find: (id) => reports.find((report) => report.id === id), list: () => reports, change, tell });
  const customerLink = standInCustomerLink({ find: (id) => reports.find((report) => report.id === id), list: () => reports, change });
  const imports = standInImports();
  const embedding = standInEmbedding('Karosserie Muster');
  const offeredLanguages = standInLanguages();
  const towing = standInTowing('+49 721 5550100');
  const exports = standInExports({ find: (id) => reports.find((report) => report.id === id), list: () => reports });
  const lists = standInLists({ list: () => reports, change, meId: idOf('c', 1) });

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const route = `${request.method} ${url.pathname}`;
    asked.push(route + url.search);
    const failure = [...failures].find(([start]) => route.startsWith(start))?.[1];
    if (failure) return problem(response, failure.status, failure.code, failure.detail, failure.retryAfter);
    const [, , area, id, part] = url.pathname.split('/');
    if (route === 'GET /api/site') return json(response, site());
    if (area === 'staff') return staff(route, request, response);
    if (await forms.handle(route, url, request, response, role(request))) return;
    if (await standInRedactions(url, request, response, { list: () => reports, change })) return;
    if (area === 'photos') return photo(response, id ?? '', part ?? '');
    if (!role(request)) return problem(response, 401, 'unauthenticated', 'Bitte melden Sie sich an.');
    if (route === 'GET /api/billing-hint') return billingHint ? json(response, billingHint) : empty(response, 204);
    if (route === 'GET /api/live') return live(request, response);
    if (await customerLink.handle(route, request, response)) return;
    if (await handling.handle(route, request, response)) return;
    if (await messages.handle(route, url, request, response, role(request))) return;
    if (await embedding(url, request, response, role(request) ?? 'viewer')) return;
    if (await offeredLanguages(url, request, response)) return;
    if (await towing(url, request, response, role(request) ?? 'viewer')) return;
    if (await imports.handle(route, url, request, response, role(request) ?? 'viewer')) return;
    if (await exports.handle(route, url, request, response, role(request) ?? 'viewer')) return;
    if (await appointments.handle(route, url, request, response, role(request) ?? 'viewer')) return;
    if (await preparations.handle(route, request, response)) return;
    if (await standInMissingItems(url, request, response, { find: (id) => reports.find((report) => report.id === id), change })) return;
    if (await standInConditionPhotos(route, url, request, response, { find: (id) => reports.find((report) => report.id === id), change })) return;
    if (route === 'GET /api/overview') return json(response, standInOverview(reports, Number(url.searchParams.get('weeks') ?? 12)));
    if (await lists.handle(route, url, request, response)) return;
    if (route === 'GET /api/support-requests') return json(response, { requests: supportRequests });
    if (route === 'POST /api/support-requests') return askSupport(await readBody(request), response);
    if (area === 'deliveries') return empty(response, 202);
    const report = reports.find((candidate) => candidate.id === id);
    if (!report) return problem(response, 404, 'notFound', 'Das gibt es hier nicht.');
    if (part === 'opening') {
      if (!report.firstOpened) change(report.id, { firstOpened: { at: new Date().toISOString(), staffName: 'Sabine Kern' } });
      return empty(response, 204);
    }
    return json(response, report);
  }

  function askSupport(asked: Record<string, unknown>, response: ServerResponse) {
    const { id, kind, subject, partnerName, topic, message } = asked as Record<string, string>;
    const title = subject ?? partnerName ?? topic ?? '';
    if (!supportRequests.some((known) => known.id === id)) {
      supportRequests.unshift({ id: id ?? '', kind: kind as SupportRequest['kind'], title, text: message ?? '', sentBy: 'Sabine Kern', createdAt: new Date().toISOString(), reachedOperator: 'waiting', deliveryId: null });
    }
    return empty(response, 201);
  }

  async function staff(route: string, request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request);
    switch (route) {
      case 'GET /api/staff/sessions/current': {
        const current = role(request);
        return current ? json(response, session(current)) : problem(response, 401, 'unauthenticated', 'Bitte melden Sie sich an.');
      }
      case 'POST /api/staff/sessions': {
        if (body['password'] !== password) return problem(response, 401, 'invalidCredentials', 'E-Mail-Adresse oder Passwort stimmt nicht.');
        const key = crypto.randomUUID();
        const granted = String(body['email']).startsWith('lesen') ? 'viewer' : String(body['email']).startsWith('leitung') ? 'admin' : 'clerk';
        sessions.set(key, granted);
        response.setHeader('Set-Cookie', `session=${key}; Path=/; HttpOnly; SameSite=Lax`);
        return json(response, session(granted));
      }
      case 'POST /api/staff/passwords':
        return String(body['token']).startsWith('expired') ? problem(response, 410, 'resetLinkInvalid', 'Dieser Link gilt nicht mehr.') : empty(response, 204);
      case 'POST /api/staff/password-resets': return empty(response, 202);
      case 'DELETE /api/staff/sessions': sessions.clear(); return empty(response, 204);
      default: sessions.delete(cookie(request)); return empty(response, 204);
    }
  }

  function live(request: IncomingMessage, response: ServerResponse) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': hello\n\n');
    streams.add(response);
    request.on('close', () => streams.delete(response));
  }

  function role(request: IncomingMessage): StaffRole | undefined {
    return sessions.get(cookie(request));
  }

  function endSessions() {
    sessions.clear();
  }

  function dropStreams() {
    for (const stream of streams) stream.destroy();
  }

  function bill(hint: BillingHint | null) {
    billingHint = hint;
  }

  return { bill, messages, appointments, handling, forms, preparations, exports: exports.exports, handle, submit, change, failures, asked, endSessions, dropStreams, reports: () => reports };
}

export const standInPassword = password;

function photo(response: ServerResponse, id: string, rendition: string) {
  const seed = Number.parseInt(id.slice(-12), 16);
  response.setHeader('Content-Type', 'image/svg+xml');
  if (rendition === 'original') response.setHeader('Content-Disposition', 'attachment; filename="KA-PA-777_vorne-links.svg"');
  response.end(rendition === 'thumbnail' ? drawPhoto(seed, 400, 300) : drawPhoto(seed, 2048, 1536));
}

function session(role: StaffRole): StaffSession {
  return {
    staff: { id: idOf('c', 1), name: 'Sabine Kern', email: 'sabine@karosserie-muster.example', role, language: 'de' },
    tenant: { name: 'Karosserie Muster', slug: 'karosserie-muster', timeZone: 'Europe/Berlin' },
  };
}

function site(): Site {
  const day = [{ from: '07:30', to: '17:00' }];
  return {
    slug: 'karosserie-muster', name: 'Karosserie Muster', address: { street: 'Werkstraße 3', postalCode: '76137', city: 'Karlsruhe', country: 'DE' },
    phone: '+49 721 5550100', email: 'info@karosserie-muster.example', towingPhone: null, logoUrl: null, colors: { brand: '#0b5d52', accent: '#e4a11b' }, languages: ['de', 'en'],
    timeZone: 'Europe/Berlin', openingHours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
    pageUrl: 'https://karosserie-muster.example/', catalogueVersion: 1, categories: inventedCategories,
    privacyNotice: { version: 3, text: { de: 'Datenschutz', en: 'Privacy' } }, asksForWishes: false,
  };
}

function cookie(request: IncomingMessage): string {
  return /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

function json(response: ServerResponse, body: unknown) {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

function empty(response: ServerResponse, status: number) {
  response.writeHead(status);
  response.end();
}

function problem(response: ServerResponse, status: number, code: ProblemCode, detail: string, retryAfter?: number) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json', ...(retryAfter ? { 'Retry-After': String(retryAfter) } : {}) });
  response.end(JSON.stringify({ type: `about:blank#${code}`, title: detail, status, detail, code, requestId: 'req-0f3a91' }));
}
