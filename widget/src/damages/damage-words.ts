import { msg, str } from '@lit/localize';
import { partLabel } from '@meldewerk/contract/damage-labels';
import type { VehiclePart } from '@meldewerk/contract/damage-vocabulary';
import { textIn } from '@meldewerk/contract/text-in';
import type { StepHost } from '../step.ts';
import { vehicleTypeOf } from './vehicle-type.ts';

export function partName(host: StepHost, part: VehiclePart): string {
  return textIn(partLabel(part, vehicleTypeOf(host)), host.language);
}

export function numbered(number: number): string {
  return msg(str`Schaden ${number}`, { id: 'damages.numbered' });
}
