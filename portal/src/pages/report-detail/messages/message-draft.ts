import type { MessageFile } from '@meldewerk/contract/message';

export type Audience = 'customer' | 'internal';
/** What was begun and not sent. `id` stays the same from try to try, so that no try makes a second message. */
export type MessageDraft = { id: string; audience: Audience; body: string; files: MessageFile[] };

type Kept = MessageDraft & { keptAt: number };

/** As long as the server keeps files that went with nothing. */
const keptForMs = 7 * 24 * 60 * 60 * 1000;
const prefix = 'portal.message/';

/** Kept on this device, for each person and report by itself. */
export function readDraft(staffId: string, reportId: string): MessageDraft | null {
  const kept = parse(localStorage.getItem(keyOf(staffId, reportId)));
  return kept && { id: kept.id, audience: kept.audience, body: kept.body, files: kept.files };
}

/** An empty one is none. Where the device takes nothing, what is typed lives as long as the page. */
export function keepDraft(staffId: string, reportId: string, draft: MessageDraft | null) {
  forgetOld();
  try {
    if (!draft || (draft.body.trim() === '' && draft.files.length === 0)) localStorage.removeItem(keyOf(staffId, reportId));
    else localStorage.setItem(keyOf(staffId, reportId), JSON.stringify({ ...draft, keptAt: Date.now() } satisfies Kept));
  } catch {
    // Full or forbidden: nothing more to be done.
  }
}

function forgetOld() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix) && !parse(localStorage.getItem(key))) localStorage.removeItem(key);
}

function parse(stored: string | null): Kept | null {
  if (!stored) return null;
  const kept = JSON.parse(stored) as Kept;
  return kept.keptAt > Date.now() - keptForMs ? kept : null;
}

function keyOf(staffId: string, reportId: string): string {
  return `${prefix}${staffId}/${reportId}`;
}
