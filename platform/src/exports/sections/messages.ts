import type { Part, WriteSection } from '../section.ts';

/** What workshop and customer wrote to each other; notes for colleagues only where they were chosen. */
export const writeMessages: WriteSection = ({ messages, withNotes }) => {
  const chosen = messages.filter(({ audience }) => audience === 'customer' || withNotes);
  if (chosen.length === 0) return null;
  return {
    title: withNotes ? { de: 'Nachrichten und interne Notizen', en: 'Messages and internal notes' } : { de: 'Nachrichten', en: 'Messages' },
    parts: chosen.flatMap(({ author, staffName, audience, body, at, files }): Part[] => {
      const who = author === 'customer' ? { de: 'Kunde', en: 'Customer' } : { de: staffName ?? 'Werkstatt', en: staffName ?? 'Workshop' };
      return [
        { kind: 'subheading', text: audience === 'internal' ? { de: `${who.de} (intern)`, en: `${who.en} (internal)` } : who },
        { kind: 'facts', facts: [[{ de: 'Am', en: 'On' }, { instant: at }], [{ de: 'Anlagen', en: 'Files' }, files.map(({ fileName }) => fileName).join(', ')]] },
        ...(body ? [{ kind: 'text' as const, text: body }] : []),
      ];
    }),
  };
};
