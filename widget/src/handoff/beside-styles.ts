import { css } from 'lit';

export const besideStyles = css`
  .phone-card {
    margin-top: 18px;
    padding: 16px 18px;
    border: 1.5px solid var(--mw-line);
    border-radius: 14px;
    background: var(--mw-surface-soft);
  }
  .phone-card.connected {
    border-color: color-mix(in srgb, var(--mw-success) 45%, transparent);
    background: var(--mw-success-soft);
  }
  .phone-card .title {
    font-weight: 700;
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .phone-card .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 18px;
  }
  .phone-card .offer > div:not(.buttons) {
    flex: 1 1 230px;
  }
  .phone-card .buttons {
    margin-top: 0;
    align-items: center;
  }
  .phone-card > .buttons {
    margin-top: 12px;
  }
  .phone-drawing {
    flex: none;
    color: var(--mw-brand-text);
  }
  .phone-drawing .tint {
    fill: var(--tint);
    stroke: none;
  }
  .phone-card .code {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 18px 26px;
  }
  .phone-card .code > div {
    flex: 1 1 240px;
  }
  .qr-code {
    flex: none;
    width: 208px;
    height: 208px;
    border: 1px solid var(--mw-line);
    border-radius: 12px;
    background: #fff;
  }
  .phone-card .how {
    margin: 10px 0 12px;
    counter-reset: way;
  }
  .phone-card .how li {
    position: relative;
    padding-block: 4px;
    padding-inline-start: 36px;
    counter-increment: way;
  }
  .phone-card .how li::before {
    content: counter(way);
    position: absolute;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    width: 25px;
    height: 25px;
    border-radius: 50%;
    background: var(--mw-brand);
    color: var(--mw-on-brand);
    font-size: 0.875em;
    font-weight: 700;
  }
  .phone-card .waiting,
  .phone-card .working {
    display: flex;
    align-items: center;
    gap: 10px;
    font-weight: 600;
  }
  .phone-card .spinner {
    flex: none;
    width: 18px;
    height: 18px;
    border: 3px solid var(--mw-line);
    border-top-color: var(--mw-brand-text);
    border-radius: 50%;
    animation: phone-turn 1s linear infinite;
  }
  @keyframes phone-turn {
    to {
      rotate: 1turn;
    }
  }
  .phone-card .fine {
    margin-top: 12px;
    font-size: 0.875em;
  }
  .dot {
    display: inline-block;
    width: 11px;
    height: 11px;
    margin-inline-end: 8px;
    border-radius: 50%;
    background: var(--mw-success);
  }
  .dot.away {
    background: var(--mw-warning);
  }
  .phone-line {
    display: flex;
    justify-content: flex-end;
    margin-bottom: -14px;
  }
  .phone-line .button {
    min-height: 44px;
    font-size: 0.9375em;
  }
  .note.news {
    margin-top: 14px;
  }
`;
