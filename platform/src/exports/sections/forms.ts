import type { Part, WriteSection } from '../section.ts';

const states = {
  open: { de: 'Offen', en: 'Open' },
  signedByCustomer: { de: 'Vom Kunden unterschrieben, Werkstatt offen', en: 'Signed by the customer, workshop open' },
  complete: { de: 'Vollständig unterschrieben', en: 'Completely signed' },
};
const signers = { customer: { de: 'Kunde', en: 'Customer' }, workshop: { de: 'Werkstatt', en: 'Workshop' } };
const methods = { drawn: { de: 'gezeichnet', en: 'drawn' }, typed: { de: 'Name getippt', en: 'name typed' } };

export const writeForms: WriteSection = ({ report: { forms } }) => {
  if (forms.length === 0) return null;
  return {
    title: { de: 'Formulare und Unterschriften', en: 'Forms and signatures' },
    parts: forms.flatMap(({ title, version, state, signatures, document }): Part[] => [
      { kind: 'subheading', text: title },
      {
        kind: 'facts',
        facts: [
          [{ de: 'Fassung', en: 'Version' }, version],
          [{ de: 'Stand', en: 'State' }, states[state]],
          [{ de: 'Versiegelte Datei vom', en: 'Sealed file of' }, document && { instant: document.createdAt }],
          [{ de: 'SHA-256 der Datei', en: 'SHA-256 of the file' }, document?.sha256],
        ],
      },
      ...(signatures.length > 0
        ? [{
            kind: 'table' as const,
            columns: [
              { label: { de: 'Unterschrieben von', en: 'Signed by' }, share: 0.36 }, { label: { de: 'Für', en: 'For' }, share: 0.16 },
              { label: { de: 'Art', en: 'Method' }, share: 0.2 }, { label: { de: 'Am', en: 'On' }, share: 0.28 },
            ],
            rows: signatures.map(({ name, signer, method, signedAt }) => [name, signers[signer], methods[method], { instant: signedAt }]),
          }]
        : []),
    ]),
  };
};
