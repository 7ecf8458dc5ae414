import type { LinkForm } from '@meldewerk/contract/form';
import type { Link } from '@meldewerk/contract/preparation';
import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import type { StandIn } from './stand-in.ts';

export const payment = 'aaaaaaaa-0000-4000-8000-000000000001';
export const repair = 'aaaaaaaa-0000-4000-8000-000000000002';
export const scanned = 'aaaaaaaa-0000-4000-8000-000000000003';

const open = { language: 'de', concludesContract: false, state: 'open', fields: [], documentId: null, signatureId: null } satisfies Partial<LinkForm>;

export const linkForms = {
  payment: { ...open, id: payment, title: 'Reparaturkosten-Übernahme (Zahlungsanweisung)' },
  repair: {
    ...open,
    id: repair,
    title: 'Reparaturauftrag',
    concludesContract: true,
    fields: [
      { id: 'wunsch', label: 'Was soll gemacht werden?', type: 'text', required: true },
      { id: 'termin', label: 'Fertig bis', type: 'date', required: false },
      { id: 'altteile', label: 'Ich möchte die ausgebauten Teile zurück', type: 'checkbox', required: false },
    ],
  },
  scanned: { ...open, id: scanned, title: 'Abtretung mit Logo' },
} satisfies Record<string, LinkForm>;

export const notice: WithdrawalNotice = {
  version: 4,
  notice: {
    de: 'Widerrufsbelehrung\n\nSie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen. Die Widerrufsfrist beträgt vierzehn Tage ab dem Tag des Vertragsabschlusses.\n\nUm Ihr Widerrufsrecht auszuüben, müssen Sie uns (Karosserie Muster, Werkstraße 12, 76133 Karlsruhe) mittels einer eindeutigen Erklärung informieren.\n\nFolgen des Widerrufs\n\nWenn Sie diesen Vertrag widerrufen, haben wir Ihnen alle Zahlungen zurückzuzahlen.',
    en: 'Right of withdrawal\n\nYou have the right to withdraw from this contract within fourteen days without giving any reason.',
  },
  modelForm: {
    de: 'An Karosserie Muster, Werkstraße 12, 76133 Karlsruhe:\n\nHiermit widerrufe(n) ich/wir den von mir/uns abgeschlossenen Vertrag.\n\nBestellt am: ____\nName: ____\nDatum: ____',
    en: 'To Karosserie Muster:\n\nI hereby give notice that I withdraw from my contract.',
  },
  isSample: false,
  publishedAt: '2026-11-01T08:00:00Z',
};

type Person = Record<string, unknown>;
const nameOf = (reporter: Person) => `${String(reporter['firstName'])} ${String(reporter['lastName'])}`;

/** Two forms written as text; the second one asks for the vehicle's number and concludes a contract. */
export function prepareTwoForms(standIn: StandIn, part: Partial<Link> = {}): Link {
  standIn.signing.forms.set(payment, {
    source: 'text',
    fill: ({ reporter = {}, vehicle = {} }, edition) =>
      `# Zahlungsanweisung\nIch, ${nameOf(reporter)}, weise die Versicherung unwiderruflich an, die Reparaturkosten für ${String(vehicle['licensePlate'])} direkt an Karosserie Muster zu zahlen.\n\nDas gilt für:\n- Reparatur\n- Ersatzteile\n- Lackierung\n\nFassung ${edition}`,
  });
  standIn.signing.forms.set(repair, {
    source: 'text',
    needs: ['vehicle.vin'],
    fill: ({ reporter = {}, vehicle = {}, fields = {} }, edition) =>
      `# Reparaturauftrag\n${nameOf(reporter)} beauftragt Karosserie Muster.\n\nFahrzeug: ${String(vehicle['vin'])}\nArbeit: ${String(fields['wunsch'])}\n\nFassung ${edition}`,
  });
  return standIn.linking.prepare({ forms: [structuredClone(linkForms.payment), structuredClone(linkForms.repair)], ...part }).link;
}

/** One form that the workshop uploaded as a PDF of two pages. */
export function preparePdfForm(standIn: StandIn): Link {
  standIn.signing.forms.set(scanned, {
    source: 'pdf',
    fill: ({ reporter = {} }, edition) => `Abtretung (Fassung ${edition})\n${nameOf(reporter)} tritt die Forderung ab.\f2. Seite: Unterschrift`,
  });
  return standIn.linking.prepare({ forms: [structuredClone(linkForms.scanned)] }).link;
}
