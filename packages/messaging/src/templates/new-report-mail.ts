import type { StaffLanguage } from '@meldewerk/contract/language';
import type { ReportDetail, ReportSummary, Submitted } from '@meldewerk/contract/report';
import { safetyAdviceLabels } from '@meldewerk/contract/safety-labels';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatInstant } from './dates.ts';
import { presentFacts } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

/** What the workshop's people see of a report before they open it. */
export type ArrivedReport = Pick<ReportSummary, 'reference' | 'licensePlate' | 'makeModel' | 'customerName' | 'photoCount'> &
  Pick<Submitted, 'submittedAt' | 'categoryLabel'> &
  Pick<ReportDetail, 'safety'>;

/** To the workshop's recipients: a report has come in. Photos stay behind the sign-in; `reportUrl` opens this report. */
export function newReportMail({
  language,
  workshop,
  report,
  reportUrl,
}: {
  language: StaffLanguage;
  workshop: Workshop;
  report: ArrivedReport;
  reportUrl: string;
}): ComposedMail {
  const say = texts[language];
  const category = report.categoryLabel[language];
  return composeMail({
    language,
    workshop,
    subject: `${say.subject} ${report.reference}: ${report.licensePlate}, ${category}`,
    preview: `${report.customerName} · ${report.licensePlate} · ${category}`,
    blocks: [
      { kind: 'paragraph', text: say.arrived(report.customerName) },
      {
        kind: 'facts',
        facts: presentFacts([
          { label: say.reference, value: report.reference, strong: true },
          { label: say.licensePlate, value: report.licensePlate, strong: true },
          { label: say.vehicle, value: report.makeModel ?? undefined },
          { label: say.category, value: category },
          { label: say.safety, value: report.safety?.advice && report.safety.advice !== 'drive' ? safetyAdviceLabels[report.safety.advice][language] : undefined, strong: true },
          { label: say.customer, value: report.customerName },
          { label: say.sentAt, value: formatInstant(report.submittedAt, language, workshop.timeZone) },
          { label: say.photos, value: String(report.photoCount) },
        ]),
      },
      { kind: 'button', label: say.open, url: reportUrl },
      { kind: 'note', text: say.why },
    ],
  });
}

const texts = {
  de: {
    subject: 'Neue Schadenmeldung',
    arrived: (customer: string) => `${customer} hat einen Schaden gemeldet.`,
    reference: 'Vorgangsnummer',
    licensePlate: 'Kennzeichen',
    vehicle: 'Fahrzeug',
    category: 'Art des Schadens',
    safety: 'Weiterfahren',
    customer: 'Kunde/Kundin',
    sentAt: 'Eingegangen',
    photos: 'Fotos',
    open: 'Meldung öffnen',
    why: 'Fotos und alle Angaben sehen Sie nach der Anmeldung im Portal. Sie erhalten diese Nachricht, weil Ihre Adresse dort für neue Meldungen eingetragen ist.',
  },
  en: {
    subject: 'New damage report',
    arrived: (customer: string) => `${customer} has reported a damage.`,
    reference: 'Reference',
    licensePlate: 'Licence plate',
    vehicle: 'Vehicle',
    category: 'Kind of damage',
    safety: 'Driving on',
    customer: 'Customer',
    sentAt: 'Received',
    photos: 'Photos',
    open: 'Open the report',
    why: 'Photos and all details are in the portal after signing in. You receive this message because your address is entered there for new reports.',
  },
} satisfies Record<StaffLanguage, unknown>;
