import type { Category } from '@meldewerk/contract/catalogue';
import { ask, notice, option, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';
import { afterImpact } from './safety-checks.ts';

export const singleVehicle: Category = {
  id: 'singleVehicle',
  icon: 'singleVehicle',
  label: text('Unfall ohne Gegner', 'Accident on your own'),
  hint: text('Bordstein, Pfosten, Mauer oder Leitplanke', 'Kerb, post, wall or guard rail'),
  safetyCheck: afterImpact,
  damageSpots: true,
  questions: [
    ...baseQuestions({ description: text('Wie ist der Unfall passiert?', 'How did the accident happen?') }),
    ask('hitObject', 'oneOf', 'Wogegen sind Sie gefahren?', 'What did you hit?', {
      options: [
        option('kerb', 'Bordstein', 'Kerb'),
        option('post', 'Pfosten oder Poller', 'Post or bollard'),
        option('wall', 'Mauer oder Hauswand', 'Wall'),
        option('guardRail', 'Leitplanke', 'Guard rail'),
        option('other', 'Etwas anderes', 'Something else'),
      ],
    }),
    ask('hitObjectOther', 'text', 'Was war es?', 'What was it?', { when: { fact: 'hitObject', is: 'other' }, maxLength: 200 }),
    ask('thirdPartyDamage', 'yesNo', 'Wurde fremdes Eigentum beschädigt?', 'Was somebody else’s property damaged?', {
      help: text('Zum Beispiel ein Zaun, eine Mauer oder ein Verkehrsschild.', 'For example a fence, a wall or a road sign.'),
    }),
    notice(
      'thirdPartyNotice',
      'warning',
      { all: [{ fact: 'thirdPartyDamage', is: true }, { not: { fact: 'police', is: true } }] },
      'Bitte verständigen Sie den Eigentümer. Wenn Sie ihn nicht erreichen, rufen Sie die Polizei (110), bevor Sie weiterfahren.',
      'Please inform the owner. If you cannot reach them, call the police (110) before you drive on.',
    ),
    ask('propertyOwner', 'text', 'Wem gehört das beschädigte Eigentum?', 'Who owns the damaged property?', {
      when: { fact: 'thirdPartyDamage', is: true },
      help: text('Name und Telefonnummer, falls Sie sie haben.', 'Name and phone number, if you have them.'),
    }),
    ask('underbodyNoise', 'yesNo', 'Schleift oder klappert etwas, oder lenkt das Fahrzeug anders als vorher?', 'Does anything scrape or rattle, or does it steer differently?'),
    notice(
      'underbodyNotice',
      'warning',
      { fact: 'underbodyNoise', is: true },
      'Bitte fahren Sie nicht weiter, bis eine Werkstatt das Fahrzeug geprüft hat.',
      'Please do not drive on until a workshop has checked the vehicle.',
    ),
  ],
  shots: baseShots(),
};
