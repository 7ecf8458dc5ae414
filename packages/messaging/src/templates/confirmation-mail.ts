import type { Language } from '@meldewerk/contract/language';
import type { ReportDetail, Submitted } from '@meldewerk/contract/report';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatInstant } from './dates.ts';
import { type MailBlock, presentFacts } from './mail-block.ts';
import { phoneUrl } from './mail-html.ts';
import { formatOpeningHours } from './opening-hours.ts';
import { contactFacts, insuranceFacts, vehicleFacts } from './report-facts.ts';
import { addressLine, type Workshop } from './workshop.ts';

/** A report as its customer sent it. */
export type SentReport = Pick<
  ReportDetail,
  'reference' | 'vehicle' | 'insurance' | 'answers' | 'shotLabels' | 'skippedShots'
> &
  Pick<Submitted, 'submittedAt' | 'categoryLabel' | 'reporter'> & { photoCount: number; consents: Pick<ReportDetail['consents'][number], 'textVersion' | 'text' | 'givenAt'>[] };

/** To the customer: the report has arrived, who has it, and a copy of all that was sent. */
export function confirmationMail({ language, workshop, report }: { language: Language; workshop: Workshop; report: SentReport }): ComposedMail {
  const say = texts[language];
  const sentAt = formatInstant(report.submittedAt, language, workshop.timeZone);
  return composeMail({
    language,
    workshop,
    subject: say.subject(report.reference, workshop.name),
    preview: say.preview(report.reference),
    blocks: [
      { kind: 'paragraph', text: say.greeting(`${report.reporter.firstName} ${report.reporter.lastName}`) },
      { kind: 'paragraph', text: say.arrived(workshop.name) },
      {
        kind: 'facts',
        facts: [
          { label: say.reference, value: report.reference, strong: true },
          { label: say.sentAt, value: sentAt },
          { label: say.category, value: report.categoryLabel[language] },
        ],
      },
      { kind: 'heading', text: say.workshop },
      {
        kind: 'facts',
        facts: presentFacts([
          { label: say.name, value: workshop.name },
          { label: say.address, value: addressLine(workshop) },
          { label: say.phone, value: workshop.phone, url: phoneUrl(workshop.phone) },
          { label: say.openingHours, value: formatOpeningHours(workshop.openingHours, language) },
        ]),
      },
      { kind: 'heading', text: say.copy },
      { kind: 'paragraph', text: say.copyIntroduction },
      ...copyOf(report, language),
      ...consentsOf(report, language, workshop.timeZone),
    ],
  });
}

function copyOf(report: SentReport, language: Language): MailBlock[] {
  const say = texts[language];
  const answers = report.answers.map(({ label, display }) => ({ label: label[language], value: display[language] }));
  const skipped = report.skippedShots.map((shot) => report.shotLabels[shot]?.[language] ?? shot).join(', ');
  return [
    ...(answers.length > 0 ? [{ kind: 'heading', text: say.damage } as const, { kind: 'facts', facts: answers } as const] : []),
    { kind: 'heading', text: say.vehicle },
    { kind: 'facts', facts: vehicleFacts(report.vehicle, language) },
    { kind: 'heading', text: say.insurance },
    { kind: 'facts', facts: insuranceFacts(report.insurance, language) },
    { kind: 'heading', text: say.contact },
    { kind: 'facts', facts: contactFacts(report.reporter, language) },
    { kind: 'heading', text: say.photos },
    {
      kind: 'facts',
      facts: presentFacts([
        { label: say.photoCount, value: String(report.photoCount) },
        { label: say.skipped, value: skipped },
      ]),
    },
  ];
}

function consentsOf(report: SentReport, language: Language, timeZone: string): MailBlock[] {
  const say = texts[language];
  return report.consents.map(({ text, textVersion, givenAt }) => ({
    kind: 'note',
    text: `${say.consent(formatInstant(givenAt, language, timeZone), textVersion)}\n${text}`,
  }));
}

const texts = {
  de: {
    subject: (reference: string, workshop: string) => `Ihre Schadenmeldung ${reference} bei ${workshop}`,
    preview: (reference: string) => `Ihre Schadenmeldung ist angekommen. Vorgangsnummer: ${reference}`,
    greeting: (name: string) => `Guten Tag ${name},`,
    arrived: (workshop: string) =>
      `Ihre Schadenmeldung ist bei ${workshop} angekommen. Wir sehen sie uns an und melden uns bei Ihnen. Bitte nennen Sie bei Rückfragen die Vorgangsnummer.`,
    reference: 'Vorgangsnummer',
    sentAt: 'Gesendet am',
    category: 'Schadensart',
    workshop: 'Ihre Werkstatt',
    name: 'Name',
    address: 'Anschrift',
    phone: 'Telefon',
    openingHours: 'Öffnungszeiten',
    copy: 'Kopie Ihrer Angaben',
    copyIntroduction: 'Das haben Sie uns gesendet. Stimmt etwas nicht, rufen Sie uns bitte an.',
    damage: 'Was passiert ist',
    vehicle: 'Fahrzeug',
    insurance: 'Versicherung',
    contact: 'Ihre Kontaktdaten',
    photos: 'Fotos',
    photoCount: 'Gesendete Fotos',
    skipped: 'Bewusst ausgelassen',
    consent: (givenAt: string, version: number) => `Einwilligung in die Datenverarbeitung, erteilt am ${givenAt} (Fassung ${version}):`,
  },
  en: {
    subject: (reference: string, workshop: string) => `Your damage report ${reference} with ${workshop}`,
    preview: (reference: string) => `Your damage report has arrived. Reference: ${reference}`,
    greeting: (name: string) => `Dear ${name},`,
    arrived: (workshop: string) =>
      `Your damage report has arrived at ${workshop}. We will look at it and get back to you. Please quote the reference if you contact us.`,
    reference: 'Reference',
    sentAt: 'Sent on',
    category: 'Kind of damage',
    workshop: 'Your workshop',
    name: 'Name',
    address: 'Address',
    phone: 'Phone',
    openingHours: 'Opening hours',
    copy: 'Copy of what you sent',
    copyIntroduction: 'This is what you sent us. If anything is wrong, please call us.',
    damage: 'What happened',
    vehicle: 'Vehicle',
    insurance: 'Insurance',
    contact: 'Your contact details',
    photos: 'Photos',
    photoCount: 'Photos sent',
    skipped: 'Left out on purpose',
    consent: (givenAt: string, version: number) => `Consent to data processing, given on ${givenAt} (version ${version}):`,
  },
} satisfies Record<Language, unknown>;
