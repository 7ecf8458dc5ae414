import { css } from 'lit';

export const bulkBarStyles = css`
  :host { position: sticky; inset-block-end: 0; z-index: 8; display: block; }
  section { display: grid; gap: 0.6rem; margin: 0.75rem 0 0; padding: 0.65rem 0.9rem calc(0.65rem + env(safe-area-inset-bottom)); border: 1px solid var(--wa-color-surface-border); border-radius: 12px; background: var(--wa-color-surface-raised); box-shadow: 0 -4px 18px rgb(16 24 40 / 14%); }
  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
  .actions p, .actions strong { flex: 1 1 auto; margin: 0; }
  select.menu { width: auto; max-width: 11rem; min-height: 2.4rem; }
  .menu.date { display: inline-flex; align-items: center; gap: 0.4rem; font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
  .menu.date input { width: 9.5rem; min-height: 2.4rem; }
  .menu.tag { display: inline-flex; }
  .menu.tag input { width: 8rem; min-height: 2.4rem; border-start-end-radius: 0; border-end-end-radius: 0; }
  .menu.tag button { min-width: 2.4rem; border: 1px solid var(--wa-color-neutral-border-loud); border-inline-start: 0; background: var(--wa-color-surface-default); color: inherit; cursor: pointer; }
  .menu.tag button:last-child { border-start-end-radius: 6px; border-end-end-radius: 6px; }
  .close { display: grid; place-items: center; min-width: 2.4rem; min-height: 2.4rem; border: 0; border-radius: 6px; background: none; color: inherit; cursor: pointer; }
  .close:hover, .menu.tag button:hover { background: var(--wa-color-surface-lowered); }
  .working { display: flex; align-items: center; gap: 0.8rem; font-variant-numeric: tabular-nums; }
  progress { flex: 1; height: 0.6rem; accent-color: var(--wa-color-brand-50); }
  .refused { display: flex; align-items: start; justify-content: space-between; gap: 0.8rem; color: var(--wa-color-danger-on-quiet); font-size: var(--wa-font-size-s); }
  .refused ul { display: grid; gap: 0.2rem; max-height: 8rem; margin-top: 0.3rem; overflow: auto; }
  @media (max-width: 40rem) {
    section { margin-inline: -0.35rem; }
    .actions strong { flex-basis: calc(100% - 3rem); }
    .actions .close { order: -1; margin-inline-start: auto; }
    .actions strong { order: -2; }
    select.menu { flex: 1 1 40%; max-width: none; }
    .menu.date, .menu.tag { flex: 1 1 40%; }
    .menu.date input, .menu.tag input { width: 100%; min-width: 0; }
  }
  @media print { :host { display: none; } }
`;
