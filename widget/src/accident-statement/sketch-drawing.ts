import { svg, type SVGTemplateResult } from 'lit';
import { sketchSize, statementSides, type Road, type Sketch, type SketchedVehicle, type StatementSide } from '@meldewerk/contract/accident-fields';
import { roadLines, vehicleLines } from '@meldewerk/contract/accident-sketch';

export function pathOf(points: readonly (readonly [number, number])[], closed: boolean): string {
  return `M${points.map(([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}${closed ? 'Z' : ''}`;
}

export function renderRoad(road: Road): SVGTemplateResult[] {
  return roadLines(road).map(({ points, dashed, closed }) => svg`<path class=${dashed ? 'road centre' : 'road'} d=${pathOf(points, closed)}/>`);
}

export function renderVehicle(side: StatementSide, vehicle: SketchedVehicle): SVGTemplateResult {
  return svg`${vehicleLines(vehicle).map(({ points, closed }, at) => svg`<path class=${at === 0 ? 'body' : 'detail'} d=${pathOf(points, closed)}/>`)}<text x=${vehicle.x} y=${vehicle.y + 14} text-anchor="middle">${side.toUpperCase()}</text>`;
}

/** The finished sketch, to look at. */
export function renderSketchPicture(sketch: Sketch, label: string): SVGTemplateResult {
  return svg`<svg class="sketch" viewBox="0 0 ${sketchSize.width} ${sketchSize.height}" role="img" aria-label=${label}>
    ${renderRoad(sketch.road)}${statementSides.map((side) => svg`<g class="vehicle ${side}">${renderVehicle(side, sketch.vehicles[side])}</g>`)}${sketch.strokes.map((stroke) => svg`<path class="stroke" d=${pathOf(stroke, false)}/>`)}
  </svg>`;
}
