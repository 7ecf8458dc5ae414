import type { Category } from '@meldewerk/contract/catalogue';
import { ask, dontKnow, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

export const marten: Category = {
  id: 'marten',
  icon: 'marten',
  label: text('Marderbiss', 'Marten bite'),
  hint: text('Kabel, Schläuche oder Dämmung sind angebissen', 'Cables, hoses or insulation have been bitten'),
  safetyCheck: ['fluids', 'lights', 'steering'],
  questions: [
    ...baseQuestions({
      date: text('Wann haben Sie den Schaden bemerkt?', 'When did you notice the damage?'),
      place: text('Wo stand das Fahrzeug?', 'Where was the vehicle parked?'),
      description: text('Was ist Ihnen aufgefallen?', 'What did you notice?'),
    }),
    ask(
      'martenNotice',
      'notice',
      'Bitte reinigen Sie den Motorraum noch nicht. Fotografieren Sie zuerst Bissspuren, Haare und Pfotenabdrücke.',
      'Please do not clean the engine bay yet. First photograph bite marks, hair and paw prints.',
      { tone: 'warning' },
    ),
    ask('bittenParts', 'manyOf', 'Was ist angebissen?', 'What has been bitten?', {
      options: [
        option('cable', 'Kabel', 'Cable'),
        option('hose', 'Schlauch', 'Hose'),
        option('insulation', 'Dämmmatte', 'Insulation'),
        dontKnow,
      ],
    }),
    ask('warningLights', 'manyOf', 'Welche Warnleuchten sind an?', 'Which warning lights are on?', {
      options: [
        option('engine', 'Motor', 'Engine'),
        option('temperature', 'Temperatur oder Kühlwasser', 'Temperature or coolant'),
        option('battery', 'Batterie', 'Battery'),
        option('brakes', 'Bremse, ABS oder ESP', 'Brakes, ABS or ESP'),
        option('other', 'Eine andere', 'Another one'),
        option('none', 'Keine', 'None'),
      ],
    }),
    ask('consequentialFault', 'longText', 'Was funktioniert seitdem nicht mehr richtig?', 'What no longer works properly since then?', {
      maxLength: 1000,
    }),
    ask('movedSince', 'yesNo', 'Wurde das Fahrzeug seitdem bewegt?', 'Has the vehicle been moved since?'),
    ask('protectionFitted', 'yesNo', 'Ist ein Marderschutz eingebaut?', 'Is a marten guard fitted?'),
  ],
  shots: [
    ...baseShots(),
    shot(
      'biteMarks',
      text('Bissspuren', 'Bite marks'),
      text('Fotografieren Sie den Motorraum ganz und die Bissspuren aus der Nähe, bevor etwas gereinigt wird.', 'Photograph the whole engine bay and the bite marks close up before anything is cleaned.'),
      { rule: 'expected', maxPhotos: 6 },
    ),
  ],
};
