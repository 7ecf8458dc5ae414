import { css } from 'lit';

// `!important` on the host outranks the page: a reset such as `* { all: unset }` cannot take the element apart.
export const hostStyles = css`
  :host {
    display: block !important;
    visibility: visible !important;
    container-type: inline-size !important;
    text-align: start;
  }
  :host([hidden]) {
    display: none !important;
  }
  .app {
    all: initial;
    display: block;
    box-sizing: border-box;
    max-width: 720px;
    margin: 0 auto;
    min-height: 460px;
    padding: 20px 16px;
    border: 1px solid var(--mw-line);
    border-radius: var(--meldewerk-radius, 18px);
    background: var(--meldewerk-background, var(--mw-surface));
    box-shadow: var(--mw-shadow);
    color: var(--mw-text);
    font: 400 max(16px, 1rem) / 1.5 var(--meldewerk-font, var(--mw-font));
    -webkit-text-size-adjust: 100%;
    overflow-wrap: break-word;
    --tint: color-mix(in srgb, var(--mw-brand) 9%, #fff);
  }
  @container (min-width: 560px) {
    .app {
      padding: 28px 36px 32px;
    }
  }
  .app *,
  .app *::before {
    box-sizing: border-box;
  }
  h1, h2, h3, p, ol, ul, dl, dd, fieldset, legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ol, ul {
    list-style: none;
  }
  button, input, select, textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  a {
    color: var(--mw-brand-text);
    text-underline-offset: 3px;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  [hidden] {
    display: none !important;
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
  .soft {
    color: var(--mw-text-soft);
  }
  @media (prefers-reduced-motion: reduce) {
    .app * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
