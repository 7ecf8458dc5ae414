import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg } from '@lit/localize';
import { errorText, errorNumber } from '@meldewerk/shell/error-text';
import { css, html, nothing } from 'lit';

export function loadingRows() {
  return html`
    <div class="skeleton" role="status">
      <span class="visually-hidden">${msg('Meldungen werden geladen.', { id: 'list.loading' })}</span>
      ${Array.from({ length: 8 }, () => html`<div class="bar-row" aria-hidden="true"><i class="square"></i><i></i><i></i><i></i><i></i></div>`)}
    </div>
  `;
}

export function noReportsYet(pageUrl: string | null, copied: boolean, onCopy: () => void) {
  return html`
    <div class="state">
      <wa-icon name="inbox"></wa-icon>
      <h2>${msg('Noch keine Meldungen', { id: 'list.none' })}</h2>
      <p class="quiet">${msg('Sobald ein Kunde einen Schaden meldet, steht er hier, ganz ohne Neuladen. Geben Sie Ihren Kunden diesen Link oder setzen Sie ihn auf Ihre Website:', { id: 'list.noneHint' })}</p>
      ${pageUrl
        ? html`<p class="link"><a href=${pageUrl} target="_blank" rel="noopener">${pageUrl}</a></p>
            <wa-button variant="brand" @click=${onCopy}>
              <wa-icon slot="start" name=${copied ? 'check' : 'copy'}></wa-icon>
              ${copied ? msg('Link kopiert', { id: 'list.linkCopied' }) : msg('Link kopieren', { id: 'list.copyLink' })}
            </wa-button>`
        : nothing}
    </div>
  `;
}

export function noMatch(onReset: () => void) {
  return html`
    <div class="state">
      <wa-icon name="search"></wa-icon>
      <h2>${msg('Nichts gefunden', { id: 'list.noMatch' })}</h2>
      <p class="quiet">${msg('Zu diesen Filtern passt keine Meldung.', { id: 'list.noMatchHint' })}</p>
      <wa-button appearance="outlined" @click=${onReset}>${msg('Filter zurücksetzen', { id: 'list.reset' })}</wa-button>
    </div>
  `;
}

export function listFailed(error: unknown, onRetry: () => void) {
  const number = errorNumber(error);
  return html`
    <div class="state" role="alert">
      <wa-icon name="warning"></wa-icon>
      <h2>${msg('Die Meldungen konnten nicht geladen werden', { id: 'list.failed' })}</h2>
      <p class="quiet">${errorText(error)}</p>
      ${number ? html`<p class="quiet small">${number}</p>` : nothing}
      <wa-button variant="brand" @click=${onRetry}>${msg('Erneut versuchen', { id: 'message.retry' })}</wa-button>
    </div>
  `;
}

export const stateStyles = css`
  .state { display: grid; justify-items: center; gap: 0.7rem; padding: clamp(2.5rem, 10vh, 6rem) 1.25rem; text-align: center; }
  .state > wa-icon { font-size: 2rem; color: var(--wa-color-text-quiet); }
  .state h2 { font-size: 1.15rem; }
  .state p { max-width: 30rem; }
  .state .link { padding: 0.5rem 0.9rem; border-radius: 6px; background: var(--wa-color-surface-lowered); overflow-wrap: anywhere; }
  .small { font-size: var(--wa-font-size-xs); }
  .bar-row { display: grid; grid-template-columns: 3.5rem 1.1fr 1.3fr 1.3fr 1fr; gap: 1.25rem; align-items: center; padding: 0.65rem 0.9rem; border-top: 1px solid var(--wa-color-surface-border); }
  .bar-row:first-of-type { border-top: 0; }
  .bar-row i { height: 0.8rem; border-radius: 4px; background: var(--wa-color-surface-border); animation: breathe 1.4s ease-in-out infinite alternate; }
  .bar-row .square { height: 2.625rem; }
  @keyframes breathe { from { opacity: 0.5; } to { opacity: 1; } }
  @media (prefers-reduced-motion: reduce) { .bar-row i { animation: none; } }
`;
