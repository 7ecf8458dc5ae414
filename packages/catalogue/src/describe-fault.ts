import type { Question } from '@meldewerk/contract/catalogue';
import type { Language, LocalizedText } from '@meldewerk/contract/language';
import { textIn } from '@meldewerk/contract/text-in';
import { maxLengthOf, type AnswerFault } from './check-answers.ts';
import { displayAnswer } from './display-answer.ts';

type Text = Required<LocalizedText>;

/** One sentence that names the question and says what to do. */
export function describeFault({ fault }: AnswerFault, question: Question, language: Language): string {
  const label = textIn(question.label, language);
  if (fault === 'missing') return describeMissing(label, language);
  const advice = fault === 'invalid' ? (invalidAdvice[question.type] ?? otherAdvice) : describeLimit(fault, question);
  return `${quoted[language](label)}: ${advice[language]}`;
}

const quoted: Record<Language, (label: string) => string> = {
  de: (label) => `„${label}“`,
  en: (label) => `“${label}”`,
  tr: (label) => `“${label}”`,
  pl: (label) => `„${label}”`,
  uk: (label) => `«${label}»`,
  ar: (label) => `«${label}»`,
};

function describeMissing(label: string, language: Language): string {
  return /[?؟]$/.test(label) ? `${pleaseAnswer[language]}: ${label}` : `${pleaseFillIn[language]}: ${label}.`;
}

const pleaseAnswer: Text = { de: 'Bitte beantworten Sie noch', en: 'Please answer', tr: 'Lütfen yanıtlayın', pl: 'Proszę jeszcze odpowiedzieć', uk: 'Дайте, будь ласка, відповідь', ar: 'يرجى الإجابة' };
const pleaseFillIn: Text = { de: 'Bitte füllen Sie noch aus', en: 'Please fill in', tr: 'Lütfen doldurun', pl: 'Proszę jeszcze wypełnić', uk: 'Заповніть, будь ласка', ar: 'يرجى تعبئة' };

function describeLimit(fault: Exclude<AnswerFault['fault'], 'missing' | 'invalid'>, question: Question): Text {
  switch (fault) {
    case 'inFuture':
      return {
        de: 'Der Tag darf nicht in der Zukunft liegen.',
        en: 'The day cannot be in the future.',
        tr: 'Gün gelecekte olamaz.',
        pl: 'Dzień nie może być w przyszłości.',
        uk: 'День не може бути в майбутньому.',
        ar: 'لا يمكن أن يكون اليوم في المستقبل.',
      };
    case 'tooLong': {
      const most = maxLengthOf(question);
      return {
        de: `Bitte kürzen Sie den Text auf höchstens ${most} Zeichen.`,
        en: `Please shorten the text to at most ${most} characters.`,
        tr: `Lütfen metni en fazla ${most} karaktere kısaltın.`,
        pl: `Proszę skrócić tekst. Najwyższa liczba znaków: ${most}.`,
        uk: `Скоротіть, будь ласка, текст. Найбільше символів: ${most}.`,
        ar: `يرجى اختصار النص. الحد الأقصى للأحرف: ${most}.`,
      };
    }
    case 'tooSmall': {
      const least = displayAnswer(question, question.min ?? 0) as Text;
      return {
        de: `Der kleinste mögliche Wert ist ${least.de}.`,
        en: `The smallest possible value is ${least.en}.`,
        tr: `En küçük olası değer: ${least.tr}.`,
        pl: `Najmniejsza możliwa wartość to ${least.pl}.`,
        uk: `Найменше можливе значення: ${least.uk}.`,
        ar: `أصغر قيمة ممكنة: ${least.ar}.`,
      };
    }
    case 'tooLarge': {
      const most = displayAnswer(question, question.max ?? 0) as Text;
      return {
        de: `Der größte mögliche Wert ist ${most.de}.`,
        en: `The largest possible value is ${most.en}.`,
        tr: `En büyük olası değer: ${most.tr}.`,
        pl: `Największa możliwa wartość to ${most.pl}.`,
        uk: `Найбільше можливе значення: ${most.uk}.`,
        ar: `أكبر قيمة ممكنة: ${most.ar}.`,
      };
    }
    case 'unknownOption':
      return otherAdvice;
  }
}

const otherAdvice: Text = {
  de: 'Bitte wählen Sie noch einmal aus.',
  en: 'Please choose again.',
  tr: 'Lütfen yeniden seçin.',
  pl: 'Proszę wybrać jeszcze raz.',
  uk: 'Виберіть, будь ласка, ще раз.',
  ar: 'يرجى الاختيار مرة أخرى.',
};

