import type { StaffLanguage } from '@meldewerk/contract/language';
import { composeMail, type ComposedMail } from './compose-mail.ts';
import type { Workshop } from './workshop.ts';

type ItemsComplete = { language: StaffLanguage; workshop: Workshop; reference: string; licensePlate: string; customerName: string; items: string[]; reportUrl: string };

/** To who has the report: the customer has given everything that was asked for. What exactly they gave is behind the sign-in. */
export function itemsCompleteMail({ language, workshop, reference, licensePlate, customerName, items, reportUrl }: ItemsComplete): ComposedMail {
  const say = texts[language];
  return composeMail({
    language,
    workshop,
    subject: `${say.subject} ${reference}: ${licensePlate}`,
    preview: say.lead(customerName),
    blocks: [
      { kind: 'paragraph', text: say.lead(customerName) },
      { kind: 'facts', facts: [{ label: say.reference, value: reference, strong: true }, { label: say.licensePlate, value: licensePlate, strong: true }, { label: say.given, value: items.join('\n') }] },
      { kind: 'button', label: say.open, url: reportUrl },
    ],
  });
}

const texts = {
  de: {
    subject: 'Vollständig:',
    lead: (customer: string) => `${customer} hat alles nachgereicht, was angefordert war. Die Meldung ist vollständig.`,
    reference: 'Vorgangsnummer',
    licensePlate: 'Kennzeichen',
    given: 'Nachgereicht',
    open: 'Meldung öffnen',
  },
  en: {
    subject: 'Complete:',
    lead: (customer: string) => `${customer} has given everything that was asked for. The report is complete.`,
    reference: 'Reference',
    licensePlate: 'Licence plate',
    given: 'Handed in',
    open: 'Open the report',
  },
} satisfies Record<StaffLanguage, unknown>;
