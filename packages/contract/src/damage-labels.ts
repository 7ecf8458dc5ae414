import type { PartGroup, VehicleType } from './damage-parts.ts';
import type { DamageKind, DamageSize, VehiclePart } from './damage-vocabulary.ts';
import type { LocalizedText } from './language.ts';

// Apart from the schemas, so that the widget does not carry them. Every text can be had in every language of customers.

/** What people call a part of this type of vehicle. */
export function partLabel(part: VehiclePart, type: VehicleType | undefined): LocalizedText {
  return (type && partLabelsOfType[type]?.[part]) ?? partLabels[part];
}

export const partLabels: Record<VehiclePart, LocalizedText> = {
  frontBumper: { de: 'Stoßstange vorne', en: 'Front bumper' },
  grille: { de: 'Kühlergrill', en: 'Radiator grille' },
  bonnet: { de: 'Motorhaube', en: 'Bonnet' },
  windscreen: { de: 'Frontscheibe', en: 'Windscreen' },
  headlightLeft: { de: 'Scheinwerfer links', en: 'Headlight left' },
  headlightRight: { de: 'Scheinwerfer rechts', en: 'Headlight right' },
  wingFrontLeft: { de: 'Kotflügel vorne links', en: 'Front wing left' },
  wheelFrontLeft: { de: 'Rad vorne links', en: 'Front wheel left' },
  mirrorLeft: { de: 'Außenspiegel links', en: 'Mirror left' },
  doorFrontLeft: { de: 'Tür vorne links', en: 'Front door left' },
  doorRearLeft: { de: 'Tür hinten links', en: 'Rear door left' },
  sillLeft: { de: 'Schweller links', en: 'Sill left' },
  sideWindowLeft: { de: 'Seitenscheibe links', en: 'Side window left' },
  sidePanelLeft: { de: 'Seitenteil hinten links', en: 'Rear side panel left' },
  wheelRearLeft: { de: 'Rad hinten links', en: 'Rear wheel left' },
  rearBumper: { de: 'Stoßstange hinten', en: 'Rear bumper' },
  bootLid: { de: 'Heckklappe', en: 'Boot lid' },
  rearWindow: { de: 'Heckscheibe', en: 'Rear window' },
  tailLightLeft: { de: 'Rückleuchte links', en: 'Rear light left' },
  tailLightRight: { de: 'Rückleuchte rechts', en: 'Rear light right' },
  sidePanelRight: { de: 'Seitenteil hinten rechts', en: 'Rear side panel right' },
  wheelRearRight: { de: 'Rad hinten rechts', en: 'Rear wheel right' },
  sideWindowRight: { de: 'Seitenscheibe rechts', en: 'Side window right' },
  sillRight: { de: 'Schweller rechts', en: 'Sill right' },
  doorRearRight: { de: 'Tür hinten rechts', en: 'Rear door right' },
  doorFrontRight: { de: 'Tür vorne rechts', en: 'Front door right' },
  mirrorRight: { de: 'Außenspiegel rechts', en: 'Mirror right' },
  wheelFrontRight: { de: 'Rad vorne rechts', en: 'Front wheel right' },
  wingFrontRight: { de: 'Kotflügel vorne rechts', en: 'Front wing right' },
  roof: { de: 'Dach', en: 'Roof' },
  glassRoof: { de: 'Glasdach', en: 'Glass roof' },
  underbody: { de: 'Unterboden', en: 'Underbody' },
  interior: { de: 'Innenraum', en: 'Interior' },
  fairing: { de: 'Verkleidung', en: 'Fairing' },
  tank: { de: 'Tank', en: 'Tank' },
  seat: { de: 'Sitzbank', en: 'Seat' },
  handlebar: { de: 'Lenker', en: 'Handlebar' },
  fork: { de: 'Gabel', en: 'Fork' },
  exhaust: { de: 'Auspuff', en: 'Exhaust' },
  swingArm: { de: 'Schwinge', en: 'Swing arm' },
  wheelFront: { de: 'Vorderrad', en: 'Front wheel' },
  wheelRear: { de: 'Hinterrad', en: 'Rear wheel' },
  headlight: { de: 'Scheinwerfer', en: 'Headlight' },
  tailLight: { de: 'Rücklicht', en: 'Rear light' },
  indicators: { de: 'Blinker', en: 'Indicators' },
  engine: { de: 'Motor', en: 'Engine' },
  mudguard: { de: 'Schutzblech', en: 'Mudguard' },
  drawbar: { de: 'Deichsel', en: 'Drawbar' },
  sideWallLeft: { de: 'Bordwand links', en: 'Side wall left' },
  sideWallRight: { de: 'Bordwand rechts', en: 'Side wall right' },
  tailgate: { de: 'Heckwand', en: 'Tailgate' },
  frontWall: { de: 'Stirnwand', en: 'Front wall' },
  axle: { de: 'Achse', en: 'Axle' },
  cover: { de: 'Plane oder Deckel', en: 'Tarpaulin or lid' },
  other: { de: 'Etwas anderes', en: 'Something else' },
};

