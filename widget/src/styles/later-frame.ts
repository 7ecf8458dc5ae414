import { css } from 'lit';

/** Of the frame, what nobody sees before they have touched something. */
export const laterFrameStyles = css`
  .progress button {
    cursor: pointer;
    color: var(--mw-brand-text);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
  }
  /* It takes the focus so that screen readers begin there; there is nothing to press. */
  h2:focus-visible {
    outline: none;
  }
  .button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--mw-brand-text);
    padding-inline: 8px;
  }
  .faults {
    margin: 0 0 20px;
    padding: 14px 16px;
    border: 1.5px solid var(--mw-danger);
    border-radius: var(--mw-radius);
    background: var(--mw-danger-soft);
  }
  .faults h3 {
    font-size: 1em;
    color: var(--mw-danger);
  }
  .faults a {
    display: inline-block;
    padding: 10px 0;
    color: var(--mw-danger);
    font-weight: 600;
  }
  .wrong {
    margin-top: 6px;
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--mw-danger);
  }
`;
