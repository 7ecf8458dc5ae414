import { damageKinds, vehicleViews, type DamageKind, type VehiclePart, type VehicleView } from './damage-vocabulary.ts';
import type { vehicleTypes } from './report.ts';

// Apart from the schemas, so that the widget does not carry them.

export type VehicleType = (typeof vehicleTypes)[number];

/** Where a part is looked for in a list. */
export const partGroups = [...vehicleViews, 'inside'] as const;
export type PartGroup = (typeof partGroups)[number];
export type GroupedParts = { group: PartGroup; parts: VehiclePart[] }[];

/** The parts of a type, by the side one finds them on, each once, in the order in which one walks round the vehicle. */
export function groupedPartsOf(type: VehicleType): GroupedParts {
  return partGroups.map((group) => ({ group, parts: [...partsByType[type][group]] }));
}

export function partsOf(type: VehicleType): VehiclePart[] {
  return partGroups.flatMap((group) => [...partsByType[type][group]]);
}

export function hasPart(type: VehicleType, part: VehiclePart): boolean {
  return partGroups.some((group) => partsByType[type][group].includes(part));
}

/** What can happen to a part, the likeliest first: glass cannot be dented. */
export function kindsOf(part: VehiclePart): readonly DamageKind[] {
  return kindsByMaterial[materialOf(part)];
}

/** The same part on the other side; a part there is one of stays itself. */
export function oppositePart(part: VehiclePart): VehiclePart {
  const other = part.endsWith('Left') ? part.replace(/Left$/, 'Right') : part.replace(/Right$/, 'Left');
  return other as VehiclePart;
}

/** The side that lies opposite; front, rear and top are their own. */
export function oppositeView(view: VehicleView): VehicleView {
  if (view === 'left') return 'right';
  return view === 'right' ? 'left' : view;
}

type PartsBySide = Record<PartGroup, readonly VehiclePart[]>;

const carLeft: VehiclePart[] = ['wingFrontLeft', 'wheelFrontLeft', 'mirrorLeft', 'doorFrontLeft', 'doorRearLeft', 'sideWindowLeft', 'sillLeft', 'sidePanelLeft', 'wheelRearLeft'];
const carFront: VehiclePart[] = ['frontBumper', 'grille', 'headlightLeft', 'headlightRight', 'bonnet', 'windscreen'];
const carRear: VehiclePart[] = ['rearBumper', 'bootLid', 'rearWindow', 'tailLightLeft', 'tailLightRight'];
const car: PartsBySide = { left: carLeft, front: carFront, right: carLeft.map(oppositePart), rear: carRear, top: ['roof', 'glassRoof'], inside: ['interior', 'underbody', 'other'] };

const trailerLeft: VehiclePart[] = ['sideWallLeft', 'wheelRearLeft', 'tailLightLeft'];

const partsByType: Record<VehicleType, PartsBySide> = {
  car,
  estate: car,
  van: { ...car, top: ['roof'] },
  motorcycle: {
    left: ['mirrorLeft'],
    front: ['wheelFront', 'fork', 'mudguard', 'headlight', 'windscreen', 'handlebar', 'indicators'],
    right: ['mirrorRight', 'exhaust'],
    rear: ['wheelRear', 'swingArm', 'tailLight'],
    top: ['fairing', 'tank', 'seat', 'engine'],
    inside: ['underbody', 'other'],
  },
  trailer: {
    left: trailerLeft,
    front: ['drawbar', 'frontWall'],
    right: trailerLeft.map(oppositePart),
    rear: ['tailgate', 'rearBumper'],
    top: ['cover'],
    inside: ['mudguard', 'axle', 'underbody', 'interior', 'other'],
  },
};

type Material = 'body' | 'plastic' | 'glass' | 'light' | 'wheel' | 'mechanical' | 'soft' | 'any';

const kindsByMaterial: Record<Material, readonly DamageKind[]> = {
  body: ['scratch', 'dent', 'deformed', 'paintOff', 'hailDents', 'chip', 'crack', 'torn', 'burnt', 'missing', 'other'],
  plastic: ['scratch', 'crack', 'deformed', 'brokenOff', 'paintOff', 'dent', 'torn', 'burnt', 'missing', 'other'],
  glass: ['chip', 'crack', 'shattered', 'scratch', 'burnt', 'missing', 'other'],
  light: ['crack', 'shattered', 'scratch', 'brokenOff', 'chip', 'burnt', 'missing', 'other'],
  wheel: ['scratch', 'torn', 'deformed', 'crack', 'burnt', 'missing', 'other'],
  mechanical: ['deformed', 'scratch', 'dent', 'crack', 'brokenOff', 'burnt', 'missing', 'other'],
  soft: ['torn', 'scratch', 'burnt', 'crack', 'deformed', 'brokenOff', 'missing', 'other'],
  any: damageKinds,
};

const materials: Partial<Record<string, Material>> = {
  frontBumper: 'plastic', rearBumper: 'plastic', grille: 'plastic', mirror: 'plastic', sill: 'plastic', fairing: 'plastic', mudguard: 'plastic',
  windscreen: 'glass', sideWindow: 'glass', rearWindow: 'glass', glassRoof: 'glass',
  headlight: 'light', tailLight: 'light', indicators: 'light',
  wheel: 'wheel', wheelFront: 'wheel', wheelRear: 'wheel',
  fork: 'mechanical', handlebar: 'mechanical', exhaust: 'mechanical', swingArm: 'mechanical', engine: 'mechanical', drawbar: 'mechanical', axle: 'mechanical', underbody: 'mechanical',
  interior: 'soft', seat: 'soft', cover: 'soft',
  other: 'any',
};

function materialOf(part: VehiclePart): Material {
  return materials[part.replace(/(Left|Right)$/, '')] ?? 'body';
}
