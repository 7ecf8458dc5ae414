import { base, card } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { controlStyles } from './control-styles.ts';

export const editorStyles = [
  base, card, controlStyles,
  css`
    :host { margin-bottom: 1rem; }
    section.card { padding: 1rem; min-width: 0; }
    .editor { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 1rem; align-items: start; }
    .toolbar { position: sticky; inset-block-start: calc(var(--topbar-height) + 0.25rem); z-index: 4; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.4rem 1rem; padding: 0.4rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-raised); }
    .tools, .steps { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem; }
    .tool { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.1rem; padding: 0.2rem 0.6rem; border: 1px solid transparent; border-radius: 6px; background: none; color: inherit; font: inherit; font-size: var(--wa-font-size-s); cursor: pointer; }
    .tool:hover:not(:disabled) { background: var(--wa-color-surface-lowered); }
    .tool[aria-pressed='true'] { border-color: var(--wa-color-brand-50); background: var(--wa-color-brand-50); color: #fff; }
    .tool:disabled { opacity: 0.4; cursor: default; }
    .hint { margin: 0.5rem 0.2rem 0.75rem; }
    .pages { display: grid; justify-items: center; gap: 1rem; padding: 0.75rem; border-radius: 8px; background: var(--wa-color-surface-lowered); }
    pdf-page { width: 100%; max-width: 52rem; container-type: inline-size; }
    field-panel { position: sticky; inset-block-start: calc(var(--topbar-height) + 0.75rem); max-height: calc(100dvh - var(--topbar-height) - 5.5rem); overflow-y: auto; }
    .state { display: grid; justify-items: center; gap: 0.75rem; padding: 4rem 1rem; text-align: center; }
    @media (max-width: 64rem) {
      .editor { grid-template-columns: minmax(0, 1fr); }
      field-panel { position: static; max-height: none; }
    }
    @media (max-width: 40rem) {
      section.card { padding: 0.6rem; }
      .pages { padding: 0; background: none; }
      .tool { min-height: 2.6rem; }
      .toolbar { position: static; }
    }
  `,
];
