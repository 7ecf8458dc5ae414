import { openDraftStore } from '../draft-store.ts';

/** The id of the draft that this device keeps for the link with `token`; null where it keeps none, or cannot tell. */
export async function findKeptDraft(origin: string, token: string): Promise<string | null> {
  const prefix = `meldewerk ${origin} `;
  const databases = await indexedDB.databases?.().catch(() => []);
  for (const { name = '' } of databases ?? []) {
    if (!name.startsWith(prefix)) continue;
    const id = name.slice(prefix.length);
    const draft = await (await openDraftStore(`${origin} ${id}`)).readDraft().catch(() => undefined);
    if (draft?.token === token) return draft.id;
  }
  return null;
}
