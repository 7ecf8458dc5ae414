import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Link } from '@meldewerk/contract/preparation';
import type { ProblemCode } from '@meldewerk/contract/problem';

/** A link as the stand-in keeps it: what it opens, or why it does not. */
export type KeptLink = { link: Link; state: 'live' | 'expired' | 'withdrawn'; opened: number; steps: string[]; renewals: number; renewalProblem?: ProblemCode };

export type Refuse = (response: ServerResponse, status: number, code: ProblemCode, detail: string) => void;

export const linkToken = 'Abcdefghij_lmnopqrst-v';
export const linkDraftId = '0b1f5ad0-51e1-4a0c-9c6f-2f1f6cbb1001';

/** What a workshop might have written down on the phone. */
export function preparedLink(part: Partial<Link> = {}): Link {
  return {
    draftId: linkDraftId,
    reference: 'SM-2026-000042',
    language: 'de',
    expiresAt: '2099-01-01T00:00:00Z',
    version: 1,
    preparation: {
      language: 'de',
      category: 'parking',
      reporter: { firstName: 'Jana', lastName: 'Beispiel', phone: '+49 171 2345678', street: 'Lindenweg 3', postalCode: '76133', city: 'Karlsruhe' },
      vehicle: { licensePlate: 'KA-PA 777', plateCountry: 'D', type: 'car', makeModel: 'VW Golf', vin: 'WVWZZZ1JZXW000001', odometerKm: 84500 },
      insurance: { coverage: 'fullyComprehensive', insurer: 'HUK-COBURG', claimNumber: '26-11-4711' },
      incidentDate: '2026-01-20',
    },
    partner: { name: 'LeasePlan', kind: 'leasing' },
    forms: [],
    withdrawalNotice: null,
    receipt: null,
    ...part,
  };
}

/** The routes of an individual link, in memory. */
export class LinkStandIn {
  readonly links = new Map<string, KeptLink>();

  prepare(part: Partial<Link> = {}, token = linkToken): KeptLink {
    const kept: KeptLink = { link: preparedLink(part), state: 'live', opened: 0, steps: [], renewals: 0 };
    this.links.set(token, kept);
    return kept;
  }

  /** The link that takes the place of another one: the same report under a new token. */
  renew(token: string, newToken: string): KeptLink {
    const old = this.links.get(token)!;
    old.state = 'withdrawn';
    const kept = { ...old, state: 'live' as const };
    this.links.set(newToken, kept);
    return kept;
  }

  /** Why the bearer of this token may do nothing; null when nothing stands in the way. */
  refusal(token: string): [status: number, code: ProblemCode] | null {
    const state = this.links.get(token)?.state;
    if (state === 'live') return null;
    return state === 'expired' ? [410, 'linkExpired'] : state === 'withdrawn' ? [410, 'linkWithdrawn'] : [404, 'notFound'];
  }

  async answer(request: IncomingMessage, response: ServerResponse, verb: string, token: string, refuse: Refuse): Promise<void> {
    const kept = this.links.get(token);
    if (verb === 'renewal' && kept?.state === 'expired') {
      if (kept.renewalProblem) return refuse(response, 429, kept.renewalProblem, 'Das waren zu viele Versuche.');
      kept.renewals += 1;
      return void response.writeHead(202).end();
    }
    const refusal = this.refusal(token);
    if (refusal || !kept) return refuse(response, ...(refusal ?? [404, 'notFound']), 'Diesen Link gibt es nicht.');
    if (verb === 'opening') kept.opened += 1;
    if (verb === 'progress') kept.steps.push((JSON.parse(await bodyOf(request)) as { step: string }).step);
    if (verb) return void response.writeHead(204).end();
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(kept.link));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
