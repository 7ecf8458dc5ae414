import type { LocalizedText } from './language.ts';
import type { ItemKind, ItemReason, RequestableField } from './missing-items.ts';

/** What staff and customers call a thing of the report that is asked for once more. */
export const itemFieldLabels: Record<RequestableField, LocalizedText> = {
  licensePlate: { de: 'Kennzeichen', en: 'Licence plate', tr: 'Plaka', pl: 'Numer rejestracyjny', uk: 'Номерний знак', ar: 'رقم اللوحة' },
  makeModel: { de: 'Marke und Modell', en: 'Make and model', tr: 'Marka ve model', pl: 'Marka i model', uk: 'Марка і модель', ar: 'الماركة والموديل' },
  vin: { de: 'Fahrgestellnummer (FIN)', en: 'Vehicle identification number (VIN)', tr: 'Şasi numarası (FIN)', pl: 'Numer VIN (FIN)', uk: 'VIN-код (FIN)', ar: 'رقم الهيكل (FIN)' },
  firstRegistration: { de: 'Erstzulassung', en: 'First registration', tr: 'İlk tescil tarihi (Erstzulassung)', pl: 'Pierwsza rejestracja (Erstzulassung)', uk: 'Перша реєстрація (Erstzulassung)', ar: 'أول تسجيل (Erstzulassung)' },
  keyNumbers: { de: 'HSN und TSN', en: 'HSN and TSN', tr: 'HSN ve TSN', pl: 'HSN i TSN', uk: 'HSN і TSN', ar: 'HSN وTSN' },
  odometerKm: { de: 'Kilometerstand', en: 'Mileage', tr: 'Kilometre', pl: 'Przebieg', uk: 'Пробіг', ar: 'عداد الكيلومترات' },
  insurer: { de: 'Versicherung', en: 'Insurer', tr: 'Sigorta şirketi', pl: 'Ubezpieczyciel', uk: 'Страхова компанія', ar: 'شركة التأمين' },
  policyNumber: { de: 'Versicherungsschein-Nr.', en: 'Policy number', tr: 'Poliçe numarası (Versicherungsschein-Nr.)', pl: 'Numer polisy (Versicherungsschein-Nr.)', uk: 'Номер поліса (Versicherungsschein-Nr.)', ar: 'رقم وثيقة التأمين (Versicherungsschein-Nr.)' },
  claimNumber: { de: 'Schadennummer', en: 'Claim number', tr: 'Hasar numarası (Schadennummer)', pl: 'Numer szkody (Schadennummer)', uk: 'Номер страхової справи (Schadennummer)', ar: 'رقم الحادث لدى التأمين (Schadennummer)' },
  address: { de: 'Anschrift', en: 'Address', tr: 'Adres', pl: 'Adres', uk: 'Адреса', ar: 'العنوان' },
  phone: { de: 'Telefonnummer', en: 'Phone number', tr: 'Telefon numarası', pl: 'Numer telefonu', uk: 'Номер телефону', ar: 'رقم الهاتف' },
  email: { de: 'E-Mail-Adresse', en: 'E-mail address', tr: 'E-posta adresi', pl: 'Adres e-mail', uk: 'Адреса e-mail', ar: 'البريد الإلكتروني' },
};

/** Why something is asked for, in words for everybody. */
const reasons: Record<Exclude<ItemReason, 'other'>, LocalizedText> = {
  missing: { de: 'fehlt', en: 'missing', tr: 'eksik', pl: 'brak', uk: 'бракує', ar: 'ناقص' },
  blurred: { de: 'unscharf', en: 'blurred', tr: 'bulanık', pl: 'nieostre', uk: 'нечітко', ar: 'غير واضح' },
  dark: { de: 'zu dunkel', en: 'too dark', tr: 'çok karanlık', pl: 'za ciemne', uk: 'надто темно', ar: 'معتم جداً' },
  wrongPart: { de: 'zeigt etwas anderes', en: 'shows something else', tr: 'başka bir şey gösteriyor', pl: 'pokazuje coś innego', uk: 'показує щось інше', ar: 'يُظهر شيئاً آخر' },
  incorrect: { de: 'stimmt so nicht', en: 'not right', tr: 'doğru değil', pl: 'nie zgadza się', uk: 'неправильно', ar: 'غير صحيح' },
  unclear: { de: 'noch unklar', en: 'still unclear', tr: 'henüz belirsiz', pl: 'jeszcze niejasne', uk: 'ще незрозуміло', ar: 'غير واضح بعد' },
};

/** The reason in words; what staff wrote themselves is the note. */
export function labelOfReason(reason: ItemReason): LocalizedText {
  return reason === 'other' ? { de: 'anderer Grund', en: 'another reason', tr: 'başka neden', pl: 'inny powód', uk: 'інша причина', ar: 'سبب آخر' } : reasons[reason];
}

export const itemKindLabels: Record<ItemKind, LocalizedText> = {
  photo: { de: 'Foto', en: 'Photo', tr: 'Fotoğraf', pl: 'Zdjęcie', uk: 'Фото', ar: 'صورة' },
  field: { de: 'Angabe', en: 'Detail', tr: 'Bilgi', pl: 'Informacja', uk: 'Дані', ar: 'معلومة' },
  answer: { de: 'Antwort', en: 'Answer', tr: 'Yanıt', pl: 'Odpowiedź', uk: 'Відповідь', ar: 'جواب' },
  signature: { de: 'Unterschrift', en: 'Signature', tr: 'İmza', pl: 'Podpis', uk: 'Підпис', ar: 'توقيع' },
};
