import type { LocalizedText } from './language.ts';

// Apart from the schemas, so that the widget does not carry them.

/** Driver A opened the statement; B was asked in. On paper A is the blue side and B the yellow one. */
export const statementSides = ['a', 'b'] as const;
export type StatementSide = (typeof statementSides)[number];

export function otherSide(side: StatementSide): StatementSide {
  return side === 'a' ? 'b' : 'a';
}

export type AccidentFieldKind = 'text' | 'longText' | 'day' | 'time' | 'yesNo' | 'clock' | 'circumstances' | 'sketch';
export type AccidentField = {
  id: string;
  /** Of the European Accident Statement: the same in every language. */
  number: number;
  kind: AccidentFieldKind;
  label: LocalizedText;
  maxLength: number;
};

const field = (number: number, id: string, kind: AccidentFieldKind, de: string, en: string, maxLength = 120): AccidentField => ({ id, number, kind, label: { de, en }, maxLength });

/** What both state together. */
export const sharedFields: readonly AccidentField[] = [
  field(1, 'date', 'day', 'Tag des Unfalls', 'Date of the accident'),
  field(1, 'time', 'time', 'Uhrzeit', 'Time'),
  field(2, 'country', 'text', 'Land', 'Country', 60),
  field(2, 'place', 'text', 'Ort, Straße', 'Place, street', 200),
  field(3, 'injured', 'yesNo', 'Verletzte, auch leicht', 'Anyone injured, even slightly'),
  field(4, 'otherVehicles', 'yesNo', 'Schaden an weiteren Fahrzeugen', 'Damage to other vehicles'),
  field(4, 'otherObjects', 'yesNo', 'Schaden an anderen Dingen', 'Damage to other objects'),
  field(5, 'witnesses', 'longText', 'Zeugen: Name, Anschrift, Telefon', 'Witnesses: name, address, phone', 1000),
  field(13, 'sketch', 'sketch', 'Skizze', 'Sketch'),
  field(13, 'sketchText', 'longText', 'Der Unfall in Worten', 'The accident in words', 1500),
];

/** What each states for the own side. */
export const sideFields: readonly AccidentField[] = [
  field(6, 'policyholderName', 'text', 'Name', 'Name'),
  field(6, 'policyholderAddress', 'text', 'Anschrift', 'Address', 200),
  field(6, 'policyholderContact', 'text', 'Telefon oder E-Mail', 'Phone or e-mail'),
  field(7, 'makeModel', 'text', 'Marke, Typ', 'Make, type'),
  field(7, 'plate', 'text', 'Kennzeichen', 'Registration number', 20),
  field(7, 'plateCountry', 'text', 'Land der Zulassung', 'Country of registration', 60),
  field(7, 'trailerPlate', 'text', 'Anhänger: Kennzeichen', 'Trailer: registration number', 20),
  field(8, 'insurer', 'text', 'Versicherung', 'Insurer'),
  field(8, 'policyNumber', 'text', 'Nummer des Versicherungsscheins', 'Policy number', 60),
  field(8, 'greenCardNumber', 'text', 'Nummer der Grünen Karte', 'Green card number', 60),
  field(8, 'validFrom', 'day', 'Gültig ab', 'Valid from'),
  field(8, 'validTo', 'day', 'Gültig bis', 'Valid to'),
  field(8, 'agency', 'text', 'Agentur oder Büro', 'Agency or office', 200),
  field(8, 'ownDamageCovered', 'yesNo', 'Schaden am eigenen Fahrzeug versichert', 'Own damage covered'),
  field(9, 'driverName', 'text', 'Name', 'Name'),
  field(9, 'driverBirthDate', 'day', 'Geburtsdatum', 'Date of birth'),
  field(9, 'driverAddress', 'text', 'Anschrift', 'Address', 200),
  field(9, 'driverPhone', 'text', 'Telefon oder E-Mail', 'Phone or e-mail'),
  field(9, 'licenceNumber', 'text', 'Führerschein-Nummer', 'Driving licence number', 60),
  field(9, 'licenceClass', 'text', 'Klasse', 'Class', 30),
  field(9, 'licenceValidUntil', 'day', 'Führerschein gültig bis', 'Licence valid until'),
  field(10, 'impact', 'clock', 'Erster Aufprall', 'Point of first impact'),
  field(11, 'visibleDamage', 'longText', 'Sichtbare Schäden', 'Visible damage', 600),
  field(12, 'circumstances', 'circumstances', 'Umstände', 'Circumstances'),
  field(14, 'remarks', 'longText', 'Bemerkungen', 'Remarks', 1000),
];

