import * as v from 'valibot';
import { idSchema, optionalText } from './identifier.ts';
import { damageKinds, damageSizes, maxDamageSpots, vehicleParts, vehicleViews } from './damage-vocabulary.ts';

/** One damage: which part, what happened to it, how large. Its wide and close photos name it by `spotId`. */
export const damageSpotSchema = v.object({
  id: idSchema,
  part: v.picklist(vehicleParts),
  kind: v.picklist(damageKinds),
  size: v.picklist(damageSizes),
  /** Where it was tapped: fractions of the drawing of that side, from its left and upper edge. Null when it was named in the list. */
  at: v.nullable(v.object({ view: v.picklist(vehicleViews), x: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), y: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) })),
  note: optionalText(300),
});
export type DamageSpot = v.InferOutput<typeof damageSpotSchema>;

export const damageSpotsSchema = v.pipe(
  v.array(damageSpotSchema),
  v.maxLength(maxDamageSpots),
  v.check((spots) => new Set(spots.map(({ id }) => id)).size === spots.length, 'ids of spots are unique'),
);
