import type { StaffLanguage } from '@meldewerk/contract/language';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { formatInstant } from './dates.ts';
import { greetedName } from './greeted-name.ts';
import { presentFacts, type Fact, type MailBlock } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

/** What somebody declared under "Vertrag widerrufen". */
export type WithdrawalDeclaration = { name: string; email: string; contract: string; statement: string | null; declaredAt: Date };

type Mail = { language: StaffLanguage; workshop: Workshop; declaration: WithdrawalDeclaration };

/** To whoever withdrew: that it arrived, when, and word for word what was declared (§ 356a (4) BGB). */
export function withdrawalConfirmationMail({ language, workshop, declaration }: Mail): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.subject(workshop.name),
    preview: say.received,
    blocks: [
      { kind: 'paragraph', text: say.greeting(greetedName(declaration.name)) },
      { kind: 'paragraph', text: say.confirmed(workshop.name) },
      { kind: 'facts', facts: factsOf(declaration, language, workshop.timeZone) },
      { kind: 'paragraph', text: say.next(workshop.name) },
      { kind: 'note', text: say.notYou },
    ],
  });
}

/** To the workshop's recipients: somebody withdrew, and which report it is, if it fits one. */
export function withdrawalNoticeMail({ language, workshop, declaration, report }: Mail & { report: { reference: string; url: string } | { url: string } }): ComposedMail {
  const say = texts[language];
  const known = 'reference' in report;
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: known ? say.staffKnown(report.reference) : say.staffUnknown },
    { kind: 'facts', facts: [...factsOf(declaration, language, workshop.timeZone), { label: say.email, value: declaration.email, url: `mailto:${declaration.email}` }] },
    { kind: 'button', label: known ? say.open : say.openList, url: report.url },
    { kind: 'note', text: say.staffNote },
  ];
  return composeMail({ language, workshop, subject: known ? say.staffSubject(report.reference) : say.staffSubject(declaration.contract), preview: say.received, blocks });
}

function factsOf({ name, contract, statement, declaredAt }: WithdrawalDeclaration, language: StaffLanguage, timeZone: string): Fact[] {
  const say = texts[language];
  return presentFacts([
    { label: say.receivedAt, value: formatInstant(declaredAt.toISOString(), language, timeZone), strong: true },
    { label: say.declaration, value: say.declared },
    { label: say.contract, value: contract },
    { label: say.name, value: name },
    { label: say.statement, value: statement ?? undefined },
  ]);
}

const texts = {
  de: {
    subject: (workshop: string) => `Ihr Widerruf ist bei ${workshop} eingegangen`,
    received: 'Widerruf eingegangen',
    greeting: (name: string) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    confirmed: (workshop: string) => `wir bestätigen, dass Ihr Widerruf bei ${workshop} eingegangen ist. Bitte bewahren Sie diese Nachricht auf.`,
    receivedAt: 'Eingegangen am',
    declaration: 'Erklärung',
    declared: 'Hiermit widerrufe ich den unten genannten Vertrag.',
    contract: 'Vertrag',
    name: 'Name',
    statement: 'Ihre Nachricht',
    email: 'E-Mail',
    next: (workshop: string) => `${workshop} meldet sich bei Ihnen, wenn etwas unklar ist, zum Beispiel um welchen Vertrag es geht.`,
    notYou: 'Haben Sie nichts widerrufen? Dann hat jemand Ihre E-Mail-Adresse angegeben. Bitte antworten Sie kurz auf diese Nachricht.',
    staffSubject: (contract: string) => `Widerruf: ${contract}`,
    staffKnown: (reference: string) => `zur Meldung ${reference} wurde ein Vertrag widerrufen.`,
    staffUnknown: 'ein Vertrag wurde widerrufen. Die Angaben passen zu keiner Meldung. Bitte ordnen Sie den Widerruf selbst zu.',
    open: 'Meldung öffnen',
    openList: 'Portal öffnen',
    staffNote: 'Der Kunde hat eine Bestätigung mit Datum und Uhrzeit erhalten. Ob der Widerruf wirksam ist, prüft Ihre Werkstatt.',
  },
  en: {
    subject: (workshop: string) => `${workshop} has received your withdrawal`,
    received: 'Withdrawal received',
    greeting: (name: string) => (name ? `Dear ${name},` : 'Hello,'),
    confirmed: (workshop: string) => `we confirm that ${workshop} has received your withdrawal. Please keep this message.`,
    receivedAt: 'Received on',
    declaration: 'Declaration',
    declared: 'I hereby withdraw from the contract named below.',
    contract: 'Contract',
    name: 'Name',
    statement: 'Your message',
    email: 'E-mail',
    next: (workshop: string) => `${workshop} will contact you if anything is unclear, for example which contract is meant.`,
    notYou: 'You have not withdrawn from anything? Then somebody gave your e-mail address. Please reply briefly to this message.',
    staffSubject: (contract: string) => `Withdrawal: ${contract}`,
    staffKnown: (reference: string) => `a contract of report ${reference} was withdrawn from.`,
    staffUnknown: 'a contract was withdrawn from. The details fit no report. Please find out which one is meant.',
    open: 'Open report',
    openList: 'Open portal',
    staffNote: 'The customer received a confirmation with date and time. Whether the withdrawal is effective is for your workshop to check.',
  },
} satisfies Record<StaffLanguage, unknown>;