/** What stands over the fields of one number. */
export const numberTitles: Readonly<Record<number, LocalizedText>> = {
  1: { de: 'Tag und Uhrzeit', en: 'Date and time' },
  2: { de: 'Ort', en: 'Place' },
  3: { de: 'Verletzte', en: 'Injuries' },
  4: { de: 'Andere Schäden', en: 'Other damage' },
  5: { de: 'Zeugen', en: 'Witnesses' },
  6: { de: 'Versicherungsnehmer', en: 'Policyholder' },
  7: { de: 'Fahrzeug', en: 'Vehicle' },
  8: { de: 'Versicherung', en: 'Insurance' },
  9: { de: 'Fahrer', en: 'Driver' },
  10: { de: 'Erster Aufprall', en: 'First impact' },
  11: { de: 'Sichtbare Schäden', en: 'Visible damage' },
  12: { de: 'Umstände', en: 'Circumstances' },
  13: { de: 'Skizze', en: 'Sketch' },
  14: { de: 'Bemerkungen', en: 'Remarks' },
  15: { de: 'Unterschriften', en: 'Signatures' },
};

/** The seventeen ticks of number 12 in their order; codes as in the questions of the damage report. */
export const circumstances: readonly { id: string; label: LocalizedText }[] = [
  { id: 'parked', label: { de: 'parkte oder stand', en: 'was parked or stationary' } },
  { id: 'leavingParking', label: { de: 'parkte aus oder öffnete eine Tür', en: 'was leaving a parking space or opening a door' } },
  { id: 'enteringParking', label: { de: 'parkte ein', en: 'was entering a parking space' } },
  { id: 'emergingFromPrivate', label: { de: 'kam aus Parkplatz, Grundstück oder Feldweg', en: 'was emerging from a car park, private ground or a track' } },
  { id: 'enteringPrivate', label: { de: 'fuhr in Parkplatz, Grundstück oder Feldweg ein', en: 'was entering a car park, private ground or a track' } },
  { id: 'enteringRoundabout', label: { de: 'fuhr in einen Kreisverkehr ein', en: 'was entering a roundabout' } },
  { id: 'inRoundabout', label: { de: 'fuhr im Kreisverkehr', en: 'was driving in a roundabout' } },
  { id: 'hitRear', label: { de: 'fuhr auf: gleiche Richtung, gleiche Spur', en: 'hit the rear: same direction, same lane' } },
  { id: 'sameDirectionOtherLane', label: { de: 'fuhr in gleicher Richtung in anderer Spur', en: 'was driving in the same direction in another lane' } },
  { id: 'changingLane', label: { de: 'wechselte die Spur', en: 'was changing lane' } },
  { id: 'overtaking', label: { de: 'überholte', en: 'was overtaking' } },
  { id: 'turningRight', label: { de: 'bog nach rechts ab', en: 'was turning right' } },
  { id: 'turningLeft', label: { de: 'bog nach links ab', en: 'was turning left' } },
  { id: 'reversing', label: { de: 'fuhr rückwärts', en: 'was reversing' } },
  { id: 'oppositeLane', label: { de: 'kam in die Gegenspur', en: 'crossed into the opposite lane' } },
  { id: 'fromTheRight', label: { de: 'kam von rechts', en: 'was coming from the right' } },
  { id: 'ignoredPriority', label: { de: 'missachtete Vorfahrt oder rote Ampel', en: 'ignored a priority sign or a red light' } },
];

