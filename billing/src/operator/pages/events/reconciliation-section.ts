import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { LoadController } from '../../../browser/load-controller.ts';
import { fetchReconciliations, reconcileNow } from '../../data/events.ts';
import { formatTime } from '../../format.ts';
import { consoleStyles } from '../../styles/console.ts';
import { loaded } from '../loaded.ts';

const askEveryMs = 1000;
const askTimes = 15;

/** Reading Chargebee's own list, which finds what never arrived: each night, or now. Tells `reconciled` when one has finished. */
export class ReconciliationSection extends LitElement {
  static override properties = { waiting: { state: true } };
  declare waiting: 'no' | 'running' | 'later';

  readonly #last = new LoadController(this, fetchReconciliations);
  readonly #ordering = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.waiting = 'no';
  }

  static override styles = [
    consoleStyles,
    css`
      header { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; justify-content: space-between; align-items: center; padding: 0.9rem 1.25rem; }
      header > div { flex: 1 1 20rem; }
      header p { margin-top: 0.25rem; }
      .below { padding: 0 1.25rem 0.75rem; }
      .below:empty { display: none; }
    `,
  ];

  override render() {
    return html`<section class="card flush" aria-labelledby="reconciliation">
      <header>
        <div><h2 id="reconciliation">${msg('Abgleich', { id: 'reconcile.title' })}</h2><p class="quiet small">${msg('Liest jede Nacht Chargebees eigene Liste und holt nach, was nicht ankam.', { id: 'reconcile.lead' })}</p></div>
        <wa-button size="s" appearance="outlined" ?loading=${this.#ordering.running} @click=${() => this.#reconcile()}><wa-icon slot="start" name="refresh"></wa-icon>${msg('Jetzt abgleichen', { id: 'reconcile.now' })}</wa-button>
      </header>
      <div class="below">${failureCallout(this.#ordering.failure)}<p class="small" role="status">${this.waiting === 'later' ? msg('Der Abgleich ist beauftragt und läuft noch.', { id: 'reconcile.later' }) : nothing}</p></div>
      ${loaded(this.#last, (all) => all.length === 0 ? html`<p class="below quiet">${msg('Noch keiner.', { id: 'reconcile.none' })}</p>` : html`<table class="cards" role="table" aria-labelledby="reconciliation">
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${msg('Zeit', { id: 'records.time' })}</th><th role="columnheader" scope="col">${msg('Gelesen bis', { id: 'reconcile.until' })}</th><th role="columnheader" scope="col">${msg('Ergebnis', { id: 'reconcile.result' })}</th></tr></thead>
        <tbody role="rowgroup">${all.map(({ startedAt, finishedAt, readUntil, foundCount, missedCount }) => html`<tr role="row">
          <td role="cell" class="numbers">${formatTime(startedAt)}</td>
          <td role="cell" class="numbers" data-label=${msg('Gelesen bis', { id: 'reconcile.until' })}>${readUntil ? formatTime(readUntil) : '–'}</td>
          <td role="cell">${finishedAt ? (missedCount ?? 0) > 0 ? msg(str`${missedCount ?? 0} von ${foundCount ?? 0} waren nicht angekommen und sind nachgeholt.`, { id: 'reconcile.missed' }) : msg(str`${foundCount ?? 0} gelesen, alle waren schon da.`, { id: 'reconcile.complete' }) : msg('Läuft oder wurde unterbrochen; beim nächsten Mal geht es hier weiter.', { id: 'reconcile.unfinished' })}</td>
        </tr>`)}</tbody>
      </table>`)}
    </section>`;
  }

  #reconcile() {
    this.waiting = 'running';
    return this.#ordering.run(async () => {
      const before = this.#last.value?.[0]?.id;
      await reconcileNow();
      for (let asked = 0; asked < askTimes && this.isConnected; asked += 1) {
        await new Promise((resolve) => setTimeout(resolve, askEveryMs));
        await this.#last.load();
        const [newest] = this.#last.value ?? [];
        if (newest && newest.id !== before && newest.finishedAt) {
          this.waiting = 'no';
          return this.dispatchEvent(new Event('reconciled'));
        }
      }
      return (this.waiting = 'later');
    });
  }
}

customElements.define('reconciliation-section', ReconciliationSection);
