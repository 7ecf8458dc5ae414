import type { Delivery } from '@meldewerk/contract/delivery';
import type { LocalizedText } from '@meldewerk/contract/language';
import type { WriteSection } from '../section.ts';

const targets: Record<Delivery['target'], LocalizedText> = {
  staffEmail: { de: 'E-Mail an die Werkstatt', en: 'E-mail to the workshop' },
  customerEmail: { de: 'E-Mail an den Kunden', en: 'E-mail to the customer' },
  customerSms: { de: 'SMS an den Kunden', en: 'Text message to the customer' },
  partnerEmail: { de: 'E-Mail an den Partner', en: 'E-mail to the partner' },
  operatorEmail: { de: 'E-Mail an den Betreiber', en: 'E-mail to the operator' },
  accountHolderEmail: { de: 'E-Mail an die Buchhaltung', en: 'E-mail to accounting' },
};
const states: Record<Delivery['state'], LocalizedText> = { waiting: { de: 'wartet', en: 'waiting' }, sending: { de: 'wird gesendet', en: 'being sent' }, sent: { de: 'gesendet', en: 'sent' }, failed: { de: 'fehlgeschlagen', en: 'failed' } };
const arrivals: Record<NonNullable<Delivery['arrival']>, LocalizedText> = { delivered: { de: 'angekommen', en: 'arrived' }, undelivered: { de: 'nicht angekommen', en: 'not arrived' }, bounced: { de: 'unzustellbar', en: 'bounced' }, complained: { de: 'als Spam gemeldet', en: 'reported as spam' } };

/** What left the house about it, to whom, and what became of it. The words themselves may hold links that open the case, so they stay out. */
export const writeDeliveries: WriteSection = ({ report: { deliveries } }) => {
  if (deliveries.length === 0) return null;
  return {
    title: { de: 'Versendetes', en: 'What was sent' },
    parts: [{
      kind: 'table',
      columns: [
        { label: { de: 'Zeit', en: 'Time' }, share: 0.2 }, { label: { de: 'Weg', en: 'Way' }, share: 0.2 }, { label: { de: 'Empfänger', en: 'Recipient' }, share: 0.24 },
        { label: { de: 'Betreff', en: 'Subject' }, share: 0.22 }, { label: { de: 'Stand', en: 'State' }, share: 0.14 },
      ],
      rows: deliveries.map(({ target, recipientDisplay, subject, state, arrival, sentAt, createdAt }) => [
        { instant: sentAt ?? createdAt }, targets[target], recipientDisplay, subject, arrival ? arrivals[arrival] : states[state],
      ]),
    }],
  };
};