/** Where the first impact was, as on a clock seen from above with the front at twelve. */
export const clockPositions: readonly { id: string; label: LocalizedText }[] = [
  { id: '12', label: { de: 'vorn Mitte', en: 'front centre' } },
  { id: '1', label: { de: 'vorn rechts', en: 'front right' } },
  { id: '2', label: { de: 'Kotflügel rechts', en: 'right wing' } },
  { id: '3', label: { de: 'rechte Seite', en: 'right side' } },
  { id: '4', label: { de: 'rechts hinten', en: 'right rear side' } },
  { id: '5', label: { de: 'hinten rechts', en: 'rear right' } },
  { id: '6', label: { de: 'hinten Mitte', en: 'rear centre' } },
  { id: '7', label: { de: 'hinten links', en: 'rear left' } },
  { id: '8', label: { de: 'links hinten', en: 'left rear side' } },
  { id: '9', label: { de: 'linke Seite', en: 'left side' } },
  { id: '10', label: { de: 'Kotflügel links', en: 'left wing' } },
  { id: '11', label: { de: 'vorn links', en: 'front left' } },
];

export const roads = ['none', 'straight', 'crossing', 'junction', 'roundabout', 'parking'] as const;
export type Road = (typeof roads)[number];

/** A plane of 1000 × 700 with the origin top left; angles in degrees, clockwise, 0 with the front up. */
export type SketchedVehicle = { x: number; y: number; angle: number };
export type Sketch = { road: Road; vehicles: Record<StatementSide, SketchedVehicle>; strokes: [number, number][][] };
export const sketchSize = { width: 1000, height: 700 } as const;
export const sketchLimits = { strokes: 80, points: 4_000 } as const;

export type AccidentValue = string | boolean | string[] | Sketch;
/** By `shared.<field>`, `a.<field>`, `b.<field>`. What is empty is not there. */
export type AccidentContent = Record<string, AccidentValue>;

/** Every path with its field. */
export const accidentPaths: ReadonlyMap<string, AccidentField> = new Map([
  ...sharedFields.map((known) => [`shared.${known.id}`, known] as const),
  ...statementSides.flatMap((side) => sideFields.map((known) => [`${side}.${known.id}`, known] as const)),
]);

/** The side a path belongs to; null for what both state. */
export function sideOfPath(path: string): StatementSide | null {
  const [part] = path.split('.');
  return part === 'a' || part === 'b' ? part : null;
}

const neededShared = ['date', 'time', 'place', 'injured'] as const;
const neededOfSide = ['plate', 'driverName'] as const;

/** What has to be there before anybody signs: when, where, whether somebody is hurt, who drove what. The rest is for the two to decide. */
export function missingIn(content: AccidentContent, sides: readonly StatementSide[] = statementSides): string[] {
  const needed = [...neededShared.map((id) => `shared.${id}`), ...sides.flatMap((side) => neededOfSide.map((id) => `${side}.${id}`))];
  return needed.filter((path) => content[path] === undefined);
}

/** The very bytes that are signed: all facts with their paths in order. The same facts give the same bytes on every device. */
export function factsText(id: string, content: AccidentContent): string {
  return JSON.stringify({ accidentStatement: id, facts: Object.keys(content).toSorted().map((path) => [path, plain(content[path])]) });
}

function plain(value: AccidentValue | undefined): unknown {
  if (value === undefined || typeof value !== 'object' || Array.isArray(value)) return value;
  const { road, vehicles, strokes } = value;
  return [road, ...statementSides.map((side) => [vehicles[side].x, vehicles[side].y, vehicles[side].angle]), strokes];
}

/** A keyed answer as people read it; what was typed stays as it is. Null for what is drawn. */
export function wordsOf(known: AccidentField, value: AccidentValue, language: 'de' | 'en'): string | null {
  if (known.kind === 'yesNo') return value ? { de: 'ja', en: 'yes' }[language] : { de: 'nein', en: 'no' }[language];
  if (known.kind === 'day' && typeof value === 'string') return language === 'de' ? value.split('-').toReversed().join('.') : value;
  if (known.kind === 'clock') {
    const position = clockPositions.find(({ id }) => id === value);
    return position ? `${position.id} ${language === 'de' ? 'Uhr' : 'o’clock'}: ${position.label[language]}` : null;
  }
  if (known.kind === 'circumstances' && Array.isArray(value)) return circumstances.filter(({ id }) => value.includes(id)).map(({ label }) => label[language]).join('; ');
  return typeof value === 'string' ? value : null;
}
