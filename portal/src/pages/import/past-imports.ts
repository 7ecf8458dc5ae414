import { msg, str } from '@lit/localize';
import type { ImportList } from '@meldewerk/contract/import';
import { css, html, nothing } from 'lit';
import { formatMomentWithin } from '../../format.ts';

/** Lists of the last weeks, to be gone on with or looked at again. */
export function pastImports(imports: ImportList['imports'], timeZone: string, open: (id: string) => void) {
  if (imports.length === 0) return nothing;
  return html`
    <section class="card past" aria-labelledby="past">
      <h2 id="past">${msg('Letzte Listen', { id: 'import.past' })}</h2>
      <ul>${imports.map(({ id, fileName, createdAt, startedAt, finishedAt, rowCount, sentCount, failedCount }) => html`
        <li>
          <button type="button" class="text-button" @click=${() => open(id)}>${fileName}</button>
          <span class="quiet"><time datetime=${createdAt}>${formatMomentWithin(createdAt, timeZone)}</time> · ${
            !startedAt ? msg(str`${rowCount} Zeilen, noch nicht gesendet`, { id: 'import.pastOpen' })
            : !finishedAt ? msg(str`${sentCount} gesendet, läuft`, { id: 'import.pastRunning' })
            : failedCount > 0 ? msg(str`${sentCount} gesendet, ${failedCount} nicht`, { id: 'import.pastFailed' })
            : msg(str`${sentCount} gesendet`, { id: 'import.pastDone' })}</span>
        </li>`)}
      </ul>
    </section>
  `;
}

export const pastStyles = css`
  .past li { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; align-items: baseline; justify-content: space-between; padding: 0.45rem 0; border-top: 1px solid var(--wa-color-surface-border); }
  .past li:first-child { border-top: 0; }
  .past .text-button { overflow-wrap: anywhere; text-align: start; font-size: 1rem; }
  .readonly { padding: 1rem 1.15rem; }
`;
