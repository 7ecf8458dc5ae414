import type { LocalizedText } from './language.ts';
import type { PartnerKind } from './partner.ts';
import type { ReportDetail } from './report.ts';

type Reporter = ReportDetail['reporter'];
type Vehicle = ReportDetail['vehicle'];

/** How mails and portal name what a report holds as a code. The widget asks in the customer's own voice ("Meine Vollkasko"). */
export const roleLabels: Record<NonNullable<Reporter['role']>, LocalizedText> = {
  keeper: { de: 'Halter', en: 'Keeper', tr: 'Araç sahibi (Halter)', pl: 'Posiadacz pojazdu (Halter)', uk: 'Власник авто (Halter)', ar: 'مالك السيارة (Halter)' },
  driver: { de: 'Fahrer', en: 'Driver', tr: 'Sürücü', pl: 'Kierowca', uk: 'Водій', ar: 'السائق' },
  policyholder: { de: 'Versicherungsnehmer', en: 'Policyholder', tr: 'Sigortalı', pl: 'Ubezpieczający', uk: 'Страхувальник', ar: 'صاحب وثيقة التأمين' },
  fleet: { de: 'Fuhrpark', en: 'Fleet', tr: 'Filo', pl: 'Flota', uk: 'Автопарк', ar: 'أسطول سيارات' },
  other: { de: 'Andere Person', en: 'Another person', tr: 'Başka biri', pl: 'Inna osoba', uk: 'Інша людина', ar: 'شخص آخر' },
};

export const channelLabels: Record<NonNullable<Reporter['preferredChannel']>, LocalizedText> = {
  sms: { de: 'SMS', en: 'Text message', tr: 'SMS', pl: 'SMS', uk: 'SMS', ar: 'رسالة SMS' },
  email: { de: 'E-Mail', en: 'E-mail', tr: 'E-posta', pl: 'E-mail', uk: 'E-mail', ar: 'البريد الإلكتروني' },
  phone: { de: 'Anruf', en: 'Call', tr: 'Arama', pl: 'Telefon', uk: 'Дзвінок', ar: 'مكالمة' },
};

export const vehicleTypeLabels: Record<NonNullable<Vehicle['type']>, LocalizedText> = {
  car: { de: 'Pkw', en: 'Car', tr: 'Otomobil', pl: 'Samochód osobowy', uk: 'Легкове авто', ar: 'سيارة' },
  estate: { de: 'Kombi / SUV', en: 'Estate / SUV', tr: 'Station wagon / SUV', pl: 'Kombi / SUV', uk: 'Універсал / SUV', ar: 'ستيشن / SUV' },
  van: { de: 'Transporter', en: 'Van', tr: 'Panelvan', pl: 'Samochód dostawczy', uk: 'Мікроавтобус', ar: 'فان' },
  motorcycle: { de: 'Motorrad', en: 'Motorcycle', tr: 'Motosiklet', pl: 'Motocykl', uk: 'Мотоцикл', ar: 'دراجة نارية' },
  trailer: { de: 'Anhänger', en: 'Trailer', tr: 'Römork', pl: 'Przyczepa', uk: 'Причіп', ar: 'مقطورة' },
};

export const driveTypeLabels: Record<NonNullable<Vehicle['driveType']>, LocalizedText> = {
  petrol: { de: 'Benzin', en: 'Petrol', tr: 'Benzin', pl: 'Benzyna', uk: 'Бензин', ar: 'بنزين' },
  diesel: { de: 'Diesel', en: 'Diesel', tr: 'Dizel', pl: 'Diesel', uk: 'Дизель', ar: 'ديزل' },
  electric: { de: 'Elektro', en: 'Electric', tr: 'Elektrik', pl: 'Elektryczny', uk: 'Електро', ar: 'كهرباء' },
  hybrid: { de: 'Hybrid', en: 'Hybrid', tr: 'Hibrit', pl: 'Hybryda', uk: 'Гібрид', ar: 'هجين' },
  gas: { de: 'Gas', en: 'Gas', tr: 'Gaz', pl: 'Gaz', uk: 'Газ', ar: 'غاز' },
  unknown: { de: 'Nicht bekannt', en: 'Not known', tr: 'Bilinmiyor', pl: 'Nieznany', uk: 'Невідомо', ar: 'غير معروف' },
};

export const coverageLabels: Record<ReportDetail['insurance']['coverage'], LocalizedText> = {
  thirdPartyLiability: { de: 'Haftpflicht der Gegenseite', en: 'Other party’s liability', tr: 'Karşı tarafın trafik sigortası (Haftpflicht)', pl: 'OC drugiej strony (Haftpflicht)', uk: 'Автоцивілка іншої сторони (Haftpflicht)', ar: 'تأمين الطرف الآخر ضد الغير (Haftpflicht)' },
  fullyComprehensive: { de: 'Vollkasko', en: 'Fully comprehensive', tr: 'Tam kasko (Vollkasko)', pl: 'Pełne AC (Vollkasko)', uk: 'Повне каско (Vollkasko)', ar: 'تأمين شامل (Vollkasko)' },
  partialCover: { de: 'Teilkasko', en: 'Partial cover', tr: 'Kısmi kasko (Teilkasko)', pl: 'Częściowe AC (Teilkasko)', uk: 'Часткове каско (Teilkasko)', ar: 'تأمين جزئي (Teilkasko)' },
  selfPay: { de: 'Selbstzahler', en: 'Paid by the customer', tr: 'Kendisi ödüyor', pl: 'Płatność własna', uk: 'Платить сам клієнт', ar: 'على حساب العميل' },
  unknown: { de: 'Noch unklar', en: 'Not yet clear', tr: 'Henüz belli değil', pl: 'Jeszcze nie wiadomo', uk: 'Ще невідомо', ar: 'غير محدد بعد' },
};

export const partnerKindLabels: Record<PartnerKind, LocalizedText> = {
  steering: { de: 'Schadensteuerer', en: 'Claims steering partner', tr: 'Hasar yönetim şirketi', pl: 'Firma likwidacji szkód', uk: 'Компанія з врегулювання збитків', ar: 'شركة إدارة الأضرار' },
  leasing: { de: 'Leasinggesellschaft', en: 'Leasing company', tr: 'Leasing şirketi', pl: 'Firma leasingowa', uk: 'Лізингова компанія', ar: 'شركة التأجير (Leasing)' },
  insurer: { de: 'Versicherer', en: 'Insurer', tr: 'Sigorta şirketi', pl: 'Ubezpieczyciel', uk: 'Страхова компанія', ar: 'شركة التأمين' },
  fleet: { de: 'Fuhrpark', en: 'Fleet', tr: 'Filo', pl: 'Flota', uk: 'Автопарк', ar: 'أسطول سيارات' },
  broker: { de: 'Makler', en: 'Broker', tr: 'Sigorta acentesi', pl: 'Broker', uk: 'Брокер', ar: 'وسيط' },
};
