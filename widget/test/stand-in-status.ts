import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerApproval, Approval } from '@meldewerk/contract/approval';
import type { ProblemCode } from '@meldewerk/contract/problem';
import type { StatusPage } from '@meldewerk/contract/status-page';
import { defaultWorkflow } from '@meldewerk/contract/workflow';
import type { Refuse } from './stand-in-link.ts';

export const statusToken = 'Statusseite_lmnopqr-sT';
const photoId = '0b1f5ad0-51e1-4a0c-9c6f-2f1f6cbb4001';
const documentId = '0b1f5ad0-51e1-4a0c-9c6f-2f1f6cbb5001';

export const question: Approval = {
  id: '0b1f5ad0-51e1-4a0c-9c6f-2f1f6cbb6001', state: 'open', kind: 'extraWork', reason: 'Der Längsträger ist verzogen.\nOhne Richten passt der Stoßfänger nicht.', amount: { cents: 48_250, includesVat: true }, readyOn: '2026-12-04',
  photos: [{ id: photoId, label: { de: 'Vorne links', en: 'Front left' } }], askedAt: '2026-11-21T10:00:00Z', askedByName: null, withdrawnAt: null, answeredAt: null, comment: null, signerName: null, document: null,
};

/** What a customer sees after sending, as the workshop shows it from the beginning. */
export function statusPageOf(part: Partial<StatusPage> = {}): StatusPage {
  return {
    reference: 'SM-2026-000042', language: 'de', licensePlate: 'KA-PA 777', makeModel: 'VW Golf', customerName: 'Jana Beispiel', submittedAt: '2026-11-21T12:00:00Z', missingItems: null, approvals: [],
    status: { states: defaultWorkflow.customerStates.map(({ id, label }) => ({ id, label })), current: 'inWork', since: '2026-11-21T12:00:00Z', cancelled: false },
    appointments: null, messages: null,
    files: {
      photos: [{ id: photoId, label: { de: 'Vorne links', en: 'Front left' } }, { id: photoId.replace('4001', '4002'), label: { de: 'Schaden aus der Nähe', en: 'Damage close up' } }],
      documents: [{ id: documentId, title: 'Reparaturauftrag', byteSize: 51_200, createdAt: '2026-11-21T12:00:00Z' }],
    },
    accidentStatement: null,
    history: null,
    ...part,
  };
}

/** The routes of the status page, in memory. */
export class StatusStandIn {
  page = statusPageOf();
  tokens = new Set([statusToken]);
  state: 'live' | 'withdrawn' | 'over' = 'live';
  /** Answers to the second factor that are refused before they are read. */
  tooMany = false;
  /** Counts up when everybody has to show the second factor again. */
  round = 1;
  readonly answers: AnswerApproval[] = [];
  unlockings = 0;

  get access(): string {
    return `access-${this.round}`;
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string, token: string, refuse: Refuse): Promise<void> {
    const refusal = this.#refusal(path, token);
    if (refusal) return refuse(response, ...refusal);
    if (path === 'door') return sendJson(response, { workshopName: 'Karosserie Muster', language: this.page.language });
    if (path === 'unlocking') return this.#unlock((await bodyOf(request)) as { answer: string }, response, refuse);
    if (path === '') return sendJson(response, this.page);
    if (path.startsWith('photos/') || /^approvals\/.*\/photos\//.test(path)) return void response.writeHead(200, { 'Content-Type': 'image/gif' }).end(photo);
    if (path.startsWith('documents/') || path.endsWith('/document')) return void response.writeHead(200, { 'Content-Type': 'application/pdf' }).end('%PDF-1.7');
    if (request.method === 'PUT' && path.endsWith('/answer')) return this.#answerApproval((await bodyOf(request)) as AnswerApproval, response, refuse);
    refuse(response, 404, 'notFound', 'Das gibt es nicht.');
  }

  #refusal(path: string, token: string): [status: number, code: ProblemCode, detail: string] | null {
    const isLink = path === 'door' || path === 'unlocking';
    if (isLink ? !this.tokens.has(token) : !token.startsWith('access-')) return isLink ? [404, 'notFound', 'Diesen Link gibt es nicht.'] : [401, 'unauthenticated', 'Bitte melden Sie sich an.'];
    if (this.state !== 'live') return [410, this.state === 'over' ? 'linkExpired' : 'linkWithdrawn', 'Dieser Link gilt nicht mehr.'];
    return !isLink && token !== this.access ? [401, 'unauthenticated', 'Bitte melden Sie sich an.'] : null;
  }

  #unlock({ answer }: { answer: string }, response: ServerResponse, refuse: Refuse): void {
    if (this.tooMany) return refuse(response, 429, 'tooManyRequests', 'Das waren zu viele Versuche.');
    this.unlockings += 1;
    if (!/^(ka-?\s?pa\s?777|beispiel)$/i.test(answer)) return refuse(response, 401, 'invalidCredentials', 'Das stimmt nicht.');
    sendJson(response, { access: this.access, expiresAt: '2099-01-01T00:00:00Z' });
  }

  #answerApproval(answer: AnswerApproval, response: ServerResponse, refuse: Refuse): void {
    const [open] = this.page.approvals;
    if (open?.state === 'withdrawn') return refuse(response, 409, 'approvalWithdrawn', 'Die Werkstatt hat diese Frage zurückgezogen.');
    this.answers.push(answer);
    this.page = { ...this.page, approvals: this.page.approvals.map((approval) => ({ ...approval, state: answer.answer, answeredAt: '2026-11-21T13:00:00Z', comment: answer.comment ?? null, signerName: answer.name, document: { byteSize: 50_000, sha256: '0'.repeat(64) } })) };
    response.writeHead(204).end();
  }
}

/** One dark dot. */
const photo = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
