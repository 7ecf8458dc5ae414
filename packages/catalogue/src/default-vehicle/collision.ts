import type { Category, Condition } from '@meldewerk/contract/catalogue';
import { ask, notice, option, shot, text } from './ask.ts';
import { baseQuestions } from './base-questions.ts';
import { baseShots } from './base-shots.ts';
import { afterImpact } from './safety-checks.ts';
import { otherPartyQuestions } from './other-party.ts';

// The seventeen ticks of point 12 of the European Accident Statement, in its order.
const circumstances = [
  option('parked', 'Ich parkte oder stand', 'I was parked or stationary'),
  option('leavingParking', 'Ich parkte aus oder öffnete eine Tür', 'I was leaving a parking space or opening a door'),
  option('enteringParking', 'Ich parkte ein', 'I was entering a parking space'),
  option('emergingFromPrivate', 'Ich kam aus einem Parkplatz, Grundstück oder Feldweg', 'I was emerging from a car park, private ground or a track'),
  option('enteringPrivate', 'Ich fuhr in einen Parkplatz, ein Grundstück oder einen Feldweg', 'I was entering a car park, private ground or a track'),
  option('enteringRoundabout', 'Ich fuhr in einen Kreisverkehr ein', 'I was entering a roundabout'),
  option('inRoundabout', 'Ich fuhr im Kreisverkehr', 'I was driving in a roundabout'),
  option('hitRear', 'Ich fuhr in derselben Spur auf das Heck des Vorderen auf', 'I hit the rear of a vehicle in the same lane and direction'),
  option('sameDirectionOtherLane', 'Ich fuhr in gleicher Richtung in einer anderen Spur', 'I was driving in the same direction in another lane'),
  option('changingLane', 'Ich wechselte die Spur', 'I was changing lane'),
  option('overtaking', 'Ich überholte', 'I was overtaking'),
  option('turningRight', 'Ich bog nach rechts ab', 'I was turning right'),
  option('turningLeft', 'Ich bog nach links ab', 'I was turning left'),
  option('reversing', 'Ich fuhr rückwärts', 'I was reversing'),
  option('oppositeLane', 'Ich kam in die Gegenspur', 'I crossed into the opposite lane'),
  option('fromTheRight', 'Ich kam von rechts', 'I was coming from the right'),
  option('ignoredPriority', 'Ich habe ein Vorfahrtszeichen oder eine rote Ampel missachtet', 'I ignored a priority sign or a red light'),
];

const otherPartyKnown: Condition = { fact: 'otherPartyKnown', is: true };
const otherIsThere: Condition = { not: { fact: 'hitAndRun', is: true } };

