import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FormDetail, FormVersionInput, ReportForm } from '@meldewerk/contract/form';
import type { Issue, ProblemCode } from '@meldewerk/contract/problem';
import type { ReportDetail } from '@meldewerk/contract/report';
import type { StaffRole } from '@meldewerk/contract/staff';
import { drawPdf } from './drawn-pdf.ts';
import { inventedDeclarations, inventedForms, inventedNotice, inventedPdfId, inventReportForms, inventWithdrawal } from './invented-forms.ts';

type Reports = { find: (id: string) => ReportDetail | undefined; list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void };

const paper = drawPdf([['Leistungsvereinbarung', '', 'zwischen Werkstatt und Kunde', '', 'Name:'], ['Seite 2', '', 'Unterschriften']]);

/** Forms and withdrawal of the stand-in, by the same routes as the platform's. */
export function standInForms(reports: Reports) {
  const forms = new Map(inventedForms.map((form) => [form.id, form]));
  const uploads = new Map([[inventedPdfId, paper]]);
  let notice = inventedNotice;
  let declarations = inventedDeclarations;
  const saved: FormVersionInput[] = [];
  const signed: unknown[] = [];
  const first = reports.list()[3];
  if (first?.submittedAt) reports.change(first.id, { forms: inventReportForms(first.submittedAt), withdrawal: inventWithdrawal(first.submittedAt) });

  /** Answers and says true where the route is one of these. */
  async function handle(route: string, url: URL, request: IncomingMessage, response: ServerResponse, role: StaffRole | undefined): Promise<boolean> {
    const [, , area, id = '', part, partId = ''] = url.pathname.split('/');
    if (area === 'withdrawal-notice') return withdrawalNotice(request, response, role);
    if (!role) return false;
    if (route === 'GET /api/withdrawal-declarations') return json(response, { declarations });
    if (area === 'withdrawal-declarations' && part === 'report') return assign(id, request, response);
    if (area === 'form-uploads') return id ? pdf(response, uploads.get(id) ?? paper) : upload(url.searchParams.get('fileName') ?? '', request, response);
    if (area === 'signed-documents') return pdf(response, paper);
    if (area === 'forms') return form(id, part, request, response, role);
    if (area === 'report-forms') return countersign(id, part, request, response);
    if (area === 'reports' && part === 'forms') return reportForm(id, partId, request, response);
    return false;
  }

  async function withdrawalNotice(request: IncomingMessage, response: ServerResponse, role: StaffRole | undefined) {
    if (request.method === 'PUT') {
      if (role !== 'admin') return problem(response, 403, 'forbidden', 'Das darf nur die Leitung.');
      notice = { ...notice, ...(await read<Pick<typeof notice, 'notice' | 'modelForm'>>(request)), version: notice.version + 1, isSample: false, publishedAt: new Date().toISOString() };
    }
    return json(response, notice);
  }

  async function assign(id: string, request: IncomingMessage, response: ServerResponse) {
    const { reportId } = await read<{ reportId: string }>(request);
    const reference = reports.list().find((report) => report.id === reportId)?.reference ?? null;
    declarations = declarations.map((declaration) => (declaration.id === id ? { ...declaration, reportId, reference } : declaration));
    response.writeHead(204).end();
    return true;
  }

  async function upload(fileName: string, request: IncomingMessage, response: ServerResponse) {
    const bytes = await readBytes(request);
    const text = bytes.toString('latin1');
    const pageCount = text.match(/\/Type \/Page\b/g)?.length ?? 0;
    if (!text.startsWith('%PDF') || pageCount === 0) return problem(response, 422, 'pdfUnreadable', 'Diese PDF-Datei ist beschädigt und lässt sich nicht lesen.');
    if (text.includes('/Encrypt')) return problem(response, 422, 'pdfEncrypted', 'Diese PDF-Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne Schutz und laden Sie sie noch einmal hoch.');
    if (pageCount > 30) return problem(response, 422, 'pdfTooManyPages', `Diese PDF-Datei hat ${pageCount} Seiten. Möglich sind höchstens 30.`);
    const documentId = crypto.randomUUID();
    uploads.set(documentId, bytes);
    return json(response, { documentId, pageCount, pages: Array.from({ length: pageCount }, () => ({ width: 595, height: 842 })), suggestedTitle: fileName.replace(/\.pdf$/i, '') }, 201);
  }

  async function form(id: string, part: string | undefined, request: IncomingMessage, response: ServerResponse, role: StaffRole) {
    if (!id) return json(response, { forms: [...forms.values()].map(({ content: _content, ...summary }) => summary) });
    const stored = forms.get(id);
    if (request.method !== 'GET' && role !== 'admin') return problem(response, 403, 'forbidden', 'Das darf nur die Leitung.');
    if (part === 'preview') return pdf(response, paper);
    if (part === 'retirement' && stored) {
      forms.set(id, { ...stored, retired: request.method === 'POST' });
      response.writeHead(204).end();
      return true;
    }
    if (request.method === 'PUT') return save(id, await read<FormVersionInput>(request), response);
    return stored ? json(response, stored) : problem(response, 404, 'notFound', 'Dieses Formular gibt es nicht.');
  }

  function save(id: string, input: FormVersionInput, response: ServerResponse) {
    const unknown = input.content.source === 'text' ? /\{\{unbekannt\}\}/.exec(input.content.text) : null;
    if (unknown) return problem(response, 422, 'validationFailed', 'Bitte prüfen Sie die markierten Angaben.', [{ path: 'content.text', code: 'unknownPlaceholder', message: 'Den Platzhalter {{unbekannt}} gibt es nicht.' }]);
    saved.push(input);
    const detail: FormDetail = {
      ...input, id, version: (forms.get(id)?.version ?? 0) + 1, validity: 'valid', source: input.content.source, pageCount: input.content.source === 'pdf' ? 2 : null,
      isSample: false, retired: false, changedAt: new Date().toISOString(),
    };
    forms.set(id, detail);
    return json(response, detail);
  }

  async function reportForm(reportId: string, id: string, request: IncomingMessage, response: ServerResponse) {
    const report = reports.find(reportId);
    const chosen = request.method === 'PUT' ? await read<{ formId: string; version: number; acknowledged: boolean }>(request) : undefined;
    const attached = chosen && forms.get(chosen.formId);
    if (!report) return problem(response, 404, 'notFound', 'Diese Meldung gibt es nicht.');
    if (!chosen || !attached) {
      reports.change(reportId, { forms: report.forms.filter((candidate) => candidate.id !== id) });
      response.writeHead(204).end();
      return true;
    }
    const doubts: ReportForm['doubts'] = attached.validity === 'outdated' ? ['outdated'] : [];
    if (doubts.length > 0 && !chosen.acknowledged) return problem(response, 409, 'formNotFitting', 'Dieses Formular passt nicht ohne Weiteres.', [{ path: 'formId', code: 'outdated', message: 'Das Formular gilt nicht mehr.' }]);
    const added: ReportForm = {
      id, formId: attached.id, version: attached.version, title: attached.title, isSample: attached.isSample, concludesContract: attached.concludesContract, doubts, blanks: [],
      state: 'open', needsWorkshopSignature: attached.needsWorkshopSignature, signatures: [], document: null,
    };
    reports.change(reportId, { forms: [...report.forms, added] });
    return json(response, added);
  }

  async function countersign(id: string, part: string | undefined, request: IncomingMessage, response: ServerResponse) {
    if (part === 'document') return json(response, { documentId: inventedPdfId, sha256: 'b'.repeat(64), pageCount: 2, text: null, signatureId: null });
    signed.push(await read(request));
    const report = reports.list().find((candidate) => candidate.forms.some((entry) => entry.id === id));
    if (report) {
      const signedAt = new Date().toISOString();
      reports.change(report.id, {
        forms: report.forms.map((entry) => (entry.id === id ? { ...entry, state: 'complete' as const, signatures: [...entry.signatures, { signer: 'workshop' as const, name: 'Sabine Kern', method: 'drawn' as const, signedAt }] } : entry)),
      });
    }
    return json(response, report?.forms.find((entry) => entry.id === id), 201);
  }

  return { handle, saved, signed, forms: () => [...forms.values()] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function read<Body>(request: IncomingMessage): Promise<Body> {
  return JSON.parse((await readBytes(request)).toString()) as Body;
}

function json(response: ServerResponse, body: unknown, status = 200): true {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
  return true;
}

function pdf(response: ServerResponse, bytes: Buffer): true {
  response.writeHead(200, { 'Content-Type': 'application/pdf' });
  response.end(bytes);
  return true;
}

function problem(response: ServerResponse, status: number, code: ProblemCode, detail: string, issues: Issue[] = []): true {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: `about:blank#${code}`, title: detail, status, detail, code, requestId: 'req-0f3a91', issues }));
  return true;
}
