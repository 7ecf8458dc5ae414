import { css } from 'lit';

export const boardStyles = css`
  .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; margin-bottom: 0.7rem; }
  h1 { font-size: 1.45rem; }
  .head .sort { margin-inline-start: auto; }
  view-tabs { display: block; margin-bottom: 0.8rem; }
  .tabs { display: none; }
  .where { display: flex; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; margin-top: 0.8rem; padding: 0.35rem 0.4rem 0.35rem 0.9rem; border-radius: 8px; background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); font-size: var(--wa-font-size-s); font-weight: 550; }
  .where button { min-height: 2.2rem; padding: 0 0.7rem; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
  .columns { display: flex; gap: 0.7rem; align-items: flex-start; margin-top: 1rem; padding-bottom: 0.5rem; overflow-x: auto; scroll-padding: 0 1rem; }
  .column { display: flex; flex: 1 0 13.75rem; flex-direction: column; min-width: 13.75rem; max-width: 22rem; max-height: max(26rem, calc(100dvh - 15rem)); border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: color-mix(in oklab, var(--wa-color-surface-lowered) 70%, var(--wa-color-surface-default)); }
  .column.target { outline: 2px dashed var(--wa-color-brand-50); outline-offset: -2px; background: var(--wa-color-brand-fill-quiet); }
  .column > header { display: flex; align-items: center; justify-content: space-between; gap: 0.5rem; padding: 0.6rem 0.8rem 0.45rem; }
  .column h2 { font-size: var(--wa-font-size-s); letter-spacing: 0; }
  .column .amount { color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); font-variant-numeric: tabular-nums; }
  .here { margin: 0 0.6rem 0.5rem; min-height: 2.4rem; border: 2px dashed var(--wa-color-brand-50); border-radius: 8px; background: var(--wa-color-surface-default); color: var(--wa-color-brand-on-quiet); font: inherit; font-weight: 600; cursor: pointer; }
  .cards { display: grid; gap: 0.5rem; min-height: 3.5rem; padding: 0.15rem 0.6rem 0.7rem; overflow-y: auto; align-content: start; }
  .card-item { position: relative; display: grid; gap: 0.25rem; padding: 0.6rem 0.7rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-default); box-shadow: var(--card-shadow); -webkit-touch-callout: none; user-select: none; }
  .card-item:hover { border-color: var(--wa-color-neutral-border-normal); }
  .card-item:has(a:focus-visible) { outline: var(--wa-focus-ring); outline-offset: 1px; }
  .card-item.lifted { outline: 2px solid var(--wa-color-brand-50); box-shadow: 0 6px 18px rgb(16 24 40 / 22%); }
  .card-item.dragged { opacity: 0.35; }
  .card-item a { color: inherit; font-weight: 550; text-decoration: none; outline: none; overflow-wrap: anywhere; }
  .card-item a::after { content: ''; position: absolute; inset: 0; }
  .unopened a { font-weight: 700; }
  .first, .last, .marks { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.5rem; min-width: 0; }
  .first { padding-inline-end: 1.6rem; }
  .last { justify-content: space-between; }
  .marks:not(:has(span)) { display: none; }
  .small, .finer { font-size: var(--wa-font-size-xs); }
  .finer { justify-self: start; padding: 0.05em 0.5em; border-radius: 4px; background: var(--wa-color-surface-lowered); }
  .grip { position: absolute; z-index: 1; inset-block-start: 0.25rem; inset-inline-end: 0.2rem; display: grid; place-items: center; width: 1.9rem; height: 2.1rem; border: 0; border-radius: 6px; background: none; color: var(--wa-color-text-quiet); cursor: grab; }
  .grip:hover, .grip[aria-pressed='true'] { background: var(--wa-color-surface-lowered); color: var(--wa-color-text-normal); }
  .ghost { position: fixed; z-index: 25; inset: 0 auto auto 0; pointer-events: none; rotate: 1.5deg; cursor: grabbing; }
  .ghost .card-item { box-shadow: 0 12px 32px rgb(16 24 40 / 30%); list-style: none; }
  .none { padding: 0.6rem; border: 1px dashed var(--wa-color-surface-border); border-radius: 8px; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); text-align: center; }
  .more { justify-self: center; padding: 0.4rem 0.8rem; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-s); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
  .waiting { height: 5.2rem; border-radius: 8px; background: var(--wa-color-surface-border); opacity: 0.5; }
  :host([dragging]) { cursor: grabbing; }
  @media (max-width: 48rem) {
    h1 { font-size: 1.25rem; }
    .head { gap: 0.3rem 0.4rem; }
    .head .sort select { max-width: 7.5rem; padding-inline: 0.3rem 0; font-size: var(--wa-font-size-s); }
    .tabs { display: flex; gap: 0.35rem; margin: 0.8rem -0.75rem 0; padding: 0.2rem 0.75rem 0.5rem; overflow-x: auto; scrollbar-width: none; position: sticky; inset-block-start: 0; z-index: 4; background: var(--wa-color-surface-lowered); }
    .tabs button { display: inline-flex; align-items: center; gap: 0.4rem; flex: none; min-height: 2.4rem; padding: 0 0.8rem; border: 1px solid var(--wa-color-surface-border); border-radius: 999px; background: var(--wa-color-surface-default); color: var(--wa-color-text-quiet); font: inherit; font-size: var(--wa-font-size-s); white-space: nowrap; }
    .tabs button[aria-pressed='true'] { border-color: var(--wa-color-brand-50); background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); font-weight: 600; }
    .tabs button.target { outline: 2px dashed var(--wa-color-brand-50); outline-offset: 1px; }
    .lifting .tabs button:not([disabled]) { border-style: dashed; border-color: var(--wa-color-brand-50); }
    .tabs button[disabled] { opacity: 0.5; }
    .columns { display: block; margin-top: 0.4rem; overflow: visible; }
    .column { display: none; max-width: none; max-height: none; }
    .column.shown { display: flex; }
    .grip { width: 2.75rem; height: 2.75rem; inset-block-start: 0; inset-inline-end: 0; }
  }
`;
