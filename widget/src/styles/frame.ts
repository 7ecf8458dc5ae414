import { css } from 'lit';

// Few sizes and one bold weight (16, 13, 24; 600): each pair is a font of its own that the browser fetches before the first step is drawn.
export const frameStyles = css`
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
  img.wordmark + .name .workshop {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  header .name .purpose {
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
    font-weight: 600;
  }
  img.logo {
    width: auto;
    max-width: min(132px, 34cqi);
    background: none;
    object-fit: contain;
    border-radius: 6px;
  }
  /* The short name is seen, the list with the long names lies over it: it fits beside any workshop's name. */
  .language {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-width: 60px;
    min-height: 44px;
    border: 1.5px solid var(--mw-line);
    border-radius: 22px;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--mw-brand-text);
  }
  .language::after {
    content: '';
    width: 7px;
    height: 7px;
    margin-top: -4px;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .language select {
    position: absolute;
    inset: -1px;
    width: 100%;
    min-height: 44px;
    opacity: 0;
    cursor: pointer;
    font-size: 1rem;
    color: var(--mw-text);
  }
  .language:hover {
    border-color: currentColor;
  }
  .language:has(:focus-visible) {
    outline: 3px solid;
    outline-offset: 2px;
  }
  .arrow:dir(rtl) {
    display: inline-block;
    scale: -1 1;
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
  .progress .ahead {
    align-content: center;
  }
  .progress .now .ahead {
    color: var(--mw-text);
    font-weight: 600;
  }
  .progress .count {
    padding-top: 8px;
    font-size: 0.8125em;
    color: var(--mw-text-soft);
  }
  /* Nine names, none of them broken inside. */
  @container (min-width: 680px) {
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
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
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
  @media (forced-colors: active) {
    .progress .done .bar,
    .progress .now .bar {
      background: Highlight;
    }
  }
`;
