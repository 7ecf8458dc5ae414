import { defaultReminderSettings } from '@meldewerk/contract/reminder';
import { defaultAppointmentSettings } from '@meldewerk/contract/appointment';
import { defaultRules } from '@meldewerk/contract/rule';
import { defaultWorkflow } from '@meldewerk/contract/workflow';
import type { TenantSettings } from './settings.ts';

const workday = [{ from: '07:30', to: '17:00' }];

/** What a new workshop starts with until it says otherwise. The privacy text is a starting point, not legal advice, and says so. */
export function defaultSettings(name: string, contact: Pick<TenantSettings, 'address' | 'phone' | 'email'>): TenantSettings {
  return {
    name,
    ...contact,
    logo: null,
    colors: { brand: '#0f4c81', accent: '#f2a900' },
    towingPhone: null,
    languages: ['de', 'en', 'tr', 'pl', 'uk', 'ar'],
    timeZone: 'Europe/Berlin',
    openingHours: {
      monday: workday, tuesday: workday, wednesday: workday, thursday: workday,
      friday: [{ from: '07:30', to: '15:00' }], saturday: [], sunday: [],
    },
    referencePrefix: 'SM',
    widgetOrigins: null,
    reminders: defaultReminderSettings,
    workflow: defaultWorkflow,
    rules: defaultRules,
    ksrColumns: null,
    appointments: defaultAppointmentSettings,
    privacyNotice: {
      version: 1,
      text: {
        de: `Ich willige ein, dass ${name} meine Angaben und Fotos verarbeitet, um meine Schadenmeldung zu bearbeiten und mich dazu zu kontaktieren. Die Daten werden nicht für Werbung verwendet. Ich kann die Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen. (Mustertext: bitte durch den Text des Betriebs ersetzen.)`,
        en: `I agree that ${name} processes my details and photos in order to handle my damage report and to contact me about it. The data is not used for advertising. I can withdraw this consent at any time for the future. (Sample text: to be replaced by the workshop's own.)`,
        tr: `${name} işletmesinin hasar bildirimimi işlemek ve bu konuda bana ulaşmak için bilgilerimi ve fotoğraflarımı kullanmasını kabul ediyorum. Veriler reklam için kullanılmaz. Bu onayı istediğim zaman ileriye dönük olarak geri alabilirim. (Örnek metin: işletmenin kendi metniyle değiştirilecektir.)`,
        pl: `Zgadzam się, aby ${name} przetwarzał moje dane i zdjęcia w celu obsługi mojego zgłoszenia szkody i kontaktu w tej sprawie. Dane nie są używane do reklamy. Zgodę mogę w każdej chwili wycofać ze skutkiem na przyszłość. (Tekst wzorcowy: do zastąpienia tekstem warsztatu.)`,
        uk: `Я погоджуюся, щоб ${name} обробляла мої дані та фото для опрацювання моєї заявки та зв’язку зі мною. Дані не використовуються для реклами. Я можу будь-коли відкликати цю згоду на майбутнє. (Зразок тексту: замінити власним текстом майстерні.)`,
        ar: `أوافق على أن تعالج \u2068${name}\u2069 بياناتي وصوري لمعالجة بلاغي والتواصل معي بشأنه. لا تُستخدم البيانات للإعلان. يمكنني سحب هذه الموافقة في أي وقت للمستقبل. (نص نموذجي: يُستبدل بنص الورشة.)`,
      },
    },
  };
}
