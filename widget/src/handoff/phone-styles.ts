import { css } from 'lit';

export const phoneStyles = css`
  :host {
    display: block;
  }
  .connection {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px 14px;
    border-radius: 12px;
    background: var(--mw-success-soft);
    font-size: 0.9375em;
    font-weight: 600;
  }
  .connection.away {
    background: var(--mw-warning-soft);
    color: #5c3c00;
  }
  .connection .dot {
    flex: none;
    width: 11px;
    height: 11px;
    border-radius: 50%;
    background: var(--mw-success);
  }
  .connection.away .dot {
    background: var(--mw-warning);
  }
  .tasks {
    display: flex;
    gap: 10px;
    margin-top: 14px;
  }
  .tasks .button {
    flex: 1;
  }
  .tasks .button[aria-current] {
    border-color: var(--mw-brand-text);
    background: var(--tint);
    color: var(--mw-brand-text);
  }
  .finish {
    display: grid;
    gap: 10px;
    margin-top: 28px;
  }
  .finish.ask {
    padding: 18px;
    border: 1px solid var(--mw-line);
    border-radius: 16px;
    background: var(--mw-surface-soft);
  }
  .finish .button {
    min-height: 54px;
  }
  .failure.good {
    text-align: center;
  }
  .failure .tick {
    width: 72px;
    height: 72px;
    color: var(--mw-success);
  }
  .failure .tick circle {
    fill: var(--mw-success-soft);
  }
`;
