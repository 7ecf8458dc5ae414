import { css } from 'lit';

/** A table on a desk; below that, each row a card whose cells find their places by area. */
export const rowStyles = css`
  table { display: grid; grid-template-columns: auto auto minmax(8.5rem, 1.1fr) minmax(8rem, 1.1fr) minmax(10.25rem, 1fr) minmax(8rem, auto) minmax(6rem, auto) auto; overflow: clip; }
  table.selecting { grid-template-columns: auto auto auto minmax(8.5rem, 1.1fr) minmax(8rem, 1.1fr) minmax(10.25rem, 1fr) minmax(8rem, auto) minmax(6rem, auto) auto; }
  thead, tbody { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
  tr { position: relative; display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; column-gap: 0; border-top: 1px solid var(--wa-color-surface-border); }
  thead tr { border-top: 0; }
  th { padding: 0.55rem 0.7rem 0.5rem; text-align: start; font-size: var(--wa-font-size-xs); font-weight: 550; color: var(--wa-color-text-quiet); }
  td { min-width: 0; padding: 0.5rem 0.7rem; }
  .pick { padding: 0; }
  .pick label, th.pick { display: grid; place-items: center; min-width: 2.6rem; min-height: 2.6rem; }
  .pick label { position: relative; z-index: 1; cursor: pointer; }
  .pick input { width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--wa-color-brand-50); cursor: pointer; }
  .photo { padding-inline: 0.35rem 0; }
  tbody tr:hover { background: color-mix(in oklab, var(--wa-color-brand-50) 4%, var(--wa-color-surface-default)); }
  tbody tr:focus-within { background: color-mix(in oklab, var(--wa-color-brand-50) 7%, var(--wa-color-surface-default)); }
  tbody tr.selected { background: color-mix(in oklab, var(--wa-color-brand-50) 9%, var(--wa-color-surface-default)); }
  tr:has(a:focus-visible)::after { content: ''; position: absolute; inset: 1px; border: var(--wa-focus-ring); border-radius: 6px; pointer-events: none; }
  .left .photo, .left .vehicle, .left .customer { opacity: 0.7; }
  .photo img, .no-photo { display: grid; place-items: center; width: 3.5rem; height: 2.625rem; border-radius: 5px; background: var(--wa-color-surface-lowered); object-fit: cover; color: var(--wa-color-text-quiet); }
  .reference { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.5rem; max-width: 11.5rem; }
  .reference a { color: inherit; text-decoration: none; white-space: nowrap; outline: none; }
  .reference a::after { content: ''; position: absolute; inset: 0; }
  .unopened .reference a, .unopened .customer { font-weight: 650; }
  .vehicle { display: grid; justify-items: start; gap: 0.15rem; }
  .model { max-width: 100%; font-size: var(--wa-font-size-xs); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .customer { overflow-wrap: anywhere; }
  .partner { display: flex; align-items: center; gap: 0.3rem; font-size: var(--wa-font-size-xs); font-weight: 400; }
  .category { display: grid; gap: 0.2rem; }
  .kind { display: flex; align-items: center; gap: 0.5rem; min-width: 0; }
  .kind span { min-width: 0; overflow-wrap: break-word; hyphens: auto; }
  .kind wa-icon { flex: none; color: var(--wa-color-text-quiet); font-size: 1.05em; }
  .progress { display: grid; justify-items: start; gap: 0.1rem; max-width: 15rem; }
  .handling { display: grid; justify-items: start; gap: 0.15rem; max-width: 11rem; }
  .link-mark { font-size: var(--wa-font-size-xs); }
  .link-mark.lost { padding: 0.05em 0.5em; border-radius: 999px; background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); font-weight: 600; }
  .link-mark.half { padding: 0.05em 0.5em; border-radius: 999px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-weight: 600; }
  .date { white-space: nowrap; text-align: end; }
  th:last-child { text-align: end; }
  .arrived { animation: glow 6s ease-out; }
  @keyframes glow { from { background: color-mix(in oklab, var(--wa-color-brand-50) 22%, var(--wa-color-surface-default)); } }
  @media screen and (max-width: 68rem) {
    table, table.selecting, tbody { display: block; }
    thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    tr { grid-template-columns: 4rem minmax(0, 1fr) auto; grid-template-areas: 'photo vehicle date' 'photo customer customer' 'photo category category' 'photo progress handling' '. reference reference'; gap: 0.2rem 0.75rem; padding: 0.75rem 0.9rem; }
    .selecting tr { grid-template-columns: auto 4rem minmax(0, 1fr) auto; grid-template-areas: 'pick photo vehicle date' 'pick photo customer customer' 'pick photo category category' 'pick photo progress handling' 'pick . reference reference'; padding-inline-start: 0.15rem; }
    tbody tr:first-child { border-top: 0; }
    td { padding: 0; }
    td.pick { grid-area: pick; align-self: stretch; }
    .pick label { min-height: 100%; align-content: start; padding-top: 1.4rem; }
    .photo { grid-area: photo; align-self: start; padding: 0; }
    .reference { grid-area: reference; max-width: none; font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); }
    .vehicle { grid-area: vehicle; }
    .customer { grid-area: customer; }
    .category { grid-area: category; font-size: var(--wa-font-size-s); color: var(--wa-color-text-quiet); }
    .progress { grid-area: progress; font-size: var(--wa-font-size-s); }
    .handling { grid-area: handling; justify-items: end; max-width: 9rem; }
    .date { grid-area: date; font-size: var(--wa-font-size-xs); color: var(--wa-color-text-quiet); }
    .photo img, .no-photo { width: 4rem; height: 4rem; }
    .model { display: none; }
    .kind span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  }
  @media screen and (max-width: 26rem) {
    tr { grid-template-columns: 3rem minmax(0, 1fr) auto; grid-template-areas: 'photo vehicle date' 'photo customer customer' 'photo category category' 'photo progress progress' 'photo handling handling' '. reference reference'; padding-inline: 0.75rem; }
    .selecting tr { grid-template-columns: auto 3rem minmax(0, 1fr) auto; grid-template-areas: 'pick photo vehicle date' 'pick photo customer customer' 'pick photo category category' 'pick photo progress progress' 'pick photo handling handling' 'pick . reference reference'; column-gap: 0.6rem; }
    /* A mark with its words is as wide as the row: who has it stands below. */
    .handling { justify-items: start; max-width: none; }
    .handling:not(:has(*)) { display: none; }
    .photo img, .no-photo { width: 3rem; height: 3rem; }
  }
  @media print { .pick { display: none !important; } tr { font-size: 0.8em; break-inside: avoid; } }
`;
