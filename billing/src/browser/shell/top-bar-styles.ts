import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';

export const topBarStyles = [
  base,
  css`
    :host { background: var(--wa-color-surface-default); border-bottom: 1px solid var(--wa-color-surface-border); }
    header, nav { max-width: var(--page-width); margin: 0 auto; padding: 0 clamp(0.9rem, 3vw, 1.75rem); }
    header { display: flex; align-items: center; gap: 0.75rem; min-height: 4rem; }
    .home { display: flex; align-items: center; gap: 0.75rem; flex: 1; min-width: 0; min-height: 2.75rem; color: inherit; text-decoration: none; }
    .sign { display: grid; place-items: center; flex: none; width: 2.25rem; height: 2.25rem; border-radius: 8px; background: var(--wa-color-brand-50); color: #fff; font-size: 1.1rem; }
    .name { display: grid; min-width: 0; line-height: 1.25; overflow-wrap: anywhere; }
    .name strong { font-weight: 650; letter-spacing: -0.011em; }
    .name .quiet { font-size: var(--wa-font-size-xs); }
    button { display: grid; place-items: center; width: 2.75rem; height: 2.75rem; padding: 0; border: 0; border-radius: 8px; background: none; color: inherit; font: inherit; font-size: 1.25rem; cursor: pointer; }
    button.round { border: 1px solid var(--wa-color-surface-border); border-radius: 50%; font-size: 1.1rem; }
    button.round:focus-visible { border-radius: 50%; }
    button:hover { background: var(--wa-color-surface-lowered); }
    .who { display: grid; max-width: 16rem; padding: 0.5rem 0.85rem 0.6rem; line-height: 1.35; overflow-wrap: anywhere; }
    .who .quiet { font-size: var(--wa-font-size-xs); }
    wa-dropdown-item { min-height: 2.75rem; }
    nav { display: flex; gap: 1.4rem; }
    nav a { position: relative; display: flex; align-items: center; min-height: 2.75rem; color: var(--wa-color-text-quiet); font-weight: 550; text-decoration: none; white-space: nowrap; }
    nav a:hover, nav [aria-current='page'] { color: var(--wa-color-text-normal); }
    nav [aria-current='page']::after { content: ''; position: absolute; inset: auto 0 -1px; height: 2px; background: var(--accent); }
    .phone { display: none; }
    @media (max-width: 46rem) {
      nav { display: none; }
      .phone { display: block; margin-inline-start: -0.6rem; }
      .sign { display: none; }
    }
    @media print { :host { display: none; } }
  `,
];
