import type { MessageFile } from '@meldewerk/contract/message';

/** What was begun and has not arrived. The id is made once, so that sending it again after a lost answer is none. */
export type MessageDraft = { id: string; body: string; files: MessageFile[]; /** The customer has pressed "send" already. */ sent: boolean };
type Kept = MessageDraft & { keptAt: number };

const prefix = 'meldewerk message ';
/** As long as the server keeps files that went with nothing. */
const keptForMs = 7 * 24 * 60 * 60 * 1000;

/** On this device, for one report. */
export function readMessageDraft(reference: string, now: number): MessageDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + reference) ?? 'null') as Kept | null;
    return kept && kept.keptAt > now - keptForMs ? kept : null;
  } catch {
    return null;
  }
}

export function keepMessageDraft(reference: string, draft: MessageDraft | null, now: number): void {
  try {
    if (!draft || (draft.body.trim() === '' && draft.files.length === 0)) localStorage.removeItem(prefix + reference);
    else localStorage.setItem(prefix + reference, JSON.stringify({ ...draft, keptAt: now } satisfies Kept));
  } catch {
    // A private window without storage: what is typed lives as long as the page.
  }
}

/** `crypto.randomUUID` is there on secure pages only. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
