import { base } from '@meldewerk/shell/styles';
import { css } from 'lit';
import { loadStyles } from '../../appointments/load-bar.ts';
import { entryStyles } from './calendar-entry.ts';

export const calendarWeekStyles = [
  base, loadStyles, entryStyles,
  css`
    [role='grid'] { display: grid; grid-template-columns: 5.6rem repeat(7, minmax(0, 1fr)); overflow: hidden; border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: var(--wa-color-surface-default); }
    /* A weekend on which nobody comes takes less room. */
    .wwwwwnn { grid-template-columns: 5.6rem repeat(5, minmax(0, 1fr)) repeat(2, minmax(3.4rem, 0.42fr)) !important; }
    .wwwwwwn { grid-template-columns: 5.6rem repeat(6, minmax(0, 1fr)) minmax(3.4rem, 0.42fr) !important; }
    .row { display: contents; }
    .row > * { min-width: 0; padding: 0.45rem 0.5rem; border-inline-start: 1px solid var(--wa-color-surface-border); border-block-start: 1px solid var(--wa-color-surface-border); }
    .head > * { border-block-start: 0; }
    .row > :first-child { border-inline-start: 0; }
    .part { font-size: var(--wa-font-size-xs); font-weight: 550; color: var(--wa-color-text-quiet); }
    .day { display: grid; align-content: start; line-height: 1.3; font-size: var(--wa-font-size-s); }
    .day a { display: flex; flex-wrap: wrap; gap: 0 0.35em; color: inherit; text-decoration: none; }
    .day a:hover { text-decoration: underline; }
    .day small { color: var(--wa-color-warning-on-quiet); font-size: 0.72rem; line-height: 1.25; overflow-wrap: anywhere; hyphens: auto; }
    .day.shut a { color: var(--wa-color-text-quiet); }
    .day.today { box-shadow: inset 0 3px 0 var(--wa-color-brand-50); }
    .day.today a { color: var(--wa-color-text-link); }
    .cell { position: relative; display: grid; gap: 0.35rem; align-content: start; min-height: 10.5rem; }
    .cell:focus-visible { outline-offset: -2px; z-index: 1; }
    .cell.today { background: color-mix(in oklab, var(--wa-color-brand-50) 5%, transparent); }
    .cell.shut { background: color-mix(in oklab, var(--wa-color-surface-lowered) 65%, transparent); }
    .room { display: grid; gap: 0.2rem; }
    .small { font-size: 0.72rem; line-height: 1.25; }
    .full { color: var(--wa-color-danger-on-quiet); font-weight: 600; }
    .target { cursor: copy; }
    .wished { box-shadow: inset 0 0 0 2px var(--wa-color-brand-50); }
    .wish { justify-self: start; padding: 0 0.45em; border-radius: 4px; background: var(--wa-color-brand-50); color: #fff; font-size: 0.72rem; font-weight: 650; }
    .over { background: var(--wa-color-brand-fill-quiet); }
    .here { min-height: 2rem; padding: 0.2rem 0.4rem; border: 1px dashed var(--wa-color-brand-50); border-radius: 6px; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-xs); font-weight: 600; cursor: pointer; }
    .here:hover { background: var(--wa-color-brand-fill-quiet); }
  `,
];
