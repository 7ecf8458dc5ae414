import { labelOfReason } from '@meldewerk/contract/item-labels';
import type { Part, WriteSection } from '../section.ts';

const states = { open: { de: 'offen', en: 'open' }, provided: { de: 'nachgereicht', en: 'handed in' }, withdrawn: { de: 'zurückgenommen', en: 'taken back' } };

/** What was asked for once more, request by request, the oldest first. */
export const writeMissingItems: WriteSection = ({ report: { missingItems } }) => {
  if (missingItems.requests.length === 0) return null;
  return {
    title: { de: 'Nachforderungen', en: 'Missing items' },
    parts: missingItems.requests.toReversed().flatMap(({ requestedAt, requestedBy, note, items }): Part[] => [
      { kind: 'facts', facts: [[{ de: 'Angefordert', en: 'Asked for' }, { instant: requestedAt }], [{ de: 'Von', en: 'By' }, requestedBy], [{ de: 'Nachricht', en: 'Message' }, note]] },
      {
        kind: 'table',
        columns: [
          { label: { de: 'Was', en: 'What' }, share: 0.3 }, { label: { de: 'Grund', en: 'Reason' }, share: 0.34 },
          { label: { de: 'Stand', en: 'State' }, share: 0.16 }, { label: { de: 'Nachgereicht', en: 'Handed in' }, share: 0.2 },
        ],
        rows: items.map(({ label, reason, note: why, state, providedAt }) => {
          const words = labelOfReason(reason);
          return [label, why ? { de: `${words.de}: ${why}`, en: `${words.en}: ${why}` } : words, states[state], providedAt && { instant: providedAt }];
        }),
      },
    ]),
  };
};
