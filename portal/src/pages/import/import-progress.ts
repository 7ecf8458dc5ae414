import { msg, str } from '@lit/localize';
import type { Import } from '@meldewerk/contract/import';
import { css, html, nothing } from 'lit';
import type { RowCounts } from './row-counts.ts';
import { paths } from '../../router.ts';

/** How far sending is, and what came of it. `sendAgain` is null for those who may only look. */
export function importProgress({ finishedAt, fileName }: Import, { sent, failed, ready, faulty }: RowCounts, sendAgain: (() => void) | null) {
  const wanted = sent + failed + ready;
  if (finishedAt && wanted === 0) return nothingSent(fileName);
  return html`
    <section class="card progress" aria-labelledby="progress">
      <h2 id="progress"><wa-icon name=${finishedAt ? (failed > 0 ? 'warning' : 'check') : 'send'}></wa-icon>${finishedAt ? msg('Gesendet', { id: 'import.done' }) : msg('Wird gesendet …', { id: 'import.sending' })} <span class="quiet file">${fileName}</span></h2>
      <progress max=${wanted} .value=${sent + failed} aria-labelledby="progress"></progress>
      <p role="status">${msg(str`${sent} von ${wanted} gesendet`, { id: 'import.sentOf' })}${failed > 0 ? msg(str`, ${failed} nicht gesendet`, { id: 'import.notSent' }) : ''}${faulty > 0 ? msg(str`; ${faulty} mit Fehlern blieben liegen`, { id: 'import.stayed' }) : ''}.</p>
      ${finishedAt
        ? html`<div class="next">
            <a href=${paths.reports}>${msg('Zu den Meldungen', { id: 'import.toReports' })}</a>
            ${failed > 0 && sendAgain ? html`<wa-button size="s" appearance="outlined" @click=${sendAgain}>${msg('Nicht gesendete noch einmal versuchen', { id: 'import.again' })}</wa-button>` : nothing}
          </div>`
        : html`<p class="quiet">${msg('Sie können die Seite verlassen, das Senden geht weiter.', { id: 'import.mayLeave' })}</p>`}
    </section>
  `;
}

/** Every row was left out, faulty, or reached by another table already. */
function nothingSent(fileName: string) {
  return html`
    <section class="card progress" aria-labelledby="progress">
      <h2 id="progress"><wa-icon name="info"></wa-icon>${msg('Nichts zu senden', { id: 'import.nothingSent' })} <span class="quiet file">${fileName}</span></h2>
      <p role="status">${msg('Keine Zeile dieser Tabelle war mehr zu senden. Warum, steht bei den Zeilen.', { id: 'import.nothingSentWhy' })}</p>
    </section>
  `;
}

export const progressStyles = css`
  .progress { display: grid; gap: 0.6rem; }
  .progress h2 { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: baseline; }
  .progress .file { font-weight: 400; font-size: var(--wa-font-size-s); overflow-wrap: anywhere; }
  progress { width: 100%; height: 0.7rem; accent-color: var(--wa-color-brand-50); }
  .next { display: flex; flex-wrap: wrap; gap: 0.6rem 1.25rem; align-items: center; }
`;
