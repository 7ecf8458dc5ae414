import type { PartnerNotice } from '@meldewerk/contract/partner-notice';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatInstant, formatLastDay } from './dates.ts';
import { presentFacts } from './mail-block.ts';
import { addressLine, type Workshop } from './workshop.ts';

/** To a steering partner, leasing firm or insurer: a customer of theirs has reported a damage. German, as the partners are. `fileName` is the structured file beside it. */
export function partnerNoticeMail({ workshop, notice, fileName }: { workshop: Workshop; notice: PartnerNotice; fileName: string }): ComposedMail {
  const { report, partner, customer, vehicle, insurance } = notice;
  const name = `${customer.firstName} ${customer.lastName}`;
  const order = partner.orderNumber ? `, Auftrag ${partner.orderNumber}` : '';
  return composeMail({
    language: 'de',
    workshop,
    subject: `Schadenmeldung ${report.reference}${order}: ${vehicle.licensePlate}`,
    preview: `${name} · ${vehicle.licensePlate} · ${report.categoryLabel}`,
    blocks: [
      { kind: 'paragraph', text: 'Guten Tag,' },
      { kind: 'paragraph', text: `bei ${workshop.name} ist eine Schadenmeldung eingegangen, die Ihnen zugeordnet ist.` },
      {
        kind: 'facts',
        facts: presentFacts([
          { label: 'Ihre Auftragsnummer', value: partner.orderNumber, strong: true },
          { label: 'Meldung', value: report.reference, strong: true },
          { label: 'Eingegangen', value: formatInstant(report.submittedAt, 'de', workshop.timeZone) },
          { label: 'Art des Schadens', value: report.categoryLabel },
          { label: 'Kunde', value: name },
          { label: 'Kennzeichen', value: vehicle.licensePlate },
          { label: 'Fahrzeug', value: vehicle.makeModel },
          { label: 'FIN', value: vehicle.vin },
          { label: 'Versicherung', value: insurance.insurer },
          { label: 'Schadennummer', value: insurance.claimNumber },
          { label: 'Fotos', value: String(notice.photos.length) },
          { label: 'Werkstatt', value: `${workshop.name}, ${addressLine(workshop)}, ${workshop.phone}` },
        ]),
      },
      { kind: 'button', label: 'Meldung mit Fotos ansehen', url: notice.view.url },
      { kind: 'note', text: `Der Link gilt bis ${formatLastDay(notice.view.until, 'de', workshop.timeZone)} und ist nur für Sie bestimmt. Alle Angaben liegen in ${fileName} auch maschinenlesbar bei (JSON).` },
    ],
  });
}
