import { base, card } from '@meldewerk/shell/styles';
import { css } from 'lit';

export const linkCardStyles = [
  base, card,
  css`
    section { display: grid; gap: 0.9rem; padding: 1rem 1.15rem; margin-top: 1rem; border-inline-start: 3px solid var(--wa-color-brand-50); }
    .head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.2rem 1rem; }
    h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
    h2 wa-icon { color: var(--wa-color-text-quiet); }
    .small, .head p { font-size: var(--wa-font-size-s); }
    .stages { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); }
    .stages li { position: relative; display: grid; justify-items: center; gap: 0.15rem; text-align: center; line-height: 1.3; }
    .stages li:not(:first-child)::before { content: ''; position: absolute; inset-block-start: 0.8rem; inset-inline: calc(-50% + 1.1rem) calc(50% + 1.1rem); height: 2px; background: var(--wa-color-surface-border); }
    .stages li.done:not(:first-child)::before { background: var(--wa-color-success-border-loud); }
    .mark { display: grid; place-items: center; width: 1.65rem; height: 1.65rem; border-radius: 50%; border: 1.5px solid var(--wa-color-neutral-border-loud); color: transparent; font-size: 0.9rem; }
    .done .mark { border-color: transparent; background: var(--wa-color-success-fill-loud); color: var(--wa-color-success-on-loud); }
    .failed .mark { border-color: transparent; background: var(--wa-color-danger-fill-loud); color: var(--wa-color-danger-on-loud); }
    .name { font-weight: 550; }
    .open .name { font-weight: 400; color: var(--wa-color-text-quiet); }
    .failed .name { color: var(--wa-color-danger-on-quiet); }
    .trouble { display: flex; gap: 0.5rem; padding: 0.6rem 0.8rem; border-radius: 8px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
    .trouble.ended { background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
    .trouble wa-icon { flex: none; margin-top: 0.25em; }
    .actions { display: flex; flex-wrap: wrap; gap: 0.45rem; }
    .said:empty { display: none; }
    @media (max-width: 40rem) {
      .stages { grid-template-columns: minmax(0, 1fr); gap: 0.55rem; }
      .stages li { grid-template-columns: auto auto 1fr; align-items: center; justify-items: start; gap: 0.6rem; text-align: start; }
      .stages li:not(:first-child)::before { inset: -0.6rem auto auto 0.8rem; width: 2px; height: 0.65rem; }
      .actions > * { flex: 1 1 auto; }
    }
    @media print { .actions, .said { display: none; } }
  `,
];
