import { css } from 'lit';
import { fieldStyles } from '../fields.ts';
import { pageStyles } from './page.ts';

/** What the quiet pages look like that somebody sees before they are signed in. */
export const signInStyles = [
  pageStyles,
  fieldStyles,
  css`
    .frame { display: grid; align-content: center; gap: 1.25rem; width: min(28rem, 100% - 2rem); min-height: 100dvh; margin: 0 auto; padding: 2rem 0 8vh; }
    .name { display: flex; align-items: center; gap: 0.7rem; font-weight: 650; letter-spacing: -0.011em; }
    .sign { display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: 8px; background: var(--wa-color-brand-50); color: #fff; font-size: 1.1rem; }
    .card { padding: clamp(1.25rem, 5vw, 2rem); }
    h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
    form { display: grid; gap: 1rem; margin-top: 1.4rem; }
    form wa-button { display: grid; }
    .aside { display: flex; flex-wrap: wrap; gap: 0.4rem 1.25rem; margin-top: 1.2rem; font-size: var(--wa-font-size-s); }
    .link { min-height: 2rem; padding: 0; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
    .link:disabled { color: var(--wa-color-text-quiet); text-decoration: none; cursor: default; }
    details { margin-top: 1.2rem; padding-top: 0.9rem; border-top: 1px solid var(--wa-color-surface-border); font-size: var(--wa-font-size-s); }
    summary { min-height: 1.75rem; cursor: pointer; font-weight: 550; }
    details p { margin-top: 0.4rem; color: var(--wa-color-text-quiet); }
    .at-code input { font-size: 1.5rem; letter-spacing: 0.3em; text-align: center; font-variant-numeric: tabular-nums; }
    footer { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; font-size: var(--wa-font-size-xs); }
    footer button { min-height: 1.75rem; padding: 0.25rem 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
  `,
];
