import { partLabel } from '@meldewerk/contract/damage-labels';
import { damageKindAndSize } from '@meldewerk/contract/damage-words';
import type { Language } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import { inOtherLanguages } from './customer-texts.ts';
import type { ReportDetail, Submitted } from '@meldewerk/contract/report';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatDayOf, formatInstant } from './dates.ts';
import { greetedName } from './greeted-name.ts';
import { leftOutBlocks } from './left-out.ts';
import { type MailBlock, presentFacts } from './mail-block.ts';
import { phoneUrl } from './mail-html.ts';
import { formatOpeningHours } from './opening-hours.ts';
import { contactFacts, insuranceFacts, vehicleFacts } from './report-facts.ts';
import { addressLine, type Workshop } from './workshop.ts';

/** A report as its customer sent it. */
export type SentReport = Pick<
  ReportDetail,
  'reference' | 'vehicle' | 'insurance' | 'answers' | 'damages' | 'shotLabels' | 'skippedShots'
> &
  Pick<Submitted, 'submittedAt' | 'categoryLabel' | 'reporter'> & { photoCount: number; consents: Pick<ReportDetail['consents'][number], 'kind' | 'textVersion' | 'text' | 'givenAt'>[] };

/** What goes with the mail. `hash` is the SHA-256 of a signed file, which cannot stand in the file itself. */
export type Papers = {
  files: { name: string; hash: string | null }[];
  /** Names of files that are too large to go with it. */
  leftOut?: string[];
  /** Set when a contract can be withdrawn from: until when, if the period runs already, and where. */
  withdrawal: { endsAt: string | null; url: string } | null;
};

