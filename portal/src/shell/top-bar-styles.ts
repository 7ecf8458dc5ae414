import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { status } from '../styles/shared.ts';
import { markStyles } from './workshop-mark.ts';

export const barStyles = [
  base,
  status,
  markStyles,
  css`
    :host { position: sticky; inset-block-start: 0; z-index: 10; background: var(--wa-color-surface-default); border-bottom: 1px solid var(--wa-color-surface-border); }
    header { position: relative; display: flex; align-items: center; gap: 1.1rem; height: var(--topbar-height); max-width: var(--page-width); margin: 0 auto; padding: 0 clamp(0.75rem, 2vw, 1.75rem); }
    .workshop { display: flex; align-items: center; gap: 0.6rem; min-width: 0; color: inherit; text-decoration: none; font-weight: 650; letter-spacing: -0.011em; }
    /* A long name takes two lines before it is cut. */
    .workshop .name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; max-width: 11rem; font-size: 0.9rem; line-height: 1.2; white-space: normal; }
    .workshop .mark, .workshop .logo, nav, .end { flex: none; }
    nav { display: flex; gap: 0.8rem; height: 100%; }
    nav a, nav button { position: relative; display: flex; align-items: center; gap: 0.4rem; height: 100%; padding: 0 0.2rem; border: 0; background: none; color: var(--wa-color-text-normal); font: inherit; font-weight: 550; text-decoration: none; white-space: nowrap; cursor: pointer; }
    nav button wa-icon { font-size: 0.85em; color: var(--wa-color-text-quiet); }
    nav wa-dropdown { display: block; height: 100%; }
    nav [aria-current]::after, nav .within::after { content: ''; position: absolute; inset: auto 0 -1px; height: 2px; background: var(--wa-color-brand-50); }
    .end { display: flex; align-items: center; gap: 0.6rem; margin-inline-start: auto; }
    .interrupted { display: inline-flex; align-items: center; gap: 0.4rem; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-xs); white-space: nowrap; }
    .phone { display: none; }
    .phone button { position: relative; display: grid; place-items: center; width: 2.5rem; height: 2.5rem; padding: 0; border: 0; border-radius: 8px; background: none; color: inherit; font: inherit; font-size: 1.35rem; cursor: pointer; }
    .phone button .new { position: absolute; inset-block-start: 0; inset-inline-end: -0.2rem; font-size: 0.65rem; }
    wa-dropdown-item { min-height: 2.5rem; }
    @media (max-width: 88rem) {
      .workshop:has(.name) ~ .end .desk .words { position: absolute; overflow: hidden; width: 1px; height: 1px; clip-path: inset(50%); white-space: nowrap; }
      .workshop:has(.name) ~ .end .desk wa-icon { margin: 0; }
    }
    @media (max-width: 76rem) {
      .workshop .name, .interrupted span { display: none; }
      .desk .words { position: absolute; overflow: hidden; width: 1px; height: 1px; clip-path: inset(50%); white-space: nowrap; }
      .desk wa-icon { margin: 0; }
    }
    @media (max-width: 68rem) {
      nav, .desk { display: none; }
      .phone { display: block; }
      .workshop .name { display: -webkit-box; }
      header { gap: 0.6rem; }
    }
    @media (max-width: 40rem) {
      .workshop .name { display: none; }
      .logo { max-width: 7.5rem; }
    }
    @media print { :host { display: none; } }
  `,
];
