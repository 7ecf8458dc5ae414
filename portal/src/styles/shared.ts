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

/** A plate as it hangs on the car: read faster than words. */
export const plate = css`
  .plate {
    display: inline-flex; align-items: stretch; overflow: hidden; vertical-align: middle;
    border: 1.5px solid #1b1f24; border-radius: 4px; background: #fff; color: #101214;
    font-weight: 650; font-size: 0.9em; line-height: 1.45; letter-spacing: 0.035em; white-space: nowrap;
  }
  .plate::before { content: ''; flex: none; width: 0.5em; background: #1a4bb8; }
  .plate.foreign::before { background: #9aa3ae; }
  .plate > span { padding: 0.02em 0.5em; }
`;

/** Colour helps; the word says it. */
export const status = css`
  .status { display: inline-flex; align-items: center; gap: 0.45em; white-space: nowrap; }
  .status::before { content: ''; width: 0.55em; height: 0.55em; flex: none; border-radius: 50%; background: var(--dot, #7a8490); }
  .status.draft { --dot: transparent; }
  .status.draft::before { border: 1.5px solid var(--status-draft); }
  .status.linkSent { --dot: var(--status-linkSent); }
  .status.submitted { --dot: var(--status-submitted); }
  .status.inReview { --dot: var(--status-inReview); }
  .status.scheduled { --dot: var(--status-scheduled); }
  .status.inRepair { --dot: var(--status-inRepair); }
  .status.ready { --dot: var(--status-ready); }
  .status.completed { --dot: var(--status-completed); }
  .status.cancelled { --dot: var(--status-cancelled); }
  .new {
    display: inline-block; padding: 0.08em 0.5em; border-radius: 999px; background: var(--wa-color-brand-50); color: #fff;
    font-size: 0.75em; font-weight: 650; line-height: 1.5; letter-spacing: 0.01em;
  }
`;
