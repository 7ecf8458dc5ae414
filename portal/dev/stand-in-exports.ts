import type { IncomingMessage, ServerResponse } from 'node:http';
import { defaultKsrColumns } from '@meldewerk/connectors/ksr/default-columns';
import { toKsrRow } from '@meldewerk/connectors/ksr/mapping';
import { newExportSchema, type Export } from '@meldewerk/contract/export';
import { previewKsrColumnsSchema, saveKsrColumnsSchema, type KsrSettings } from '@meldewerk/contract/ksr';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { StaffRole } from '@meldewerk/contract/staff';
import * as v from 'valibot';

type Premises = { find: (id: string) => ReportDetail | undefined; list: () => ReportDetail[] };

/** Files of reports and lists, and the columns for KSR, of the stand-in. The files themselves are the platform's own tests' matter. */
export function standInExports({ find, list }: Premises) {
  const exports: Export[] = [];
  let own: KsrSettings['columns'] | null = null;

  async function handle(route: string, url: URL, request: IncomingMessage, response: ServerResponse, role: StaffRole): Promise<boolean> {
    const [, , area, id = '', part = ''] = url.pathname.split('/');
    if (area === 'reports' && /\.(pdf|xlsx|zip)$/.test(part)) return file(response, `${find(id)?.reference}_${part}`);
    if (area === 'reports' && part === 'ksr-preview') return preview(response, find(id), v.parse(previewKsrColumnsSchema, await read(request)).columns);
    if (url.pathname === '/api/settings/ksr-columns') {
      if (request.method === 'PUT' && role !== 'admin') return json(response, { code: 'forbidden' }, 403);
      if (request.method === 'PUT') own = v.parse(saveKsrColumnsSchema, await read(request)).columns;
      return json(response, { columns: own ?? defaultKsrColumns, isDefault: own === null, defaultColumns: defaultKsrColumns, questions: [{ id: 'incidentDescription', label: { de: 'Was ist passiert?', en: 'What happened?' } }, { id: 'drivable', label: { de: 'Ist das Fahrzeug noch fahrbereit?', en: 'Can the vehicle still be driven?' } }] });
    }
    if (area !== 'exports') return false;
    if (route === 'GET /api/exports') {
      for (const made of exports) advance(made);
      return json(response, { exports });
    }
    if (route === 'POST /api/exports') return json(response, take(v.parse(newExportSchema, await read(request)).id), 202);
    if (part === 'file') return file(response, 'Meldungen_2026-11-22.xlsx');
    if (request.method === 'DELETE') exports.splice(exports.findIndex((made) => made.id === id), 1);
    response.statusCode = 204;
    response.end();
    return true;
  }

  function take(id: string): Export {
    const made: Export = { id, createdAt: new Date().toISOString(), state: 'waiting', total: null, done: 0, finishedAt: null, byteSize: null, keptUntil: new Date(Date.now() + 86_400_000).toISOString() };
    exports.unshift(made);
    return made;
  }

  /** A third further each time somebody asks. */
  function advance(made: Export) {
    const total = list().length;
    if (made.state === 'waiting') Object.assign(made, { state: 'running', total });
    else if (made.state === 'running') Object.assign(made, { done: Math.min(total, made.done + Math.ceil(total / 3)) });
    if (made.state === 'running' && made.done >= total) Object.assign(made, { state: 'finished', finishedAt: new Date().toISOString(), byteSize: 48_321 });
  }

  return { handle, exports };
}

function preview(response: ServerResponse, report: ReportDetail | undefined, columns: KsrSettings['columns']): boolean {
  if (!report) return json(response, { code: 'notFound' }, 404);
  const row = toKsrRow(report, columns, 'Europe/Berlin');
  return json(response, { cells: columns.map(({ heading }, index) => ({ heading, value: shown(row[index]) })) });
}

function shown(cell: ReturnType<typeof toKsrRow>[number] | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? String(Object.values(cell)[0]) : String(cell);
}

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}

function file(response: ServerResponse, name: string): boolean {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}` });
  response.end('a file');
  return true;
}

function json(response: ServerResponse, body: unknown, status = 200): boolean {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
  return true;
}
