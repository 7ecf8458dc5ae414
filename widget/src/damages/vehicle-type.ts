import type { VehicleType } from '@meldewerk/contract/damage-parts';
import type { StepHost } from '../step.ts';

/** What the customer said it is; a car while nothing was said. */
export function vehicleTypeOf({ drafts }: Pick<StepHost, 'drafts'>): VehicleType {
  return (drafts.draft.vehicle['type'] as VehicleType | undefined) ?? 'car';
}
