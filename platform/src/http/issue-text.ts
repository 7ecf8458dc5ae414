import type { StaffLanguage } from '@meldewerk/contract/language';

const fieldNames: Record<string, Record<StaffLanguage, string>> = {
  'reporter.role': { de: 'Ihre Rolle', en: 'your role' },
  'reporter.firstName': { de: 'Vorname', en: 'first name' },
  'reporter.lastName': { de: 'Nachname', en: 'last name' },
  'reporter.company': { de: 'Firma', en: 'company' },
  'reporter.phone': { de: 'Telefonnummer', en: 'phone number' },
  'reporter.email': { de: 'E-Mail-Adresse', en: 'e-mail address' },
  'reporter.street': { de: 'Straße', en: 'street' },
  'reporter.postalCode': { de: 'Postleitzahl', en: 'postal code' },
  'reporter.city': { de: 'Ort', en: 'town' },
  'vehicle.licensePlate': { de: 'Kennzeichen', en: 'licence plate' },
  'vehicle.makeModel': { de: 'Marke und Modell', en: 'make and model' },
  'vehicle.firstRegistration': { de: 'Erstzulassung', en: 'first registration' },
  'vehicle.vin': { de: 'Fahrgestellnummer (FIN)', en: 'vehicle identification number (VIN)' },
  'vehicle.hsn': { de: 'HSN', en: 'HSN' },
  'vehicle.tsn': { de: 'TSN', en: 'TSN' },
  'vehicle.odometerKm': { de: 'Kilometerstand', en: 'mileage' },
  'vehicle.location': { de: 'Standort des Fahrzeugs', en: 'where the vehicle is' },
  'insurance.coverage': { de: 'Art der Versicherung', en: 'kind of cover' },
  'insurance.insurer': { de: 'Versicherung', en: 'insurer' },
  'insurance.policyNumber': { de: 'Versicherungsschein-Nr.', en: 'policy number' },
  'insurance.claimNumber': { de: 'Schadennummer', en: 'claim number' },
  privacyConsent: { de: 'Einwilligung zum Datenschutz', en: 'privacy consent' },
  'answers.incidentDate': { de: 'Tag des Schadens', en: 'day of the damage' },
  category: { de: 'Art des Schadens', en: 'kind of damage' },
  incidentDate: { de: 'Tag des Schadens', en: 'day of the damage' },
  email: { de: 'E-Mail-Adresse', en: 'e-mail address' },
  name: { de: 'Name', en: 'name' },
  'signature.typedName': { de: 'Ihr Name als Unterschrift', en: 'your name as your signature' },
  password: { de: 'Passwort (mindestens 10 Zeichen)', en: 'password (at least 10 characters)' },
};

/** Where the field's name alone does not help, by path and the code of the fault. */
const wrongPhone = {
  de: 'Diese Telefonnummer stimmt nicht. Bitte mit Vorwahl angeben, zum Beispiel 0171 2345678.',
  en: 'This phone number is not right. Please include the area code, for example +49 171 2345678.',
};
const wrongVin = {
  de: 'Diese Fahrgestellnummer stimmt nicht: Sie besteht aus Ziffern und Buchstaben ohne I, O und Q.',
  en: 'This VIN is not right: it consists of digits and letters without I, O and Q.',
};
const sentences: Record<string, Record<StaffLanguage, string>> = {
  'reporter.phone check': { de: 'Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an.', en: 'Please give a phone number or an e-mail address.' },
  'reporter.phone regex': wrongPhone,
  'reporter.phone invalid': wrongPhone,
  'reporter.phone union': wrongPhone,
  'vehicle.vin regex': wrongVin,
  'vehicle.vin union': wrongVin,
};

/** What people call a field; its path when it has no name. */
export function nameField(path: string, language: StaffLanguage): string {
  const field = fieldNames[path] ?? fieldNames[path.split('.')[0] ?? ''];
  return field?.[language] ?? path;
}

/** One sentence that names the field and what is the matter with it. */
export function describeIssue(given: string, { code, missing }: { code: string; missing: boolean }, language: StaffLanguage): string {
  // What staff prepare has the same fields, one level deeper.
  const path = given.replace(/^preparation\./, '');
  const sentence = sentences[`${path} ${code}`];
  if (sentence) return sentence[language];
  const name = nameField(path, language);
  if (language === 'de') return missing ? `Bitte ergänzen Sie: ${name}.` : `Bitte prüfen Sie: ${name}.`;
  return missing ? `Please fill in: ${name}.` : `Please check: ${name}.`;
}
