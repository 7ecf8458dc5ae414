import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '@meldewerk/contract/delivery';
import type { LinkSummary } from '@meldewerk/contract/link-state';
import { readLicensePlate } from '@meldewerk/contract/license-plate';
import type { Partner } from '@meldewerk/contract/partner';
import { preparationSchema, type MessagePreview, type Preparation } from '@meldewerk/contract/preparation';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { ReportDetail, ReportEvent } from '@meldewerk/contract/report';
import * as v from 'valibot';
import { idOf, inventedCategories, inventReport, untouched } from './invented-reports.ts';

type Reports = {
  find: (id: string) => ReportDetail | undefined;
  list: () => ReportDetail[];
  change: (id: string, changes: Partial<ReportDetail>) => void;
  add: (report: ReportDetail) => void;
};

const inventedPartners: Partner[] = [
  { id: idOf('e', 1), name: 'Eurogarant', kind: 'steering' }, { id: idOf('e', 2), name: 'Innovation Group', kind: 'steering' },
  { id: idOf('e', 3), name: 'DMS', kind: 'steering' }, { id: idOf('e', 4), name: 'LeasePlan', kind: 'leasing' },
];
const landline = /^0?721/;
const stopped = '1715550000';

/** Prepared reports, their links and partners of the stand-in, by the same routes as the platform's. */
export function standInPreparations(reports: Reports) {
  const preparations = new Map<string, { version: number; preparation: Preparation; sent: string[] }>();

  /** Answers and says true where the route is one of these. */
  async function handle(route: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [, , area, id = '', part] = route.slice(route.indexOf(' ') + 1).split('/');
    if (route === 'GET /api/partners') return json(response, { partners: inventedPartners });
    if (route === 'POST /api/link-message-previews') return json(response, preview(await read(request)));
    if (area !== 'reports') return false;
    if (part === 'preparation') return request.method === 'PUT' ? save(id, await read(request), response) : show(id, response);
    if (part === 'link-messages') return send(id, await read(request), response);
    if (part === 'link') return link(id, request.method ?? '', response);
    return false;
  }

  function save(id: string, body: { version: number; internal?: boolean; preparation: unknown }, response: ServerResponse): boolean {
    const parsed = v.safeParse(preparationSchema, body.preparation);
    if (!parsed.success) return problem(response, 422, 'validationFailed', 'Bitte prüfen Sie die Angaben.');
    const preparation = { ...parsed.output, reporter: { ...parsed.output.reporter, phone: parsed.output.reporter.phone && toE164(parsed.output.reporter.phone) } };
    const known = preparations.get(id);
    if (known && known.version === 1 && body.version === 0 && JSON.stringify(known.preparation) === JSON.stringify(preparation)) return show(id, response);
    if (known && reports.find(id)?.submittedAt) return problem(response, 409, 'alreadySubmitted', 'Der Kunde hat die Meldung schon abgeschickt.');
    if ((known?.version ?? 0) !== body.version) return problem(response, 409, 'changedMeanwhile', 'Jemand hat die Meldung inzwischen geändert.');
    preparations.set(id, { version: body.version + 1, preparation, sent: known?.sent ?? [] });
    if (known) reports.change(id, contentOf(preparation));
    else reports.add(prepared(id, preparation, body.internal ?? false));
    return show(id, response);
  }

  function show(id: string, response: ServerResponse): boolean {
    const known = preparations.get(id);
    const report = reports.find(id);
    if (!known || !report?.link) return problem(response, 404, 'notFound', 'Das gibt es hier nicht.');
    return json(response, { id, reference: report.reference, version: known.version, internalSince: report.handling.internalSince, preparation: known.preparation, link: report.link, forms: report.forms });
  }

  function send(id: string, { id: messageId, channel }: { id: string; channel: 'sms' | 'email' }, response: ServerResponse): boolean {
    const known = preparations.get(id);
    const report = reports.find(id);
    if (!known || !report?.link) return problem(response, 404, 'notFound', 'Das gibt es hier nicht.');
    const { phone, email } = known.preparation.reporter;
    if (channel === 'sms' ? !phone : !email) return problem(response, 422, 'noWayToReach', 'Der Kunde ist auf diesem Weg nicht erreichbar.');
    if (!known.sent.includes(messageId)) {
      known.sent.push(messageId);
      const at = new Date().toISOString();
      reports.change(id, {
        handling: { ...report.handling, status: 'linkSent' },
        link: { ...report.link, state: 'sent', sentAt: at },
        deliveries: [...report.deliveries, linkDelivery(messageId, channel, known.preparation, at)],
        events: [...report.events, event(report, 'linkRequested', { channel })],
      });
    }
    return empty(response, 202);
  }

  function link(id: string, method: string, response: ServerResponse): boolean {
    const report = reports.find(id);
    if (!report?.link) return problem(response, 404, 'notFound', 'Das gibt es hier nicht.');
    if (method === 'DELETE') {
      reports.change(id, { link: { ...report.link, state: 'withdrawn', withdrawnAt: new Date().toISOString() }, events: [...report.events, event(report, 'linkWithdrawn')] });
      return empty(response, 204);
    }
    if (method === 'POST') reports.change(id, { link: freshLink(report.link.generation + 1), events: [...report.events, event(report, 'linkRenewed')] });
    const { generation, expiresAt } = reports.find(id)?.link ?? report.link;
    return json(response, { url: `https://karosserie-muster.example/m/R7kQ2pXv9LmTz4YbN0cW${String(generation).padStart(2, '0')}`, expiresAt });
  }

  /** A colleague at another desk saves something. */
  function changeElsewhere(id: string, changes: Partial<Preparation['vehicle']>) {
    const known = preparations.get(id);
    if (!known) throw new Error(`nothing prepared under ${id}`);
    preparations.set(id, { ...known, version: known.version + 1, preparation: { ...known.preparation, vehicle: { ...known.preparation.vehicle, ...changes } } });
  }

  function prepared(id: string, preparation: Preparation, internal: boolean): ReportDetail {
    const at = new Date().toISOString();
    const blank = inventReport(reports.list().length + 2001, new Date());
    const report: ReportDetail = {
      ...blank, ...contentOf(preparation), id, handling: { ...untouched(at), status: 'draft', internalSince: internal ? at : null }, statusLink: { state: 'notSent', sentAt: null, openedAt: null, withdrawnAt: null }, listedAt: at, submittedAt: null, preparedBy: { at, staffName: 'Sabine Kern' }, firstOpened: { at, staffName: 'Sabine Kern' },
      link: freshLink(1), source: { kind: 'link', origin: null }, answers: [], damages: [], safety: null, photos: [], skippedShots: [], consents: [], deliveries: [], events: [], forms: [], withdrawal: null,
    };
    return { ...report, events: [event(report, 'reportPrepared')] };
  }

  return { handle, changeElsewhere };
}

