import { partnerKindLabels } from '@meldewerk/contract/labels';
import type { StaffLanguage } from '@meldewerk/contract/language';
import type { SupportRequestInput } from '@meldewerk/contract/support';
import { singleLine } from '../single-line.ts';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import { type Fact, presentFacts } from './mail-block.ts';
import type { Workshop } from './workshop.ts';

type Sender = { name: string; email: string; role: string };

/** One line that says what a workshop's user asks for. */
export function supportTitle(request: SupportRequestInput, language: StaffLanguage): string {
  const say = texts[language];
  if (request.kind === 'contact') return request.subject;
  return request.kind === 'newPartner' ? say.newPartner(request.partnerName) : say.training(request.topic);
}

/** To the operator: what somebody at a workshop asks for, with workshop and user. */
export function supportRequestMail({ workshop, slug, sender, request }: { workshop: Workshop; slug: string; sender: Sender; request: SupportRequestInput }): ComposedMail {
  const say = texts.de;
  return composeMail({
    language: 'de',
    workshop,
    subject: `${workshop.name}: ${supportTitle(request, 'de')}`,
    preview: `${sender.name}, ${workshop.name}`,
    blocks: [
      { kind: 'facts', facts: [...requestFacts(request, 'de'), { label: say.workshop, value: `${workshop.name} (${slug})` }, { label: say.sender, value: `${sender.name}, ${sender.email} (${sender.role})` }, { label: say.phone, value: workshop.phone }] },
      ...messageBlocks(request),
      ...(request.kind === 'newPartner' ? [{ kind: 'note' as const, text: `Freischalten: pnpm partners -- activate --slug ${slug} --name ${quotedForShell(request.partnerName)} --email …` }] : []),
    ],
  });
}

/** To the user: it has arrived, and what was in it. */
export function supportReceiptMail({ language, workshop, sender, request }: { language: StaffLanguage; workshop: Workshop; sender: Sender; request: SupportRequestInput }): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: say.receiptSubject(supportTitle(request, language)),
    preview: say.receiptText,
    blocks: [{ kind: 'paragraph', text: `${say.hello(sender.name)}\n${say.receiptText}` }, { kind: 'facts', facts: requestFacts(request, language) }, ...messageBlocks(request)],
  });
}

/** The text of a request as one piece, for lists. */
export function supportText(request: SupportRequestInput, language: StaffLanguage): string {
  return [...requestFacts(request, language).map(({ label, value }) => `${label}: ${value}`), ...('message' in request && request.message ? [request.message] : [])].join('\n');
}

function requestFacts(request: SupportRequestInput, language: StaffLanguage): Fact[] {
  const say = texts[language];
  switch (request.kind) {
    case 'contact':
      return presentFacts([{ label: say.subject, value: request.subject }, { label: say.callBack, value: request.phone }]);
    case 'newPartner':
      return presentFacts([{ label: say.partner, value: request.partnerName, strong: true }, { label: say.kind, value: partnerKindLabels[request.partnerKind][language] }, { label: say.contact, value: request.contact }]);
    case 'training':
      return presentFacts([{ label: say.topic, value: request.topic, strong: true }, { label: say.people, value: String(request.people) }, { label: say.wishTimes, value: request.wishTimes }]);
  }
}

/** The operator copies the line into a terminal: nothing in a name may run there. */
function quotedForShell(text: string): string {
  return `'${singleLine(text).replaceAll("'", '’')}'`;
}

function messageBlocks(request: SupportRequestInput) {
  return request.message ? [{ kind: 'paragraph' as const, text: request.message }] : [];
}

const texts = {
  de: {
    newPartner: (name: string) => `Wir arbeiten jetzt auch mit ${name}`,
    training: (topic: string) => `Schulung: ${topic}`,
    workshop: 'Werkstatt', sender: 'Von', phone: 'Telefon der Werkstatt', subject: 'Betreff', callBack: 'Rückruf unter', partner: 'Partner', kind: 'Art', contact: 'Ansprechpartner dort',
    topic: 'Thema', people: 'Personen', wishTimes: 'Wunschzeiten',
    hello: (name: string) => `Guten Tag ${name},`,
    receiptSubject: (title: string) => `Ihre Anfrage ist da: ${title}`,
    receiptText: 'Ihre Anfrage ist bei uns angekommen. Wir melden uns bei Ihnen.',
  },
  en: {
    newPartner: (name: string) => `We now also work with ${name}`,
    training: (topic: string) => `Training: ${topic}`,
    workshop: 'Workshop', sender: 'From', phone: 'Phone of the workshop', subject: 'Subject', callBack: 'Call back at', partner: 'Partner', kind: 'Kind', contact: 'Contact there',
    topic: 'Topic', people: 'People', wishTimes: 'Wished times',
    hello: (name: string) => `Dear ${name},`,
    receiptSubject: (title: string) => `Your request has arrived: ${title}`,
    receiptText: 'Your request has arrived. We will get back to you.',
  },
};
