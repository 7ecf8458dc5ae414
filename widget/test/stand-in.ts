import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import type { AppointmentDays } from '@meldewerk/contract/appointment';
import type { Problem, ProblemCode } from '@meldewerk/contract/problem';
import type { Receipt, Submission } from '@meldewerk/contract/report';
import { scriptHead, siteForScript } from '@meldewerk/contract/site-in-script';
import type { Site } from '@meldewerk/contract/tenant';
import { builtBundles } from '@meldewerk/testing/bundles';
import { contentPolicies } from '../../platform/src/http/security-headers.ts';
import { ContentStandIn } from './stand-in-content.ts';
import { FormsStandIn } from './stand-in-forms.ts';
import { LinkStandIn } from './stand-in-link.ts';
import { StatusStandIn } from './stand-in-status.ts';

type KeptPhoto = { id: string; shotId: string; length: number; bytes: Buffer; state: 'received' | 'ready' | 'refused'; problem: ProblemCode | null };
type KeptDraft = { token: string; photos: Map<string, KeptPhoto>; receipt: object | null };
type Fault = 'cutUpload' | 'dropSubmitAnswer' | 'refuseSubmit' | 'suspended' | 'siteDown' | 'holdUploads' | 'noDays';

export const site: Site = {
  slug: 'karosserie-muster',
  name: 'Karosserie Muster',
  address: { street: 'Werkstraße 12', postalCode: '76133', city: 'Karlsruhe', country: 'DE' },
  phone: '+49 721 1234567',
  email: 'post@karosserie-muster.example',
  towingPhone: null,
  logoUrl: null,
  colors: { brand: '#14507a', accent: '#f28c28' },
  languages: ['de', 'en'],
  timeZone: 'Europe/Berlin',
  openingHours: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  pageUrl: 'https://karosserie-muster.example/',
  catalogueVersion: 3,
  categories: defaultVehicleCatalogue.categories.map(({ questions: _questions, shots: _shots, ...summary }) => summary),
  asksForWishes: false,
  privacyNotice: {
    version: 2,
    text: {
      de: 'Karosserie Muster verarbeitet Ihre Angaben und Fotos, um den Schaden zu prüfen und mit Ihnen abzuwickeln.\n\nSie können Auskunft und Löschung verlangen.',
      en: 'Karosserie Muster uses your details and photos to assess the damage and settle it with you.\n\nYou may ask for access and erasure.',
    },
  },
};

const pageFilesFolder = join(import.meta.dirname, '../../platform/src/site');

/**
 * The public API in memory, with faults on demand: what no real server would do when asked.
 * The agreement with the real one is the contract's; the journey test of the platform joins both.
 */
export class StandIn {
  readonly faults = new Set<Fault>();
  readonly submissions: Submission[] = [];
  readonly requests: string[] = [];
  readonly linking = new LinkStandIn();
  readonly signing = new FormsStandIn();
  readonly content = new ContentStandIn();
  readonly status = new StatusStandIn();
  /** What customers may wish for; null asks them for no wishes. */
  towingPhone: string | null = null;
  wishDays: AppointmentDays['days'] | null = null;
  /** Origins of websites that may show the widget. */
  allowed: string[] | null = null;
  readonly #drafts = new Map<string, KeptDraft>();
  readonly #answers = new Map<string, Receipt>();
  readonly #distFolder: string;
  #server!: Server;

  constructor(distFolder: string) {
    this.#distFolder = distFolder;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get photos(): KeptPhoto[] {
    return [...this.#drafts.values()].flatMap((draft) => [...draft.photos.values()]);
  }

  get #site(): Site {
    return { ...site, asksForWishes: this.wishDays !== null };
  }

  async start(): Promise<void> {
    await builtBundles();
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const { pathname } = new URL(request.url ?? '/', this.origin);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, Authorization');
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, PUT, POST, PATCH, DELETE');
    response.setHeader('Access-Control-Expose-Headers', 'Location, Upload-Offset, Upload-Length, Tus-Resumable');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    if (pathname.startsWith('/api/')) this.requests.push(`${method} ${pathname}`);
    const [, , collection, id = '', ...parts] = pathname.split('/');
    if (pathname === '/' || pathname === '/foreign' || pathname.startsWith('/m/') || pathname.startsWith('/s/')) return this.#sendPage(response, pathname !== '/foreign');
    if (!pathname.startsWith('/api/')) return this.#sendFile(pathname, response, request.headers.origin);
    if (collection === 'site') return this.#sendSite(response);
    if (collection === 'appointment-days') return this.faults.has('noDays') ? void response.destroy() : sendJson(response, 200, { enabled: this.wishDays !== null, days: this.wishDays ?? [] });
    if (collection === 'catalogues') return sendJson(response, 200, { version: Number(id), ...defaultVehicleCatalogue });
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (collection === 'status') return this.status.answer(request, response, [id, ...parts].filter(Boolean).join('/'), token, sendProblem);
    const refusal = this.#refusalOf(collection, token);
    if (refusal) return sendProblem(response, ...refusal, 'Dieser Link gilt nicht.');
    if (collection === 'uploads') return this.#takeUpload(request, response, id);
    if (collection === 'link') return this.linking.answer(request, response, id, token, sendProblem);
    const link = this.linking.links.get(token)?.link;
    if (link && ['forms', 'documents'].includes(parts[0] ?? '')) return this.signing.answer(request, response, link, parts, sendProblem);
    if (collection === 'drafts' && parts[0] === 'content') return this.#answerContent(request, response, id, token);
    if (collection === 'drafts') return this.#answerDraft(response, method, id, token, parts[1]);
    if (collection === 'reports') return this.#submit(request, response);
    sendProblem(response, 404, 'notFound', 'Das gibt es nicht.');
  }

