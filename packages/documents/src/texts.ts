import type { FormSigner } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { withinOurLine } from './visual-order.ts';

export const texts = {
  de: {
    pageOf: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    sample: 'MUSTER',
    sampleBegins: /^\(?Muster(?:text)?(?: –|:)/,
    sampleNote: 'Muster: vor der Verwendung von der Werkstatt und ihrer Rechtsberatung zu prüfen.',
    signatureOf: { customer: 'Unterschrift Kundin/Kunde', workshop: 'Unterschrift Werkstatt' } satisfies Record<FormSigner, string>,
    signedBy: (name: string, at: string) => `${withinOurLine(name)}, ${at}`,
    evidence: {
      title: 'Nachweis der elektronischen Unterschrift',
      introduction: 'Diese Seite gehört zum unterschriebenen Dokument und wurde zusammen mit ihm versiegelt.',
      document: 'Dokument', version: 'Fassung', reference: 'Vorgang', pages: 'Seiten', sealedAt: 'Versiegelt am',
      unsigned: 'SHA-256 vor der Unterschrift',
      signature: (number: number) => `Unterschrift ${number}`,
      name: 'Name', role: 'Für', roles: { customer: 'Kundin/Kunde', workshop: 'Werkstatt' } satisfies Record<FormSigner, string>,
      method: 'Art', methods: { drawn: 'auf dem Bildschirm gezeichnet', typed: 'Name getippt und bestätigt' },
      signedAt: 'Unterschrieben am', ip: 'IP-Adresse', device: 'Gerät (Browser)', unknown: 'nicht bekannt',
      sealTitle: 'Was das Siegel zeigt',
      seal: 'Die Datei ist mit dem eigenen Zertifikat dieser Installation elektronisch versiegelt. Ein PDF-Programm zeigt unter „Unterschriften“ an, ob nach dem Versiegeln etwas geändert wurde. Es ist keine qualifizierte elektronische Signatur; das Zertifikat ist selbst ausgestellt und kann bei der Werkstatt abgerufen werden.',
      hash: 'Der SHA-256 der unterschriebenen Datei kann nicht in ihr selbst stehen. Er steht im Vorgang der Werkstatt, in dessen Protokoll und in der Mail, mit der diese Datei verschickt wurde.',
    },
  },
  en: {
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    sample: 'SAMPLE',
    sampleBegins: /^\(?Sample(?: text)?(?: –|:)/,
    sampleNote: 'Sample: to be checked by the workshop and its legal adviser before use.',
    signatureOf: { customer: 'Signature of the customer', workshop: 'Signature of the workshop' } satisfies Record<FormSigner, string>,
    signedBy: (name: string, at: string) => `${withinOurLine(name)}, ${at}`,
    evidence: {
      title: 'Evidence of the electronic signature',
      introduction: 'This page belongs to the signed document and was sealed together with it.',
      document: 'Document', version: 'Version', reference: 'Reference', pages: 'Pages', sealedAt: 'Sealed on',
      unsigned: 'SHA-256 before signing',
      signature: (number: number) => `Signature ${number}`,
      name: 'Name', role: 'For', roles: { customer: 'Customer', workshop: 'Workshop' } satisfies Record<FormSigner, string>,
      method: 'Method', methods: { drawn: 'drawn on the screen', typed: 'name typed and confirmed' },
      signedAt: 'Signed on', ip: 'IP address', device: 'Device (browser)', unknown: 'not known',
      sealTitle: 'What the seal shows',
      seal: 'The file is sealed electronically with this installation’s own certificate. A PDF reader shows under “Signatures” whether anything was changed after sealing. It is not a qualified electronic signature; the certificate is self-issued and can be obtained from the workshop.',
      hash: 'The SHA-256 of the signed file cannot stand in the file itself. It stands in the workshop’s record of the case, in its log, and in the e-mail that this file was sent with.',
    },
  },
} satisfies Record<StaffLanguage, unknown>;
