import { css, svg, type SVGTemplateResult } from 'lit';
import type { SeenSide } from '@meldewerk/vehicle-drawings/seen-side';

/**
 * A side of a vehicle with the parts of `marked` set off. Only a picture: what it says has to be there in words as well.
 * Styles: `sideDrawingStyles`. Colours follow the text colour and `--mw-surface`.
 */
export function sideDrawing({ width, height, shapes }: SeenSide, marked: ReadonlySet<string>): SVGTemplateResult {
  return svg`<svg class="vehicle" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">
    ${shapes.map(({ look, part, path, turn }) => svg`<path class="${look}${marked.has(part) && part ? ' marked' : ''}" data-part=${part} d=${path} transform=${turn ? `matrix(${turn.join(' ')})` : ''} />`)}</svg>`;
}

export const sideDrawingStyles = css`
  .vehicle {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
    --paint: color-mix(in srgb, currentColor 8%, var(--mw-surface, #fff));
    --edge: color-mix(in srgb, currentColor 72%, var(--mw-surface, #fff));
  }
  .vehicle path {
    stroke: var(--edge);
    stroke-width: 1;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .vehicle .body { fill: var(--paint); }
  .vehicle .glass { fill: color-mix(in srgb, #5d8fb8 34%, var(--mw-surface, #fff)); }
  .vehicle .lamp { fill: color-mix(in srgb, #f5cf57 34%, var(--mw-surface, #fff)); }
  .vehicle .tail { fill: color-mix(in srgb, #c8382c 42%, var(--mw-surface, #fff)); }
  .vehicle .tyre { fill: color-mix(in srgb, #2b353f 92%, currentColor); }
  .vehicle .rim { fill: color-mix(in srgb, currentColor 20%, var(--mw-surface, #fff)); }
  .vehicle .trim { fill: color-mix(in srgb, #65727f 78%, var(--mw-surface, #fff)); }
  .vehicle .plate { fill: var(--mw-surface, #fff); }
  .vehicle .shade { fill: color-mix(in srgb, currentColor 7%, transparent); stroke: none; }
  .vehicle .line { fill: none; stroke-width: 0.7; }
  .vehicle .marked { fill: color-mix(in srgb, var(--mw-accent, #f28c28) 46%, var(--mw-surface, #fff)); stroke: var(--mw-text, currentColor); stroke-width: 1.6; }
  @media (forced-colors: active) {
    .vehicle path { stroke: CanvasText; }
    .vehicle path:not(.tyre, .trim, .line) { fill: Canvas; }
    .vehicle .tyre,
    .vehicle .trim { fill: GrayText; }
    .vehicle path.marked { fill: Highlight; }
  }
`;