function contentOf({ reporter, vehicle, insurance, partner, category, language, incidentDate }: Preparation): Partial<ReportDetail> {
  const known = inventedPartners.find(({ id }) => id === partner?.id);
  return {
    language, category, preparedIncidentDate: incidentDate ?? null, categoryLabel: inventedCategories.find(({ id }) => id === category)?.label ?? null,
    reporter: { ...reporter, firstName: reporter.firstName ?? '', lastName: reporter.lastName ?? '', phoneDisplay: reporter.phone && displayed(reporter.phone) },
    vehicle: { ...vehicle, licensePlate: readLicensePlate(vehicle.licensePlate ?? '').canonical }, insurance,
    partner: known ? { ...known, orderNumber: partner?.orderNumber ?? null } : null,
  };
}

function freshLink(generation: number): LinkSummary {
  return { state: 'notSent', generation, expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(), sentAt: null, openedAt: null, begunAt: null, lastStep: null, lastActiveAt: null, withdrawnAt: null };
}

function linkDelivery(id: string, channel: 'sms' | 'email', { reporter }: Preparation, at: string): Delivery {
  const recipient = (channel === 'sms' ? reporter.phone : reporter.email) ?? '';
  return {
    id, target: channel === 'sms' ? 'customerSms' : 'customerEmail', purpose: 'link', recipient, recipientDisplay: channel === 'sms' ? displayed(recipient) : recipient, state: 'sent', vendorId: `m-${id.slice(0, 8)}`,
    createdAt: at, sentAt: at, nextAttemptAt: null, errorCode: null, arrival: null, arrivalAt: null, arrivalCode: null, standsInFor: null, eventSequence: null, subject: channel === 'email' ? 'Ihre Schadenmeldung bei Karosserie Muster' : null,
    text: 'Karosserie Muster: Bitte melden Sie Ihren Schaden hier: https://karosserie-muster.example/m/… (gültig bis 21.12.)', attachments: [],
    attempts: [{ number: 1, startedAt: at, finishedAt: at, outcome: 'sent', errorCode: null }],
  };
}

function preview({ language, firstName, lastName, phone }: Record<string, string>): MessagePreview {
  const address = `https://karosserie-muster.example/m/${'x'.repeat(22)}`;
  const text = language === 'en'
    ? `Karosserie Muster: please report your damage here: ${address} (valid until 21 Dec). STOP to opt out.`
    : `Karosserie Muster: Bitte melden Sie Ihren Schaden hier: ${address} (gültig bis 21.12.). Keine SMS mehr: STOP`;
  const digits = (phone ?? '').replace(/\D/g, '');
  const valid = digits.length >= 9;
  return {
    phone: phone ? {
      valid, e164: valid ? toE164(phone) : null, display: valid ? displayed(toE164(phone)) : null,
      line: landline.test(digits) ? 'landline' : phone.startsWith('+33') ? 'unservedCountry' : 'mobile', optedOut: digits.endsWith(stopped),
    } : null,
    sms: { text, segments: text.length > 160 ? 2 : 1, characters: text.length, encoding: 'gsm7' },
    email: { subject: 'Ihre Schadenmeldung bei Karosserie Muster', text: `Guten Tag${lastName ? ` ${[firstName, lastName].join(' ').trim()}` : ''},\n\nbitte melden Sie Ihren Schaden hier:\n${address}\n\nIhre Karosserie Muster` },
  };
}

function event(report: ReportDetail, type: ReportEvent['type'], data: Record<string, unknown> = {}): ReportEvent {
  return { sequence: report.events.length + 1, type, at: new Date().toISOString(), actor: { kind: 'staff', id: idOf('c', 1), name: 'Sabine Kern' }, data, hash: crypto.randomUUID().replaceAll('-', '').repeat(2) };
}

function toE164(typed: string): string {
  const digits = typed.replace(/[^\d+]/g, '');
  return digits.startsWith('+') ? digits : `+49${digits.replace(/^0/, '')}`;
}

function displayed(e164: string): string {
  return e164.replace(/^(\+\d{2})(\d{3})(\d+)$/, '$1 $2 $3');
}

async function read<Body>(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Body;
}

function json(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
  return true;
}

function empty(response: ServerResponse, status: number): true {
  response.writeHead(status);
  response.end();
  return true;
}

function problem(response: ServerResponse, status: number, code: ProblemCode, detail: string): true {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: `about:blank#${code}`, title: detail, status, detail, code, requestId: 'req-0f3a91' }));
  return true;
}
