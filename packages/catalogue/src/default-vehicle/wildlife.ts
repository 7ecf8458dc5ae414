import type { Category } from '@meldewerk/contract/catalogue';
import { ask, dontKnow, notice, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';
import { afterImpact } from './safety-checks.ts';

export const wildlife: Category = {
  id: 'wildlife',
  icon: 'wildlife',
  label: text('Wildunfall', 'Accident with an animal'),
  hint: text('Zusammenstoß mit einem Tier, oder Sie sind ausgewichen', 'You hit an animal or swerved to avoid one'),
  safetyCheck: afterImpact,
  damageSpots: true,
  questions: [
    ...baseQuestions({ place: text('Auf welcher Straße und zwischen welchen Orten ist es passiert?', 'On which road and between which towns did it happen?') }),
    ask('animal', 'oneOf', 'Welches Tier war es?', 'Which animal was it?', {
      options: [
        option('roeDeer', 'Reh', 'Roe deer'),
        option('redDeer', 'Hirsch', 'Stag or hind'),
        option('wildBoar', 'Wildschwein', 'Wild boar'),
        option('fox', 'Fuchs', 'Fox'),
        option('hare', 'Hase', 'Hare'),
        option('badger', 'Dachs', 'Badger'),
        option('bird', 'Vogel', 'Bird'),
        option('domestic', 'Haus- oder Nutztier', 'Pet or farm animal'),
        option('other', 'Ein anderes Tier', 'Another animal'),
        dontKnow,
      ],
    }),
    ask('animalOther', 'text', 'Welches andere Tier?', 'Which other animal?', { when: { fact: 'animal', is: 'other' }, maxLength: 100 }),
    ask('animalContact', 'oneOf', 'Kam es zum Zusammenstoß mit dem Tier?', 'Did you hit the animal?', {
      options: [
        option('contact', 'Ja', 'Yes'),
        option('evaded', 'Nein, ich bin ausgewichen', 'No, I swerved'),
      ],
    }),
    ask('traces', 'yesNo', 'Sind noch Haare oder Blut am Fahrzeug?', 'Is there still hair or blood on the vehicle?', {
      when: { not: { fact: 'animalContact', is: 'evaded' } },
    }),
    notice(
      'tracesNotice',
      'warning',
      { fact: 'traces', is: true },
      'Bitte fotografieren Sie die Spuren, bevor Sie das Fahrzeug waschen. Für Ihre Versicherung sind sie der Beweis.',
      'Please photograph the traces before you wash the vehicle. For your insurer they are the proof.',
    ),
    ask('foresterInformed', 'yesNo', 'Wurde der Förster oder Jagdpächter verständigt?', 'Was the forester or hunting tenant informed?'),
    notice(
      'reportWildlifeNotice',
      'warning',
      { all: [{ fact: 'police', is: false }, { fact: 'foresterInformed', is: false }] },
      'Bitte melden Sie den Wildunfall der Polizei (110). Fassen Sie das Tier nicht an.',
      'Please report the accident to the police (110). Do not touch the animal.',
    ),
    ask('certificate', 'yesNo', 'Haben Sie eine Wildunfallbescheinigung?', 'Do you have a wildlife accident certificate?', {
      help: text(
        'Polizei, Förster oder Jagdpächter stellen sie aus. Ihre Versicherung verlangt sie in der Regel. Sie können sie nachreichen.',
        'The police, the forester or the hunting tenant issue it. Your insurer usually asks for it. You can hand it in later.',
      ),
    }),
    ask('travelDirection', 'text', 'In welche Richtung sind Sie gefahren?', 'In which direction were you driving?', { maxLength: 200 }),
    ask('speed', 'number', 'Wie schnell sind Sie ungefähr gefahren?', 'About how fast were you driving?', { min: 0, max: 300, unit: 'km/h' }),
  ],
  shots: [
    ...baseShots(),
    shot(
      'traces',
      text('Haare oder Blut', 'Hair or blood'),
      text('Fotografieren Sie die Spuren aus der Nähe, bevor Sie das Fahrzeug waschen.', 'Photograph the traces close up before you wash the vehicle.'),
      { rule: 'expected', maxPhotos: 4, when: { fact: 'traces', is: true } },
    ),
    shot(
      'certificate',
      text('Wildunfallbescheinigung', 'Wildlife accident certificate'),
      text('Fotografieren Sie die Bescheinigung flach und gut lesbar.', 'Photograph the certificate flat and easy to read.'),
      { rule: 'expected', maxPhotos: 2, outline: 'document', when: { fact: 'certificate', is: true } },
    ),
  ],
};
