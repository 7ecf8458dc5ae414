import { css, html, svg, type TemplateResult } from 'lit';
import { formatMonth } from '../../../browser/format.ts';

/** One colour of the columns. Colours have names in the style below, and 3 : 1 on either ground. */
export type Series = { name: 'one' | 'two' | 'three' | 'four'; label: string; values: number[]; down?: boolean };

const height = 200;
const gap = 0.3;

/**
 * Columns per month, upwards on each other, and downwards where a series is `down`. The last month runs still and is drawn
 * hollow. A drawing for the eye alone: the table beside it says the same to everybody.
 */
export function monthColumns(months: string[], series: Series[], format: (value: number) => string, width = 640): TemplateResult {
  const sum = (index: number, down: boolean) => series.filter((each) => (each.down ?? false) === down).reduce((total, { values }) => total + (values[index] ?? 0), 0);
  const most = Math.max(1, ...months.map((_, index) => sum(index, false)));
  const least = Math.max(0, ...months.map((_, index) => sum(index, true)));
  const scale = height / (most + least);
  const zero = most * scale;
  const step = width / months.length;
  const column = (index: number) => {
    let above = zero;
    let below = zero;
    return series.map(({ name, values, down }) => {
      const tall = (values[index] ?? 0) * scale;
      const y = down ? below : above - tall;
      if (down) below += tall;
      else above -= tall;
      return svg`<rect class="${name} ${index === months.length - 1 ? 'running' : ''}" x=${(index + gap / 2) * step} y=${y} width=${step * (1 - gap)} height=${tall} rx="2" />`;
    });
  };
  return html`
    <ul class="legend">${series.map(({ name, label }) => html`<li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class=${name} width="10" height="10" rx="2" /></svg>${label}</li>`)}</ul>
    <svg class="columns" viewBox="0 -26 ${width} ${height + 56}" aria-hidden="true" focusable="false">
      <line x1="0" x2=${width} y1=${zero} y2=${zero} />
      ${months.map((month, index) => svg`
        ${column(index)}
        ${sum(index, false) > 0 ? svg`<text class="value ${(months.length - index) % 2 ? '' : 'second'}" x=${(index + 0.5) * step} y=${zero - sum(index, false) * scale - 5}>${format(sum(index, false))}</text>` : ''}
        <text class="month" x=${(index + 0.5) * step} y=${height + 23}>${formatMonth(month, 'short')}</text>`)}
    </svg>
  `;
}

export const columnStyles = css`
  .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; margin-top: 0.6rem; font-size: var(--wa-font-size-s); }
  .legend li { display: flex; align-items: center; gap: 0.4rem; }
  .legend svg { width: 0.8rem; height: 0.8rem; }
  .columns { display: block; width: 100%; height: auto; margin-top: 0.75rem; }
  .columns text { font-size: 13px; text-anchor: middle; fill: var(--wa-color-text-normal); }
  .columns .month { fill: var(--wa-color-text-quiet); }
  .columns line { stroke: var(--wa-color-surface-border); }
  .one { fill: var(--accent); stroke: var(--accent); }
  .two { fill: #5aa7a0; stroke: #5aa7a0; }
  .three { fill: #d08a1e; stroke: #d08a1e; }
  .four { fill: #c4473f; stroke: #c4473f; }
  .running { fill-opacity: 0.28; stroke-width: 1.5; }
  /* Drawn smaller there, so letters grow, and every second number makes room for its neighbours. */
  @media (max-width: 40rem) { .columns text { font-size: 20px; } .columns .second { display: none; } }
`;
