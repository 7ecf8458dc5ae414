import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Issue } from '@meldewerk/contract/problem';
import type { RowIssue } from './check-rows.ts';

const phoneWrong = { de: 'Die Handynummer ist nicht gültig. Bitte mit Vorwahl, zum Beispiel 0171 2345678.', en: 'The mobile number is not valid. Please include the area code, for example +49 171 2345678.' };
const noSms = { de: 'An diese Nummer lässt sich keine SMS senden, und eine E-Mail-Adresse fehlt.', en: 'No SMS can be sent to this number, and there is no e-mail address.' };

/** By field and code; a field alone stands for whatever else is wrong with it. */
const texts: Record<string, Record<StaffLanguage, string>> = {
  'phone check': { de: 'Handynummer und E-Mail-Adresse fehlen beide.', en: 'Both mobile number and e-mail address are missing.' },
  'phone landline': { de: 'Das ist eine Festnetznummer, dort kommt keine SMS an, und eine E-Mail-Adresse fehlt.', en: 'This is a landline, where no SMS arrives, and there is no e-mail address.' },
  'phone unservedCountry': { de: 'In dieses Land senden wir keine SMS, und eine E-Mail-Adresse fehlt.', en: 'We send no SMS to this country, and there is no e-mail address.' },
  'phone unknown': noSms,
  'phone optedOut': { de: 'Von dieser Nummer kam STOP: Dorthin geht keine SMS mehr, und eine E-Mail-Adresse fehlt.', en: 'STOP came from this number: no SMS goes there any more, and there is no e-mail address.' },
  phone: phoneWrong,
  email: { de: 'Die E-Mail-Adresse ist nicht gültig.', en: 'The e-mail address is not valid.' },
  vin: { de: 'Die Fahrgestellnummer (FIN) stimmt nicht: Ziffern und Buchstaben ohne I, O und Q.', en: 'The VIN is not right: digits and letters without I, O and Q.' },
  firstRegistration: { de: 'Die Erstzulassung ist kein Datum, zum Beispiel 15.03.2021.', en: 'The first registration is no date, for example 15.03.2021.' },
  category: { de: 'Diese Art von Schaden gibt es bei Ihnen nicht.', en: 'You have no such kind of damage.' },
  language: { de: 'Diese Sprache kennen wir nicht. Möglich sind Deutsch, Englisch, Türkisch, Polnisch, Ukrainisch und Arabisch.', en: 'We do not know this language. German, English, Turkish, Polish, Ukrainian and Arabic are possible.' },
};
const duplicate = { de: (row: number) => `Steht schon in Zeile ${row}.`, en: (row: number) => `Is in row ${row} already.` };
const alreadyOpen = {
  de: (reference: string) => `Für diesen Kunden und dieses Fahrzeug ist schon die Meldung ${reference} offen. Ein weiterer Link geht von dort.`,
  en: (reference: string) => `The report ${reference} is open already for this customer and vehicle. Another link can be sent from there.`,
};
const tooLong = { de: 'Eine Angabe in dieser Zeile ist zu lang.', en: 'Something in this row is too long.' };

/** One sentence that says what is the matter with a row. */
export function toIssue({ path, code, row, reference }: RowIssue, language: StaffLanguage): Issue {
  if (reference !== undefined) return { path, code, message: alreadyOpen[language](reference) };
  const text = row === undefined ? (texts[`${path} ${code}`] ?? texts[path] ?? tooLong)[language] : duplicate[language](row);
  return { path, code, message: text };
}

const tooMany = { de: 'Zu viele Nachrichten an denselben Empfänger in kurzer Zeit. Bitte später noch einmal senden.', en: 'Too many messages to the same recipient in a short time. Please send again later.' };

const stopped = { de: 'Neue Links sind gerade angehalten. Sobald die Abrechnung in Ordnung ist, senden Sie bitte noch einmal.', en: 'New links are stopped at the moment. Once billing is settled, please send again.' };

/** Why a row could not be sent although nothing was the matter with it before. */
export function failureIssue(code: string, language: StaffLanguage): Issue {
  if (code === 'tooManyRequests') return { path: '', code, message: tooMany[language] };
  if (code === 'linksStopped') return { path: '', code, message: stopped[language] };
  const known = { phoneOptedOut: 'phone optedOut', noWayToReach: 'phone unknown' }[code];
  const text = known ? texts[known]?.[language] : undefined;
  return { path: '', code, message: text ?? (language === 'de' ? 'Diese Meldung ließ sich nicht senden. Bitte legen Sie sie einzeln an.' : 'This report could not be sent. Please prepare it by itself.') };
}
