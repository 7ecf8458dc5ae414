import { css } from 'lit';

/** Native controls in the look of the portal: they are known to every screen reader and need no file of their own. */
export const controlStyles = css`
  .field { display: grid; gap: 0.25rem; min-width: 0; }
  .field > label, legend { font-size: var(--wa-font-size-s); font-weight: 550; }
  fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin-bottom: 0.35rem; }
  input:not([type='checkbox'], [type='radio'], [type='file']), select, textarea { width: 100%; min-height: 2.5rem; padding: 0.4rem 0.7rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 6px; background: var(--wa-color-surface-default); color: inherit; font: inherit; color-scheme: inherit; }
  textarea { line-height: 1.55; resize: vertical; }
  [aria-invalid='true'] { border-color: var(--wa-color-danger-border-loud) !important; }
  .fault { display: flex; gap: 0.35rem; align-items: baseline; color: var(--wa-color-danger-on-quiet); font-size: var(--wa-font-size-s); }
  .hint { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
  .choice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.1rem 0.6rem; align-items: start; padding: 0.2rem 0; cursor: pointer; }
  .choice input { width: 1.15rem; height: 1.15rem; margin: 0.15rem 0 0; accent-color: var(--wa-color-brand-50); }
  .choice .hint { grid-column: 2; }
  .text-button { padding: 0.15rem 0; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-s); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
`;
