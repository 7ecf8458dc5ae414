import { css } from 'lit';

export const wishFormStyles = css`
  .wishes {
    display: grid;
    gap: 18px;
  }
  .ranked h3 {
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .ranked .soft {
    margin-top: 6px;
  }
  .ranked ol {
    display: grid;
    gap: 8px;
    margin-top: 8px;
  }
  .ranked li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 10px;
    padding: 6px 6px 6px 12px;
    border: 1px solid var(--mw-line);
    border-radius: 12px;
  }
  .rank {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--mw-brand);
    color: var(--mw-on-brand);
    font-weight: 700;
    font-size: 0.875em;
  }
  .what {
    font-weight: 600;
    line-height: 1.3;
  }
  .what .soft, .what .wrong {
    display: block;
    margin: 0;
    font-size: 0.875em;
  }
  .what .soft {
    font-weight: 400;
  }
  .moves {
    display: flex;
  }
  .moves button {
    min-width: 40px;
    min-height: 44px;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--mw-brand-text);
    font-size: 1.0625em;
    cursor: pointer;
  }
  .moves button[aria-disabled='true'] {
    color: var(--mw-line);
    cursor: default;
  }
  .chip {
    min-height: 44px;
    margin: 2px 4px 2px 0;
    padding: 4px 12px;
    border: 1px solid var(--mw-edge);
    border-radius: 20px;
    background: var(--mw-surface-soft);
    font-size: 0.9375em;
    cursor: pointer;
  }
  .wish-extras {
    display: grid;
    gap: 20px;
    margin-top: 22px;
  }
  .wish-extras legend, .wish-extras .line label {
    font-weight: 600;
  }
  .wish-extras .optional {
    font-weight: 400;
    font-size: 0.875em;
    color: var(--mw-text-soft);
  }
  .wish-tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 48px;
    margin-top: 8px;
    padding: 9px 14px;
    border: 1.5px solid var(--mw-line);
    border-radius: var(--mw-radius-small);
    cursor: pointer;
  }
  .wish-tick:has(:checked) {
    border-color: var(--mw-brand-text);
    background: var(--tint);
  }
  .wish-tick input {
    flex: none;
    width: 20px;
    height: 20px;
    accent-color: var(--mw-brand-text);
  }
  .wish-extras .line {
    margin-top: 12px;
  }
  .wish-extras > .line {
    margin-top: 0;
  }
  .wish-extras :is(input[type='text'], textarea) {
    display: block;
    width: 100%;
    min-height: 48px;
    margin-top: 6px;
    padding: 10px 12px;
    border: 1.5px solid var(--mw-edge);
    border-radius: var(--mw-radius-small);
    background: var(--mw-surface);
  }
  .wish-extras .small {
    margin-top: 8px;
    font-size: 0.9375em;
  }
  @container (min-width: 620px) {
    .wishes {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
    }
  }
`;
