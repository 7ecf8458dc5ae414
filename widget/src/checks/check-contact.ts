import { msg } from '@lit/localize';
import type { TypedFields } from '../draft.ts';
import type { Fault } from '../flow.ts';

/** What keeps the contact from being sent. Phone and e-mail are looked at kindly: the server judges. */
export function checkContact(reporter: TypedFields, consentGiven: boolean): Fault[] {
  const text = (field: string) => String(reporter[field] ?? '').trim();
  const faults: Fault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message });
  if (!text('role')) fault('reporter.role', msg('Bitte sagen Sie uns, wer Sie sind: Halter, Fahrer oder jemand anderes.', { id: 'contact.roleMissing' }));
  if (!text('firstName')) fault('reporter.firstName', msg('Bitte geben Sie Ihren Vornamen an.', { id: 'contact.firstNameMissing' }));
  if (!text('lastName')) fault('reporter.lastName', msg('Bitte geben Sie Ihren Nachnamen an.', { id: 'contact.lastNameMissing' }));
  if (!text('phone') && !text('email')) {
    fault('reporter.phone', msg('Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an, damit die Werkstatt Sie erreicht.', { id: 'contact.reachMissing' }));
  }
  if (!/^([+0][0-9 ()/.-]{5,24})?$/.test(text('phone'))) {
    fault('reporter.phone', msg('Bitte prüfen Sie die Telefonnummer. Sie beginnt mit 0 oder +, zum Beispiel 0171 2345678.', { id: 'contact.phoneInvalid' }));
  }
  if (!/^([^\s@]+@[^\s@]+\.[^\s@.]{2,})?$/.test(text('email'))) {
    fault('reporter.email', msg('Bitte prüfen Sie die E-Mail-Adresse, zum Beispiel name@beispiel.de.', { id: 'contact.emailInvalid' }));
  }
  if (!consentGiven) fault('privacyConsent', msg('Bitte stimmen Sie dem Datenschutzhinweis zu, sonst dürfen wir Ihre Meldung nicht annehmen.', { id: 'contact.consentMissing' }));
  return faults;
}
