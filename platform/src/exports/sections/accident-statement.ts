import { numberTitles, sharedFields, sideFields, wordsOf, type AccidentField } from '@meldewerk/contract/accident-fields';
import type { Fact, Part, WriteSection } from '../section.ts';

/** What both drivers signed, by the numbers of the European Accident Statement. The sealed PDF is a file of its own. */
export const writeAccidentStatement: WriteSection = ({ accidentStatement }) => {
  if (!accidentStatement) return null;
  const { side, content, signatures, closedAt, document } = accidentStatement;
  const facts = (part: string, fields: readonly AccidentField[]): Fact[] =>
    fields.flatMap((known): Fact[] => {
      const value = content[`${part}.${known.id}`];
      const words = value === undefined ? null : wordsOf(known, value, 'de');
      if (value === undefined || words === null) return [];
      const title = numberTitles[known.number] ?? known.label;
      const named = (language: 'de' | 'en') => `${known.number} ${title[language] === known.label[language] ? '' : `${title[language]}: `}${known.label[language]}`;
      const said = known.kind === 'day' && typeof value === 'string' ? { day: value } : { de: words, en: wordsOf(known, value, 'en') ?? words };
      return [[{ de: named('de'), en: named('en') }, said]];
    });
  const sides: Part[] = (closedAt ? (['a', 'b'] as const) : [side]).flatMap((one): Part[] => {
    const own = facts(one, sideFields);
    const name = one === side ? { de: `Fahrer ${one.toUpperCase()} (Kunde)`, en: `Driver ${one.toUpperCase()} (customer)` } : { de: `Fahrer ${one.toUpperCase()}`, en: `Driver ${one.toUpperCase()}` };
    return own.length > 0 ? [{ kind: 'subheading', text: name }, { kind: 'facts', facts: own }] : [];
  });
  const signed = signatures.map(({ side: signer, name, signedAt }): Fact[] => [
    [{ de: `15 Unterschrift ${signer.toUpperCase()}`, en: `15 Signature ${signer.toUpperCase()}` }, name],
    [{ de: 'Unterschrieben', en: 'Signed' }, { instant: signedAt }],
  ]);
  return {
    title: { de: 'Unfallbericht für zwei', en: 'Accident statement for two' },
    parts: [
      ...(closedAt ? [] : [{ kind: 'note', text: { de: 'Noch nicht von beiden unterschrieben.', en: 'Not signed by both yet.' } } as const]),
      { kind: 'facts', facts: [...facts('shared', sharedFields), ...signed.flat(), ...(document ? [[{ de: 'SHA-256 des PDF', en: 'SHA-256 of the PDF' }, document.sha256] as Fact] : [])] },
      ...sides,
    ],
  };
};
