import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Approval, AskApproval } from '@meldewerk/contract/approval';
import type { ReportDetail } from '@meldewerk/contract/report';

type Reports = { find: (id: string) => ReportDetail | undefined; list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void };

/** The customer's link to the status page, internal cases and approvals, from memory. */
export function standInCustomerLink({ find, list, change }: Reports) {
  let generation = 1;

  async function handle(route: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [method, path = ''] = route.split(' ');
    const [, , area, id = '', part, verb] = path.split('/');
    if (area === 'approvals') return approval(method ?? '', id, part, response);
    const report = area === 'reports' ? find(id) : undefined;
    if (!report) return false;
    if (part === 'publication') {
      const handling = { ...report.handling, internalSince: method === 'PUT' ? null : new Date().toISOString() };
      change(id, { handling });
      return answer(response, 200, handling);
    }
    if (part === 'status-link') return link(method ?? '', report, verb, response);
    if (part === 'approvals' && method === 'POST') return ask(report, (await readBody(request)) as AskApproval, response);
    return false;
  }

  function link(method: string, report: ReportDetail, verb: string | undefined, response: ServerResponse): true {
    const now = new Date().toISOString();
    const { statusLink } = report;
    if (verb === 'messages') {
      change(report.id, { statusLink: { ...statusLink, state: statusLink.state === 'notSent' ? 'sent' : statusLink.state, sentAt: statusLink.sentAt ?? now } });
      return answer(response, 202);
    }
    if (method === 'DELETE') {
      change(report.id, { statusLink: { ...statusLink, state: 'withdrawn', withdrawnAt: now } });
      return answer(response, 204);
    }
    if (verb === 'renewal') {
      generation += 1;
      change(report.id, { statusLink: { state: 'notSent', sentAt: null, openedAt: null, withdrawnAt: null } });
    }
    return answer(response, 200, { url: `https://karosserie-muster.example/s/R7kQ2pXv9LmTz4YbN0cW${String(generation).padStart(2, '0')}`, link: find(report.id)?.statusLink });
  }

  function ask(report: ReportDetail, asked: AskApproval, response: ServerResponse): true {
    const photos = asked.photoIds.map((id) => ({ id, label: report.shotLabels[report.photos.find((photo) => photo.id === id)?.shotId ?? ''] ?? { de: 'Foto der Werkstatt', en: 'Photo by the workshop' } }));
    const made: Approval = {
      id: asked.id, state: 'open', kind: asked.kind, reason: asked.reason, amount: asked.amount, readyOn: asked.readyOn, photos, askedAt: new Date().toISOString(), askedByName: 'Sabine Kern',
      withdrawnAt: null, answeredAt: null, comment: null, signerName: null, document: null,
    };
    change(report.id, { approvals: [...report.approvals, made] });
    return answer(response, 201, { approvals: find(report.id)?.approvals });
  }

  function approval(method: string, id: string, part: string | undefined, response: ServerResponse): boolean {
    const report = list().find(({ approvals }) => approvals.some((candidate) => candidate.id === id));
    if (!report || (method !== 'DELETE' && part !== 'reminders')) return false;
    if (method === 'DELETE') change(report.id, { approvals: report.approvals.map((candidate) => (candidate.id === id ? { ...candidate, state: 'withdrawn' as const, withdrawnAt: new Date().toISOString() } : candidate)) });
    return answer(response, method === 'DELETE' ? 204 : 202);
  }

  return { handle };
}

function answer(response: ServerResponse, status: number, body?: unknown): true {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(body === undefined ? '' : JSON.stringify(body));
  return true;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || 'null');
}
