import type { IncomingMessage, ServerResponse } from 'node:http';
import { isClosed, reportStatuses, type HandlingChange } from '@meldewerk/contract/handling';
import type { BatchChange, SavedView } from '@meldewerk/contract/list';
import type { ReportDetail, ReportSummary } from '@meldewerk/contract/report';
import type { ReportSort } from '@meldewerk/contract/report-filter';
import { newestLinkMessage } from '../src/link-stages.ts';

type Around = { list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void; meId: string };
type Batch = { reportId: string; before: HandlingChange; after: HandlingChange }[];

const pageSize = 50;

/** The list's filters, orders and counts, saved views, preferences, and changes to many reports at once. */
export function standInLists({ list, change, meId }: Around) {
  let preferences: Record<string, unknown> = { sort: 'newest', layout: 'list', startView: null };
  let views: SavedView[] = [];
  const batches = new Map<string, Batch>();

  async function handle(route: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, , area, id, part] = url.pathname.split('/');
    if (route === 'GET /api/reports') return json(response, page(url.searchParams));
    if (route === 'GET /api/report-counts') return json(response, counts(url.searchParams));
    if (route === 'GET /api/report-facets') return json(response, facets());
    if (route === 'GET /api/preferences') return json(response, preferences);
    if (route === 'PUT /api/preferences') return json(response, (preferences = { ...preferences, ...(await readBody(request)) }));
    if (route === 'GET /api/views') return json(response, { views });
    if (area === 'views') return changeViews(request, response, id);
    if (route === 'POST /api/handling-batches') return runBatch(await readBody(request), response);
    if (area === 'handling-batches' && part === 'reversal') return reverse(id ?? '', response);
    return false;
  }

  function page(query: URLSearchParams) {
    const start = Number(query.get('cursor') || 0);
    const matching = sorted(list().filter((report) => matches(report, query, meId)), (query.get('sort') || 'newest') as ReportSort);
    const after = start + pageSize;
    return { reports: matching.slice(start, after).map(summary), nextCursor: after < matching.length ? String(after) : null };
  }

  function counts(query: URLSearchParams) {
    const any = new URLSearchParams(query);
    any.delete('status');
    const byStatus = Object.fromEntries(reportStatuses.map((status) => [status, list().filter((report) => report.handling.status === status && matches(report, any, meId)).length]));
    return { total: list().filter((report) => matches(report, query, meId)).length, byStatus };
  }

  function facets() {
    const insurers = new Set(list().flatMap(({ insurance }) => insurance.insurer ?? []));
    return { insurers: [...insurers].sort(), tags: [...new Set(list().flatMap(({ handling }) => handling.tags))].sort() };
  }

  async function changeViews(request: IncomingMessage, response: ServerResponse, id: string | undefined): Promise<boolean> {
    const body = (await readBody(request)) as SavedView;
    if (request.method === 'POST') views = [...views, { ...body, mine: true, ownerName: 'Sabine Kern' }];
    else if (request.method === 'PUT') views = views.map((view) => (view.id === id ? { ...view, ...body } : view));
    else views = views.filter((view) => view.id !== id);
    response.writeHead(request.method === 'POST' ? 201 : 204);
    response.end();
    return true;
  }

  function runBatch(body: Record<string, unknown>, response: ServerResponse): boolean {
    const { id, reportIds, set } = body as { id: string; reportIds: string[]; set: BatchChange };
    const batch = batches.get(id) ?? batches.set(id, []).get(id)!;
    const results = reportIds.map((reportId) => {
      const report = list().find((known) => known.id === reportId);
      if (!report) return { reportId, reference: null, outcome: 'failed', reason: 'Diese Meldung gibt es nicht mehr.' };
      const { addTags, removeTags, ...fields } = set;
      const after: HandlingChange = { ...fields, ...((addTags ?? removeTags) && { tags: [...new Set([...report.handling.tags.filter((tag) => !removeTags?.includes(tag)), ...(addTags ?? [])])] }) };
      const before = Object.fromEntries(Object.keys(after).map((field) => [field, report.handling[field as keyof HandlingChange]])) as HandlingChange;
      batch.push({ reportId, before, after });
      apply(report, after);
      return { reportId, reference: report.reference, outcome: 'changed', reason: null };
    });
    return json(response, { results });
  }

  function reverse(id: string, response: ServerResponse): boolean {
    const results = (batches.get(id) ?? []).map(({ reportId, before, after }) => {
      const report = list().find((known) => known.id === reportId)!;
      const fields = Object.keys(before) as (keyof HandlingChange)[];
      const kept = fields.filter((field) => JSON.stringify(report.handling[field]) !== JSON.stringify(after[field]));
      apply(report, Object.fromEntries(fields.filter((field) => !kept.includes(field)).map((field) => [field, before[field]])));
      return { reportId, reference: report.reference, kept, reason: null };
    });
    return json(response, { results });
  }

  function apply(report: ReportDetail, set: HandlingChange) {
    const status = set.status ?? report.handling.status;
    change(report.id, { handling: { ...report.handling, ...set, version: report.handling.version + 1, closedAt: isClosed(status) ? new Date().toISOString() : null } });
  }

  return { handle };
}

