import type { Part, WriteSection } from '../section.ts';

const kinds = {
  privacy: { de: 'Datenschutzhinweis', en: 'Privacy notice' },
  withdrawalNotice: { de: 'Widerrufsbelehrung erhalten', en: 'Notice of withdrawal received' },
  earlyStart: { de: 'Beginn vor Ablauf der Widerrufsfrist verlangt', en: 'Start before the withdrawal period ends requested' },
};

/** Word for word as agreed to, with version and time. */
export const writeConsents: WriteSection = ({ report: { consents } }) => {
  if (consents.length === 0) return null;
  return {
    title: { de: 'Einwilligungen', en: 'Consents' },
    parts: consents.flatMap(({ kind, textVersion, text, givenAt }): Part[] => [
      { kind: 'subheading', text: kinds[kind] },
      { kind: 'facts', facts: [[{ de: 'Erteilt am', en: 'Given on' }, { instant: givenAt }], [{ de: 'Fassung', en: 'Version' }, textVersion]] },
      { kind: 'text', text },
    ]),
  };
};
