import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { isClosed, priorities, settableStatuses, type Colleague, type ReportStatus } from '@meldewerk/contract/handling';
import { batchLimits, type BatchChange } from '@meldewerk/contract/list';
import type { ReportSummary } from '@meldewerk/contract/report';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base } from '@meldewerk/shell/styles';
import { showToast } from '@meldewerk/shell/toast';
import { html, LitElement, nothing } from 'lit';
import { fetchColleagues } from '../../data/handling.ts';
import { priorityText } from '../../filter-words.ts';
import { currentSession } from '../../session.ts';
import { statusText, workflowChanges } from '../../workflow.ts';
import { controlStyles } from '../forms/control-styles.ts';
import { askReopening } from '../report-detail/report-handling-closing.ts';
import { bulkBarStyles } from './bulk-bar-styles.ts';
import { runBatch, takeBack, type Progress } from './run-batch.ts';

/**
 * What can be done with the selected reports, at the foot of the window. Fires `selection-clear`. Says how far it is, names
 * what refused, and what was done is taken back by the toast.
 */
export class BulkBar extends LitElement {
  static override properties = { reports: { attribute: false }, colleagues: { state: true }, progress: { state: true }, failed: { state: true }, fault: { state: true } };
  declare reports: ReportSummary[];
  declare colleagues: Colleague[];
  declare progress: Progress | null;
  declare failed: { reference: string; reason: string }[];
  declare fault: string;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { reports: [], colleagues: [], progress: null, failed: [], fault: '' });
    new ListenerController(this, workflowChanges, 'change');
    void fetchColleagues().then((colleagues) => (this.colleagues = colleagues), () => undefined);
  }

  static override styles = [base, controlStyles, bulkBarStyles];

  /** What is told must not cover what was just used. */
  override updated() {
    liftToasts(this.renderRoot.querySelector('section')?.offsetHeight ?? 0);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    liftToasts(0);
  }

  override render() {
    const count = this.reports.length;
    if (count === 0 && this.failed.length === 0 && !this.fault && !this.progress) return nothing;
    return html`
      <section aria-label=${msg('Ausgewählte Meldungen', { id: 'bulk.label' })}>
        ${this.progress ? this.#working(this.progress) : nothing}
        ${this.fault || this.failed.length > 0 ? this.#refused() : nothing}
        ${count > 0 && !this.progress ? this.#actions(count) : nothing}
      </section>
    `;
  }

  #working({ done, all }: Progress) {
    return html`<div class="working" role="status"><progress max=${all} value=${done} aria-label=${msg('Fortschritt', { id: 'bulk.progress' })}></progress>${msg(str`${done} von ${all}`, { id: 'bulk.done' })}</div>`;
  }

  #refused() {
    return html`
      <div class="refused" role="alert">
        <div>
          ${this.fault ? html`<p>${this.fault}</p>` : nothing}
          ${this.failed.length > 0
            ? html`<p>${this.failed.length === 1 ? msg('Eine Meldung blieb, wie sie war:', { id: 'bulk.failedOne' }) : msg(str`${this.failed.length} Meldungen blieben, wie sie waren:`, { id: 'bulk.failed' })}</p>
                <ul>${this.failed.map(({ reference, reason }) => html`<li><strong>${reference}</strong> ${reason}</li>`)}</ul>`
            : nothing}
        </div>
        <button class="close" aria-label=${msg('Schließen', { id: 'dialog.close' })} @click=${() => Object.assign(this, { failed: [], fault: '' })}><wa-icon name="xmark"></wa-icon></button>
      </div>
    `;
  }

  #actions(count: number) {
    if (count > batchLimits.reports) return html`<div class="actions"><p>${msg(str`Auf einmal lassen sich höchstens ${batchLimits.reports} Meldungen ändern.`, { id: 'bulk.tooMany' })}</p>${this.#clear()}</div>`;
    const me = currentSession().staff.id;
    return html`
      <div class="actions">
        <strong class="numbers">${count === 1 ? msg('1 ausgewählt', { id: 'bulk.one' }) : msg(str`${count} ausgewählt`, { id: 'bulk.count' })}</strong>
        ${this.#menu(msg('Status', { id: 'list.status' }), settableStatuses.map((status) => [status, statusText(status)]), (status) => void this.#setStatus(status as (typeof settableStatuses)[number]))}
        ${this.#menu(msg('Zuständig', { id: 'handling.assignee' }), [[me, msg('ich', { id: 'assignee.me' })], ['none', msg('niemand', { id: 'handling.nobody' })], ...this.colleagues.filter(({ id, active }) => active && id !== me).map(({ id, name }): [string, string] => [id, name])], (id) => void this.#run({ assigneeId: id === 'none' ? null : id }))}
        ${this.#menu(msg('Dringlichkeit', { id: 'handling.priority' }), priorities.toReversed().map((priority) => [priority, priorityText(priority)]), (priority) => void this.#run({ priority: priority as (typeof priorities)[number] }))}
        <label class="menu date"><span>${msg('Frist', { id: 'handling.dueOn' })}</span><input type="date" aria-label=${msg('Frist', { id: 'handling.dueOn' })} @change=${this.#setDue} /></label>
        <form class="menu tag" @submit=${this.#addTag}>
          <input name="tag" maxlength="30" autocomplete="off" aria-label=${msg('Stichwort', { id: 'bulk.tag' })} placeholder=${msg('Stichwort', { id: 'bulk.tag' })} />
          <button name="add" aria-label=${msg('Stichwort hinzufügen', { id: 'bulk.addTag' })}><wa-icon name="plus"></wa-icon></button>
          <button name="remove" aria-label=${msg('Stichwort entfernen', { id: 'bulk.removeTag' })}><wa-icon name="minus"></wa-icon></button>
        </form>
        ${this.#clear()}
      </div>
    `;
  }

  #clear() {
    return html`<button class="close" aria-label=${msg('Auswahl aufheben', { id: 'bulk.clear' })} @click=${() => this.dispatchEvent(new Event('selection-clear'))}><wa-icon name="xmark"></wa-icon></button>`;
  }

  /** A select that is a menu: what is chosen is done at once, and it shows its name again. */
  #menu(label: string, options: [string, string][], onChoose: (value: string) => void) {
    const chosen = (event: Event) => {
      const select = event.target as HTMLSelectElement;
      const { value } = select;
      select.value = '';
      if (value) onChoose(value);
    };
    return html`<select class="menu" aria-label=${label} @change=${chosen}><option value="" selected>${label} …</option>${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select>`;
  }

  readonly #setDue = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const { value } = input;
    // A year that is being typed passes through the first centuries.
    if (value >= '2000') void this.#run({ dueOn: value }).then(() => (input.value = ''));
  };

  readonly #addTag = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const tag = new FormData(form).get('tag')?.toString().replace(/,/g, ' ').trim();
    if (!tag) return form.querySelector('input')?.focus();
    form.reset();
    void this.#run((event.submitter as HTMLButtonElement | null)?.name === 'remove' ? { removeTags: [tag] } : { addTags: [tag] });
  };

  async #setStatus(status: (typeof settableStatuses)[number]) {
    const count = this.reports.length;
    const closed = this.reports.find((report) => isClosed(report.status));
    const label = statusText(status);
    if (closed && !isClosed(status)) {
      const answer = await askReopening(status, { status: closed.status as ReportStatus });
      if (answer) await this.#run({ status: answer.status }, answer.note);
      return;
    }
    const sure = !isClosed(status) || (await confirmAction({
      title: count === 1 ? msg(str`1 Meldung auf „${label}“ setzen?`, { id: 'bulk.closeOne' }) : msg(str`${count} Meldungen auf „${label}“ setzen?`, { id: 'bulk.close' }),
      text: msg('Sie verlassen die offene Liste. Was an ihnen noch offen ist, sieht danach niemand mehr nach.', { id: 'bulk.closeText' }),
      action: label,
    }));
    if (sure) await this.#run({ status });
  }

  async #run(set: BatchChange, note?: string) {
    const { reports } = this;
    Object.assign(this, { failed: [], fault: '', progress: { done: 0, all: reports.length } });
    const { batchId, results, error } = await runBatch(reports.map(({ id }) => id), { set, note }, (progress) => (this.progress = progress));
    this.progress = null;
    const referenceOf = (reportId: string) => reports.find(({ id }) => id === reportId)?.reference ?? '';
    this.failed = results.filter(({ outcome }) => outcome === 'failed').map(({ reportId, reason }) => ({ reference: referenceOf(reportId), reason: reason ?? '' }));
    if (error !== undefined) this.fault = msg(str`Nicht alle wurden geändert. ${errorText(error)}`, { id: 'bulk.stopped' });
    const changed = results.filter(({ outcome }) => outcome === 'changed').length;
    const undo = () => takeBack(batchId, (kept, fault) => Object.assign(this, { failed: kept, fault }));
    showToast({
      text: changed === 1 ? msg('1 Meldung geändert', { id: 'bulk.changedOne' }) : msg(str`${changed} Meldungen geändert`, { id: 'bulk.changed' }),
      ...(changed > 0 && { action: { label: msg('Rückgängig', { id: 'handling.undo' }), run: () => void undo() } }),
    });
  }
}

function liftToasts(height: number) {
  document.documentElement.style.setProperty('--toast-lift', `${height}px`);
}

customElements.define('bulk-bar', BulkBar);
