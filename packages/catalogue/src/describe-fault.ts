import type { Question } from '@meldewerk/contract/catalogue';
import type { StaffLanguage, LocalizedText } from '@meldewerk/contract/language';
import { maxLengthOf, type AnswerFault } from './check-answers.ts';
import { displayAnswer } from './display-answer.ts';

/** One sentence that names the question and says what to do. */
export function describeFault({ fault }: AnswerFault, question: Question, language: StaffLanguage): string {
  if (fault === 'missing') return describeMissing(question.label[language], language);
  const advice = fault === 'invalid' ? (invalidAdvice[question.type] ?? otherAdvice) : describeLimit(fault, question);
  return language === 'de' ? `„${question.label.de}“: ${advice.de}` : `“${question.label.en}”: ${advice.en}`;
}

function describeMissing(label: string, language: StaffLanguage): string {
  if (label.endsWith('?')) return language === 'de' ? `Bitte beantworten Sie noch: ${label}` : `Please answer: ${label}`;
  return language === 'de' ? `Bitte füllen Sie noch aus: ${label}.` : `Please fill in: ${label}.`;
}

function describeLimit(fault: Exclude<AnswerFault['fault'], 'missing' | 'invalid'>, question: Question): LocalizedText {
  switch (fault) {
    case 'inFuture':
      return { de: 'Der Tag darf nicht in der Zukunft liegen.', en: 'The day cannot be in the future.' };
    case 'tooLong':
      return {
        de: `Bitte kürzen Sie den Text auf höchstens ${maxLengthOf(question)} Zeichen.`,
        en: `Please shorten the text to at most ${maxLengthOf(question)} characters.`,
      };
    case 'tooSmall': {
      const least = displayAnswer(question, question.min ?? 0);
      return { de: `Der kleinste mögliche Wert ist ${least.de}.`, en: `The smallest possible value is ${least.en}.` };
    }
    case 'tooLarge': {
      const most = displayAnswer(question, question.max ?? 0);
      return { de: `Der größte mögliche Wert ist ${most.de}.`, en: `The largest possible value is ${most.en}.` };
    }
    case 'unknownOption':
      return otherAdvice;
  }
}

const otherAdvice: LocalizedText = { de: 'Bitte wählen Sie noch einmal aus.', en: 'Please choose again.' };

const invalidAdvice: Partial<Record<Question['type'], LocalizedText>> = {
  text: { de: 'Bitte geben Sie einen Text ein.', en: 'Please enter a text.' },
  longText: { de: 'Bitte geben Sie einen Text ein.', en: 'Please enter a text.' },
  place: { de: 'Bitte geben Sie einen Ort ein.', en: 'Please enter a place.' },
  number: { de: 'Bitte geben Sie eine Zahl ein.', en: 'Please enter a number.' },
  money: { de: 'Bitte geben Sie einen Betrag ein, zum Beispiel 1.200,50.', en: 'Please enter an amount, for example 1,200.50.' },
  date: { de: 'Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.', en: 'There is no such day. Please check the date.' },
  time: { de: 'Bitte geben Sie die Uhrzeit so ein: 14:30.', en: 'Please enter the time like this: 14:30.' },
  phone: { de: 'Bitte prüfen Sie die Telefonnummer, zum Beispiel 0171 2345678.', en: 'Please check the phone number, for example +49 171 2345678.' },
  email: { de: 'Bitte prüfen Sie die E-Mail-Adresse.', en: 'Please check the e-mail address.' },
  plate: { de: 'Bitte prüfen Sie das Kennzeichen.', en: 'Please check the licence plate.' },
  vin: {
    de: 'Bitte prüfen Sie die Fahrgestellnummer: höchstens 17 Zeichen, kein I, O oder Q.',
    en: 'Please check the VIN: at most 17 characters, no I, O or Q.',
  },
};
