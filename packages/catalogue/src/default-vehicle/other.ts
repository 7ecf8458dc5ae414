import type { Category } from '@meldewerk/contract/catalogue';
import { ask, option, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';
import { breakdown } from './safety-checks.ts';

export const other: Category = {
  id: 'other',
  icon: 'other',
  label: text('Mechanik / Sonstiges', 'Mechanical / other'),
  hint: text('Geräusch, Warnleuchte oder etwas anderes', 'Noise, warning light or anything else'),
  safetyCheck: breakdown,
  questions: [
    ...baseQuestions({
      date: text('Seit wann besteht das Problem?', 'Since when has there been a problem?'),
      dateHelp: text('Ungefähr genügt.', 'Roughly is enough.'),
      place: text('Wo steht das Fahrzeug?', 'Where is the vehicle?'),
      description: text('Was ist das Problem?', 'What is the problem?'),
    }),
    ask('symptoms', 'manyOf', 'Was bemerken Sie?', 'What do you notice?', {
      options: [
        option('noise', 'Ein Geräusch', 'A noise'),
        option('warningLight', 'Eine Warnleuchte', 'A warning light'),
        option('vibration', 'Es vibriert oder zieht zur Seite', 'It vibrates or pulls to one side'),
        option('leak', 'Es tropft oder riecht', 'It leaks or smells'),
        option('noStart', 'Es springt nicht an', 'It does not start'),
        option('other', 'Etwas anderes', 'Something else'),
      ],
    }),
    ask('noise', 'text', 'Wann und wo hören Sie das Geräusch?', 'When and where do you hear the noise?', {
      when: { fact: 'symptoms', includes: 'noise' },
      help: text('Zum Beispiel: vorne rechts, beim Bremsen.', 'For example: front right, when braking.'),
    }),
    ask('warningLight', 'text', 'Welche Warnleuchte ist an, und in welcher Farbe?', 'Which warning light is on, and in which colour?', {
      when: { fact: 'symptoms', includes: 'warningLight' },
    }),
  ],
  shots: baseShots(),
};
