import { css } from 'lit';

/** The look of a section of the status page, for its element's `styles`. Colours and font come from the page around it. */
export const sectionStyles = css`
  :host {
    display: block;
  }
  :host([hidden]), [hidden] {
    display: none !important;
  }
  *, *::before {
    box-sizing: border-box;
  }
  h1, h2, h3, h4, p, ol, ul, dl, dd, fieldset, legend, figure {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ol, ul {
    list-style: none;
  }
  button, input, select, textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  a {
    color: var(--mw-brand-text);
    text-underline-offset: 3px;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  .card {
    margin-top: 18px;
    padding: 18px;
    border: 1px solid var(--mw-line);
    border-radius: 16px;
    background: var(--mw-surface);
  }
  /* The workshop waits for the customer here. */
  .card.due {
    border: 2px solid var(--mw-brand);
  }
  h2 {
    font-size: 1.1875em;
    line-height: 1.25;
    font-weight: 700;
  }
  h3 {
    font-size: 1em;
    line-height: 1.3;
    font-weight: 700;
  }
  h2:focus-visible, h3:focus-visible {
    outline: none;
  }
  .soft {
    color: var(--mw-text-soft);
  }
  .small {
    font-size: 0.875em;
  }
  .wrong {
    margin-top: 6px;
    font-weight: 600;
    color: var(--mw-danger);
  }
  .note {
    margin-top: 12px;
    padding: 12px 14px;
    border-radius: var(--mw-radius);
    background: var(--tint);
  }
  .note.warning {
    background: var(--mw-warning-soft);
    color: #5c3c00;
  }
  .note.good {
    background: var(--mw-success-soft);
    color: #0e5a31;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 48px;
    padding: 10px 20px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius);
    background: var(--mw-surface);
    color: var(--mw-text);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--mw-surface-soft);
  }
  .button.primary {
    border-color: var(--mw-brand);
    background: var(--mw-brand);
    color: var(--mw-on-brand);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--mw-brand) 90%, var(--mw-on-brand));
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--mw-brand-text);
    padding-inline: 8px;
  }
  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 16px;
  }
  .field {
    margin-top: 16px;
  }
  label, .label {
    font-weight: 600;
  }
  input[type='text'], input[type='date'], textarea, select {
    display: block;
    width: 100%;
    min-height: 48px;
    margin-top: 6px;
    padding: 10px 14px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius);
    background: var(--mw-surface);
  }
  [aria-invalid='true'] {
    border-color: var(--mw-danger) !important;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .button, textarea, input {
      display: none !important;
    }
  }
`;
