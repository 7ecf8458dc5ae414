import { css } from 'lit';

export const safetyStyles = css`
  .safety {
    display: grid;
    gap: 4px;
  }
  .safety .none {
    justify-self: start;
    margin-bottom: 8px;
  }
  .safety .check {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding: 14px 0;
    border-top: 1px solid var(--mw-line);
  }
  .safety legend {
    float: inline-start;
    display: flex;
    align-items: center;
    gap: 12px;
    font-weight: 600;
    line-height: 1.3;
  }
  .safety legend svg {
    flex: none;
    width: 34px;
    height: 34px;
    color: var(--mw-brand-text);
  }
  .safety .answers {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
  }
  .safety .choice {
    justify-content: center;
    padding: 9px 6px;
    text-align: center;
  }
  .safety .choice input {
    position: absolute;
    opacity: 0;
  }
  .safety .choice:has(:checked) {
    font-weight: 600;
    box-shadow: inset 0 0 0 1px var(--mw-brand-text);
  }
  .safety .choice:not(.bad):has(:checked) {
    border-color: var(--mw-text-soft);
    background: var(--mw-surface-soft);
    box-shadow: inset 0 0 0 1px var(--mw-text-soft);
  }
  .safety .choice.bad:has(:checked) {
    border-color: var(--mw-danger);
    background: var(--mw-danger-soft);
    color: var(--mw-danger);
    box-shadow: inset 0 0 0 1px var(--mw-danger);
  }
  @container (min-width: 560px) {
    .safety .check {
      grid-template-columns: minmax(0, 1fr) 288px;
      align-items: center;
    }
  }
  .safety [role='status'] > .advice-card {
    margin-bottom: 16px;
  }
  .advice-card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 14px;
    margin-top: 16px;
    padding: 16px;
    border: 1.5px solid var(--mw-line);
    border-inline-start: 6px solid var(--mw-brand-text);
    border-radius: var(--mw-radius);
    background: var(--mw-surface-soft);
  }
  .advice-card svg {
    grid-row: span 2;
    width: 40px;
    height: 40px;
  }
  .advice-card h3 {
    font-size: 1.125em;
    line-height: 1.3;
  }
  .advice-card .calls {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 10px;
  }
  .advice-card .calls .button {
    flex: 1 1 220px;
  }
  .advice-card:is(.emergency, .tow) {
    border-color: var(--mw-danger);
    background: var(--mw-danger-soft);
  }
  .advice-card:is(.emergency, .tow) :is(h3, svg) {
    color: var(--mw-danger);
  }
  .advice-card .number {
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .advice-card .button.alarm {
    border-color: var(--mw-danger);
    background: var(--mw-danger);
    color: #fff;
  }
  .advice-card.careful {
    border-color: var(--mw-warning);
    background: var(--mw-warning-soft);
  }
  .advice-card.drive {
    border-inline-start-color: var(--mw-success, #1b7f4b);
  }
  @media (forced-colors: active) {
    .safety .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
