import type { Category } from '@meldewerk/contract/catalogue';
import { ask, dontKnow, notice, option, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

export const fire: Category = {
  id: 'fire',
  icon: 'fire',
  label: text('Brand / Explosion / Kurzschluss', 'Fire / explosion / short circuit'),
  hint: text('Feuer, Explosion oder verschmorte Kabel', 'Fire, explosion or scorched cables'),
  safetyCheck: ['injured', 'fluids', 'lights', 'steering'],
  questions: [
    ...baseQuestions(),
    ask('batteryAffected', 'yesNo', 'Hat das Fahrzeug einen Elektro- oder Hybridantrieb, oder ist eine Batterie betroffen?', 'Is it an electric or hybrid vehicle, or is a battery affected?'),
    notice(
      'batteryNotice',
      'warning',
      {
        any: [
          { fact: 'batteryAffected', is: true },
          { fact: 'vehicle.driveType', is: 'electric' },
          { fact: 'vehicle.driveType', is: 'hybrid' },
        ],
      },
      'Nicht fahren, nicht laden. Halten Sie Abstand: Die Batterie kann sich auch nach Stunden wieder entzünden. Bei Rauch, Geruch oder Zischen rufen Sie sofort die 112.',
      'Do not drive, do not charge. Keep your distance: the battery can catch fire again hours later. If there is smoke, smell or hissing, call 112 at once.',
    ),
    ask('fireOrigin', 'oneOf', 'Wo hat es angefangen?', 'Where did it start?', {
      options: [
        option('engineBay', 'Im Motorraum', 'In the engine bay'),
        option('interior', 'Im Innenraum', 'In the interior'),
        option('boot', 'Im Kofferraum', 'In the boot'),
        option('wheels', 'An Rädern oder Bremsen', 'At the wheels or brakes'),
        option('battery', 'An der Batterie oder beim Laden', 'At the battery or while charging'),
        option('outside', 'Außerhalb des Fahrzeugs', 'Outside the vehicle'),
        dontKnow,
      ],
    }),
    ask('fireCause', 'oneOf', 'Was war die Ursache?', 'What was the cause?', {
      options: [
        option('technical', 'Ein technischer Fehler', 'A technical fault'),
        option('arson', 'Brandstiftung', 'Arson'),
        option('otherFire', 'Ein anderes Feuer hat übergegriffen', 'Another fire spread'),
        dontKnow,
      ],
    }),
    ask('fireBrigade', 'yesNo', 'War die Feuerwehr da?', 'Did the fire brigade come?'),
  ],
  shots: baseShots(),
};
