// Apart from the schemas, so that the widget does not carry them.

/** Sides of the vehicle drawing. */
export const vehicleViews = ['left', 'front', 'right', 'rear', 'top'] as const;
export type VehicleView = (typeof vehicleViews)[number];

/** Parts by their codes, in the order in which one walks round the vehicle. A code once given keeps its meaning: exports carry it. */
export const vehicleParts = [
  'frontBumper', 'grille', 'bonnet', 'windscreen', 'headlightLeft', 'headlightRight',
  'wingFrontLeft', 'wheelFrontLeft', 'mirrorLeft', 'doorFrontLeft', 'doorRearLeft', 'sillLeft', 'sideWindowLeft', 'sidePanelLeft', 'wheelRearLeft',
  'rearBumper', 'bootLid', 'rearWindow', 'tailLightLeft', 'tailLightRight',
  'sidePanelRight', 'wheelRearRight', 'sideWindowRight', 'sillRight', 'doorRearRight', 'doorFrontRight', 'mirrorRight', 'wheelFrontRight', 'wingFrontRight',
  'roof', 'glassRoof', 'underbody', 'interior',
  'fairing', 'tank', 'seat', 'handlebar', 'fork', 'exhaust', 'swingArm', 'wheelFront', 'wheelRear', 'headlight', 'tailLight', 'indicators',
  'engine', 'mudguard',
  'drawbar', 'sideWallLeft', 'sideWallRight', 'tailgate', 'frontWall', 'axle', 'cover',
  'other',
] as const;
export type VehiclePart = (typeof vehicleParts)[number];

export const damageKinds = ['scratch', 'dent', 'hailDents', 'crack', 'chip', 'brokenOff', 'deformed', 'paintOff', 'torn', 'burnt', 'missing', 'other', 'shattered'] as const;
export type DamageKind = (typeof damageKinds)[number];

/** As people can tell without a ruler: up to a coin (3 cm), a hand (10 cm), a sheet of paper (30 cm), larger. */
export const damageSizes = ['coin', 'hand', 'sheet', 'larger'] as const;
export type DamageSize = (typeof damageSizes)[number];

/** More than these nobody marks one by one: it is the whole side then. */
export const maxDamageSpots = 30;

/** Shots that are taken of each marked damage, by their ids. */
export const shotsOfEachDamage: readonly string[] = ['damageWide', 'damageClose'];
