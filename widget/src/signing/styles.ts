import { css } from 'lit';

export const signingStyles = css`
  .forms {
    display: grid;
    gap: 14px;
  }
  .form,
  .withdrawal {
    padding: 16px;
    border: 1.5px solid var(--mw-line);
    border-radius: 14px;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .form.changed {
    border-color: var(--mw-warning);
  }
  .form-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 12px;
  }
  :is(.form, .withdrawal) :is(h4, h5) {
    margin: 0;
  }
  .form h3,
  .withdrawal h3 {
    font-size: 1.125em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .form h4,
  .withdrawal h4 {
    font-size: 1em;
    line-height: 1.35;
  }
  :is(.form, .withdrawal) :is(h3, h4):focus-visible {
    outline: none;
  }
  .state {
    flex: none;
    padding: 2px 10px;
    border-radius: 12px;
    background: var(--mw-surface-soft);
    color: var(--mw-text-soft);
    font-size: 0.875em;
    font-weight: 600;
  }
  .state.signed {
    background: var(--mw-success-soft);
    color: var(--mw-success);
  }
  .state.changed {
    background: var(--mw-warning-soft);
    color: #5c3c00;
  }
  .form .begin {
    justify-self: start;
    border-color: var(--mw-brand-text);
    color: var(--mw-brand-text);
  }
  .form .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }
  .form .save {
    justify-self: start;
  }
  .working {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    color: var(--mw-text-soft);
  }
  .spinner {
    flex: none;
    width: 22px;
    height: 22px;
    border: 3px solid var(--mw-line);
    border-top-color: var(--mw-brand-text);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .document,
  .signing {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    min-width: 0;
  }
  .signing {
    gap: 16px;
    margin-top: 8px;
    padding-top: 16px;
    border-top: 1px solid var(--mw-line);
  }
  .signing .primary {
    min-height: 56px;
  }
  .skip-ahead {
    display: inline-block;
    padding: 10px 0;
  }
  .paper {
    min-width: 0;
    padding: 16px;
    border: 1px solid var(--mw-line);
    border-radius: var(--mw-radius-small);
    background: #fff;
    color: #17212b;
  }
  /* A page needs the whole width of a phone. */
  .paper:has(meldewerk-pdf-pages) {
    margin-inline: -12px;
    padding: 0;
    border: 0;
  }
  :is(.paper, .whole-text) h5:nth-child(n) {
    margin: 18px 0 6px;
    padding: 0;
    font-size: 1.0625em;
    line-height: 1.3;
  }
  :is(.paper, .whole-text) h5:first-child {
    margin-top: 0;
  }
  :is(.paper, .whole-text) p {
    margin: 0 0 12px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  :is(.paper, .whole-text) ul {
    margin: 0 0 12px;
    padding-inline-start: 22px;
    list-style: disc;
  }
  .meaning {
    padding: 12px 14px;
    border-radius: var(--mw-radius);
    background: var(--mw-surface-soft);
    font-size: 0.9375em;
  }
  signature-field {
    --signature-edge: var(--mw-edge);
    --signature-text: var(--mw-text);
    --signature-quiet: var(--mw-text-soft);
    --signature-action: var(--mw-brand-text);
    --signature-surface: var(--mw-surface);
  }

  .withdrawal {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    margin-top: 14px;
  }
  .legal {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding: 12px 14px;
    border-radius: var(--mw-radius);
    background: var(--mw-surface-soft);
  }
  .legal summary {
    display: block;
    cursor: pointer;
    list-style: none;
  }
  .legal summary::-webkit-details-marker {
    display: none;
  }
  .legal .whole-text {
    font-size: 0.9375em;
  }
  .legal .first-lines {
    white-space: pre-line;
    font-size: 0.9375em;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .legal details[open] .first-lines,
  .legal details[open] .whole,
  .legal details:not([open]) .less {
    display: none;
  }
  .legal .whole,
  .legal .less {
    display: inline-block;
    padding: 10px 0;
    color: var(--mw-brand-text);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .choice:has([aria-invalid]) {
    border-color: var(--mw-danger);
  }
  .early .choice {
    align-items: start;
    margin-top: 8px;
  }
  .means {
    display: block;
    margin-top: 6px;
    font-size: 0.9375em;
    color: var(--mw-text-soft);
  }
  .hand-over {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .hand-over .field {
    justify-self: stretch;
  }
  .review dd:has(.state) {
    display: grid;
    justify-items: start;
    gap: 4px;
    white-space: normal;
  }
`;
