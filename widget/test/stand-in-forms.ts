import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FormDocumentInput, FormSignatureInput, LinkForm } from '@meldewerk/contract/form';
import type { Link } from '@meldewerk/contract/preparation';
import type { Issue, ProblemCode } from '@meldewerk/contract/problem';
import type { Submission } from '@meldewerk/contract/report';
import { smallPdf } from './small-pdf.ts';

type Values = { [section: string]: Record<string, unknown> };
/** A form of the workshop: what it says once it is filled, and what it cannot do without. */
export type StandInForm = { source: 'text' | 'pdf'; needs?: string[]; fill(values: Values, edition: number): string };
type KeptDocument = { formId: string; sha256: string; bytes: Buffer; text: string | null; pageCount: number };
type FormFault = 'dropSignatureAnswer' | 'changeUnderneath' | 'holdSignatures' | 'holdDocuments' | 'unreachable' | 'brokenPdf';
type Refuse = (response: ServerResponse, status: number, code: ProblemCode, detail: string, title?: string, issues?: Issue[]) => void;

const missing: Record<string, string> = {
  'vehicle.vin': 'Für dieses Formular fehlt die Fahrgestellnummer (FIN).',
  'reporter.street': 'Für dieses Formular fehlt Ihre Straße mit Hausnummer.',
};

/** Forms to be signed, in memory: documents follow from the values, signatures are kept for good. */
export class FormsStandIn {
  readonly faults = new Set<FormFault>();
  readonly forms = new Map<string, StandInForm>();
  readonly documents = new Map<string, KeptDocument>();
  readonly signatures: (FormSignatureInput & { formId: string })[] = [];
  readonly newest = new Map<string, string>();
  edition = 1;

  async answer(request: IncomingMessage, response: ServerResponse, link: Link, [collection, id = '', verb]: string[], refuse: Refuse): Promise<void> {
    if (this.faults.has('unreachable')) return void response.destroy();
    if (collection === 'documents') return this.#sendDocument(response, id, refuse);
    const form = link.forms.find((known) => known.id === id);
    const body = await bodyOf(request);
    if (!form) return refuse(response, 404, 'notFound', 'Dieses Formular gibt es nicht.');
    if (verb === 'document') return this.#fill(response, form, JSON.parse(body) as FormDocumentInput, refuse);
    return this.#sign(response, link, form, JSON.parse(body) as FormSignatureInput, refuse);
  }

  /** What keeps a report from being taken: forms that say something else by now, and another notice than the one confirmed. */
  issuesOf(link: Link, submission: Submission): Issue[] {
    const stale = submission.forms.flatMap(({ id, signatureId }) => {
      const signature = this.signatures.find((known) => known.id === signatureId);
      const signed = signature && this.documents.get(signature.documentId);
      return signed?.bytes.includes(`Fassung ${this.edition}`) ? [] : [{ path: `forms.${id}`, code: 'formChanged', message: 'Das Formular hat sich geändert. Bitte unterschreiben Sie es neu.' }];
    });
    const noticed = !link.withdrawalNotice || submission.withdrawal?.noticeVersion === link.withdrawalNotice.version;
    return noticed ? stale : [...stale, { path: 'withdrawal', code: 'outdated', message: 'Die Widerrufsbelehrung wurde inzwischen geändert. Bitte lesen und bestätigen Sie die neue Fassung.' }];
  }

  async #fill(response: ServerResponse, form: LinkForm, values: FormDocumentInput, refuse: Refuse): Promise<void> {
    while (this.faults.has('holdDocuments')) await new Promise((resolve) => setTimeout(resolve, 20));
    const own = this.forms.get(form.id);
    if (!own) return refuse(response, 404, 'notFound', 'Dieses Formular gibt es nicht.');
    const sections = values as unknown as Values;
    const issues = (own.needs ?? []).flatMap((path): Issue[] => {
      const [section = '', field = ''] = path.split('.');
      return sections[section]?.[field] ? [] : [{ path, code: 'missing', message: missing[path] ?? `${path} fehlt.` }];
    });
    if (issues.length > 0) return refuse(response, 422, 'formIncomplete', 'Für dieses Formular fehlen noch Angaben.', 'Angaben fehlen', issues);
    const documentId = this.#write(form.id, own, sections, values.again ? this.signatures.filter(({ formId }) => formId === form.id).length : 0);
    const document = this.documents.get(documentId)!;
    this.newest.set(form.id, documentId);
    const signed = this.signatures.findLast((signature) => signature.formId === form.id && this.documents.get(signature.documentId)?.sha256 === document.sha256);
    if (signed && !values.again) return sendJson(response, 200, { documentId: signed.documentId, sha256: document.sha256, pageCount: document.pageCount, text: document.text, signatureId: signed.id });
    sendJson(response, 200, { documentId, sha256: document.sha256, pageCount: document.pageCount, text: document.text, signatureId: null });
  }

  /** @param copy of the same words, for who signs once more */
  #write(formId: string, own: StandInForm, values: Values, copy: number): string {
    const text = own.fill(values, this.edition);
    const pages = text.split('\f').map((page) => page.split('\n'));
    const bytes = this.faults.has('brokenPdf') ? Buffer.from(`%PDF-1.7 ${text}`) : smallPdf(pages);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const documentId = idOf(`${formId} ${sha256} ${copy}`);
    this.documents.set(documentId, { formId, sha256, bytes, text: own.source === 'text' ? text : null, pageCount: pages.length });
    return documentId;
  }

  async #sign(response: ServerResponse, link: Link, form: LinkForm, input: FormSignatureInput, refuse: Refuse): Promise<void> {
    while (this.faults.has('holdSignatures')) await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.faults.delete('changeUnderneath')) this.edition += 1;
    const own = this.forms.get(form.id);
    const document = this.documents.get(input.documentId);
    const known = this.signatures.find(({ id }) => id === input.id);
    const isNewest = this.newest.get(form.id) === input.documentId && document?.sha256 === input.sha256 && own && document.bytes.includes(`Fassung ${this.edition}`);
    if (!known && !isNewest) return refuse(response, 409, 'formChanged', 'Das Formular hat sich geändert.');
    if (!known && this.signatures.some(({ documentId }) => documentId === input.documentId)) return refuse(response, 409, 'formAlreadySigned', 'Dieses Formular ist unterschrieben.');
    if (input.signature.method === 'drawn' && input.signature.strokes.length === 0) return refuse(response, 422, 'signatureEmpty', 'Die Unterschrift ist leer.');
    if (!known) this.signatures.push({ ...input, formId: form.id });
    const sealedId = idOf(`sealed ${input.id}`);
    this.documents.set(sealedId, { ...document!, bytes: smallPdf([['Versiegelt', input.name]]) });
    Object.assign(form, { state: 'signedByCustomer', documentId: sealedId, signatureId: input.id });
    link.forms = link.forms.map((other) => (other.id === form.id ? form : other));
    if (this.faults.delete('dropSignatureAnswer')) return void response.writeHead(502).end('<h1>Bad Gateway</h1>');
    sendJson(response, 201, form);
  }

  #sendDocument(response: ServerResponse, id: string, refuse: Refuse): void {
    const document = this.documents.get(id);
    if (!document) return refuse(response, 404, 'notFound', 'Dieses Dokument gibt es nicht.');
    response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(document.bytes);
  }
}

function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
