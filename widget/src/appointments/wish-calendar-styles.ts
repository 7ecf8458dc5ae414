import { css } from 'lit';

/** Colours and font come from the page around it. */
export const wishCalendarStyles = css`
  :host {
    display: block;
    max-width: 460px;
    padding: 12px;
    border: 1px solid var(--mw-line);
    border-radius: 14px;
    background: var(--mw-surface);
  }
  *, *::before {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    margin: 0;
    cursor: pointer;
  }
  button[aria-disabled='true'] {
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 1px;
  }
  p, h3 {
    margin: 0;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .month {
    font-weight: 700;
  }
  .turn {
    min-width: 48px;
    min-height: 44px;
    border: 0;
    border-radius: 10px;
    background: none;
    font-size: 1.5em;
    line-height: 1;
    color: var(--mw-brand-text);
  }
  .turn[aria-disabled='true'] {
    color: var(--mw-edge);
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 2px;
    table-layout: fixed;
  }
  th {
    padding: 4px 0;
    font-weight: 600;
    font-size: 0.8125em;
    color: var(--mw-text-soft);
  }
  td {
    padding: 0;
    text-align: center;
  }
  .day {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 2px;
    width: 100%;
    min-height: 46px;
    padding: 0;
    border: 1.5px solid transparent;
    border-radius: 10px;
    background: none;
    color: var(--mw-text-soft);
    line-height: 1.1;
  }
  .day[aria-disabled='true'] .number {
    text-decoration: line-through;
  }
  .day.free {
    border-color: var(--mw-line);
    background: var(--mw-surface);
    color: var(--mw-text);
    font-weight: 600;
  }
  .day.free:hover {
    border-color: var(--mw-brand-text);
  }
  .day[aria-pressed='true'] {
    border-color: var(--mw-brand-text);
    box-shadow: inset 0 0 0 1px var(--mw-brand-text);
  }
  .day.wished {
    background: var(--mw-brand);
    border-color: var(--mw-brand);
    color: var(--mw-on-brand);
  }
  .day.wished[aria-pressed='true'] {
    box-shadow: inset 0 0 0 2px var(--mw-surface);
  }
  .day b {
    font-size: 0.75em;
    font-weight: 700;
  }
  .day.crossed {
    background: var(--mw-surface-soft);
    color: var(--mw-text-soft);
    font-weight: 400;
  }
  .day.crossed .number {
    text-decoration: line-through;
  }
  /* Two short bars: which half of the day can be had. */
  .day i {
    width: 20px;
    height: 3px;
  }
  .day i.morning, .day i.afternoon {
    background: linear-gradient(90deg, var(--mw-success) 45%, transparent 45%);
  }
  .day i.afternoon {
    background: linear-gradient(90deg, transparent 55%, var(--mw-success) 55%);
  }
  .day i.morning.afternoon {
    background: linear-gradient(90deg, var(--mw-success) 45%, transparent 45% 55%, var(--mw-success) 55%);
  }
  .day.crossed i {
    visibility: hidden;
  }
  .chosen {
    margin-top: 10px;
    padding-top: 12px;
    border-top: 1px solid var(--mw-line);
    min-height: 60px;
  }
  .chosen h3 {
    font-size: 1em;
  }
  .soft {
    margin-top: 6px;
    color: var(--mw-text-soft);
    font-size: 0.9375em;
  }
  .halves {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    margin-top: 8px;
  }
  .halves button {
    display: grid;
    place-content: center;
    min-height: 56px;
    padding: 6px 8px;
    border: 1.5px solid var(--mw-edge);
    border-radius: 10px;
    background: var(--mw-surface);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
  }
  .halves button:not([aria-disabled='true']):hover {
    border-color: var(--mw-brand-text);
  }
  .halves [aria-pressed='true'] {
    background: var(--mw-brand);
    border-color: var(--mw-brand);
    color: var(--mw-on-brand);
  }
  .halves [aria-disabled='true'] {
    border-style: dashed;
    color: var(--mw-text-soft);
    font-weight: 400;
  }
  .halves b, .halves small {
    font-size: 0.8125em;
  }
  .never {
    min-height: 44px;
    margin-top: 4px;
    padding: 6px 0;
    border: 0;
    background: none;
    color: var(--mw-brand-text);
    text-decoration: underline;
    text-underline-offset: 3px;
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
  @media (forced-colors: active) {
    .day.wished, .halves [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
