import type { Condition, Shot } from '@meldewerk/contract/catalogue';
import { shot, text } from './ask.ts';

type BaseShotDetails = {
  /** For every picture of the vehicle itself: there is none of a stolen one. */
  vehicleWhen?: Condition;
};

/** The shots of every category, in the order in which one walks round the vehicle. */
export function baseShots({ vehicleWhen }: BaseShotDetails = {}): Shot[] {
  return [
    ...corners.map((corner): Shot => ({ ...corner, when: vehicleWhen })),
    shot(
      'damageWide',
      text('Schaden aus 2 bis 3 Metern', 'Damage from 2 to 3 metres'),
      text('Gehen Sie zwei bis drei Schritte zurück, damit man sieht, wo am Fahrzeug der Schaden ist.', 'Step back two or three paces so that one can see where on the vehicle the damage is.'),
      { rule: 'expected', maxPhotos: 8, outline: 'wide', when: vehicleWhen },
    ),
    shot(
      'damageClose',
      text('Schaden aus der Nähe', 'Damage close up'),
      text('Fotografieren Sie den Schaden aus etwa 50 cm, leicht von der Seite und ohne Blitz.', 'Photograph the damage from about 50 cm, slightly from the side and without flash.'),
      { rule: 'expected', maxPhotos: 8, outline: 'close', when: vehicleWhen },
    ),
    shot(
      'damageWithScale',
      text('Schaden mit Maßstab', 'Damage with a scale'),
      text('Halten Sie eine Münze oder ein Lineal neben den Schaden, damit man die Größe erkennt.', 'Hold a coin or a ruler next to the damage to show its size.'),
      { maxPhotos: 4, outline: 'scale', when: vehicleWhen },
    ),
    shot(
      'odometer',
      text('Kilometerstand', 'Odometer'),
      text('Schalten Sie die Zündung ein und fotografieren Sie das Display mit Kilometerstand und Warnleuchten.', 'Switch on the ignition and photograph the display with odometer and warning lights.'),
      { rule: 'expected', outline: 'odometer', when: both(vehicleWhen, { not: { fact: 'vehicle.type', is: 'trailer' } }) },
    ),
    shot(
      'vin',
      text('Fahrgestellnummer', 'VIN'),
      text('Sie finden die Nummer unten an der Frontscheibe oder am Rahmen der Fahrertür.', 'You find the number at the bottom of the windscreen or on the frame of the driver’s door.'),
      { outline: 'vin', when: both(vehicleWhen, { fact: 'vehicle.vin', empty: true }) },
    ),
    shot(
      'registrationDocument',
      text('Fahrzeugschein', 'Registration document'),
      text('Klappen Sie den Fahrzeugschein auf und fotografieren Sie die Vorderseite ganz und ohne Spiegelung.', 'Unfold the registration document and photograph the whole front without reflections.'),
      { outline: 'registration', when: { any: [{ fact: 'vehicle.vin', empty: true }, { fact: 'vehicle.firstRegistration', empty: true }] } },
    ),
  ];
}

const corners = [
  corner('frontLeft', text('Vorne links', 'Front left'), 'linke vordere', 'front left'),
  corner('frontRight', text('Vorne rechts', 'Front right'), 'rechte vordere', 'front right'),
  corner('rearRight', text('Hinten rechts', 'Rear right'), 'rechte hintere', 'rear right'),
  corner('rearLeft', text('Hinten links', 'Rear left'), 'linke hintere', 'rear left'),
];

function corner(id: 'frontLeft' | 'frontRight' | 'rearRight' | 'rearLeft', label: Shot['label'], de: string, en: string): Shot {
  const instruction = text(
    `Stellen Sie sich schräg vor die ${de} Ecke, bis das ganze Fahrzeug mit lesbarem Kennzeichen im Bild ist.`,
    `Stand diagonally off the ${en} corner so that the whole vehicle with a readable plate is in the picture.`,
  );
  return shot(id, label, instruction, { rule: 'expected', outline: id });
}

function both(first: Condition | undefined, second: Condition): Condition {
  return first ? { all: [first, second] } : second;
}