function matches(report: ReportDetail, query: URLSearchParams, meId: string): boolean {
  const { handling } = report;
  const parts = (name: string) => (query.get(name) ?? '').split(',').filter(Boolean);
  const fits = (name: string, is: (part: string) => boolean) => parts(name).length === 0 || parts(name).some(is);
  const text = (query.get('q') ?? '').toLowerCase().replace(/[\s-]/g, '');
  const day = report.listedAt.slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  const searched = [report.reference, report.vehicle.licensePlate, report.vehicle.vin ?? '', report.reporter.firstName + report.reporter.lastName].join(' ').toLowerCase().replace(/[-]/g, '').replaceAll(/(?<=\w) (?=\d)/g, '');
  return fits('status', (part) => (part === 'open' ? handling.closedAt === null : part === 'closed' ? handling.closedAt !== null : handling.status === part))
    && fits('ids', (part) => report.id === part)
    && fits('category', (part) => report.category === part)
    && fits('priority', (part) => handling.priority === part)
    && fits('tag', (part) => handling.tags.includes(part))
    && fits('assignee', (part) => (part === 'none' ? handling.assigneeId === null : handling.assigneeId === (part === 'me' ? meId : part)))
    && (!query.get('insurer') || (report.insurance.insurer ?? '').toLowerCase().startsWith(query.get('insurer')!.toLowerCase()))
    && (!query.get('due') || (handling.closedAt === null && handling.dueOn !== null && (query.get('due') === 'overdue' ? handling.dueOn < today : query.get('due') === 'today' ? handling.dueOn === today : handling.dueOn >= today)))
    && (query.get('towing') !== 'true' || report.safety?.advice === 'tow')
    && (!query.get('new') || (report.firstOpened === null) === (query.get('new') === 'true'))
    && day >= (query.get('from') || '') && day <= (query.get('to') || '9999')
    && searched.includes(text);
}

function sorted(reports: ReportDetail[], sort: ReportSort): ReportDetail[] {
  const key: Record<ReportSort, ((report: ReportDetail) => string) | null> = {
    newest: null,
    oldest: ({ listedAt }) => listedAt,
    due: ({ handling }) => handling.dueOn ?? '9999',
    activity: ({ events, listedAt }) => String(9e15 - Date.parse(events.at(-1)?.at ?? listedAt)),
    plate: ({ vehicle }) => vehicle.licensePlate || '~',
    customer: ({ reporter }) => `${reporter.lastName} ${reporter.firstName}`,
    priority: ({ handling }) => ({ high: 'a', normal: 'b', low: 'c' })[handling.priority],
  };
  const of = key[sort];
  return of ? reports.toSorted((one, other) => of(one).localeCompare(of(other), 'de')) : reports;
}

function summary(report: ReportDetail): ReportSummary {
  const { handling } = report;
  return {
    id: report.id, reference: report.reference, status: handling.status, category: report.category, licensePlate: report.vehicle.licensePlate,
    makeModel: report.vehicle.makeModel ?? null, customerName: report.reporter.company ?? `${report.reporter.firstName} ${report.reporter.lastName}`,
    listedAt: report.listedAt, submittedAt: report.submittedAt, partnerName: report.partner?.name ?? null, linkState: linkStateOf(report), safetyAdvice: report.safety?.advice ?? null, isNew: report.firstOpened === null, photoCount: report.photos.length,
    thumbnailPhotoId: report.photos.find((photo) => photo.state === 'ready')?.id ?? null,
    subStatus: handling.subStatus, statusSince: handling.statusSince, assigneeId: handling.assigneeId, assigneeName: handling.assigneeName, priority: handling.priority, tags: handling.tags, dueOn: handling.dueOn, nextStep: handling.nextStep,
    activeAt: report.events.at(-1)?.at ?? report.listedAt, internal: handling.internalSince !== null, unread: false,
    appointmentTurn: report.appointments.turn, appointmentAt: report.appointments.confirmed?.startsAt ?? null, itemsMissing: report.missingItems.requests.some(({ state }) => state === 'open'), itemsComplete: report.missingItems.requests[0]?.state === 'complete',
  };
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

function json(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
  return true;
}

function linkStateOf(report: ReportDetail): ReportSummary['linkState'] {
  if (report.submittedAt || !report.link) return null;
  const message = newestLinkMessage(report);
  const isLost = message?.state === 'failed' || message?.arrival === 'undelivered' || message?.arrival === 'bounced';
  return report.link.state === 'sent' && isLost ? 'notReached' : report.link.state;
}
