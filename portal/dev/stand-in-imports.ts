import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Import, ImportField } from '@meldewerk/contract/import';
import { defaultReminderSettings, reminderSettingsSchema, type ReminderSettingsView } from '@meldewerk/contract/reminder';
import type { StaffRole } from '@meldewerk/contract/staff';
import * as v from 'valibot';
import { idOf } from './invented-reports.ts';

type Row = Import['rows'][number];

const known: Record<string, ImportField> = { Name: 'name', Handy: 'phone', 'E-Mail': 'email', Kennzeichen: 'licensePlate', Fahrzeug: 'makeModel', Schadennummer: 'claimNumber' };

/** Imports and reminder settings of the stand-in. Rows are judged coarsely; the platform's own tests hold the real rules. */
export function standInImports() {
  const imports = new Map<string, Import & { cells: string[][] }>();
  let reminders = structuredClone(defaultReminderSettings);

  /** Answers and says true where the route is one of these. */
  async function handle(route: string, url: URL, request: IncomingMessage, response: ServerResponse, role: StaffRole): Promise<boolean> {
    const [, , area, id = '', part] = url.pathname.split('/');
    if (url.pathname === '/api/settings/reminders') {
      if (request.method === 'PUT' && role !== 'admin') return refuse(response, 403, 'forbidden', 'Dafür fehlt Ihnen die Berechtigung.');
      if (request.method === 'PUT') reminders = v.parse(reminderSettingsSchema, JSON.parse((await read(request)).toString()));
      return json(response, view());
    }
    if (area !== 'imports') return false;
    if (route === 'GET /api/imports') return json(response, { imports: [...imports.values()].map(summary).toReversed() });
    if (route === 'POST /api/imports') return take(await read(request), url.searchParams.get('fileName') ?? '', response);
    const found = imports.get(id);
    if (!found) return refuse(response, 404, 'notFound', 'Das gibt es hier nicht.');
    if (part === 'faulty-rows.csv') return csv(response);
    if (part === 'sending') start(found);
    if (part === 'sending') return empty(response);
    if (request.method === 'PATCH') change(found, JSON.parse((await read(request)).toString()) as { columns: (ImportField | null)[]; leftOut: number[] });
    else advance(found);
    return json(response, found);
  }

  function take(body: Buffer, fileName: string, response: ServerResponse): boolean {
    const [heading = [], ...cells] = body.toString().trim().split(/\r?\n/).map((line) => line.split(';'));
    if (cells.length === 0 || heading.length < 2) return refuse(response, 422, 'importUnreadable', 'Diese Datei ist keine Tabelle, die wir lesen können. Bitte speichern Sie sie als CSV oder Excel (.xlsx).');
    const columns = heading.map((text, index) => ({ heading: text, field: known[text] ?? null, example: cells[0]?.[index] ?? '' }));
    const made = { id: idOf('9', imports.size + 1), fileName, createdAt: new Date().toISOString(), columns, rows: [] as Row[], startedAt: null, finishedAt: null, cells };
    judge(made, new Set());
    imports.set(made.id, made);
    return json(response, made, 201);
  }

  return { handle };

  function view(): ReminderSettingsView {
    const link = 'https://karosserie-muster.example/m/aB3dE5fG7hJ9kL1mN3pQ5r';
    return {
      settings: reminders,
      timeZone: 'Europe/Berlin',
      examples: [
        { kind: 'linkUnopened', sms: `Karosserie Muster: Ihre Schadenmeldung wartet noch auf Sie: ${link} Abmelden mit STOP` },
        { kind: 'halfFinished', sms: `Karosserie Muster: Ihre Schadenmeldung ist noch nicht abgeschickt: ${link} Abmelden mit STOP` },
        { kind: 'proposalUnanswered', sms: `Karosserie Muster: Unser Terminvorschlag wartet auf Ihre Antwort: ${link.replace('/m/', '/s/')} Kennzeichen bereithalten.` },
      ],
    };
  }
}

function judge(made: Import & { cells: string[][] }, leftOut: Set<number>) {
  made.rows = made.cells.map((cells, index) => {
    const number = index + 2;
    const values: Record<string, string> = Object.fromEntries(made.columns.flatMap(({ field }, column) => (field && cells[column] ? [[field, cells[column]]] : [])));
    const { phone, email } = values;
    const fault = faultOf(phone, email);
    const good = leftOut.has(number) ? 'leftOut' : 'ready';
    const way = phone ? 'sms' : 'email';
    return { number, values, issues: fault ? [{ path: 'phone', code: 'invalid', message: fault }] : [], channel: fault ? null : way, reportId: null, state: fault ? 'faulty' : good } as const;
  });
}

function faultOf(phone: string | undefined, email: string | undefined): string | null {
  if (!phone && !email) return 'Handynummer und E-Mail-Adresse fehlen beide.';
  return phone && !/^\+?[0-9 ]{10,}$/.test(phone) ? 'Die Handynummer ist nicht gültig. Bitte mit Vorwahl, zum Beispiel 0171 2345678.' : null;
}

function change(made: Import & { cells: string[][] }, { columns, leftOut }: { columns: (ImportField | null)[]; leftOut: number[] }) {
  made.columns = made.columns.map((column, index) => ({ ...column, field: columns[index] ?? null }));
  judge(made, new Set(leftOut));
}

function start(made: Import) {
  made.startedAt ??= new Date().toISOString();
}

/** A few more with every look. */
function advance(made: Import) {
  if (!made.startedAt || made.finishedAt) return;
  for (const row of made.rows.filter(({ state }) => state === 'ready').slice(0, 3)) Object.assign(row, { state: 'sent', reportId: idOf('a', 1) });
  if (!made.rows.some(({ state }) => state === 'ready')) made.finishedAt = new Date().toISOString();
}

function summary({ id, fileName, createdAt, startedAt, finishedAt, rows }: Import) {
  return { id, fileName, createdAt, startedAt, finishedAt, rowCount: rows.length, sentCount: rows.filter(({ state }) => state === 'sent').length, failedCount: 0 };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, body: unknown, status = 200): true {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
  return true;
}

function csv(response: ServerResponse): true {
  response.writeHead(200, { 'Content-Type': 'text/csv', 'Content-Disposition': 'attachment; filename="fehlerhafte-zeilen.csv"' });
  response.end('Zeile;Fehler\r\n');
  return true;
}

function empty(response: ServerResponse): true {
  response.writeHead(202);
  response.end();
  return true;
}

function refuse(response: ServerResponse, status: number, code: string, detail: string): true {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: `urn:meldewerk:problem:${code}`, title: detail, status, detail, code, requestId: 'stand-in' }));
  return true;
}
