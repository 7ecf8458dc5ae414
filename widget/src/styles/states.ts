import { css } from 'lit';

export const stateStyles = css`
  .skeleton {
    display: grid;
    gap: 12px;
    grid-template-columns: 1fr 1fr;
    padding-top: 24px;
  }
  .skeleton i {
    height: 104px;
    border-radius: 14px;
    background: var(--mw-surface-soft);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton i:first-child {
    grid-column: 1 / -1;
    height: 64px;
  }
  @keyframes breathe {
    to {
      background: var(--mw-line);
    }
  }
  .failure {
    max-width: 46ch;
    margin: 48px auto;
    text-align: center;
  }
  .failure svg {
    width: 56px;
    height: 56px;
    color: var(--mw-brand-text);
  }
  .failure h2 {
    margin-top: 12px;
  }
  .failure .button {
    margin: 4px;
  }
`;
