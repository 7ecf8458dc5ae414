import type { Condition, Question } from '@meldewerk/contract/catalogue';
import type { LocalizedText } from '@meldewerk/contract/language';
import { ask, text } from './ask.ts';

/** How a category words the questions every category starts with. */
export type BaseWording = {
  date?: LocalizedText;
  dateHelp?: LocalizedText;
  place?: LocalizedText;
  description?: LocalizedText;
  descriptionHelp?: LocalizedText;
  police?: LocalizedText;
  policeRequired?: boolean;
  policeReferenceRequired?: boolean;
  drivableWhen?: Condition;
};

/** When, where, what happened, drivable, police: asked first in every category. */
export function baseQuestions(wording: BaseWording = {}): Question[] {
  const { date, place, description, police } = wording;
  return [
    ask('incidentDate', 'date', date?.de ?? 'Wann ist es passiert?', date?.en ?? 'When did it happen?', {
      required: true,
      notInFuture: true,
      help: wording.dateHelp,
    }),
    ask('incidentTime', 'time', 'Um wie viel Uhr ungefähr?', 'At about what time?'),
    ask('incidentPlace', 'place', place?.de ?? 'Wo ist es passiert?', place?.en ?? 'Where did it happen?', {
      help: text('Adresse, Kreuzung oder Parkplatz, so genau Sie es wissen.', 'Address, crossing or car park, as exactly as you know.'),
    }),
    ask('incidentDescription', 'longText', description?.de ?? 'Was ist passiert?', description?.en ?? 'What happened?', {
      required: true,
      help: wording.descriptionHelp ?? text('Zwei, drei Sätze genügen.', 'Two or three sentences are enough.'),
    }),
    ask('drivable', 'yesNo', 'Ist das Fahrzeug noch fahrbereit?', 'Can the vehicle still be driven?', {
      required: true,
      when: wording.drivableWhen,
      help: text('Wenn Sie unsicher sind, wählen Sie „Nein“ und lassen Sie es stehen.', 'If you are not sure, choose “No” and leave it where it is.'),
    }),
    ask('police', 'yesNo', police?.de ?? 'Haben Sie die Polizei verständigt?', police?.en ?? 'Have you informed the police?', {
      required: wording.policeRequired ?? false,
    }),
    ask('policeReference', 'text', 'Aktenzeichen oder Vorgangsnummer der Polizei', 'Police reference number', {
      required: wording.policeReferenceRequired ?? false,
      when: { fact: 'police', is: true },
      maxLength: 100,
      help: wording.policeReferenceRequired
        ? text('Wenn Sie es noch nicht haben, schreiben Sie „noch nicht bekannt“.', 'If you do not have it yet, write “not known yet”.')
        : text('Falls Sie es schon haben. Sonst hilft uns der Name der Dienststelle.', 'If you already have it. Otherwise the name of the police station helps.'),
    }),
  ];
}
