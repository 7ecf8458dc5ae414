import { css } from 'lit';

export const reportDamagesStyles = css`
  :host { --mw-surface: var(--wa-color-surface-raised, #fff); --mw-text: var(--wa-color-text-normal); }
  section { padding: 1rem 1.15rem 1.1rem; container-type: inline-size; }
  h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; margin-bottom: 0.75rem; }
  h2 wa-icon { color: var(--wa-color-text-quiet); }
  .count { color: var(--wa-color-text-quiet); font-weight: 400; }
  .damages { display: grid; gap: 1rem 1.5rem; align-items: start; }
  .sides { display: flex; flex-wrap: wrap; gap: 1rem 1.25rem; align-items: flex-end; padding-top: 1.5rem; color: var(--wa-color-text-normal); }
  figure { display: grid; gap: 0.3rem; min-width: 0; margin: 0; }
  figure.wide { flex: 1 1 15rem; max-width: 26rem; }
  figure.narrow { flex: 0 1 14rem; }
  .canvas { position: relative; }
  .vehicle { height: auto; }
  figcaption { font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); text-align: center; }
  /* Pins stand close: the drop alone is taken hold of, and the one in hand is on top. */
  .damage-pin { font: inherit; pointer-events: none; }
  .damage-pin b { pointer-events: auto; }
  .damage-pin.active { z-index: 1; }
  .damage-pin:focus-visible { outline: 2px solid var(--wa-color-focus); border-radius: 8px; }
  ol { display: grid; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
  li { display: grid; grid-template-columns: 1.75rem minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; align-items: center; padding: 0.5rem 0.5rem; border-radius: 8px; }
  li + li { border-top: 1px solid var(--wa-color-surface-border); border-radius: 0 0 8px 8px; }
  li.pointed { background: var(--wa-color-surface-lowered); }
  .number { display: grid; place-items: center; width: 1.75rem; height: 1.75rem; border-radius: 50%; background: #b3261e; color: #fff; font-weight: 700; font-size: var(--wa-font-size-s); }
  .part { font-weight: 600; }
  .about p { overflow-wrap: anywhere; }
  .note { font-style: italic; color: var(--wa-color-text-quiet); white-space: pre-line; }
  .photos { display: flex; flex-wrap: wrap; gap: 0.6rem; }
  .photos button { width: 5.5rem; aspect-ratio: 4 / 3; padding: 0; border: 0; border-radius: 6px; overflow: hidden; background: var(--wa-color-surface-lowered); cursor: zoom-in; }
  .photos img { width: 100%; height: 100%; object-fit: cover; }
  .none { font-size: var(--wa-font-size-xs); }
  /* One side, seldom more: beside it is room for the list. */
  @container (min-width: 44rem) {
    .damages { grid-template-columns: minmax(0, 21rem) minmax(0, 1fr); }
  }
  @container (max-width: 30rem) {
    li { grid-template-columns: 1.75rem minmax(0, 1fr); align-items: start; }
    .photos, .none { grid-column: 2; }
  }
  @media print {
    figure, li { break-inside: avoid; }
    .number { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
`;
