import { css, html, nothing } from 'lit';

/** `href` opens the list behind the number; without one there is no list that shows just these. */
export type Bar = { label: string; count: number; href?: string };

/** Counts under each other, each as long as its share of the greatest. The words and numbers are all there is to read; the bar repeats them. */
export function bars(rows: Bar[]) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`
    <ul class="bars">
      ${rows.map(({ label, count, href }) => {
        const inside = html`<span class="label">${label}</span><span class="count numbers">${formatNumber(count)}</span>${share(count / most)}`;
        return html`<li>${href && count > 0 ? html`<a href=${href}>${inside}</a>` : html`<span class="row">${inside}</span>`}</li>`;
      })}
    </ul>
  `;
}

/** Counts beside each other over time. `short` stands below the column, `label` is the whole of it in words. */
export function columns(rows: (Bar & { short: string | null })[]) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`
    <ol class="columns">
      ${rows.map(({ label, short, count, href }) => {
        const inside = html`
          <span class="amount numbers" aria-hidden="true">${count > 0 ? formatNumber(count) : nothing}</span>
          ${column(count / most)}
          <span class="visually-hidden">${label}</span>`;
        return html`<li>${href && count > 0 ? html`<a href=${href} title=${label}>${inside}</a>` : html`<span class="row" title=${label}>${inside}</span>`}<span class="short quiet" aria-hidden="true">${short}</span></li>`;
      })}
    </ol>
  `;
}

function formatNumber(value: number): string {
  return new Intl.NumberFormat(document.documentElement.lang).format(value);
}

// Sizes as attributes of a drawing: the page's security policy takes no style from a template.
function share(part: number) {
  return html`<svg aria-hidden="true"><rect width=${`${part * 100}%`} height="100%" rx="3"></rect></svg>`;
}

function column(part: number) {
  return html`<svg aria-hidden="true"><rect x="14%" y=${`${100 - part * 100}%`} width="72%" height=${`${part * 100}%`} rx="3"></rect></svg>`;
}

export const barStyles = css`
  .bars { display: grid; gap: 0.15rem; }
  .bars :is(a, .row) { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.15rem 0.75rem; padding: 0.3rem 0.4rem 0.4rem; margin: 0 -0.4rem; border-radius: 6px; color: inherit; text-decoration: none; }
  .bars a:hover, .columns a:hover { background: var(--wa-color-surface-lowered); }
  .bars a .label { text-decoration: underline; text-decoration-color: var(--wa-color-surface-border); }
  .bars a:hover .label { text-decoration-color: currentcolor; }
  .bars .label { overflow-wrap: anywhere; }
  .bars .count { font-weight: 650; }
  rect { fill: var(--accent); }
  .bars svg { grid-column: 1 / -1; inline-size: 100%; block-size: 0.45rem; border-radius: 3px; background: var(--wa-color-surface-lowered); }
  .columns { display: flex; gap: 2px; align-items: stretch; block-size: 11rem; }
  .columns li { flex: 1 1 0; min-inline-size: 0; display: flex; flex-direction: column; }
  .columns :is(a, .row) { flex: 1; display: flex; flex-direction: column; align-items: center; min-block-size: 0; border-radius: 4px; color: inherit; text-decoration: none; }
  .columns svg { inline-size: 100%; flex: 1; min-block-size: 0; border-block-end: 1px solid var(--wa-color-surface-border); }
  .columns .amount { font-size: 0.8rem; line-height: 1.3rem; block-size: 1.3rem; }
  .columns .short { block-size: 1.3rem; font-size: 0.75rem; line-height: 1.3rem; text-align: center; white-space: nowrap; overflow: visible; inline-size: 0; margin-inline: auto; display: flex; justify-content: center; }
`;