  /** A bearer that belongs to a link works as long as its link does; asking about the link itself is answered there. */
  #refusalOf(collection: string | undefined, token: string): [status: number, code: ProblemCode] | null {
    return collection !== 'link' && this.linking.links.has(token) ? this.linking.refusal(token) : null;
  }

  #sendSite(response: ServerResponse): void {
    if (this.faults.has('siteDown')) return void response.destroy();
    if (this.faults.has('suspended')) return sendProblem(response, 403, 'tenantSuspended', 'Diese Werkstatt nimmt im Moment keine Meldungen an.', 'Zurzeit nicht erreichbar');
    sendJson(response, 200, { ...site, towingPhone: this.towingPhone, asksForWishes: this.wishDays !== null });
  }

  /** Only an individual link's draft is on the server as it is typed. */
  async #answerContent(request: IncomingMessage, response: ServerResponse, id: string, token: string): Promise<void> {
    const link = this.linking.links.get(token)?.link;
    if (link?.draftId !== id) return sendProblem(response, 404, 'notFound', 'Diesen Entwurf gibt es nicht.');
    const photos = [...(this.#drafts.get(id)?.photos.values() ?? [])].map(({ id: photo, shotId, state, problem }) => ({ id: photo, shotId, spotId: null, state, problem }));
    const signatures = link.forms.flatMap(({ id: formId, signatureId }) => (signatureId ? [{ formId, signatureId }] : []));
    return this.content.answer(request, response, id, { photos, signatures, receipt: link.receipt });
  }

  #answerDraft(response: ServerResponse, method: string, id: string, token: string, photoId: string | undefined): void {
    const draft = this.#drafts.get(id) ?? { token, photos: new Map(), receipt: null };
    if (method === 'PUT') this.#drafts.set(id, draft);
    if (this.linking.links.get(token)?.link.draftId === id) this.#drafts.set(id, draft);
    else if (!this.#drafts.has(id) || draft.token !== token) return sendProblem(response, 404, 'notFound', 'Diesen Entwurf gibt es nicht.');
    if (method === 'GET' && photoId) return sendProblem(response, 404, 'notFound', 'Ein kleines Bild gibt es nicht.');
    if (method === 'DELETE') {
      draft.photos.delete(photoId!);
      return void response.writeHead(204).end();
    }
    const photos = [...draft.photos.values()].map(({ id: photo, shotId, state, problem }) => ({ id: photo, shotId, state, problem }));
    sendJson(response, 200, { id, expiresAt: '2099-01-01T00:00:00Z', photos, receipt: draft.receipt });
  }

  async #takeUpload(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    response.setHeader('Tus-Resumable', '1.0.0');
    const { method } = request;
    if (method === 'POST') {
      const metadata = readMetadata(String(request.headers['upload-metadata']));
      const photo: KeptPhoto = { id: metadata['photoId']!, shotId: metadata['shotId']!, length: Number(request.headers['upload-length']), bytes: Buffer.alloc(0), state: 'received', problem: null };
      const draft = this.#drafts.get(metadata['draftId']!) ?? { token: '', photos: new Map<string, KeptPhoto>(), receipt: null };
      this.#drafts.set(metadata['draftId']!, draft);
      draft.photos.set(photo.id, photo);
      return void response.writeHead(201, { Location: `${this.origin}/api/uploads/${photo.id}` }).end();
    }
    const photo = this.photos.find((known) => known.id === id);
    if (!photo) return sendProblem(response, 404, 'notFound', 'Diese Übertragung gibt es nicht.');
    if (method === 'HEAD') return void response.writeHead(200, { 'Upload-Offset': photo.bytes.length, 'Upload-Length': photo.length }).end();
    if (this.faults.has('holdUploads')) await this.#released('holdUploads');
    const isBehind = () => Number(request.headers['upload-offset']) !== photo.bytes.length;
    if (isBehind()) return sendProblem(response, 409, 'uploadConflict', 'Die Übertragung steht an einer anderen Stelle.');
    if (this.faults.delete('cutUpload')) {
      request.once('data', (first: Buffer) => {
        photo.bytes = Buffer.concat([photo.bytes, first]);
        request.destroy();
      });
      return;
    }
    const rest = await readBody(request).catch(() => null);
    // Who sent it has gone meanwhile, and goes on elsewhere; of two at once the one that comes first counts.
    if (!rest) return;
    if (isBehind()) return sendProblem(response, 409, 'uploadConflict', 'Die Übertragung steht an einer anderen Stelle.');
    photo.bytes = Buffer.concat([photo.bytes, rest]);
    photo.state = 'ready';
    if (photo.bytes.includes('truncated')) [photo.state, photo.problem] = ['refused', 'photoUnreadable'];
    response.writeHead(204, { 'Upload-Offset': photo.bytes.length }).end();
  }

  async #submit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const submission = JSON.parse((await readBody(request)).toString()) as Submission;
    const key = String(request.headers['idempotency-key']);
    if (this.faults.delete('refuseSubmit')) {
      const issues = [{ path: 'reporter.phone', code: 'invalid', message: 'Diese Telefonnummer gibt es nicht. Bitte prüfen Sie sie.' }];
      return sendProblem(response, 422, 'validationFailed', 'Eine Angabe stimmt noch nicht.', 'Bitte prüfen', issues);
    }
    const links = [...this.linking.links.values()].filter(({ link }) => link.draftId === submission.draftId);
    if (links[0]?.link.receipt && !this.#answers.has(key)) return sendProblem(response, 409, 'draftSubmitted', 'Diese Meldung wurde bereits gesendet.');
    const issues = links[0] ? this.signing.issuesOf(links[0].link, submission) : [];
    if (issues.length > 0) return sendProblem(response, 422, 'validationFailed', 'Eine Angabe stimmt noch nicht.', 'Bitte prüfen', issues);
    const reference = links[0]?.link.reference ?? `SM-2026-${String(this.submissions.length + 1).padStart(6, '0')}`;
    const receipt: Receipt = this.#answers.get(key) ?? { reportId: submission.draftId, reference, submittedAt: '2026-11-21T12:00:00Z' };
    if (!this.#answers.has(key)) this.submissions.push(submission);
    this.#answers.set(key, receipt);
    for (const { link } of links) link.receipt = receipt;
    if (links.length > 0) this.#drafts.set(submission.draftId, { photos: new Map(), token: '', ...this.#drafts.get(submission.draftId), receipt });
    // As a proxy answers whose server went away after the work was done.
    if (this.faults.delete('dropSubmitAnswer')) return void response.writeHead(502).end('<h1>Bad Gateway</h1>');
    sendJson(response, 201, receipt);
  }

  async #sendFile(pathname: string, response: ServerResponse, origin: string | undefined): Promise<void> {
    const path = normalize(pathname).replace(/^\/widget\//, '/');
    const body = await readFile(path.startsWith('/files/') ? join(pageFilesFolder, path) : join(this.#distFolder, path)).catch(() => null);
    if (!body) return void response.writeHead(404).end();
    const policy = path === '/service-worker.js' ? contentPolicies.serviceWorker : contentPolicies.script;
    response.writeHead(200, { 'Content-Type': extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream', 'Content-Security-Policy': policy });
    // A suspended workshop is met by a file that a cache has kept from another day.
    const brings = pathname === '/widget.js' && !this.faults.has('suspended');
    response.end(brings ? Buffer.concat([Buffer.from(scriptHead(origin && this.allowed?.includes(origin) === false ? { refused: site } : siteForScript(this.#site))), body]) : body);
  }

  // The foreign page forbids inline styles and scripts, and resets everything it can reach.
  #sendPage(response: ServerResponse, ownPage: boolean): void {
    const foreign = `default-src 'none'; style-src 'nonce-page'; script-src ${this.origin}; connect-src ${this.origin}; img-src ${this.origin}`;
    const policy = ownPage ? contentPolicies.page.replace("style-src 'self'", "style-src 'nonce-page'") : foreign;
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(`<!doctype html><html lang="de"><head>
      <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Karosserie Muster</title>
      <style nonce="page">${ownPage ? 'body{margin:0;padding:12px;background:#eef1f4}' : '*{all:unset} html{font-size:62.5%} head,style,script,title{display:none} h1,damage-report{display:block}'}</style>
      </head><body><main>${ownPage ? '' : '<h1>Ihr Autohaus am Ort</h1>'}<damage-report ${ownPage ? 'own-page' : ''} lang="de"></damage-report></main>
      <script type="module" src="${this.origin}/widget.js"></script></body></html>`);
  }

  async #released(fault: Fault): Promise<void> {
    while (this.faults.has(fault)) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function readMetadata(header: string): Record<string, string> {
  return Object.fromEntries(header.split(',').map((pair) => pair.trim().split(' ')).map(([name, value = '']) => [name, Buffer.from(value, 'base64').toString()]));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function sendProblem(response: ServerResponse, status: number, code: ProblemCode, detail: string, title = detail, issues?: Problem['issues']): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify({ type: `urn:meldewerk:problem:${code}`, title, status, detail, code, requestId: 'stand-in', issues } satisfies Problem));
}
