import type { LinkChannel, PreparedReport } from '@meldewerk/contract/preparation';
import type { ChosenForm } from '../../data/forms.ts';
import { sessionChanges, sessionState } from '../../session.ts';
import { emptyTyped, typedFrom, type TypedPreparation } from './typed-preparation.ts';

/** How the link goes out. `none`: staff hand it on themselves. `internal`: not at all, the customer is not to see the case. */
export type Way = LinkChannel | 'none' | 'internal';

/** A report being prepared, as far as this tab has it. Its ids stay the same over every attempt, so that none doubles anything. */
export type PreparationDraft = {
  reportId: string;
  /** Of the preparation the fields began with; 0 until it is saved. */
  version: number;
  /** What the fields began with. */
  base: TypedPreparation;
  typed: TypedPreparation;
  /** Chosen by hand; else it follows what is known of the customer. */
  way: Way | null;
  /** Attached when the page was opened, and what is chosen now. */
  baseForms: ChosenForm[];
  forms: ChosenForm[];
  messageIds: Record<LinkChannel, string>;
};

export function newDraft(stored?: PreparedReport): PreparationDraft {
  const base = stored ? typedFrom(stored.preparation) : emptyTyped();
  const baseForms = stored?.forms.map(({ id, formId, version, doubts }) => ({ id, formId, version, acknowledged: doubts.length > 0 })) ?? [];
  return { reportId: stored?.id ?? crypto.randomUUID(), version: stored?.version ?? 0, base, typed: { ...base }, way: null, baseForms, forms: baseForms, messageIds: { sms: crypto.randomUUID(), email: crypto.randomUUID() } };
}

export function isUntouched({ base, typed, baseForms, forms }: PreparationDraft): boolean {
  return JSON.stringify(forms) === JSON.stringify(baseForms) && Object.entries(base).every(([name, value]) => typed[name as keyof TypedPreparation] === value);
}

/** With the number of its shape: what an older portal kept is left alone. */
const prefix = 'portal.preparation.1.';

/** Keeps what is typed over a reload and an ended session. `place` is the report's id, or `new`. */
export function keepDraft(place: string, staffId: string, draft: PreparationDraft) {
  sessionStorage.setItem(prefix + place, JSON.stringify({ staffId, draft }));
}

/** Only for the person who typed it. */
export function keptDraft(place: string, staffId: string): PreparationDraft | null {
  const kept = JSON.parse(sessionStorage.getItem(prefix + place) ?? 'null') as { staffId: string; draft: PreparationDraft } | null;
  return kept?.staffId === staffId ? kept.draft : null;
}

export function forgetDraft(place: string) {
  sessionStorage.removeItem(prefix + place);
}

// Who signs out leaves nothing of a customer behind; a session that ran out is taken up again.
sessionChanges.addEventListener('change', () => {
  const state = sessionState();
  if (state.kind !== 'signedOut' || state.expired) return;
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
});
