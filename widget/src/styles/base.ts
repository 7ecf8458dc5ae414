import { css } from 'lit';

// `!important` on the host outranks the page: a reset such as `* { all: unset }` cannot take the element apart.
export const baseStyles = css`
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

  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-bottom: 16px;
  }
  header .name {
    flex: 1;
    min-width: 0;
    font-size: 1em;
    font-weight: 600;
    line-height: 1.25;
  }
  header .name span {
    display: block;
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--mw-text-soft);
  }
  .logo {
    display: grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    border-radius: 12px;
    background: var(--mw-brand);
    color: var(--mw-on-brand);
    font-weight: 700;
    font-size: 1.125em;
  }
  img.logo {
    width: auto;
    max-width: min(132px, 34cqi);
    background: none;
    object-fit: contain;
    border-radius: 6px;
  }
  .languages {
    display: flex;
  }
  .languages button {
    min-width: 44px;
    min-height: 44px;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    cursor: pointer;
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  .languages button[aria-pressed='true'] {
    color: var(--mw-brand-text);
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 5px;
  }

  .progress ol {
    display: flex;
    gap: 5px;
  }
  .progress li {
    flex: 1;
    min-width: 0;
  }
  .progress .bar {
    display: block;
    height: 5px;
    border-radius: 3px;
    background: var(--mw-line);
  }
  .progress .done .bar,
  .progress .now .bar {
    background: var(--mw-brand-text);
  }
  .progress button,
  .progress .ahead {
    display: none;
    width: 100%;
    min-height: 44px;
    padding: 4px 2px 6px;
    border: 0;
    background: none;
    font-size: 0.8125em;
    text-align: start;
    color: var(--mw-text-soft);
  }
  .progress button {
    cursor: pointer;
    color: var(--mw-brand-text);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
  }
  .progress .ahead {
    align-content: center;
  }
  .progress .now .ahead {
    color: var(--mw-text);
    font-weight: 600;
  }
  .progress .count {
    padding-top: 8px;
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  @container (min-width: 560px) {
    .progress button,
    .progress .ahead {
      display: block;
    }
    .progress .count {
      display: none;
    }
  }

  h2 {
    margin-top: 18px;
    font-size: 1.5em;
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline-offset: 6px;
    border-radius: 2px;
  }
  .explanation {
    margin: 8px 0 20px;
    color: var(--mw-text-soft);
    max-width: 58ch;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 48px;
    padding: 10px 20px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius);
    background: var(--mw-surface);
    color: var(--mw-text);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition: background var(--mw-quick), border-color var(--mw-quick);
  }
  .button:hover {
    background: var(--mw-surface-soft);
  }
  .button.primary {
    border-color: var(--mw-brand);
    background: var(--mw-brand);
    color: var(--mw-on-brand);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--mw-brand) 90%, var(--mw-on-brand));
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
  .actions {
    display: flex;
    flex-direction: row-reverse;
    gap: 12px;
    margin-top: 28px;
  }
  .actions .primary {
    flex: 1;
  }
  @container (min-width: 560px) {
    .actions {
      justify-content: space-between;
    }
    .actions .primary {
      flex: none;
      min-width: 200px;
    }
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
  .note {
    display: flex;
    gap: 10px;
    padding: 12px 14px;
    border-radius: var(--mw-radius);
    background: var(--tint);
    border: 1px solid transparent;
  }
  .note.warning {
    background: var(--mw-warning-soft);
    color: #5c3c00;
  }
  .note.storage {
    margin-top: 16px;
  }
  .wrong {
    margin-top: 6px;
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--mw-danger);
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
    gap: 10px;
  }
  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 2px;
    min-height: 44px;
    padding: 12px;
    border: 1.5px solid var(--mw-line);
    border-radius: 14px;
    background: var(--mw-surface);
    cursor: pointer;
    transition: border-color var(--mw-quick), background var(--mw-quick);
  }
  @container (max-width: 330px) {
    .tile {
      display: grid;
      grid-template-columns: 52px minmax(0, 1fr);
      column-gap: 12px;
    }
    .tile .category-icon {
      grid-row: 1 / 3;
      align-self: center;
    }
  }
  @container (min-width: 560px) {
    .tiles {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  .tile:hover {
    border-color: var(--mw-brand-text);
  }
  .tile input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    pointer-events: none;
  }
  .tile:has(:checked) {
    border-color: var(--mw-brand-text);
    background: var(--tint);
    box-shadow: inset 0 0 0 1px var(--mw-brand-text);
  }
  .tile:has(:focus-visible) {
    outline: 3px solid var(--mw-brand-text);
    outline-offset: 2px;
  }
  .tile :focus-visible {
    outline: none;
  }
  .tile .label {
    margin-top: 8px;
    font-weight: 600;
    line-height: 1.25;
    hyphens: auto;
    font-size: 0.9375em;
  }
  .tile .hint {
    font-size: 0.8125em;
    line-height: 1.35;
    color: var(--mw-text-soft);
  }
  .category-icon {
    width: 52px;
    height: 52px;
    margin: -4px;
    color: var(--mw-brand-text);
  }
  .tint {
    fill: color-mix(in srgb, var(--mw-brand) 16%, #fff);
  }
  .cable {
    stroke: color-mix(in srgb, var(--mw-brand) 34%, #fff);
  }

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
  @media (prefers-reduced-motion: reduce) {
    .app * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .tile:has(:checked) {
      outline: 2px solid Highlight;
    }
    .progress .done .bar,
    .progress .now .bar {
      background: Highlight;
    }
    .tint,
    .cable {
      fill: none;
      stroke: CanvasText;
    }
  }
`;
