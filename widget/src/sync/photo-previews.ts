import type { DraftContent } from '@meldewerk/contract/draft-content';
import type { StepHost } from '../step.ts';

const asked = new WeakMap<StepHost, Set<string>>();

/** Fetches small pictures of photos that another device took, as soon as the server has made them; each once. */
export function bringPreviews(host: StepHost, seen: DraftContent['photos']): void {
  const known = asked.get(host) ?? new Set<string>();
  asked.set(host, known);
  const ready = new Set(seen.filter(({ state }) => state === 'ready').map(({ id }) => id));
  for (const { id, preview } of host.photos?.photos ?? []) {
    if (preview || known.has(id) || !ready.has(id)) continue;
    known.add(id);
    void fetchPreview(host, id).then(
      (picture) => picture && host.photos?.showPreview(id, picture),
      // Without a line it is asked for once more.
      () => void known.delete(id),
    );
  }
}

async function fetchPreview({ api, drafts }: StepHost, photoId: string): Promise<Blob | null> {
  const { id, token } = drafts.draft;
  const answer = await fetch(`${api.origin}/api/drafts/${id}/photos/${photoId}/thumbnail`, { headers: { Authorization: `Bearer ${token}` }, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(30_000) });
  if (answer.status >= 500) throw new Error(`status ${answer.status}`);
  return answer.ok ? answer.blob() : null;
}
