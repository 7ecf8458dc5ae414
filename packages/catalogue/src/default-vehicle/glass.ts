import type { Category, Condition } from '@meldewerk/contract/catalogue';
import { ask, dontKnow, notice, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';

const windscreen: Condition = { fact: 'glassPane', is: 'windscreen' };
const chip: Condition = { fact: 'glassDamage', is: 'chip' };
const chipOrCrack: Condition = { any: [chip, { fact: 'glassDamage', is: 'crack' }] };

export const glass: Category = {
  id: 'glass',
  icon: 'glass',
  label: text('Glas / Steinschlag', 'Glass / stone chip'),
  hint: text('Eine Scheibe ist beschädigt', 'A window is damaged'),
  questions: [
    ...baseQuestions({ date: text('Wann ist es passiert, oder wann haben Sie es bemerkt?', 'When did it happen, or when did you notice it?') }),
    ask('glassPane', 'oneOf', 'Welche Scheibe ist beschädigt?', 'Which window is damaged?', {
      required: true,
      options: [
        option('windscreen', 'Frontscheibe', 'Windscreen'),
        option('left', 'Seitenscheibe links', 'Left side window'),
        option('right', 'Seitenscheibe rechts', 'Right side window'),
        option('rear', 'Heckscheibe', 'Rear window'),
        option('roof', 'Glasdach', 'Glass roof'),
      ],
    }),
    ask('glassDamage', 'oneOf', 'Wie sieht der Schaden aus?', 'What does the damage look like?', {
      options: [
        option('chip', 'Steinschlag, kleine Stelle', 'Chip, a small spot'),
        option('crack', 'Riss', 'Crack'),
        option('shattered', 'Scheibe zerbrochen', 'Shattered'),
      ],
    }),
    ask('chipSize', 'oneOf', 'Wie groß ist die Stelle?', 'How large is the spot?', {
      when: chip,
      options: [
        option('under5mm', 'Kleiner als 5 mm', 'Smaller than 5 mm'),
        option('underCoin', 'Kleiner als eine 2-Euro-Münze', 'Smaller than a 2-euro coin'),
        option('larger', 'Größer', 'Larger'),
        option('crack', 'Ein Riss geht davon aus', 'A crack runs from it'),
      ],
    }),
    ask('nearEdge', 'yesNo', 'Ist die Stelle weniger als 10 cm vom Rand der Scheibe entfernt?', 'Is the spot less than 10 cm from the edge of the window?', {
      when: chipOrCrack,
    }),
    ask('inDriverView', 'yesNo', 'Liegt die Stelle im Sichtfeld des Fahrers?', 'Is the spot in the driver’s field of view?', {
      when: { all: [windscreen, chipOrCrack] },
      help: text(
        'Das ist ein Streifen vor dem Lenkrad, etwa so breit wie ein quer gehaltenes Blatt Papier (A4).',
        'That is a strip in front of the steering wheel, about as wide as a sheet of paper (A4) held sideways.',
      ),
    }),
    ask('dirtInside', 'yesNo', 'Ist Schmutz oder Wasser in die Stelle gekommen?', 'Did dirt or water get into the spot?', { when: chipOrCrack }),
    notice(
      'glassRepairHint',
      'info',
      {
        all: [
          windscreen,
          { any: [{ fact: 'chipSize', is: 'under5mm' }, { fact: 'chipSize', is: 'underCoin' }] },
          { fact: 'nearEdge', is: false },
          { fact: 'inDriverView', is: false },
        ],
      },
      'Eine solche Stelle lässt sich vielleicht reparieren, ohne die Scheibe zu tauschen. Das entscheidet die Werkstatt. Kleben Sie die Stelle bis dahin mit durchsichtigem Klebeband ab.',
      'A spot like this can perhaps be repaired without a new windscreen. The workshop decides. Until then, cover it with clear tape.',
    ),
    ask('windscreenFeatures', 'manyOf', 'Was ist in die Frontscheibe eingebaut?', 'What is built into the windscreen?', {
      when: windscreen,
      options: [
        option('camera', 'Kamera', 'Camera'),
        option('rainSensor', 'Regensensor', 'Rain sensor'),
        option('heating', 'Scheibenheizung', 'Heating'),
        option('headUp', 'Head-up-Display', 'Head-up display'),
        dontKnow,
      ],
    }),
    ask('stickers', 'manyOf', 'Was klebt auf der Scheibe?', 'What is stuck to the windscreen?', {
      when: windscreen,
      options: [
        option('vignette', 'Mautvignette', 'Toll vignette'),
        option('emissionsBadge', 'Umweltplakette', 'Emissions badge'),
        option('other', 'Etwas anderes', 'Something else'),
      ],
    }),
    ask('causerKnown', 'yesNo', 'Wissen Sie, wer den Schaden verursacht hat?', 'Do you know who caused the damage?'),
    ask('causer', 'text', 'Wer war es?', 'Who was it?', {
      when: { fact: 'causerKnown', is: true },
      help: text('Zum Beispiel das Kennzeichen des Lkw vor Ihnen.', 'For example the plate of the lorry in front of you.'),
    }),
  ],
  shots: [
    ...baseShots(),
    shot(
      'glassOutside',
      text('Scheibe von außen', 'Window from outside'),
      text('Fotografieren Sie die Stelle von außen vor dunklem Hintergrund, dann sieht man sie am besten.', 'Photograph the spot from outside against a dark background, where it shows best.'),
      { rule: 'expected', maxPhotos: 4 },
    ),
    shot(
      'glassInside',
      text('Scheibe von innen', 'Windscreen from inside'),
      text('Fotografieren Sie von innen in Richtung Innenspiegel, damit man Kamera und Sensoren sieht.', 'Photograph from inside towards the mirror so that camera and sensors can be seen.'),
      { rule: 'expected', maxPhotos: 2, when: windscreen },
    ),
  ],
};
