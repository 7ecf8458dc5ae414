import type { Draft as ServerDraft } from '@meldewerk/contract/draft';
import type { Language } from '@meldewerk/contract/language';
import type { Receipt, SubmissionInput } from '@meldewerk/contract/report';
import type { Api } from './api.ts';

// Apart from the class, so that the first load does without them.

type DraftKey = { id: string; token: string };

export function createDraft(api: Api, { id, token }: DraftKey, language: Language): Promise<ServerDraft> {
  return api.call(`/api/drafts/${id}`, { method: 'PUT', token, language });
}

export function readDraft(api: Api, { id, token }: DraftKey, language: Language): Promise<ServerDraft> {
  return api.call(`/api/drafts/${id}`, { token, language });
}

export async function deletePhoto(api: Api, { id, token }: DraftKey, photoId: string): Promise<void> {
  await api.call(`/api/drafts/${id}/photos/${photoId}`, { method: 'DELETE', token });
}

export function submitReport(api: Api, submission: SubmissionInput, token: string, idempotencyKey: string): Promise<Receipt> {
  return api.call('/api/reports', {
    method: 'POST',
    token,
    language: submission.language,
    headers: { 'Idempotency-Key': idempotencyKey, 'Content-Type': 'application/json' },
    body: submission,
  });
}
