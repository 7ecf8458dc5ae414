import { svg, type SVGTemplateResult } from 'lit';
import type { Outline } from '@meldewerk/contract/catalogue';
import type { VehicleType } from '@meldewerk/contract/damage-parts';
import { flatOutline, type FlatDrawing } from './flat-outlines.ts';
import { projectVehicle, type Box, type Eye } from './project-vehicle.ts';
import { vehicleShapes } from './vehicle-shapes.ts';

/** From where each type is seen as a whole. */
const eyes: Record<keyof typeof vehicleShapes, Eye> = {
  car: { degrees: 42, distance: 6.6, height: 1.5, aim: 0.7 },
  estate: { degrees: 42, distance: 7, height: 1.6, aim: 0.8 },
  van: { degrees: 42, distance: 7.5, height: 1.65, aim: 1.1 },
  motorcycle: { degrees: 54, distance: 3.6, height: 1.3, aim: 0.65 },
  trailer: { degrees: 45, distance: 5, height: 1.6, aim: 0.6 },
};

// The picture is drawn again whenever the device is turned by a degree; its outline stays.
let last: { wanted: string; lines: FlatDrawing } = { wanted: '', lines: { strong: '', fine: '', mark: '' } };

/** The outline over a picture of these proportions. Dark below and white above, so that it shows on snow and in a garage. */
export function drawOutline(outline: Outline, type: VehicleType, box: Box): SVGTemplateResult {
  const wanted = JSON.stringify([outline, type, box]);
  if (last.wanted !== wanted) last = { wanted, lines: linesOf(outline, type, box) };
  const { strong, fine, mark } = last.lines;
  return svg`<svg class="outline" viewBox="0 0 ${box.width} ${box.height}" fill="none" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
    <g class="shade"><path class="fine" d=${fine}/><path d=${strong}/><path d=${mark}/></g>
    <g class="light"><path class="fine" d=${fine}/><path d=${strong}/></g><path class="mark" d=${mark}/>
  </svg>`;
}

/** The lines of an outline, in the units of `box`. */
export function linesOf(outline: Outline, type: VehicleType, box: Box): FlatDrawing {
  switch (outline) {
    case 'frontLeft':
    case 'frontRight':
    case 'rearLeft':
    case 'rearRight':
      return { ...projectVehicle(vehicleShapes[type], outline.startsWith('front') ? 'front' : 'rear', eyes[type], outline.endsWith('Right'), box), mark: '' };
    default:
      return flatOutline(outline, box);
  }
}
