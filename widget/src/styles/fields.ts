import { css } from 'lit';

export const fieldStyles = css`
  .fields {
    display: grid;
    gap: 22px;
  }
  .row {
    display: grid;
    gap: 22px 16px;
  }
  @container (min-width: 560px) {
    .row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
  }
  .fields h3 {
    margin-top: 10px;
    font-size: 1.125em;
    line-height: 1.3;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
  }
  .field label.title,
  .field legend {
    display: block;
    font-weight: 600;
    line-height: 1.35;
  }
  .field .optional {
    font-weight: 400;
    font-size: 0.875em;
    color: var(--mw-text-soft);
    white-space: nowrap;
  }
  .field .prepared {
    display: inline-block;
    margin-inline-start: 4px;
    padding: 0 8px;
    border-radius: 20px;
    background: var(--tint);
    color: var(--mw-brand-text);
    font-weight: 400;
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .field .help {
    margin-top: 2px;
    font-size: 0.9375em;
    line-height: 1.4;
    color: var(--mw-text-soft);
  }
  .field .control {
    margin-top: 8px;
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .field :is(input, select, textarea):not([type='radio'], [type='checkbox']) {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 48px;
    padding: 10px 12px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius-small);
    background-color: var(--mw-surface);
    appearance: none;
  }
  .field textarea {
    min-height: 120px;
    resize: vertical;
    field-sizing: content;
  }
  .field select {
    padding-inline-end: 40px;
    background-image: linear-gradient(45deg, transparent 50%, var(--mw-text-soft) 50%), linear-gradient(-45deg, transparent 50%, var(--mw-text-soft) 50%);
    background-position: calc(100% - 22px) 55%, calc(100% - 16px) 55%;
    background-size: 6px 6px;
    background-repeat: no-repeat;
  }
  .field select:dir(rtl) {
    background-position: 16px 55%, 22px 55%;
  }
  /* Also what runs from left to right begins where the label begins. */
  .control:dir(rtl) > input {
    text-align: right;
  }
  .field :is(input, select, textarea)[aria-invalid='true'] {
    border-color: var(--mw-danger);
    box-shadow: 0 0 0 1px var(--mw-danger);
  }
  .field .short {
    max-width: 220px;
  }
  .field .plate {
    font-weight: 700;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .field .plate::placeholder {
    font-weight: 400;
    letter-spacing: 0.04em;
  }
  ::placeholder {
    color: #6a7784;
    opacity: 1;
  }
  .advice {
    margin-top: 6px;
    font-size: 0.9375em;
    color: var(--mw-warning);
  }

  .control.suggest {
    position: relative;
  }
  .suggestions {
    position: absolute;
    z-index: 2;
    inset: calc(100% + 4px) 0 auto;
    max-height: 272px;
    overflow-y: auto;
    padding: 4px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface);
    box-shadow: var(--mw-shadow);
  }
  .suggestions li {
    display: flex;
    align-items: center;
    min-height: 44px;
    padding: 6px 10px;
    border-radius: 8px;
    cursor: pointer;
  }
  .suggestions li:is(:hover, [aria-selected='true']) {
    background: var(--tint);
  }
  .suggestions li[aria-selected='true'] {
    box-shadow: inset 0 0 0 2px var(--mw-brand-text);
  }

  .choices {
    display: grid;
    gap: 8px;
    margin-top: 10px;
  }
  .choices.side {
    grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
    max-width: 420px;
  }
  details.more > .choices {
    margin: 0;
    padding: 4px 14px 16px;
  }
  details.unframed {
    margin-top: 10px;
  }
  @container (min-width: 560px) {
    .choices.stack {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .choices.wrap {
    display: flex;
    flex-wrap: wrap;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 48px;
    padding: 9px 14px;
    border: 1.5px solid var(--mw-line);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface);
    line-height: 1.3;
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--mw-brand-text);
  }
  .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    accent-color: var(--mw-brand-text);
  }
  .choice:has(:checked) {
    border-color: var(--mw-brand-text);
    background: var(--tint);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  .choice :focus-visible {
    outline: none;
  }
  fieldset.faulty .choice {
    border-color: var(--mw-danger);
  }

  details.more {
    border: 1px solid var(--mw-line);
    border-radius: var(--mw-radius);
  }
  details.more > summary {
    padding: 12px 14px;
    min-height: 48px;
    font-weight: 600;
    line-height: 1.4;
    color: var(--mw-brand-text);
    cursor: pointer;
  }
  details.more > .fields {
    padding: 4px 14px 18px;
  }
  .privacy {
    padding: 0 14px 14px;
    max-height: 260px;
    overflow: auto;
    white-space: pre-line;
    font-size: 0.9375em;
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
    .field select {
      appearance: auto;
    }
  }
`;
