import { base, card } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { markStyles } from '../forms/form-marks.ts';

export const reportFormStyles = [
  base, card, markStyles,
  css`
    section { padding: 1rem 1.15rem 0.6rem; }
    .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; min-height: 2rem; }
    h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
    h2 wa-icon { color: var(--wa-color-text-quiet); }
    .count { color: var(--wa-color-text-quiet); font-weight: 400; }
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem 1.25rem; align-items: start; padding: 0.75rem 0; border-top: 1px solid var(--wa-color-surface-border); }
    li:first-child { border-top: 0; }
    .what { display: grid; gap: 0.25rem; justify-items: start; min-width: 0; }
    .title { font-weight: 600; overflow-wrap: anywhere; }
    .small { font-size: var(--wa-font-size-s); }
    .doubt { display: flex; gap: 0.4rem; align-items: baseline; color: var(--wa-color-warning-on-quiet); }
    .hash { display: inline-flex; align-items: center; gap: 0.3rem; }
    .hash wa-copy-button { margin-block: -0.4rem; font-size: 0.9em; }
    section > .doubt { margin: 0.35rem 0 0.5rem; }
    code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
    .actions { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0.4rem; max-width: 20rem; }
    @media (max-width: 50rem) { li { grid-template-columns: minmax(0, 1fr); } .actions { justify-content: flex-start; max-width: none; } }
  `,
];
