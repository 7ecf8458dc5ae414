import { base, card } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { clashStyles } from './changed-meanwhile.ts';
import { fieldStyles } from './field.ts';
import { sendingStyles } from './sending-panel.ts';

export const pageStyles = [
  base, card, fieldStyles, sendingStyles, clashStyles,
  css`
    .back { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2rem; margin-bottom: 0.4rem; color: var(--wa-color-text-quiet); text-decoration: none; }
    .back:hover { color: var(--wa-color-text-normal); }
    header { margin-bottom: 1rem; }
    h1 { font-size: 1.45rem; }
    form { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 1rem; align-items: start; }
    .main { display: grid; gap: 1rem; min-width: 0; }
    section.card, aside.card { padding: 1rem 1.15rem 1.15rem; min-width: 0; }
    h2 { display: flex; align-items: center; gap: 0.5rem; margin-bottom: 0.75rem; font-size: 0.95rem; }
    h2 wa-icon { color: var(--wa-color-text-quiet); }
    .clash { margin-bottom: 1rem; }
    .clash h2 { margin: 0; }
    aside { position: sticky; inset-block-start: calc(var(--topbar-height) + 1rem); display: grid; gap: 0.9rem; }
    aside .actions { display: grid; gap: 0.5rem; }
    aside p:empty { display: none; }
    .aside { font-size: var(--wa-font-size-s); }
    .restored { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.6rem; margin-bottom: 1rem; padding: 0.7rem 1rem; }
    .text-button { padding: 0.15rem 0; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
    .failure { display: flex; gap: 0.5rem; padding: 0.7rem 0.8rem; border: 1px solid var(--wa-color-danger-border-normal); border-radius: 8px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
    .failure wa-icon { flex: none; margin-top: 0.25em; }
    .failure .hint { color: inherit; overflow-wrap: anywhere; }
    .keys { text-align: center; }
    kbd { padding: 0.05em 0.4em; border: 1px solid var(--wa-color-surface-border); border-bottom-width: 2px; border-radius: 5px; background: var(--wa-color-surface-lowered); font: inherit; font-size: 0.9em; }
    @media (max-width: 62rem) {
      form { grid-template-columns: minmax(0, 1fr); }
      aside { position: static; }
      .no-phone { display: none; }
    }
    @media (max-width: 40rem) { h1 { font-size: 1.25rem; } }
  `,
];