const partLabelsOfType: Partial<Record<VehicleType, Partial<Record<VehiclePart, LocalizedText>>>> = {
  van: {
    doorRearLeft: { de: 'Schiebetür links', en: 'Sliding door left' },
    doorRearRight: { de: 'Schiebetür rechts', en: 'Sliding door right' },
    sidePanelLeft: { de: 'Seitenwand hinten links', en: 'Rear side panel left' },
    sidePanelRight: { de: 'Seitenwand hinten rechts', en: 'Rear side panel right' },
    bootLid: { de: 'Hecktür', en: 'Rear door' },
    interior: { de: 'Innen- oder Laderaum', en: 'Cab or load space' },
  },
  motorcycle: {
    windscreen: { de: 'Windschild', en: 'Windshield' },
    mirrorLeft: { de: 'Spiegel links', en: 'Mirror left' },
    mirrorRight: { de: 'Spiegel rechts', en: 'Mirror right' },
    underbody: { de: 'Rahmen und Fußrasten', en: 'Frame and footrests' },
  },
  trailer: {
    wheelRearLeft: { de: 'Rad links', en: 'Wheel left' },
    wheelRearRight: { de: 'Rad rechts', en: 'Wheel right' },
    rearBumper: { de: 'Leuchtenträger', en: 'Light bar' },
    mudguard: { de: 'Kotflügel', en: 'Mudguard' },
    interior: { de: 'Ladefläche', en: 'Load bed' },
  },
};

export const damageKindLabels: Record<DamageKind, LocalizedText> = {
  scratch: { de: 'Kratzer', en: 'Scratch' },
  dent: { de: 'Delle', en: 'Dent' },
  hailDents: { de: 'Hageldellen', en: 'Hail dents' },
  crack: { de: 'Riss', en: 'Crack' },
  chip: { de: 'Steinschlag', en: 'Stone chip' },
  brokenOff: { de: 'Abgebrochen', en: 'Broken off' },
  deformed: { de: 'Eingedrückt oder verbogen', en: 'Pushed in or bent' },
  paintOff: { de: 'Lack ab', en: 'Paint off' },
  torn: { de: 'Eingerissen', en: 'Torn' },
  burnt: { de: 'Verbrannt', en: 'Burnt' },
  missing: { de: 'Fehlt', en: 'Missing' },
  other: { de: 'Etwas anderes', en: 'Something else' },
  shattered: { de: 'Zersplittert', en: 'Shattered' },
};

export const damageSizeLabels: Record<DamageSize, LocalizedText> = {
  coin: { de: 'Wie eine Münze', en: 'Like a coin' },
  hand: { de: 'Wie eine Hand', en: 'Like a hand' },
  sheet: { de: 'Wie ein Blatt Papier', en: 'Like a sheet of paper' },
  larger: { de: 'Größer', en: 'Larger' },
};

export const partGroupLabels: Record<PartGroup, LocalizedText> = {
  left: { de: 'Links', en: 'Left' },
  front: { de: 'Vorne', en: 'Front' },
  right: { de: 'Rechts', en: 'Right' },
  rear: { de: 'Hinten', en: 'Rear' },
  top: { de: 'Oben', en: 'Top' },
  inside: { de: 'Innen und unten', en: 'Inside and below' },
};

/** On a motorcycle the parts along its middle are no "top". */
export function partGroupLabel(group: PartGroup, type: VehicleType): LocalizedText {
  return type === 'motorcycle' && group === 'top' ? { de: 'Mitte', en: 'Middle' } : partGroupLabels[group];
}
