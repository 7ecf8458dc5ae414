import type { Language, LocalizedText } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';

const fieldNames: Record<string, LocalizedText> = {
  'reporter.role': { de: 'Ihre Rolle', en: 'your role', tr: 'sıfatınız', pl: 'Państwa rola', uk: 'ваша роль', ar: 'صفتك' },
  'reporter.firstName': { de: 'Vorname', en: 'first name', tr: 'ad', pl: 'imię', uk: 'ім’я', ar: 'الاسم الأول' },
  'reporter.lastName': { de: 'Nachname', en: 'last name', tr: 'soyadı', pl: 'nazwisko', uk: 'прізвище', ar: 'اسم العائلة' },
  'reporter.company': { de: 'Firma', en: 'company', tr: 'firma', pl: 'firma', uk: 'компанія', ar: 'الشركة' },
  'reporter.phone': { de: 'Telefonnummer', en: 'phone number', tr: 'telefon numarası', pl: 'numer telefonu', uk: 'номер телефону', ar: 'رقم الهاتف' },
  'reporter.email': { de: 'E-Mail-Adresse', en: 'e-mail address', tr: 'e-posta adresi', pl: 'adres e-mail', uk: 'адреса e-mail', ar: 'البريد الإلكتروني' },
  'reporter.street': { de: 'Straße', en: 'street', tr: 'sokak', pl: 'ulica', uk: 'вулиця', ar: 'الشارع' },
  'reporter.postalCode': { de: 'Postleitzahl', en: 'postal code', tr: 'posta kodu', pl: 'kod pocztowy', uk: 'поштовий індекс', ar: 'الرمز البريدي' },
  'reporter.city': { de: 'Ort', en: 'town', tr: 'şehir', pl: 'miejscowość', uk: 'місто', ar: 'المدينة' },
  'vehicle.licensePlate': { de: 'Kennzeichen', en: 'licence plate', tr: 'plaka', pl: 'numer rejestracyjny', uk: 'номерний знак', ar: 'رقم اللوحة' },
  'vehicle.makeModel': { de: 'Marke und Modell', en: 'make and model', tr: 'marka ve model', pl: 'marka i model', uk: 'марка і модель', ar: 'الماركة والموديل' },
  'vehicle.firstRegistration': { de: 'Erstzulassung', en: 'first registration', tr: 'ilk tescil tarihi', pl: 'pierwsza rejestracja', uk: 'перша реєстрація', ar: 'أول تسجيل' },
  'vehicle.vin': { de: 'Fahrgestellnummer (FIN)', en: 'vehicle identification number (VIN)', tr: 'şasi numarası (FIN)', pl: 'numer VIN (FIN)', uk: 'VIN-код (FIN)', ar: 'رقم الهيكل (FIN)' },
  'vehicle.hsn': { de: 'HSN', en: 'HSN', tr: 'HSN', pl: 'HSN', uk: 'HSN', ar: 'HSN' },
  'vehicle.tsn': { de: 'TSN', en: 'TSN', tr: 'TSN', pl: 'TSN', uk: 'TSN', ar: 'TSN' },
  'vehicle.odometerKm': { de: 'Kilometerstand', en: 'mileage', tr: 'kilometre', pl: 'przebieg', uk: 'пробіг', ar: 'عداد الكيلومترات' },
  'vehicle.location': { de: 'Standort des Fahrzeugs', en: 'where the vehicle is', tr: 'aracın yeri', pl: 'miejsce postoju pojazdu', uk: 'де авто', ar: 'مكان السيارة' },
  'insurance.coverage': { de: 'Art der Versicherung', en: 'kind of cover', tr: 'sigorta türü', pl: 'rodzaj ubezpieczenia', uk: 'вид страхування', ar: 'نوع التأمين' },
  'insurance.insurer': { de: 'Versicherung', en: 'insurer', tr: 'sigorta şirketi', pl: 'ubezpieczyciel', uk: 'страхова компанія', ar: 'شركة التأمين' },
  'insurance.policyNumber': { de: 'Versicherungsschein-Nr.', en: 'policy number', tr: 'poliçe numarası', pl: 'numer polisy', uk: 'номер поліса', ar: 'رقم وثيقة التأمين' },
  'insurance.claimNumber': { de: 'Schadennummer', en: 'claim number', tr: 'hasar numarası', pl: 'numer szkody', uk: 'номер страхової справи', ar: 'رقم الحادث لدى التأمين' },
  privacyConsent: { de: 'Einwilligung zum Datenschutz', en: 'privacy consent', tr: 'gizlilik onayı', pl: 'zgoda na ochronę danych', uk: 'згода щодо захисту даних', ar: 'الموافقة على حماية البيانات' },
  'answers.incidentDate': { de: 'Tag des Schadens', en: 'day of the damage', tr: 'hasar günü', pl: 'dzień szkody', uk: 'день пошкодження', ar: 'يوم الضرر' },
  category: { de: 'Art des Schadens', en: 'kind of damage', tr: 'hasar türü', pl: 'rodzaj szkody', uk: 'вид пошкодження', ar: 'نوع الضرر' },
  incidentDate: { de: 'Tag des Schadens', en: 'day of the damage', tr: 'hasar günü', pl: 'dzień szkody', uk: 'день пошкодження', ar: 'يوم الضرر' },
  email: { de: 'E-Mail-Adresse', en: 'e-mail address', tr: 'e-posta adresi', pl: 'adres e-mail', uk: 'адреса e-mail', ar: 'البريد الإلكتروني' },
  name: { de: 'Name', en: 'name', tr: 'ad', pl: 'imię i nazwisko', uk: 'ім’я', ar: 'الاسم' },
  'signature.typedName': { de: 'Ihr Name als Unterschrift', en: 'your name as your signature', tr: 'imza olarak adınız', pl: 'imię i nazwisko jako podpis', uk: 'ваше ім’я як підпис', ar: 'اسمك كتوقيع' },
  company: { de: 'Firma', en: 'company' },
  'address.street': { de: 'Straße und Hausnummer', en: 'street' },
  'address.postalCode': { de: 'Postleitzahl', en: 'postal code' },
  'address.city': { de: 'Ort', en: 'town' },
  'address.country': { de: 'Land', en: 'country' },
  itemPriceId: { de: 'Tarif', en: 'plan' },
  quantity: { de: 'Anzahl', en: 'quantity' },
  code: { de: 'Code', en: 'code' },
  password: { de: 'Passwort (mindestens 10 Zeichen)', en: 'password (at least 10 characters)' },
};

