import { css } from 'lit';

export const tileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(152px, 1fr));
    gap: 10px;
  }
  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 2px;
    min-height: 44px;
    padding: 12px 10px;
    border: 1.5px solid var(--mw-line);
    border-radius: 14px;
    background: var(--mw-surface);
    cursor: pointer;
    transition: border-color var(--mw-quick), background var(--mw-quick);
  }
  /* Two columns would be narrower than the longest word of the common labels. */
  @container (max-width: 350px) {
    .tiles {
      grid-template-columns: minmax(0, 1fr);
    }
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
    /* The browser's dictionary may part only what no column can hold. */
    hyphens: auto;
    hyphenate-limit-chars: 18 6 6;
    font-size: 0.9em;
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
  @media (forced-colors: active) {
    .tile:has(:checked) {
      outline: 2px solid Highlight;
    }
    .tint {
      fill: none;
      stroke: CanvasText;
    }
  }
`;
