import type { Category } from '@meldewerk/contract/catalogue';
import { ask, notice, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';
import { otherPartyQuestions } from './other-party.ts';

export const parking: Category = {
  id: 'parking',
  icon: 'parking',
  label: text('Parkschaden', 'Parking damage'),
  hint: text('Schaden am abgestellten Fahrzeug bemerkt', 'You found damage on your parked vehicle'),
  damageSpots: true,
  questions: [
    ...baseQuestions({
      date: text('Wann haben Sie den Schaden bemerkt?', 'When did you notice the damage?'),
      place: text('Wo stand das Fahrzeug?', 'Where was the vehicle parked?'),
      description: text('Was haben Sie vorgefunden?', 'What did you find?'),
    }),
    ask('parkedSinceDate', 'date', 'Seit welchem Tag stand das Fahrzeug dort?', 'Since which day had it been parked there?', { notInFuture: true }),
    ask('parkedSinceTime', 'time', 'Um wie viel Uhr haben Sie es abgestellt?', 'At what time did you park it?'),
    ask('noteOrWitness', 'yesNo', 'Gibt es einen Zettel am Fahrzeug oder Zeugen?', 'Is there a note on the vehicle, or a witness?'),
    ask('witnesses', 'longText', 'Was steht auf dem Zettel, oder wer hat etwas gesehen?', 'What does the note say, or who saw something?', {
      when: { fact: 'noteOrWitness', is: true },
      maxLength: 1000,
    }),
    ask('otherPaintVisible', 'yesNo', 'Ist Lack eines anderen Fahrzeugs zu sehen?', 'Can you see paint of another vehicle?'),
    ask('causerKnown', 'yesNo', 'Wissen Sie, wer den Schaden verursacht hat?', 'Do you know who caused the damage?'),
    notice(
      'causerUnknownNotice',
      'warning',
      { all: [{ fact: 'causerKnown', is: false }, { not: { fact: 'police', is: true } }] },
      'Bitte melden Sie den Schaden der Polizei. Wer nach einem Parkschaden einfach wegfährt, begeht Unfallflucht.',
      'Please report the damage to the police. Driving away after damaging a parked vehicle is a hit-and-run.',
    ),
    ...otherPartyQuestions({ fact: 'causerKnown', is: true }),
  ],
  shots: [
    ...baseShots(),
    shot(
      'markHeight',
      text('Höhe der Spur', 'Height of the mark'),
      text('Stellen Sie einen Zollstock vom Boden aus neben die Spur, damit man die Höhe ablesen kann.', 'Stand a folding rule on the ground next to the mark so that its height can be read.'),
      { maxPhotos: 2 },
    ),
    shot(
      'traces',
      text('Spuren des anderen Fahrzeugs', 'Traces of the other vehicle'),
      text('Fotografieren Sie fremden Lack oder abgebrochene Teile aus der Nähe, bevor Sie etwas abwischen.', 'Photograph foreign paint or broken-off parts close up before wiping anything off.'),
      { rule: 'expected', maxPhotos: 4, when: { fact: 'otherPaintVisible', is: true } },
    ),
    shot(
      'note',
      text('Zettel am Fahrzeug', 'Note on the vehicle'),
      text('Fotografieren Sie den Zettel so, dass man ihn lesen kann.', 'Photograph the note so that it can be read.'),
      { outline: 'document', when: { fact: 'noteOrWitness', is: true } },
    ),
  ],
};
