import type { Category, Condition } from '@meldewerk/contract/catalogue';
import { ask, notice, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

const vehicleIsThere: Condition = { not: { fact: 'theftKind', is: 'wholeVehicle' } };
const thingsAreGone: Condition = { any: [{ fact: 'theftKind', is: 'parts' }, { fact: 'theftKind', is: 'contents' }] };

export const theft: Category = {
  id: 'theft',
  icon: 'theft',
  label: text('Diebstahl / Teilediebstahl', 'Theft / stolen parts'),
  hint: text('Fahrzeug, Teile oder Gegenstände gestohlen, oder es wurde versucht', 'Vehicle, parts or belongings stolen, or an attempt'),
  questions: [
    // Asked first: of a stolen vehicle neither pictures nor its condition can be asked.
    ask('theftKind', 'oneOf', 'Was wurde gestohlen?', 'What was stolen?', {
      required: true,
      options: [
        option('wholeVehicle', 'Das ganze Fahrzeug', 'The whole vehicle'),
        option('attempt', 'Nichts, es blieb beim Versuch', 'Nothing, it was an attempt'),
        option('parts', 'Teile des Fahrzeugs', 'Parts of the vehicle'),
        option('contents', 'Gegenstände aus dem Fahrzeug', 'Belongings from the vehicle'),
      ],
    }),
    ...baseQuestions({
      date: text('Wann haben Sie es bemerkt?', 'When did you notice it?'),
      place: text('Wo stand das Fahrzeug?', 'Where was the vehicle parked?'),
      police: text('Haben Sie Anzeige bei der Polizei erstattet?', 'Have you reported it to the police?'),
      policeRequired: true,
      policeReferenceRequired: true,
      drivableWhen: vehicleIsThere,
    }),
    notice(
      'reportTheftNotice',
      'warning',
      { fact: 'police', is: false },
      'Bitte zeigen Sie den Diebstahl sofort bei der Polizei an. Ihre Versicherung verlangt die Anzeige. Diese Meldung können Sie trotzdem schon senden.',
      'Please report the theft to the police at once. Your insurer asks for it. You can still send this report now.',
    ),
    ask('lastParkedDate', 'date', 'Wann haben Sie das Fahrzeug zuletzt abgestellt?', 'When did you last park the vehicle?', { notInFuture: true }),
    ask('lastParkedTime', 'time', 'Um wie viel Uhr haben Sie es abgestellt?', 'At what time did you park it?'),
    ask('keysPresent', 'number', 'Wie viele Schlüssel haben Sie noch?', 'How many keys do you still have?', { min: 0, max: 20 }),
    ask('breakInTraces', 'yesNo', 'Gibt es Spuren eines Einbruchs?', 'Are there traces of a break-in?', {
      help: text('Zum Beispiel am Schloss, an einer Scheibe oder Scherben am Boden.', 'For example on the lock, on a window, or broken glass on the ground.'),
    }),
    ask('stolenThings', 'longText', 'Was fehlt?', 'What is missing?', {
      when: thingsAreGone,
      help: text('Eine Zeile je Gegenstand, wenn möglich mit Alter und Preis.', 'One line for each thing, with age and price if possible.'),
    }),
    ask('stolenValue', 'money', 'Was ist das alles ungefähr wert?', 'What is it all worth, roughly?', { when: thingsAreGone }),
  ],
  shots: [
    ...baseShots({ vehicleWhen: vehicleIsThere }),
    shot(
      'traces',
      text('Spuren des Einbruchs', 'Traces of the break-in'),
      text('Fotografieren Sie Schloss, Scheibe, Scherben oder Werkzeugspuren, ohne etwas zu berühren.', 'Photograph lock, window, broken glass or tool marks without touching anything.'),
      { rule: 'expected', maxPhotos: 6, when: { fact: 'breakInTraces', is: true } },
    ),
    shot(
      'receipts',
      text('Rechnungen', 'Receipts'),
      text('Fotografieren Sie Rechnungen oder Belege der gestohlenen Dinge, falls Sie sie zur Hand haben.', 'Photograph receipts of the stolen things, if you have them at hand.'),
      { maxPhotos: 6, outline: 'document', when: thingsAreGone },
    ),
  ],
};
