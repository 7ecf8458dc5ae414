import { css } from 'lit';

export const itemStyles = css`
  .words {
    margin-top: 8px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 12px;
  }
  .bar progress {
    flex: 1;
  }
  progress {
    height: 8px;
    accent-color: var(--mw-brand);
  }
  .given progress {
    width: 72px;
  }
  .items {
    display: grid;
    gap: 10px;
    margin-top: 14px;
  }
  .given {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .given .label {
    flex: 1;
  }
  .tick {
    display: inline-grid;
    place-items: center;
    width: 26px;
    height: 26px;
    margin-inline-end: 8px;
    border-radius: 50%;
    background: var(--mw-success-soft);
    color: #0e5a31;
    font-weight: 700;
    flex: none;
  }
  .given .tick {
    margin: 0;
  }
  .pending .tick {
    background: var(--tint);
    color: var(--mw-brand-text);
  }
  .open {
    padding: 16px;
    border-radius: 12px;
    background: var(--mw-surface-soft);
  }
  h4 {
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .reason {
    margin-top: 4px;
  }
  .folded button {
    display: block;
    width: 100%;
    min-height: 48px;
    padding: 10px 16px;
    border: 1.5px solid var(--mw-line);
    border-radius: 12px;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .how {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
    margin-top: 12px;
  }
  .how p {
    flex: 1 1 12em;
  }
  .how figure {
    width: 116px;
  }
  .how status-photo {
    aspect-ratio: 4 / 3;
    border-radius: 10px;
  }
  .shot-drawing {
    width: 64px;
    height: 64px;
    flex: none;
    color: var(--mw-brand-text);
  }
  .tint {
    fill: var(--tint);
  }
  .view {
    fill: color-mix(in srgb, var(--mw-accent) 40%, transparent);
  }
  .spot {
    fill: var(--mw-accent);
  }
  .ring {
    stroke: var(--mw-accent);
  }
  .fields {
    margin-top: 14px;
  }
  .fields .field {
    margin-top: 0;
  }
  .fields .button {
    justify-self: start;
  }
  .button:focus-within {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  @media (max-width: 560px) {
    .how:has(figure) p {
      order: 3;
      flex-basis: 100%;
    }
    .buttons .button, .fields .button {
      flex: 1 1 100%;
      justify-self: stretch;
    }
  }
`;