/** To the customer: the report has arrived, who has it, and a copy of all that was sent. */
export function confirmationMail({ language, workshop, report, papers = { files: [], withdrawal: null }, statusUrl = null }: { language: Language; workshop: Workshop; report: SentReport; papers?: Papers; /** Where the customer sees how it stands. */ statusUrl?: string | null }): ComposedMail {
  const say = texts[language];
  const sentAt = formatInstant(report.submittedAt, language, workshop.timeZone);
  return composeMail({
    language,
    workshop,
    subject: say.subject(report.reference, workshop.name),
    preview: say.preview(report.reference),
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(report.reporter.firstName, report.reporter.lastName)) },
      { kind: 'paragraph', text: say.arrived(workshop.name) },
      {
        kind: 'facts',
        facts: [
          { label: say.reference, value: report.reference, strong: true },
          { label: say.sentAt, value: sentAt },
          { label: say.category, value: textIn(report.categoryLabel, language) },
        ],
      },
      ...(statusUrl === null ? [] : [{ kind: 'paragraph', text: say.page } as const, { kind: 'button', label: say.openPage, url: statusUrl } as const]),
      ...blocksOf(papers, language, workshop.timeZone),
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

function blocksOf({ files, leftOut = [], withdrawal }: Papers, language: Language, timeZone: string): MailBlock[] {
  if (files.length === 0) return leftOutBlocks(leftOut, language);
  const say = texts[language];
  const signed = files.filter(({ hash }) => hash !== null);
  const blocks: MailBlock[] = [
    { kind: 'heading', text: say.papers },
    { kind: 'paragraph', text: say.attached },
    { kind: 'facts', facts: files.map(({ name, hash }) => ({ label: hash === null ? say.paper : say.signedPaper, value: hash === null ? name : `${name}\nSHA-256: ${hash}` })) },
  ];
  blocks.push(...leftOutBlocks(leftOut, language));
  if (signed.length > 0) blocks.push({ kind: 'note', text: say.sealed });
  if (!withdrawal) return blocks;
  const until = withdrawal.endsAt ? say.withdrawUntil(formatDayOf(withdrawal.endsAt, language, timeZone)) : say.withdrawOpen;
  return [...blocks, { kind: 'paragraph', text: until }, { kind: 'facts', facts: [{ label: say.withdraw, value: withdrawal.url, url: withdrawal.url }] }];
}

function copyOf(report: SentReport, language: Language): MailBlock[] {
  const say = texts[language];
  const answers = report.answers.map(({ label, display }) => ({ label: textIn(label, language), value: textIn(display, language) }));
  const marked = report.damages.map((spot) => ({ label: textIn(partLabel(spot.part, report.vehicle.type), language), value: [damageKindAndSize(spot, language), spot.note].filter(Boolean).join('\n') }));
  const told = [...answers, ...marked];
  const skipped = report.skippedShots.map((shot) => nameOf(report, shot, language)).join(', ');
  return [
    ...(told.length > 0 ? [{ kind: 'heading', text: say.damage } as const, { kind: 'facts', facts: told } as const] : []),
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

function nameOf({ shotLabels }: SentReport, shot: string, language: Language): string {
  const label = shotLabels[shot];
  return label ? textIn(label, language) : shot;
}

function consentsOf(report: SentReport, language: Language, timeZone: string): MailBlock[] {
  const say = texts[language];
  return report.consents.map(({ kind, text, textVersion, givenAt }) => {
    const when = formatInstant(givenAt, language, timeZone);
    // The notice itself goes with the mail as a file.
    if (kind === 'withdrawalNotice') return { kind: 'note', text: say.noticeReceived(when, textVersion) };
    return { kind: 'note', text: `${kind === 'earlyStart' ? say.earlyStart(when) : say.consent(when, textVersion)}\n${text}` };
  });
}

const german = {
  subject: (reference: string, workshop: string) => `Ihre Schadenmeldung ${reference} bei ${workshop}`,
  preview: (reference: string) => `Ihre Schadenmeldung ist angekommen. Vorgangsnummer: ${reference}`,
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  arrived: (workshop: string) =>
    `Ihre Schadenmeldung ist bei ${workshop} angekommen. Wir sehen sie uns an und melden uns bei Ihnen. Bitte nennen Sie bei Rückfragen die Vorgangsnummer.`,
  page: 'Wie es weitergeht, sehen Sie jederzeit auf Ihrer Seite. Beim ersten Öffnen fragen wir nach Ihrem Kennzeichen oder Nachnamen.',
  openPage: 'Stand ansehen',
  reference: 'Vorgangsnummer',
  sentAt: 'Gesendet am',
  category: 'Art des Schadens',
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
  papers: 'Ihre Unterlagen',
  attached: 'Diese Dateien hängen an dieser Nachricht. Bitte heben Sie sie auf.',
  paper: 'Datei',
  signedPaper: 'Unterschrieben',
  sealed: 'Jede unterschriebene Datei trägt ein digitales Siegel: Wird sie nachträglich verändert, zeigt Ihr PDF-Programm das an. Mit der Prüfsumme (SHA-256) lässt sich zeigen, dass es diese Datei ist.',
  withdrawUntil: (day: string) => `Sie können den Vertrag bis zum Ende des ${day} widerrufen. Wie, steht in der Widerrufsbelehrung; am schnellsten geht es online:`,
  withdrawOpen: 'Sie können den Vertrag widerrufen. Wie und bis wann, steht in der Widerrufsbelehrung; am schnellsten geht es online:',
  withdraw: 'Vertrag widerrufen',
  noticeReceived: (at: string, version: number) => `Sie haben am ${at} bestätigt, die Widerrufsbelehrung (Fassung ${version}) mit dem Muster-Widerrufsformular erhalten zu haben.`,
  earlyStart: (at: string) => `Am ${at} haben Sie verlangt:`,
  consent: (givenAt: string, version: number) => `Einwilligung in die Datenverarbeitung, erteilt am ${givenAt} (Fassung ${version}):`,
};

const english: typeof german = {
  subject: (reference: string, workshop: string) => `Your damage report ${reference} with ${workshop}`,
  preview: (reference: string) => `Your damage report has arrived. Reference: ${reference}`,
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  arrived: (workshop: string) =>
    `Your damage report has arrived at ${workshop}. We will look at it and get back to you. Please quote the reference if you contact us.`,
  page: 'See at any time on your own page how things are going. When you first open it, we ask for your number plate or last name.',
  openPage: 'See how it stands',
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
  papers: 'Your papers',
  attached: 'These files are attached to this message. Please keep them.',
  paper: 'File',
  signedPaper: 'Signed',
  sealed: 'Each signed file carries a digital seal: if it is changed later, your PDF reader shows it. The checksum (SHA-256) can show that it is this very file.',
  withdrawUntil: (day: string) => `You can withdraw from the contract until the end of ${day}. How is said in the notice of withdrawal; online is the fastest way:`,
  withdrawOpen: 'You can withdraw from the contract. How and until when is said in the notice of withdrawal; online is the fastest way:',
  withdraw: 'Withdraw from contract',
  noticeReceived: (at: string, version: number) => `On ${at} you confirmed that you received the notice of withdrawal (version ${version}) with the model withdrawal form.`,
  earlyStart: (at: string) => `On ${at} you requested:`,
  consent: (givenAt: string, version: number) => `Consent to data processing, given on ${givenAt} (version ${version}):`,
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('confirmationMail') };
