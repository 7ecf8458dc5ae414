import { css } from 'lit';

export const dialogStyles = css`
  wa-dialog { --width: min(52rem, 96vw); }
  .lead { margin-bottom: 0.9rem; max-width: 42rem; }
  fieldset { display: grid; gap: 0.5rem; padding-block: 0.85rem; border-block-start: 1px solid var(--wa-color-surface-border); }
  legend { float: inline-start; width: 100%; margin: 0; font-size: 0.95rem; font-weight: 600; }
  .photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.6rem; }
  .photos:empty { display: none; }
  .rows { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.1rem 1.25rem; }
  .row { min-width: 0; border-radius: 6px; }
  .row.chosen { grid-column: 1 / -1; padding: 0.35rem 0.5rem; background: var(--wa-color-brand-fill-quiet); }
  .row .choice { min-height: 2rem; }
  .row.picture img { display: block; width: 100%; max-width: 8rem; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 6px; }
  .row.picture .choice { grid-template-columns: auto minmax(0, 1fr); }
  .row.picture .name { display: block; margin-block-start: 0.25rem; font-size: var(--wa-font-size-s); line-height: 1.3; }
  .hint.value { display: block; overflow-wrap: anywhere; }
  .why { display: grid; grid-template-columns: minmax(9rem, 12rem) minmax(0, 1fr); gap: 0.5rem; padding: 0.15rem 0 0.35rem 1.75rem; }
  details summary { min-height: 2rem; padding-block: 0.25rem; cursor: pointer; color: var(--wa-color-text-link); font-size: var(--wa-font-size-s); }
  .ways { display: grid; gap: 0.1rem; }
  figure { display: grid; gap: 0.3rem; }
  .sms { padding: 0.7rem 0.95rem; border-radius: 14px 14px 14px 4px; background: var(--wa-color-surface-lowered); white-space: pre-line; overflow-wrap: anywhere; font-size: var(--wa-font-size-s); max-height: 12rem; overflow: auto; }
  .fault { margin-top: 0.35rem; }
  @media (max-width: 40rem) { .rows { grid-template-columns: minmax(0, 1fr); } .photos { grid-template-columns: repeat(2, minmax(0, 1fr)); } .why { grid-template-columns: minmax(0, 1fr); padding-inline-start: 0; } .row .choice { min-height: 2.75rem; align-items: center; } .row.picture .choice { align-items: start; } }
`;
