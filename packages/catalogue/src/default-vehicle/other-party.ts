import type { Condition, Question } from '@meldewerk/contract/catalogue';
import { ask, text } from './ask.ts';

/** What a workshop and an insurer want to know of whoever else was involved; nothing of it is needed at the roadside. */
export function otherPartyQuestions(when: Condition): Question[] {
  return [
    ask('otherPartyPlate', 'plate', 'Kennzeichen des anderen Fahrzeugs', 'Licence plate of the other vehicle', {
      when,
      help: text('Das Kennzeichen ist die wichtigste Angabe.', 'The plate is what matters most.'),
    }),
    ask('otherPartyName', 'text', 'Name des anderen Beteiligten', 'Name of the other party', { when, maxLength: 120 }),
    ask('otherPartyPhone', 'phone', 'Telefonnummer des anderen Beteiligten', 'Phone number of the other party', { when }),
    ask('otherPartyAddress', 'text', 'Anschrift des anderen Beteiligten', 'Address of the other party', { when, maxLength: 200 }),
    ask('otherPartyInsurer', 'text', 'Versicherung des anderen Beteiligten', 'Insurer of the other party', { when, maxLength: 120 }),
    ask('otherPartyPolicyNumber', 'text', 'Nummer des Versicherungsscheins oder der Grünen Karte', 'Policy or green card number', { when, maxLength: 60 }),
    ask('otherPartyAdmitsFault', 'yesNo', 'Gibt der andere Beteiligte die Schuld zu?', 'Does the other party admit fault?', { when }),
  ];
}
