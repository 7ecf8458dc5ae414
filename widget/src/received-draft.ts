import type { Link } from '@meldewerk/contract/preparation';
import type { Receipt } from '@meldewerk/contract/report';
import { newDraft, type Draft, type Randomness } from './draft.ts';

/** Nothing of the customer is left but the receipt. */
export function receivedDraft(draft: Draft, receipt: Receipt & { elsewhere?: boolean }, randomness: Randomness): Draft {
  const confirmedBy = receipt.elsewhere ? [] : (['email', 'phone'] as const).filter((channel) => String(draft.reporter[channel] ?? '').trim());
  const received = { ...newDraft(randomness, draft.language), receipt: { ...receipt, confirmedBy } };
  // With a link the signed documents can still be fetched.
  return draft.link ? { ...received, id: draft.id, token: draft.token, link: withoutPerson(draft.link) } : received;
}

/** What may stay of a link on the device once the report is sent: its number, and what was signed. */
export function withoutPerson(link: Link): Link {
  const { language } = link;
  return { ...link, preparation: { language, category: null, reporter: {}, vehicle: { plateCountry: 'D' }, insurance: { coverage: 'unknown' } } };
}
