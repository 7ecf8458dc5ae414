import { css, html } from 'lit';
import { isFull, type HalfDay } from '../appointment-words.ts';

/** How full a half day is, as a bar. Words stand beside it. */
export function loadBar(half: HalfDay) {
  const { used, capacity, closed } = half;
  const share = closed || capacity === null ? 0 : capacity === 0 ? 1 : Math.min(1, used / capacity);
  const kind = closed ? 'shut' : capacity === null ? 'open' : isFull(half) ? 'full' : share >= 0.6 ? 'busy' : '';
  return html`<span class="load ${kind}" aria-hidden="true"><svg viewBox="0 0 100 1" preserveAspectRatio="none"><rect width=${Math.round(share * 100)} height="1" /></svg></span>`;
}

export const loadStyles = css`
  .load { display: block; block-size: 0.375rem; overflow: hidden; border-radius: 999px; background: color-mix(in oklab, var(--wa-color-text-quiet) 22%, transparent); }
  .load svg { display: block; inline-size: 100%; block-size: 100%; fill: #2c9a4b; }
  .load.busy svg { fill: #d07a00; }
  .load.full svg { fill: #c23b3b; }
  .load.shut { background: repeating-linear-gradient(135deg, color-mix(in oklab, var(--wa-color-text-quiet) 35%, transparent) 0 3px, transparent 3px 6px); }
  .load.open { visibility: hidden; }
`;
