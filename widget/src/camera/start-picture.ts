import { svg, type SVGTemplateResult } from 'lit';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import { drawOutline } from './outlines/draw-outline.ts';

/** What awaits in the camera: the customer's kind of vehicle in its outline. */
export function startPicture(type: VehicleType): SVGTemplateResult {
  return svg`${drawOutline('frontLeft', type, { width: 300, height: 190 })}`;
}
