import type { Language } from '@meldewerk/contract/language';
import type { Receipt } from '@meldewerk/contract/report';
import { Api, isPassing, ProblemError } from '../api.ts';
import { createDraft, readDraft, submitReport } from '../draft-api.ts';
import { deviceRandomness, type Draft, type StoredPhoto } from '../draft.ts';
import { receivedDraft } from '../received-draft.ts';
import { openDraftStore, type DraftStore } from '../draft-store.ts';
import { sendSignature } from '../signing/signing-api.ts';
import { uploadByFetch } from './upload-by-fetch.ts';

/** How long a sync may wait for an open page, and how often a page that wants its draft back is looked for. */
const patienceMs = { forThePage: 120_000, look: 100 };
const storePrefix = 'meldewerk ';

/**
 * Sends what was pressed to send while no page of the draft is open: the rest of its photos, then the report under the
 * key it has. Rejects when the browser should call again later.
 *
 * @param name the draft's database, and the lock that a page holds as long as it works on the draft
 */
export async function sendOutbox(name: string): Promise<void> {
  const sending = new AbortController();
  await navigator.locks.request(name, { signal: AbortSignal.timeout(patienceMs.forThePage) }, async () => {
    const watching = setInterval(() => void giveWay(name, sending), patienceMs.look);
    try {
      // A request that hangs must not keep the page from its draft. What it still does is done under the same key.
      await Promise.race([send(await openDraftStore(name.slice(storePrefix.length)), sending.signal), endOf(sending.signal)]);
    } finally {
      clearInterval(watching);
    }
  });
}

function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

/** A page that is opened goes on by itself, from where this stopped. */
async function giveWay(name: string, sending: AbortController): Promise<void> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const wanted = pending.some((request) => request.name === name);
  if (wanted || !held.some((lock) => lock.name === name)) sending.abort();
}

async function send(store: DraftStore, signal: AbortSignal): Promise<void> {
  const draft = await store.readDraft();
  if (!draft?.sending || draft.receipt || draft.outbox?.draftId !== draft.id) return;
  try {
    const receipt = await bring(store, draft, signal);
    signal.throwIfAborted();
    if (!receipt) return;
    await store.writeDraft(receivedDraft(draft, receipt, deviceRandomness));
    await store.deletePhotos();
  } catch (error) {
    // What only the customer can decide waits for the page: it sends once more and says what is wrong.
    if (!(error instanceof ProblemError) || isPassing(error.problem)) throw error;
  }
}

/** Null when the customer has to see to a photo first. */
async function bring(store: DraftStore, draft: Draft, signal: AbortSignal): Promise<(Receipt & { elsewhere?: boolean }) | null> {
  const { outbox, idempotencyKey, token, link } = draft;
  if (!outbox) return null;
  const api = new Api(location.origin);
  if (!link) await createDraft(api, draft, outbox.language);
  const named = new Set(outbox.photos.map(({ id }) => id));
  for (const photo of await store.readPhotos()) {
    if (photo.state === 'safe' || !named.has(photo.id)) continue;
    if (!photo.file) return null;
    await bringUp(store, draft, { ...photo, file: photo.file }, signal);
  }
  await bringSignatures(api, draft, outbox.language);
  signal.throwIfAborted();
  try {
    return await submitReport(api, outbox, token, idempotencyKey);
  } catch (error) {
    if (!(error instanceof ProblemError) || (error.problem.code !== 'draftSubmitted' && error.problem.code !== 'idempotencyKeyReused')) throw error;
    const { receipt } = await readDraft(api, draft, outbox.language);
    return receipt && { ...receipt, elsewhere: link !== null };
  }
}

/** The same id stands for the same signature, however often it arrives: nothing is noted before all is done. */
async function bringSignatures(api: Api, draft: Draft, language: Language): Promise<void> {
  const signer = { api, draftId: draft.id, token: draft.token, language };
  for (const [formId, { values: _, ...signature }] of Object.entries(draft.pendingSignatures)) await sendSignature(signer, formId, signature);
}

async function bringUp(store: DraftStore, draft: Draft, photo: StoredPhoto & { file: Blob }, signal: AbortSignal): Promise<void> {
  let { uploadUrl } = photo;
  await uploadByFetch(photo, photo.file, {
    draft,
    signal,
    onAddress: (address) => store.writePhoto({ ...photo, uploadUrl: (uploadUrl = address) }),
  });
  signal.throwIfAborted();
  await store.writePhoto({ ...photo, uploadUrl, state: 'safe', file: null });
}
