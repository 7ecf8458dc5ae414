import { randomBytes, randomUUID } from 'node:crypto';
import type { ClaimedHandoff, ContentChanges, DraftContent, NewHandoff } from '@meldewerk/contract/draft-content';
import type { Platform } from './harness.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';
import { bearer, openDraft, type OpenDraft } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

type Field = { path: string; value: unknown; ageMs?: number; after?: number };

/** Sends what was changed on a device. */
export function changeContent(platform: Platform, workshop: Workshop, draft: OpenDraft, changes: Field[], since = 0): Promise<Response> {
  const json = { since, changes: changes.map((change) => ({ ageMs: 0, after: 0, ...change })) } as ContentChanges;
  return platform.request(workshop.host, `/api/drafts/${draft.draftId}/content`, { method: 'PATCH', headers: bearer(draft), json });
}

/** What stands on the server, by path. */
export async function contentOf(platform: Platform, workshop: Workshop, draft: OpenDraft): Promise<Record<string, unknown>> {
  const { fields } = await readContent(platform, workshop, draft);
  return Object.fromEntries(fields.map(({ path, value }) => [path, value]));
}

export async function readContent(platform: Platform, workshop: Workshop, draft: OpenDraft): Promise<DraftContent> {
  const response = await platform.request(workshop.host, `/api/drafts/${draft.draftId}/content`, { headers: bearer(draft) });
  if (response.status !== 200) throw new Error(`the content answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as DraftContent;
}

/** A QR code as the computer shows it, and the token in it. */
export async function showCode(platform: Platform, workshop: Workshop, draft: OpenDraft): Promise<NewHandoff & { code: string }> {
  const response = await platform.request(workshop.host, `/api/drafts/${draft.draftId}/handoffs`, { method: 'POST', headers: bearer(draft) });
  if (response.status !== 201) throw new Error(`the code answered ${response.status}: ${await response.text()}`);
  const handoff = (await response.json()) as NewHandoff;
  return { ...handoff, code: handoff.url.split('/h/')[1] ?? '' };
}

export const newBearer = () => randomBytes(32).toString('base64url');

export function claim(platform: Platform, workshop: Workshop, code: string, phone = newBearer(), from?: string): Promise<Response> {
  return platform.request(workshop.host, '/api/handoff/claim', { method: 'POST', headers: { authorization: `Bearer ${code}` }, json: { bearer: phone }, ...(from ? { from } : {}) });
}

/** A phone that has scanned the code: it opens the same draft with a bearer of its own. */
export async function connectPhone(platform: Platform, workshop: Workshop, draft: OpenDraft): Promise<OpenDraft & { handoffId: string; code: string }> {
  const { code } = await showCode(platform, workshop, draft);
  const token = newBearer();
  const response = await claim(platform, workshop, code, token);
  if (response.status !== 200) throw new Error(`claiming answered ${response.status}: ${await response.text()}`);
  const { id, draftId } = (await response.json()) as ClaimedHandoff;
  return { draftId, token, handoffId: id, code };
}

/** A draft of its own with something typed in it and a phone that helps. */
export type FurnishedHandoff = OpenDraft & { phone: string; code: string; handoffId: string };

export async function furnishHandoff(platform: Platform, workshop: Workshop, word = 'Muster'): Promise<FurnishedHandoff> {
  const draft = await openDraft(platform, workshop);
  await changeContent(platform, workshop, draft, [{ path: 'category', value: 'marten' }, { path: 'reporter.lastName', value: word }]);
  const phone = await connectPhone(platform, workshop, draft);
  return { ...draft, phone: phone.token, code: phone.code, handoffId: phone.handoffId };
}

const damage = { id: randomUUID(), part: 'bonnet', kind: 'dent', size: 'hand', at: { view: 'front', x: 0.5, y: 0.5 }, note: 'Delle' };
const someChanges = (): ContentChanges =>
  ({
    since: 0,
    changes: [
      { path: 'vehicle.licensePlate', value: 'KA-PA 777 ', ageMs: 3, after: 0 },
      { path: `damages.${damage.id}`, value: damage, ageMs: 3, after: 0 },
      { path: 'appointment', value: { wishes: [{ day: '2026-12-01', part: 'morning' }], notPossibleOn: ['2026-12-02'], note: 'x', pickUp: false, bringBack: false, replacementCar: false, replacementCarNeeds: '' }, ageMs: 3, after: 0 },
      { path: 'handoff.signing', value: { category: 'marten', reporter: { firstName: 'Ada' }, vehicle: {}, insurance: {} }, ageMs: 3, after: 0 },
    ],
  }) as ContentChanges;

export const handoffCases: RouteCase[] = [
  { route: 'GET /api/drafts/:draftId/content', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}/content`, honest: [200] },
  { route: 'PATCH /api/drafts/:draftId/content', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}/content`, body: someChanges, honest: [200, 429] },
  { route: 'GET /api/drafts/:draftId/photos/:photoId/thumbnail', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}/photos/${at.draft.photoId}/thumbnail`, honest: [200, 404] },
  { route: 'POST /api/drafts/:draftId/handoffs', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}/handoffs`, honest: [201] },
  { route: 'DELETE /api/drafts/:draftId/handoffs/:handoffId', door: 'draft', path: (at) => `/api/drafts/${at.draft.draftId}/handoffs/${at.handoff.handoffId}`, honest: [204] },
  { route: 'GET /h/:token', door: 'open', path: (at) => `/h/${at.handoff.code}`, honest: [200] },
  { route: 'POST /api/handoff/claim', door: 'code', path: () => '/api/handoff/claim', body: (at) => ({ bearer: at.handoff.phone }), honest: [200] },
  { route: 'GET /api/handoff', door: 'phone', path: () => '/api/handoff', honest: [200] },
];

export const handoffWords = ({ handoff }: Pick<Premises, 'handoff'>) => [handoff.draftId, handoff.token, handoff.phone, handoff.code, handoff.handoffId];
