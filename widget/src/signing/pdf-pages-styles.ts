import { css } from 'lit';

export const pdfPagesStyles = css`
  :host {
    display: block;
  }
  .zoom {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: 4px;
    padding: 4px 0;
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--mw-surface);
  }
  .zoom output {
    min-width: 4.5ch;
    text-align: center;
    font-size: 0.875em;
  }
  button {
    min-width: 44px;
    min-height: 44px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface);
    color: inherit;
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  button[aria-disabled='true'] {
    border-color: var(--mw-line);
    color: var(--mw-text-soft);
    cursor: default;
  }
  .pages {
    display: grid;
    gap: 12px;
    padding: 8px;
    background: #dfe4ea;
    border-radius: var(--mw-radius-small);
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  figure {
    margin: 0;
  }
  canvas {
    display: block;
    width: 100%;
    height: auto;
    background: #fff;
    box-shadow: 0 1px 3px rgb(23 33 43 / 25%);
  }
  details {
    margin-top: 8px;
  }
  summary {
    display: list-item;
    min-height: 44px;
    padding: 10px 4px;
    color: var(--mw-brand-text);
    font-weight: 600;
    cursor: pointer;
  }
  details p {
    margin: 4px 0 12px;
    white-space: pre-line;
  }
  h5 {
    margin: 8px 0 0;
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  .loading,
  .failed {
    margin: 0;
    padding: 24px 16px;
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface-soft);
    text-align: center;
  }
  .failed {
    background: var(--mw-warning-soft);
    color: #5c3c00;
    text-align: start;
  }
  :focus-visible {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
`;
