import type { ClaimedHandoff, NewHandoff } from '@meldewerk/contract/draft-content';
import type { Api } from '../api.ts';
import type { Draft } from '../draft.ts';

type Key = Pick<Draft, 'id' | 'token'>;

export function openHandoff(api: Api, { id, token }: Key): Promise<NewHandoff> {
  return api.call(`/api/drafts/${id}/handoffs`, { method: 'POST', token });
}

export function endHandoff(api: Api, { id, token }: Key, handoffId: string): Promise<void> {
  return api.call(`/api/drafts/${id}/handoffs/${handoffId}`, { method: 'DELETE', token });
}

export function claimHandoff(api: Api, code: string, bearer: string): Promise<ClaimedHandoff> {
  return api.call('/api/handoff/claim', { method: 'POST', token: code, headers: { 'Content-Type': 'application/json' }, body: { bearer } });
}

export function readHandoff(api: Api, bearer: string): Promise<ClaimedHandoff> {
  return api.call('/api/handoff', { token: bearer });
}