/** Where the field's name alone does not help, by path and the code of the fault. */
const wrongPhone = {
  de: 'Diese Telefonnummer stimmt nicht. Bitte mit Vorwahl angeben, zum Beispiel 0171 2345678.',
  en: 'This phone number is not right. Please include the area code, for example +49 171 2345678.',
  tr: 'Bu telefon numarası doğru değil. Lütfen alan koduyla yazın, örneğin 0171 2345678.',
  pl: 'Ten numer telefonu jest błędny. Proszę podać go z kierunkowym, na przykład 0171 2345678.',
  uk: 'Цей номер телефону неправильний. Вкажіть його з кодом, наприклад 0171 2345678.',
  ar: 'رقم الهاتف هذا غير صحيح. يرجى كتابته مع الرمز، مثلاً \u20680171 2345678\u2069.',
};
const wrongVin = {
  de: 'Diese Fahrgestellnummer stimmt nicht: Sie besteht aus Ziffern und Buchstaben ohne I, O und Q.',
  en: 'This VIN is not right: it consists of digits and letters without I, O and Q.',
  tr: 'Bu şasi numarası doğru değil: I, O ve Q dışında rakam ve harflerden oluşur.',
  pl: 'Ten numer VIN jest błędny: składa się z cyfr i liter bez I, O i Q.',
  uk: 'Цей VIN-код неправильний: він складається з цифр і літер без I, O та Q.',
  ar: 'رقم الهيكل هذا غير صحيح: يتكون من أرقام وأحرف بدون I وO وQ.',
};
const wrongVatNumber = {
  de: 'Diese Umsatzsteuer-ID stimmt nicht. Bitte mit Ländercode angeben, zum Beispiel DE136695976.',
  en: 'This VAT number is not right. Please include the country code, for example DE136695976.',
};
const sentences: Record<string, LocalizedText> = {
  'reporter.phone check': { de: 'Bitte geben Sie eine Telefonnummer oder eine E-Mail-Adresse an.', en: 'Please give a phone number or an e-mail address.', tr: 'Lütfen bir telefon numarası veya e-posta adresi verin.', pl: 'Proszę podać numer telefonu lub adres e-mail.', uk: 'Вкажіть, будь ласка, телефон або e-mail.', ar: 'يرجى كتابة رقم هاتف أو بريد إلكتروني.' },
  'reporter.phone regex': wrongPhone,
  'reporter.phone invalid': wrongPhone,
  'reporter.phone union': wrongPhone,
  // None of several forms fits, so no one field is to blame.
  ' union': { de: 'Bitte prüfen Sie Ihre Angaben.', en: 'Please check what you have entered.' },
  'vatNumber invalid': wrongVatNumber,
  'vatNumber regex': wrongVatNumber,
  'vehicle.vin regex': wrongVin,
  'vehicle.vin union': wrongVin,
};

/** What people call a field; its path when it has no name. */
export function nameField(path: string, language: Language): string {
  const field = fieldNames[path] ?? fieldNames[path.split('.')[0] ?? ''];
  return field ? textIn(field, language) : path;
}

/** One sentence that names the field and what is the matter with it. */
export function describeIssue(given: string, { code, missing }: { code: string; missing: boolean }, language: Language): string {
  // What staff prepare has the same fields, one level deeper.
  const path = given.replace(/^preparation\./, '');
  const sentence = sentences[`${path} ${code}`];
  if (sentence) return textIn(sentence, language);
  const name = nameField(path, language);
  const { add, check } = requests[language];
  return `${missing ? add : check}: ${name}.`;
}

const requests: Record<Language, { add: string; check: string }> = {
  de: { add: 'Bitte ergänzen Sie', check: 'Bitte prüfen Sie' },
  en: { add: 'Please fill in', check: 'Please check' },
  tr: { add: 'Lütfen tamamlayın', check: 'Lütfen kontrol edin' },
  pl: { add: 'Proszę uzupełnić', check: 'Proszę sprawdzić' },
  uk: { add: 'Доповніть, будь ласка', check: 'Перевірте, будь ласка' },
  ar: { add: 'يرجى إكمال', check: 'يرجى التحقق من' },
};