export const collision: Category = {
  id: 'collision',
  icon: 'collision',
  label: text('Unfall mit Gegner', 'Accident with someone else'),
  hint: text('Ein anderes Fahrzeug oder eine andere Person war beteiligt', 'Another vehicle or person was involved'),
  safetyCheck: afterImpact,
  damageSpots: true,
  questions: [
    ...baseQuestions({ description: text('Wie ist der Unfall passiert?', 'How did the accident happen?') }),
    ask('ownMovement', 'oneOf', 'Was tat Ihr Fahrzeug im Moment des Unfalls?', 'What was your vehicle doing at that moment?', {
      options: [
        option('moving', 'Es fuhr', 'Moving'),
        option('standing', 'Es stand, zum Beispiel an der Ampel', 'Standing, for example at lights'),
        option('parked', 'Es war geparkt', 'Parked'),
        option('reversing', 'Es fuhr rückwärts', 'Reversing'),
      ],
    }),
    ask('whoHitWhom', 'oneOf', 'Wer ist auf wen gefahren?', 'Who hit whom?', {
      options: [
        option('otherHitMe', 'Der andere auf mich', 'The other one hit me'),
        option('iHitOther', 'Ich auf den anderen', 'I hit the other one'),
        option('bothMoving', 'Wir sind beide zusammengestoßen', 'We ran into each other'),
        option('unclear', 'Das ist unklar', 'That is unclear'),
      ],
    }),
    ask('circumstances', 'manyOf', 'Was trifft auf Sie zu?', 'What applies to you?', {
      options: circumstances,
      help: text('Wie im Europäischen Unfallbericht. Mehreres ist möglich.', 'As in the European Accident Statement. You may choose several.'),
    }),
    ask('vehiclesInvolved', 'number', 'Wie viele Fahrzeuge waren insgesamt beteiligt?', 'How many vehicles were involved in total?', {
      min: 1,
      max: 100,
    }),
    ask('hitAndRun', 'yesNo', 'Ist der andere weggefahren, ohne sich zu melden?', 'Did the other party drive away without stopping?'),
    notice(
      'hitAndRunNotice',
      'warning',
      { all: [{ fact: 'hitAndRun', is: true }, { not: { fact: 'police', is: true } }] },
      'Bitte rufen Sie die Polizei (110) und melden Sie die Unfallflucht. Notieren Sie alles, was Sie vom anderen Fahrzeug wissen: Kennzeichen, Marke, Farbe.',
      'Please call the police (110) and report the hit-and-run. Note everything you know of the other vehicle: plate, make, colour.',
    ),
    ask('otherPartyKnown', 'yesNo', 'Haben Sie Daten des anderen Beteiligten?', 'Do you have details of the other party?', {
      help: text('Das Kennzeichen allein hilft schon.', 'The plate alone already helps.'),
    }),
    ...otherPartyQuestions(otherPartyKnown),
    ask('liability', 'oneOf', 'Wer hat den Unfall aus Ihrer Sicht verursacht?', 'Who caused the accident in your view?', {
      options: [
        option('other', 'Der andere', 'The other party'),
        option('own', 'Ich', 'Me'),
        option('shared', 'Beide', 'Both'),
        option('unclear', 'Das ist unklar', 'That is unclear'),
      ],
    }),
    ask('witnesses', 'longText', 'Zeugen', 'Witnesses', {
      maxLength: 1000,
      help: text('Name und Telefonnummer, falls Sie sie haben.', 'Name and phone number, if you have them.'),
    }),
    ask('accidentStatement', 'yesNo', 'Haben Sie einen Unfallbericht ausgefüllt?', 'Did you fill in an accident statement?', {
      help: text('Zum Beispiel den Europäischen Unfallbericht. Sie können ihn gleich fotografieren.', 'For example the European Accident Statement. You can photograph it in a moment.'),
    }),
  ],
  shots: [
    ...baseShots(),
    shot(
      'otherPlate',
      text('Kennzeichen des anderen', 'Plate of the other vehicle'),
      text('Fotografieren Sie das andere Fahrzeug so, dass das Kennzeichen lesbar ist.', 'Photograph the other vehicle so that its plate can be read.'),
      { rule: 'expected', maxPhotos: 2, when: otherIsThere },
    ),
    shot(
      'otherDamage',
      text('Schaden am anderen Fahrzeug', 'Damage to the other vehicle'),
      text('Fotografieren Sie den Schaden am anderen Fahrzeug von weitem und aus der Nähe.', 'Photograph the damage to the other vehicle from a distance and close up.'),
      { maxPhotos: 4, when: otherIsThere },
    ),
    shot(
      'scene',
      text('Unfallstelle', 'Scene of the accident'),
      text('Wenn es gefahrlos möglich ist: die ganze Unfallstelle, bevor die Fahrzeuge bewegt werden.', 'If it is safe: the whole scene before the vehicles are moved.'),
      { maxPhotos: 4 },
    ),
    shot(
      'accidentStatement',
      text('Unfallbericht', 'Accident statement'),
      text('Fotografieren Sie jede Seite des Unfallberichts einzeln, flach und gut lesbar.', 'Photograph each page of the statement on its own, flat and easy to read.'),
      { rule: 'expected', maxPhotos: 4, outline: 'document', when: { fact: 'accidentStatement', is: true } },
    ),
  ],
};
