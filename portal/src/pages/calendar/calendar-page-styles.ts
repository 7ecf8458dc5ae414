import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';

export const calendarPageStyles = [
  base,
  css`
    .head, .toolbar { display: flex; flex-wrap: wrap; gap: 0.6rem 0.9rem; align-items: center; margin-bottom: 0.9rem; }
    h1 { font-size: 1.35rem; }
    .steps { display: flex; gap: 0.3rem; }
    .span { white-space: nowrap; }
    .jump input { height: 2.2rem; padding: 0 0.6rem; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; background: var(--wa-color-surface-default); color: inherit; font: inherit; color-scheme: inherit; }
    .views { display: flex; overflow: hidden; border: 1px solid var(--wa-color-surface-border); border-radius: 6px; }
    .views button { height: 2.2rem; padding: 0 0.9rem; border: 0; background: var(--wa-color-surface-default); color: inherit; font: inherit; cursor: pointer; }
    .views button:focus-visible { outline-offset: -2px; }
    .views button + button { border-inline-start: 1px solid var(--wa-color-surface-border); }
    .views [aria-pressed='true'] { background: var(--wa-color-brand-50); color: #fff; }
    .end { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-inline-start: auto; }
    report-filters { display: block; margin-bottom: 0.9rem; }
    .views { margin-inline-start: auto; }
    .banner { display: flex; gap: 0.5rem; align-items: baseline; margin-bottom: 0.8rem; padding: 0.6rem 0.9rem; border-radius: 8px; background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); }
    .banner.warn { background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
    .waiting-hint { display: none; width: 100%; margin-bottom: 0.8rem; padding: 0.6rem 0.9rem; border: 0; border-radius: 8px; background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); font: inherit; text-align: start; cursor: pointer; }
    .said { display: flex; gap: 0.5rem; align-items: baseline; margin-bottom: 0.8rem; color: var(--wa-color-success-on-quiet); }
    .layout { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 1rem; align-items: start; }
    .layout.loading .main { opacity: 0.6; transition: opacity 0.2s 0.15s; }
    .skeleton i { display: block; height: 26rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    @media (max-width: 72rem) { .layout { grid-template-columns: minmax(0, 1fr); } }
    @media (max-width: 48rem) {
      .waiting-hint { display: block; }
      .views, .span .dates { display: none; }
      .head, .toolbar { gap: 0.6rem; }
      .head h1 { flex: 1; }
      .jump { flex: 1 1 8rem; min-width: 0; }
      .jump input { width: 100%; min-width: 0; }
      .end { flex-basis: 100%; margin-inline-start: 0; }
      .end wa-button { flex: 1; }
    }
    @media print { .layout { display: block; } }
  `,
];
