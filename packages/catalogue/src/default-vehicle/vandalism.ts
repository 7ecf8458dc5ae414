import type { Category } from '@meldewerk/contract/catalogue';
import { ask, notice, option, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

export const vandalism: Category = {
  id: 'vandalism',
  icon: 'vandalism',
  label: text('Vandalismus', 'Vandalism'),
  hint: text('Zerkratzt, beschmiert oder mutwillig beschädigt', 'Scratched, smeared or damaged on purpose'),
  damageSpots: true,
  questions: [
    ...baseQuestions({
      date: text('Wann haben Sie den Schaden entdeckt?', 'When did you discover the damage?'),
      place: text('Wo stand das Fahrzeug?', 'Where was the vehicle parked?'),
      description: text('Was haben Sie vorgefunden?', 'What did you find?'),
      police: text('Haben Sie den Schaden bei der Polizei angezeigt?', 'Have you reported the damage to the police?'),
      policeRequired: true,
    }),
    notice(
      'reportVandalismNotice',
      'warning',
      { fact: 'police', is: false },
      'Bitte zeigen Sie den Schaden bei der Polizei an. Ihre Versicherung verlangt die Anzeige. Diese Meldung können Sie trotzdem schon senden.',
      'Please report the damage to the police. Your insurer asks for it. You can still send this report now.',
    ),
    ask('lastIntactDate', 'date', 'Wann war das Fahrzeug zuletzt noch unbeschädigt?', 'When was the vehicle last undamaged?', { notInFuture: true }),
    ask('vandalismKinds', 'manyOf', 'Was wurde beschädigt?', 'What was damaged?', {
      options: [
        option('scratch', 'Kratzer', 'Scratches'),
        option('dent', 'Dellen', 'Dents'),
        option('glass', 'Scheibe', 'Glass'),
        option('mirror', 'Spiegel', 'Mirror'),
        option('tyre', 'Reifen', 'Tyre'),
        option('paint', 'Farbe oder Schmierereien', 'Paint or graffiti'),
        option('fire', 'Feuer', 'Fire'),
      ],
    }),
    ask('suspect', 'yesNo', 'Haben Sie einen Verdacht, wer es war?', 'Do you suspect anyone?'),
    ask('suspectDetails', 'longText', 'Worauf stützt sich der Verdacht?', 'What makes you suspect them?', {
      when: { fact: 'suspect', is: true },
      maxLength: 1000,
    }),
  ],
  shots: baseShots(),
};
