import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Message, MessageFile, WriteMessage } from '@meldewerk/contract/message';
import { sampleTemplates, type ResponseTemplate } from '@meldewerk/contract/response-template';
import type { LiveMessage, ReportDetail } from '@meldewerk/contract/report';
import { idOf } from './invented-reports.ts';

type Reports = { find: (id: string) => ReportDetail | undefined; list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void; tell: (message: LiveMessage) => void };
type Stored = Message & { reportId: string };

const unknown = /\{\{(?!kunde\.name|fahrzeug\.kennzeichen|meldung\.nummer|werkstatt\.|termin)[^}]*\}\}/g;

/** Conversations and templates, from memory. One staff member reads. */
export function standInMessages({ find, change, tell }: Reports) {
  let messages: Stored[] = [];
  const readThrough = new Map<string, string>();
  const files = new Map<string, MessageFile & { content: Buffer }>();
  let templates: ResponseTemplate[] = sampleTemplates.map((sample, index) => ({ ...sample, id: idOf('f', 900 + index), isSample: true }));

  async function handle(route: string, url: URL, request: IncomingMessage, response: ServerResponse, role: string | undefined): Promise<boolean> {
    const [method, path = ''] = route.split(' ');
    const [, , area, id = '', part] = path.split('/');
    if (area === 'message-files') return sendFile(response, id);
    if (area === 'response-templates') return template(method ?? '', id, request, response);
    if (route === 'GET /api/unread-reports') return answer(response, 200, { reports: new Set(messages.filter(isUnread).map(({ reportId }) => reportId)).size });
    const report = area === 'reports' ? find(id) : undefined;
    if (!report) return false;
    if (part === 'response-templates') return answer(response, 200, { templates: templates.map((one) => fill(one, report)) });
    if (part === 'message-readings') return read(report, ((await readBody(request)) as { messageId: string }).messageId, response);
    if (part === 'message-files') return receive(await readRaw(request), url.searchParams.get('fileName') ?? '', response);
    if (part !== 'messages') return false;
    if (method === 'POST') return role === 'viewer' ? answer(response, 403, problem(403, 'forbidden', 'Das dürfen Sie nicht.')) : write(report, (await readBody(request)) as WriteMessage, response);
    const own = messages.filter(({ reportId }) => reportId === report.id);
    return answer(response, 200, { messages: own, earlier: false, unread: own.filter(isUnread).length });
  }

  function isUnread({ author, reportId, at }: Stored): boolean {
    return author === 'customer' && at > (readThrough.get(reportId) ?? '');
  }

  function read(report: ReportDetail, messageId: string, response: ServerResponse): true {
    readThrough.set(report.id, messages.find(({ id }) => id === messageId)?.at ?? '');
    tell({ kind: 'reportChanged', reportId: report.id });
    return answer(response, 204);
  }

  function write(report: ReportDetail, { id, audience, body, fileIds, mentions }: WriteMessage, response: ServerResponse): true {
    const known = messages.find((message) => message.id === id);
    if (known) return answer(response, 201, known);
    const message = add(report.id, { id, author: 'staff', staffName: 'Sabine Kern', audience, body: body.trim(), files: fileIds.flatMap((file) => files.get(file) ?? []), mentions });
    const sequence = report.events.length + 1;
    change(report.id, { events: [...report.events, { sequence, type: audience === 'customer' ? 'messageWritten' : 'noteWritten', at: message.at, actor: { kind: 'staff', id: null, name: 'Sabine Kern' }, hash: 'f'.repeat(64), data: { messageId: id } }] });
    return answer(response, 201, message);
  }

  function add(reportId: string, message: Partial<Message>): Stored {
    const last = messages.at(-1)?.at ?? '';
    const now = new Date().toISOString();
    const stored: Stored = { id: crypto.randomUUID(), author: 'customer', staffName: null, audience: 'customer', body: '', at: now > last ? now : new Date(Date.parse(last) + 1).toISOString(), files: [], mentions: [], readAt: null, ...message, reportId };
    messages = [...messages, stored].toSorted((a, b) => (a.at < b.at ? -1 : 1));
    return stored;
  }

  function receive(content: Buffer, fileName: string, response: ServerResponse): true {
    const kind = content.subarray(0, 5).toString('latin1') === '%PDF-' ? 'pdf' : content[0] === 0xff || content[0] === 0x89 ? 'photo' : null;
    if (!kind) return answer(response, 415, problem(415, 'photoTypeUnsupported', 'Diese Datei ist kein Bild, das wir annehmen.'));
    const file = { id: crypto.randomUUID(), kind, fileName, byteSize: content.length } as const;
    files.set(file.id, { ...file, content });
    return answer(response, 201, file);
  }

  function sendFile(response: ServerResponse, id: string): true {
    const file = files.get(id);
    if (!file) return answer(response, 404);
    response.writeHead(200, { 'Content-Type': file.kind === 'pdf' ? 'application/pdf' : file.content[0] === 0x89 ? 'image/png' : 'image/jpeg' });
    response.end(file.content);
    return true;
  }

  async function template(method: string, id: string, request: IncomingMessage, response: ServerResponse): Promise<true> {
    if (method === 'GET') return answer(response, 200, { templates });
    templates = templates.filter((known) => method !== 'DELETE' || known.id !== id);
    if (method === 'DELETE') return answer(response, 204);
    const { title, body } = (await readBody(request)) as ResponseTemplate;
    const faults = body.match(unknown) ?? [];
    if (faults.length > 0) return answer(response, 422, { ...problem(422, 'validationFailed', 'Bitte prüfen.'), issues: faults.map((name) => ({ path: 'body', code: 'unknownPlaceholder', message: `Den Platzhalter ${name} gibt es nicht.` })) });
    const saved = { id, title, body, isSample: false };
    templates = [...templates.filter((known) => known.id !== id), saved];
    return answer(response, 200, saved);
  }

  return {
    handle,
    /** As the customer does it, or a colleague. */
    write(reportId: string, message: Partial<Message>) {
      add(reportId, message);
      tell({ kind: 'reportChanged', reportId });
    },
    of: (reportId: string) => messages.filter((message) => message.reportId === reportId),
    clear() {
      messages = [];
    },
  };
}

function fill({ id, title, body }: ResponseTemplate, { reporter, vehicle, reference, appointments }: ReportDetail) {
  const values: Record<string, string> = { 'kunde.name': `${reporter.firstName} ${reporter.lastName}`, 'fahrzeug.kennzeichen': vehicle.licensePlate, 'meldung.nummer': reference, 'werkstatt.name': 'Karosserie Muster', 'werkstatt.strasse': 'Industriestraße 12', 'werkstatt.plz': '76185', 'werkstatt.ort': 'Karlsruhe', 'werkstatt.telefon': '+49 721 123456', ...(appointments.confirmed && { termin: 'Montag, 23. November 2026 um 08:30' }) };
  const empty = [...body.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name = '']) => name).filter((name) => !(name in values));
  return { id, title, body: body.replace(/\{\{([^}]*)\}\}/g, (whole, name: string) => values[name] ?? whole), empty };
}

function problem(status: number, code: string, detail: string) {
  return { type: `about:blank#${code}`, title: code, status, detail, code, requestId: 'req-0f3a91' };
}

function answer(response: ServerResponse, status: number, body?: unknown): true {
  response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', 'Cache-Control': 'no-store' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
  return true;
}

async function readRaw(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  return JSON.parse((await readRaw(request)).toString());
}
