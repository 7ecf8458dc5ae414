import type { FormDetail, ReportForm } from '@meldewerk/contract/form';
import type { ReportWithdrawal, withdrawalDeclarationListSchema, WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import type * as v from 'valibot';
import { idOf } from './invented-reports.ts';

export const inventedPdfId = idOf('8', 1);

const basis = {
  version: 1, language: 'de', validFrom: null, validTo: null, validity: 'valid', needsWorkshopSignature: false, concludesContract: false, pageCount: null,
  isSample: true, retired: false, changedAt: '2026-11-02T09:12:00.000Z', source: 'text',
} as const satisfies Partial<FormDetail>;

/** What a workshop's library may look like: our samples, one of its own on paper, one out of date. */
export const inventedForms: FormDetail[] = [
  {
    ...basis, id: idOf('7', 1), title: 'Zahlungsanweisung (RKÜ)', kind: 'paymentInstruction', cases: ['thirdPartyLiability', 'fullyComprehensive', 'partialCover'],
    content: { source: 'text', text: '# Zahlungsanweisung\n\nIch, {{kunde.name}}, weise {{versicherung.name}} unwiderruflich an, die Reparaturkosten für {{fahrzeug.kennzeichen}} unmittelbar an {{werkstatt.name}} zu zahlen.\n\n- Schadennummer: {{versicherung.schadennummer}}\n- Schadentag: {{schaden.datum}}\n\nMeine Ansprüche trete ich damit nicht ab.' },
  },
  {
    ...basis, id: idOf('7', 2), title: 'Abtretung der Ersatzansprüche', kind: 'assignment', cases: ['thirdPartyLiability'], needsWorkshopSignature: true,
    content: { source: 'text', text: '# Abtretung\n\n{{kunde.name}} tritt die Ansprüche aus dem Schaden vom {{schaden.datum}} in Höhe der Reparaturkosten an {{werkstatt.name}} ab.' },
  },
  {
    ...basis, id: idOf('7', 3), title: 'Reparaturauftrag', kind: 'repairContract', cases: ['thirdPartyLiability', 'fullyComprehensive', 'partialCover', 'selfPay', 'partner'], concludesContract: true, version: 3, isSample: false,
    content: { source: 'text', text: '# Reparaturauftrag\n\nHiermit beauftrage ich {{werkstatt.name}}, mein Fahrzeug {{fahrzeug.kennzeichen}} instand zu setzen.' },
  },
  {
    ...basis, id: idOf('7', 4), title: 'Leistungsvereinbarung Steuerer', kind: 'serviceAgreement', cases: ['partner'], source: 'pdf', pageCount: 2, isSample: false, version: 2,
    content: {
      source: 'pdf', documentId: inventedPdfId,
      fields: [
        { id: 'name', page: 1, x: 0.1, y: 0.3, width: 0.35, height: 0.03, type: 'text', label: 'Name', placeholder: 'kunde.name', signer: 'customer', required: true },
        { id: 'unterschrift', page: 2, x: 0.1, y: 0.74, width: 0.34, height: 0.07, type: 'signature', label: 'Unterschrift Kunde', signer: 'customer', required: true },
      ],
    },
  },
  {
    ...basis, id: idOf('7', 5), title: 'Abtretung alte Fassung', kind: 'assignment', cases: ['thirdPartyLiability'], validTo: '2024-01-16', validity: 'outdated', isSample: false,
    content: { source: 'text', text: '# Abtretung\n\nAlte Fassung.' },
  },
];

/** `number` tells the forms of one report from those of another. */
export function inventReportForms(signedAt: string, number = 0): ReportForm[] {
  const signature = { signer: 'customer', name: 'Petra Schönfelder', method: 'drawn', signedAt } as const;
  const document = (index: number) => ({ id: idOf('9', index), sha256: 'a3f1c9d0'.repeat(8), byteSize: 84_211, createdAt: signedAt });
  return [
    { id: idOf('6', number * 10 + 1), formId: idOf('7', 3), version: 3, title: 'Reparaturauftrag', isSample: false, concludesContract: true, doubts: [], blanks: [], state: 'complete', needsWorkshopSignature: false, signatures: [signature], document: document(1) },
    { id: idOf('6', number * 10 + 2), formId: idOf('7', 2), version: 1, title: 'Abtretung der Ersatzansprüche', isSample: true, concludesContract: false, doubts: ['otherCase'], blanks: ['versicherung.schadennummer'], state: 'signedByCustomer', needsWorkshopSignature: true, signatures: [{ ...signature, method: 'typed' }], document: document(2) },
  ];
}

export function inventWithdrawal(signedAt: string): ReportWithdrawal {
  return {
    noticeVersion: 2, noticeReceivedAt: signedAt, earlyStartRequestedAt: signedAt, handedOverAt: signedAt, contractConcludedAt: signedAt,
    endsAt: new Date(new Date(signedAt).getTime() + 14 * 86_400_000).toISOString(), declaration: null,
  };
}

export const inventedNotice: WithdrawalNotice = {
  version: 1, isSample: true, publishedAt: '2026-11-02T09:12:00.000Z',
  notice: { de: 'Widerrufsrecht\n\nSie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen.', en: 'Right of withdrawal\n\nYou have the right to withdraw from this contract within fourteen days without giving any reason.' },
  modelForm: { de: 'Muster-Widerrufsformular\n\nHiermit widerrufe ich den von mir abgeschlossenen Vertrag …', en: 'Model withdrawal form\n\nI hereby give notice that I withdraw from my contract …' },
};

export const inventedDeclarations: v.InferOutput<typeof withdrawalDeclarationListSchema>['declarations'] = [
  { id: idOf('5', 1), declaredAt: '2026-11-19T18:42:10.000Z', name: 'Jonas Weber', email: 'jonas.weber@beispiel.example', contract: 'SM-2026-000112', statement: 'Ich lasse den Schaden doch nicht reparieren.', reportId: idOf('a', 112), reference: 'SM-2026-000112' },
  { id: idOf('5', 2), declaredAt: '2026-11-18T07:05:00.000Z', name: 'Ute Ohne', email: 'ute@beispiel.example', contract: 'der rote Polo', statement: null, reportId: null, reference: null },
];
