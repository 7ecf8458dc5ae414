import { svg, type SVGTemplateResult } from 'lit';
import type { Shot } from '@meldewerk/contract/catalogue';

/** Where to stand or what to frame: the car from above (its front at the top) with the camera at a corner, or the thing itself. */
export function shotDrawing(outline: Shot['outline']): SVGTemplateResult {
  return svg`<svg class="shot-drawing" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"
    stroke-linejoin="round" aria-hidden="true" focusable="false">${drawings[outline]}</svg>`;
}

const carFromAbove = svg`<path class="tint" d="M24 22c0-6 3-10 8-10s8 4 8 10v24c0 4-2 6-8 6s-8-2-8-6z"/>
  <path d="M26 27c4-1.6 8-1.6 12 0l-1.2 4.5c-3.2-.8-6.4-.8-9.6 0zM27 45c3.3 1 6.7 1 10 0l-.8-4c-2.8.6-5.6.6-8.4 0zM24 26l-3 1.5M40 26l3 1.5"/>`;

function fromCorner(turn: number): SVGTemplateResult {
  return svg`${carFromAbove}<g transform="rotate(${turn} 32 32)"><path class="view" d="M32 2L20 16h24z" stroke="none"/><circle class="spot" cx="32" cy="3.5" r="3.5" stroke="none"/></g>`;
}

const corners = svg`<path d="M8 20V12h8M56 20V12h-8M8 44v8h8M56 44v8h-8"/>`;

const inCar = svg`<path class="tint" d="M6 44V34c0-2.2 1.6-4.2 3.8-4.6l8.2-1.6 8-10c1-1.2 2.4-1.8 4-1.8h12c1.6 0 3 .7 4 2l7 9.8 4.8 1c2 .4 3.2 2 3.2 4V44h-5m-10 0H22m-10 0H6"/>
    <circle cx="17" cy="45" r="5"/><circle cx="50" cy="45" r="5"/><path d="M18 28h35"/><circle class="ring" cx="33" cy="35" r="7"/>`;

const drawings: Record<Shot['outline'], SVGTemplateResult> = {
  frontLeft: fromCorner(-42),
  frontRight: fromCorner(42),
  rearRight: fromCorner(138),
  rearLeft: fromCorner(-138),
  wide: inCar,
  part: inCar,
  close: svg`${corners}<circle class="ring" cx="32" cy="32" r="13"/><path d="M24 36l6-8 3 5 6-7"/>`,
  scale: svg`${corners}<circle class="ring" cx="28" cy="31" r="11"/><circle class="tint" cx="46" cy="41" r="6"/><path d="M44.5 43.5l3-5"/>`,
  odometer: svg`<path class="tint" d="M8 46a24 24 0 1 1 48 0z"/><path d="M32 45L44 31M14 34l3 2M22 25l2 3M32 22v4M42 25l-1 2M50 34l-3 2"/><path class="ring" d="M24 52h16"/>`,
  vin: svg`<rect class="tint" x="5" y="24" width="54" height="16" rx="3"/><path class="ring" d="M11 32h5m5 0h5m5 0h5m5 0h5m5 0h2" stroke-linecap="butt"/><path d="M5 16v-4h5M59 16v-4h-5M5 48v4h5M59 48v4h-5"/>`,
  registration: svg`<path class="tint" d="M5 17h54v30H5z"/><path d="M23 17v30M41 17v30M9 24h9M9 30h9M9 36h6M27 24h9M27 30h9M45 24h9M45 30h6"/><path class="ring" d="M27 38h9"/>`,
  frame: svg`${corners}<circle class="tint" cx="32" cy="32" r="11"/><path d="M32 27v10M27 32h10"/>`,
  document: svg`<path class="tint" d="M16 8h24l8 8v40H16z"/><path d="M40 8v8h8M22 26h20M22 34h20M22 42h12"/>`,
};
