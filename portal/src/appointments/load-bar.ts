import { css, html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { isFull, type HalfDay } from '../appointment-words.ts';

/** How full a half day is, as a bar. Words stand beside it. */
export function loadBar(half: HalfDay) {
  const { used, capacity, closed } = half;
  const share = closed || capacity === null ? 0 : capacity === 0 ? 1 : Math.min(1, used / capacity);
  const kind = closed ? 'shut' : capacity === null ? 'open' : isFull(half) ? 'full' : share >= 0.6 ? 'busy' : '';
  return html`<span class="load ${kind}" aria-hidden="true"><i style=${styleMap({ inlineSize: `${Math.round(share * 100)}%` })}></i></span>`;
}

export const loadStyles = css`
  .load { display: block; block-size: 0.375rem; overflow: hidden; border-radius: 999px; background: color-mix(in oklab, var(--wa-color-text-quiet) 22%, transparent); }
  .load i { display: block; block-size: 100%; border-radius: inherit; background: #2c9a4b; }
  .load.busy i { background: #d07a00; }
  .load.full i { background: #c23b3b; }
  .load.shut { background: repeating-linear-gradient(135deg, color-mix(in oklab, var(--wa-color-text-quiet) 35%, transparent) 0 3px, transparent 3px 6px); }
  .load.open { visibility: hidden; }
`;
