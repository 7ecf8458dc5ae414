import { css } from 'lit';

/** As on paper: A is blue, B is yellow. */
export const sketchColors = css`
  .road { fill: none; stroke: #6c7884; stroke-width: 4; }
  .road.centre { stroke-width: 3; stroke-dasharray: 22 18; }
  .vehicle .body { stroke: #17212b; stroke-width: 3; stroke-linejoin: round; }
  .vehicle.a .body { fill: #1c5cbd; }
  .vehicle.b .body { fill: #fcd22e; }
  .vehicle .detail { fill: none; stroke-width: 3; }
  .vehicle text { font: 700 40px system-ui, sans-serif; pointer-events: none; }
  .vehicle.a text { fill: #fff; }
  .vehicle.a .detail { stroke: #fff; }
  .vehicle.b text { fill: #17212b; }
  .vehicle.b .detail { stroke: #17212b; }
  .stroke { fill: none; stroke: #10266f; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
`;

export const sketchPadStyles = [
  sketchColors,
  css`
    :host { display: block; }
    *, *::before { box-sizing: border-box; }
    label.road { display: grid; gap: 8px; margin-bottom: 12px; font-weight: 600; }
    select { width: 100%; min-height: 48px; padding: 10px 12px; border: 1.5px solid var(--mw-edge, #7d8b99); border-radius: 8px; background: var(--mw-surface, #fff); color: inherit; font: inherit; font-weight: 400; }
    svg { display: block; width: 100%; border: 1.5px solid var(--mw-edge, #7d8b99); border-radius: 8px; background: #fbfbfd; touch-action: none; cursor: crosshair; user-select: none; -webkit-user-select: none; }
    .vehicle { cursor: grab; }
    .vehicle:active { cursor: grabbing; }
    .vehicle:focus { outline: none; }
    .vehicle:focus-visible .body { stroke: var(--mw-danger, #b3261e); stroke-width: 9; }
    :is(select, button):focus-visible { outline: 3px solid var(--mw-brand-text, #14507a); outline-offset: 2px; }
    .hint { margin: 8px 0 0; font-size: 0.9375em; line-height: 1.4; color: var(--mw-text-soft, #4d5b6a); }
    .tools { display: grid; grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); gap: 8px; margin-top: 12px; }
    button { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 8px 12px; border: 1.5px solid var(--mw-edge, #7d8b99); border-radius: 12px; background: var(--mw-surface, #fff); color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
    button:disabled { color: var(--mw-text-soft, #4d5b6a); border-color: var(--mw-line, #dce2e8); cursor: default; }
    .mark { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 6px; font-weight: 700; font-size: 0.875em; }
    .mark.a { background: #1c5cbd; color: #fff; }
    .mark.b { background: #fcd22e; color: #17212b; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `,
];
