import { base, card } from '@meldewerk/shell/styles';
import { css } from 'lit';

/** What the pages of an account look like. */
export const pageStyles = [
  base,
  card,
  css`
    h1 { font-size: 1.5rem; }
    h2 { font-size: 1.05rem; }
    .lead { max-width: 44rem; margin-top: 0.35rem; }
    .card { padding: clamp(1.1rem, 3.5vw, 1.6rem); }
    .stack { display: grid; gap: 1.1rem; }
    .stack > *, .sides > * { min-width: 0; }
    .head { margin-bottom: 1.25rem; }
    .sides { display: grid; gap: 1.1rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); align-items: start; }
    .buttons { display: flex; flex-wrap: wrap; gap: 0.7rem 1rem; align-items: center; margin-top: 1.2rem; }
    .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0.8rem 1.5rem; }
    .facts > div { display: grid; gap: 0.05rem; align-content: start; }
    .facts dt { font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
    .facts dd .quiet { font-weight: 400; }
    .facts dd { overflow-wrap: anywhere; font-weight: 550; }
    /* There before anything is said, and no gap until then. */
    :is([role='alert'], [role='status']):empty { position: absolute; }
    [tabindex='-1']:focus-visible { outline: none; }
    .small { font-size: var(--wa-font-size-s); }
    .gap { margin-top: 0.9rem; }
    .amount { font-size: 1.65rem; font-weight: 680; letter-spacing: -0.02em; line-height: 1.2; font-variant-numeric: tabular-nums; }
    wa-callout { font-size: var(--wa-font-size-s); }
    wa-button { max-width: 100%; }
    wa-button::part(base), wa-button::part(button) { min-height: 2.9rem; height: auto; white-space: normal; line-height: 1.25; }
    wa-button[size='s']::part(base), wa-button[size='s']::part(button) { min-height: 2.5rem; }
    a.more { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 1.75rem; font-weight: 550; }
    .skeleton { display: grid; gap: 1rem; }
    .skeleton i { display: block; height: 8rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
    .mark { display: inline-flex; align-items: center; gap: 0.4em; font-weight: 600; }
    .mark::before { content: ''; flex: none; width: 0.6em; height: 0.6em; border-radius: 50%; background: var(--dot, var(--wa-color-neutral-fill-loud)); }
    .mark.good { --dot: #1a8a4a; }
    .mark.waiting { --dot: #b7791f; }
    .mark.bad { --dot: #c92a2a; }
    @media (max-width: 30rem) {
      .buttons wa-button { flex: 1 1 100%; }
    }
  `,
];
