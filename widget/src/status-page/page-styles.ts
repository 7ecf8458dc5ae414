import { css } from 'lit';

export const pageStyles = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    margin-top: 4px;
    font-size: 0.9375em;
  }
  .facts b {
    font-weight: 600;
  }
  .app .note {
    margin-top: 14px;
  }
  .card {
    margin-top: 18px;
    padding: 18px;
    border: 1px solid var(--mw-line);
    border-radius: 16px;
  }
  .card h3 {
    font-size: 1.1875em;
    line-height: 1.25;
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    margin-top: 10px;
  }
  .history .soft {
    min-width: 11em;
  }
  .contact address {
    margin-top: 8px;
    font-style: normal;
    text-align: match-parent;
  }
  .contact .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 14px;
  }
  .on-paper {
    display: none;
  }
  @media print {
    .app {
      border: 0;
      box-shadow: none;
    }
    .languages, .button {
      display: none !important;
    }
    .on-paper {
      display: inline;
    }
    .card, .state {
      break-inside: avoid;
    }
  }
`;
