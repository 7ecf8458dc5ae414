import type { Language, StaffLanguage } from '@meldewerk/contract/language';
import type { ApprovalKind } from './approval-sms.ts';
import { inOtherLanguages } from './customer-texts.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { greetedName } from './greeted-name.ts';
import { presentFacts } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

/** `amount` and `readyOn` as people read them. */
type Question = { kind: ApprovalKind; reason: string; amount: string | null; readyOn: string | null };
type Asked = { language: Language; workshop: Workshop; customerName: string; reference: string; licensePlate: string; question: Question; again: boolean; url: string };

/** To the customer: what the workshop asks, and where to say yes or no. */
export function approvalMail({ language, workshop, customerName, reference, licensePlate, question, again, url }: Asked): ComposedMail {
  const say = texts[language];
  const { kind, reason, amount, readyOn } = question;
  return composeMail({
    language,
    workshop,
    subject: (again ? say.again : '') + say.subject[kind](reference),
    preview: say.preview,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(customerName)) },
      { kind: 'paragraph', text: say.introduction[kind](workshop.name) },
      { kind: 'paragraph', text: reason },
      { kind: 'facts', facts: presentFacts([{ label: say.amount, value: amount ?? undefined, strong: true }, { label: say.readyOn, value: readyOn ?? undefined, strong: true }, { label: say.vehicle, value: licensePlate }, { label: say.reference, value: reference }]) },
      { kind: 'button', label: say.answer, url },
      { kind: 'note', text: say.factor },
    ],
  });
}

type Answered = { language: StaffLanguage; workshop: Workshop; customerName: string; reference: string; licensePlate: string; question: Question; answer: 'yes' | 'no'; comment: string | null; signerName: string; reportUrl: string };

/** To staff: what the customer said. */
export function approvalAnsweredMail({ language, workshop, customerName, reference, licensePlate, question, answer, comment, signerName, reportUrl }: Answered): ComposedMail {
  const say = staffTexts[language];
  const { kind, reason, amount, readyOn } = question;
  return composeMail({
    language,
    workshop,
    subject: say.answered[kind][answer](licensePlate, reference),
    preview: say.answeredBy(customerName),
    blocks: [
      { kind: 'paragraph', text: say.answeredBy(customerName) },
      {
        kind: 'facts',
        facts: presentFacts([
          { label: say.theAnswer, value: say.words[answer], strong: true }, { label: say.comment, value: comment ?? undefined }, { label: say.signedBy, value: signerName },
          { label: say.question, value: reason }, { label: say.amount, value: amount ?? undefined }, { label: say.readyOn, value: readyOn ?? undefined }, { label: say.vehicle, value: licensePlate }, { label: say.reference, value: reference },
        ]),
      },
      { kind: 'button', label: say.openReport, url: reportUrl },
    ],
  });
}

const german = {
  again: 'Erinnerung: ',
  subject: { extraWork: (reference: string) => `Bitte um Ihr Ja oder Nein zu ${reference}`, delay: (reference: string) => `Ihr Fahrzeug wird später fertig: ${reference}` },
  preview: 'Bitte sehen Sie es sich an und antworten Sie mit Ja oder Nein.',
  greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  introduction: {
    extraWork: (workshop: string) => `${workshop} hat an Ihrem Fahrzeug etwas gefunden, das zusätzlich gemacht werden sollte. Ohne Ihr Ja machen wir es nicht.`,
    delay: (workshop: string) => `${workshop} wird mit Ihrem Fahrzeug später fertig als geplant. Bitte sagen Sie uns, ob das für Sie geht.`,
  },
  amount: 'Mehrkosten', readyOn: 'Voraussichtlich fertig am', vehicle: 'Fahrzeug', reference: 'Vorgangsnummer',
  answer: 'Ansehen und antworten',
  factor: 'Beim Öffnen fragen wir nach Ihrem Kennzeichen oder Nachnamen. Sie unterschreiben Ihre Antwort gleich auf der Seite.',
};

const english: typeof german = {
  again: 'Reminder: ',
  subject: { extraWork: (reference: string) => `Your yes or no, please: ${reference}`, delay: (reference: string) => `Your vehicle will be ready later: ${reference}` },
  preview: 'Please have a look and answer yes or no.',
  greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
  introduction: {
    extraWork: (workshop: string) => `${workshop} has found something on your vehicle that should be done as well. Without your yes we will not do it.`,
    delay: (workshop: string) => `${workshop} will finish your vehicle later than planned. Please tell us whether that works for you.`,
  },
  amount: 'Extra cost', readyOn: 'Expected to be ready on', vehicle: 'Vehicle', reference: 'Reference',
  answer: 'Look and answer',
  factor: 'When you open it, we ask for your number plate or last name. You sign your answer on the page.',
};

const texts: Record<Language, typeof german> = { de: german, en: english, ...inOtherLanguages('approvalMail') };

const staffTexts = {
  de: {
    amount: 'Mehrkosten', readyOn: 'Voraussichtlich fertig am', vehicle: 'Fahrzeug', reference: 'Vorgangsnummer',
    answered: {
      extraWork: { yes: (plate: string, reference: string) => `JA zu den zusätzlichen Arbeiten: ${plate} (${reference})`, no: (plate: string, reference: string) => `NEIN zu den zusätzlichen Arbeiten: ${plate} (${reference})` },
      delay: { yes: (plate: string, reference: string) => `JA zum neuen Tag: ${plate} (${reference})`, no: (plate: string, reference: string) => `NEIN zum neuen Tag: ${plate} (${reference})` },
    },
    answeredBy: (name: string) => `${name || 'Der Kunde'} hat geantwortet und unterschrieben.`,
    theAnswer: 'Antwort', words: { yes: 'Ja', no: 'Nein' }, comment: 'Anmerkung', signedBy: 'Unterschrieben von', question: 'Gefragt war', openReport: 'Meldung öffnen',
  },
  en: {
    amount: 'Extra cost', readyOn: 'Expected to be ready on', vehicle: 'Vehicle', reference: 'Reference',
    answered: {
      extraWork: { yes: (plate: string, reference: string) => `YES to the extra work: ${plate} (${reference})`, no: (plate: string, reference: string) => `NO to the extra work: ${plate} (${reference})` },
      delay: { yes: (plate: string, reference: string) => `YES to the new day: ${plate} (${reference})`, no: (plate: string, reference: string) => `NO to the new day: ${plate} (${reference})` },
    },
    answeredBy: (name: string) => `${name || 'The customer'} has answered and signed.`,
    theAnswer: 'Answer', words: { yes: 'Yes', no: 'No' }, comment: 'Comment', signedBy: 'Signed by', question: 'The question was', openReport: 'Open the report',
  },
} satisfies Record<StaffLanguage, unknown>;