const textAdvice: Text = { de: 'Bitte geben Sie einen Text ein.', en: 'Please enter a text.', tr: 'Lütfen bir metin yazın.', pl: 'Proszę wpisać tekst.', uk: 'Введіть, будь ласка, текст.', ar: 'يرجى كتابة نص.' };

const invalidAdvice: Partial<Record<Question['type'], Text>> = {
  text: textAdvice,
  longText: textAdvice,
  place: { de: 'Bitte geben Sie einen Ort ein.', en: 'Please enter a place.', tr: 'Lütfen bir yer yazın.', pl: 'Proszę podać miejsce.', uk: 'Введіть, будь ласка, місце.', ar: 'يرجى كتابة المكان.' },
  number: { de: 'Bitte geben Sie eine Zahl ein.', en: 'Please enter a number.', tr: 'Lütfen bir sayı girin.', pl: 'Proszę podać liczbę.', uk: 'Введіть, будь ласка, число.', ar: 'يرجى كتابة رقم.' },
  money: {
    de: 'Bitte geben Sie einen Betrag ein, zum Beispiel 1.200,50.',
    en: 'Please enter an amount, for example 1,200.50.',
    tr: 'Lütfen bir tutar girin, örneğin 1.200,50.',
    pl: 'Proszę podać kwotę, na przykład 1200,50.',
    uk: 'Введіть, будь ласка, суму, наприклад 1200,50.',
    ar: 'يرجى كتابة مبلغ، مثلاً 1200,50.',
  },
  date: {
    de: 'Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.',
    en: 'There is no such day. Please check the date.',
    tr: 'Böyle bir gün yok. Lütfen tarihi kontrol edin.',
    pl: 'Nie ma takiego dnia. Proszę sprawdzić datę.',
    uk: 'Такого дня немає. Перевірте, будь ласка, дату.',
    ar: 'لا يوجد يوم كهذا. يرجى التحقق من التاريخ.',
  },
  time: {
    de: 'Bitte geben Sie die Uhrzeit so ein: 14:30.',
    en: 'Please enter the time like this: 14:30.',
    tr: 'Lütfen saati şöyle yazın: 14:30.',
    pl: 'Proszę podać godzinę tak: 14:30.',
    uk: 'Введіть час так: 14:30.',
    ar: 'يرجى كتابة الوقت هكذا: 14:30.',
  },
  phone: {
    de: 'Bitte prüfen Sie die Telefonnummer, zum Beispiel 0171 2345678.',
    en: 'Please check the phone number, for example +49 171 2345678.',
    tr: 'Lütfen telefon numarasını kontrol edin, örneğin 0171 2345678.',
    pl: 'Proszę sprawdzić numer telefonu, na przykład 0171 2345678.',
    uk: 'Перевірте, будь ласка, номер телефону, наприклад 0171 2345678.',
    ar: 'يرجى التحقق من رقم الهاتف، مثلاً \u20680171 2345678\u2069.',
  },
  email: {
    de: 'Bitte prüfen Sie die E-Mail-Adresse.',
    en: 'Please check the e-mail address.',
    tr: 'Lütfen e-posta adresini kontrol edin.',
    pl: 'Proszę sprawdzić adres e-mail.',
    uk: 'Перевірте, будь ласка, адресу e-mail.',
    ar: 'يرجى التحقق من البريد الإلكتروني.',
  },
  plate: {
    de: 'Bitte prüfen Sie das Kennzeichen.',
    en: 'Please check the licence plate.',
    tr: 'Lütfen plakayı kontrol edin.',
    pl: 'Proszę sprawdzić numer rejestracyjny.',
    uk: 'Перевірте, будь ласка, номерний знак.',
    ar: 'يرجى التحقق من رقم اللوحة.',
  },
  vin: {
    de: 'Bitte prüfen Sie die Fahrgestellnummer: höchstens 17 Zeichen, kein I, O oder Q.',
    en: 'Please check the VIN: at most 17 characters, no I, O or Q.',
    tr: 'Lütfen şasi numarasını kontrol edin: en fazla 17 karakter, I, O veya Q olmadan.',
    pl: 'Proszę sprawdzić numer VIN: najwyżej 17 znaków, bez I, O lub Q.',
    uk: 'Перевірте VIN-код: щонайбільше 17 символів, без I, O та Q.',
    ar: 'يرجى التحقق من رقم الهيكل: 17 خانة على الأكثر، بدون I أو O أو Q.',
  },
};
