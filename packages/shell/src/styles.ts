import { css } from 'lit';

/** What every page starts from. */
export const base = css`
  :host { display: block; }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h1, h2, h3 { font-weight: 650; line-height: 1.25; letter-spacing: -0.011em; text-wrap: balance; }
  a { color: var(--wa-color-text-link); text-underline-offset: 0.2em; }
  :focus-visible { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); border-radius: 3px; }
  .quiet { color: var(--wa-color-text-quiet); }
  wa-button[appearance='outlined']:not([disabled])::part(button) { background: var(--wa-color-surface-default); }
  wa-button[appearance='outlined']:not([disabled])::part(button):hover { background: var(--wa-color-surface-lowered); }
  .numbers { font-variant-numeric: tabular-nums; }
  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; border: 0;
  }
  @media print {
    .no-print, wa-button, wa-copy-button { display: none !important; }
    /* What stands in a field is text on paper; an empty one is nothing. */
    input, select, textarea { min-height: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; appearance: none; }
    input::placeholder, textarea::placeholder { color: transparent !important; }
    a { color: inherit; text-decoration: none; }
  }
`;

export const card = css`
  .card {
    background: var(--wa-color-surface-default);
    border: 1px solid var(--wa-color-surface-border);
    border-radius: 10px;
    box-shadow: var(--card-shadow);
  }
`;
