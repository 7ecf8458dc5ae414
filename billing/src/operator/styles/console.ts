import { css } from 'lit';
import { pageStyles } from '../../browser/styles/page.ts';

/** What the pages of the console share: a heading with its action, filters, and tables that become cards on a phone. */
export const consoleStyles = [
  pageStyles,
  css`
    .title { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; justify-content: space-between; align-items: center; margin-bottom: 1.1rem; }
    .filters { display: flex; flex-wrap: wrap; gap: 0.5rem; }
    .filters a { display: inline-flex; align-items: center; gap: 0.45rem; min-height: 2.5rem; padding: 0 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 999px; background: var(--wa-color-surface-default); color: inherit; font-size: var(--wa-font-size-s); font-weight: 550; text-decoration: none; }
    .filters a:hover { border-color: var(--wa-color-neutral-border-loud); }
    .filters a:focus-visible { border-radius: 999px; }
    .filters [aria-current='true'] { border-color: var(--wa-color-brand-50); background: var(--wa-color-brand-50); color: #fff; }
    .filters .count { font-weight: 400; font-variant-numeric: tabular-nums; }
    table { width: 100%; border-collapse: collapse; font-size: var(--wa-font-size-s); }
    th { padding: 0.6rem 0.75rem; text-align: start; font-weight: 600; color: var(--wa-color-text-quiet); white-space: nowrap; }
    td { padding: 0.75rem; border-top: 1px solid var(--wa-color-surface-border); vertical-align: top; overflow-wrap: anywhere; }
    :is(th, td):first-child { padding-inline-start: 1.25rem; }
    :is(th, td):last-child { padding-inline-end: 1.25rem; }
    :is(th, td).number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
    td .quiet:not(.mark, .effects) { display: block; }
    .card.flush { padding: 0.35rem 0; }
    .mark { white-space: nowrap; }
    .empty { display: grid; justify-items: center; gap: 0.5rem; padding: 2.5rem 1rem; text-align: center; }
    .empty > wa-icon { font-size: 1.75rem; color: var(--wa-color-text-quiet); }
    .skeleton i { height: 3.25rem; }
    .back { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 2rem; margin-bottom: 0.5rem; font-size: var(--wa-font-size-s); font-weight: 550; text-decoration: none; }
    code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
    @media (max-width: 52rem) {
      table.cards, .cards tbody, .cards tr, .cards td { display: block; }
      .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .cards tr { padding: 0.9rem 1.1rem; }
      .cards tr + tr { border-top: 1px solid var(--wa-color-surface-border); }
      .cards td, .cards td:is(:first-child, :last-child) { padding: 0.15rem 0; border: 0; text-align: start; white-space: normal; }
      .cards td[data-label] { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.5rem; }
      .cards td[data-label]::before { content: attr(data-label); color: var(--wa-color-text-quiet); }
      .cards td.none { display: none; }
    }
  `,
];
