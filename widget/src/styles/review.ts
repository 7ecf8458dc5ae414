import { css } from 'lit';

export const reviewStyles = css`
  .review {
    display: grid;
    gap: 14px;
  }
  .review section {
    padding: 6px 16px 14px;
    border: 1px solid var(--mw-line);
    border-radius: 14px;
  }
  .section-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .section-head h3 {
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .review dl {
    display: grid;
    gap: 8px;
  }
  .review dl div {
    display: grid;
    gap: 0 16px;
  }
  .review dt {
    font-size: 0.875em;
    color: var(--mw-text-soft);
    line-height: 1.4;
  }
  .review dd {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  @container (min-width: 560px) {
    .review dl div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
    .review dt {
      font-size: 0.9375em;
      line-height: 1.6;
    }
  }
  .small-photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
    gap: 10px;
  }
  .caption {
    display: block;
    margin-top: 4px;
    font-size: 0.8125em;
    line-height: 1.3;
    color: var(--mw-text-soft);
  }
  .sending .without {
    margin-top: 12px;
  }
  .review section > .soft {
    margin-top: 10px;
    font-size: 0.9375em;
  }
  .sending:not(:empty) {
    display: grid;
    gap: 10px;
  }
  .grow {
    flex: 1;
  }
  .grow progress {
    width: 100%;
    margin-top: 8px;
  }
  .review .actions {
    margin-top: 8px;
  }
`;
