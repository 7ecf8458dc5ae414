import { css } from 'lit';

export const statusAppointmentStyles = css`
  .stands {
    margin-top: 12px;
    padding: 14px 16px;
    border-radius: var(--mw-radius);
    background: var(--tint);
  }
  .when {
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.3;
  }
  .words {
    margin-top: 8px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .stands + p, .stands + .words {
    margin-top: 14px;
  }
  h2 ~ p {
    margin-top: 10px;
  }
  .slots {
    display: grid;
    gap: 10px;
    margin-top: 14px;
  }
  .slots li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 12px 14px;
    border: 1px solid var(--mw-line);
    border-radius: var(--mw-radius);
  }
  .slots li > span:first-child {
    font-weight: 600;
  }
  .panel {
    margin-top: 16px;
    padding-top: 16px;
    border-top: 1px solid var(--mw-line);
  }
  .panel .when, .panel .wishes {
    margin-top: 12px;
  }
  .wished {
    margin-top: 6px;
    padding-inline-start: 24px;
    list-style: decimal;
  }
  h3 {
    margin-top: 18px;
  }
  .panel h3:first-child {
    margin-top: 0;
  }
  .agreed div {
    display: grid;
    gap: 0 16px;
    margin-top: 8px;
  }
  .agreed dt {
    font-size: 0.9375em;
    color: var(--mw-text-soft);
  }
  .rounds {
    margin-top: 16px;
  }
  .rounds summary {
    padding: 10px 0;
    font-weight: 600;
    color: var(--mw-brand-text);
    cursor: pointer;
  }
  .rounds li {
    padding: 10px 0;
    border-top: 1px solid var(--mw-line);
  }
  @media (min-width: 620px) {
    .agreed div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
`;
