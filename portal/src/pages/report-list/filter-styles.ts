import { css } from 'lit';

export const filterStyles = css`
  .fields { display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem; }
  .search { flex: 1 1 0; min-width: 0; }
  .count { display: inline-grid; place-items: center; min-width: 1.25rem; height: 1.25rem; padding: 0 0.3rem; border-radius: 999px; background: var(--wa-color-brand-50); color: #fff; font-size: var(--wa-font-size-xs); font-weight: 650; }
  .more { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.5rem), 1fr)); gap: 0.7rem 0.8rem; align-items: start; margin-top: 0.8rem; padding: 0.9rem 1rem 1rem;
    border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: var(--wa-color-surface-default); }
  .more .field > label, .more .field > .label { font-size: var(--wa-font-size-xs); font-weight: 550; color: var(--wa-color-text-quiet); }
  .more select { padding-inline-start: 0.45rem; }
  .more details { position: relative; min-width: 0; }
  .more summary { display: flex; align-items: center; justify-content: space-between; gap: 0.4rem; min-height: 2.5rem; padding: 0.4rem 0.7rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 6px; cursor: pointer; list-style: none; }
  .more summary::-webkit-details-marker { display: none; }
  .more summary span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .more .options { position: absolute; z-index: 6; inset-inline: 0; inset-block-start: calc(100% + 0.2rem); display: grid; min-width: min(15rem, 80vw); max-height: 18rem; padding: 0.35rem; overflow: auto;
    border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-raised); box-shadow: var(--wa-shadow-m); }
  .more .options label { display: flex; align-items: center; gap: 0.55rem; min-height: 2.1rem; padding: 0.2rem 0.45rem; border-radius: 5px; cursor: pointer; }
  .more .options label:hover { background: var(--wa-color-surface-lowered); }
  .more .options input { flex: none; width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--wa-color-brand-50); }
  .more .switches { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; grid-column: 1 / -1; }
  .more .switches label { display: flex; align-items: center; gap: 0.5rem; min-height: 2rem; cursor: pointer; font-size: var(--wa-font-size-s); }
  .more .switches input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--wa-color-brand-50); }
  .chips { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem; margin-top: 0.7rem; }
  .chip { display: inline-flex; align-items: center; gap: 0.35rem; max-width: 100%; min-height: 1.75rem; padding: 0 0.35rem 0 0.7rem; border: 1px solid var(--wa-color-brand-border-normal); border-radius: 999px; cursor: pointer;
    background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-normal); font: inherit; font-size: var(--wa-font-size-s); }
  .chip span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .chip:hover { border-color: currentColor; }
  .chip:focus-visible { border-radius: 999px; }
  .chip wa-icon { flex: none; font-size: 0.95em; }
  .reset { padding: 0.25rem 0.4rem; border: 0; background: none; color: var(--wa-color-text-link); font: inherit; font-size: var(--wa-font-size-s); text-decoration: underline; text-underline-offset: 0.2em; cursor: pointer; }
  @media (max-width: 40rem) {
    .search { flex-basis: 100%; }
    .fields wa-button { flex: 1; }
    .more { grid-template-columns: 1fr 1fr; padding: 0.8rem; }
    .more .options { position: static; grid-column: 1 / -1; box-shadow: none; }
  }
  @media print { :host { display: none; } }
`;
