import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { statusColors, type Workflow, type WorkflowUsage } from '@meldewerk/contract/workflow';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ProblemError } from '@meldewerk/shell/request';
import { base, card } from '@meldewerk/shell/styles';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import { fetchWorkflow, fetchWorkflowUsage, saveWorkflow } from '../../data/workflow.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentLanguage } from '../../locale.ts';
import { readableOn } from '../../readable-on.ts';
import { currentSession } from '../../session.ts';
import { showWorkflow, statusText } from '../../workflow.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import { customerAreasEditor, customerStatesEditor, customerStyles } from './workflow-customer.ts';
import { draftOf, faultsOf, withStatus, workflowOf, type Faults, type WorkflowDraft } from './workflow-draft.ts';
import { customerPreview, previewStyles } from './workflow-preview.ts';
import { statusesEditor, statusesStyles } from './workflow-statuses.ts';

/** What the workshop calls its states, and what its customers see of them. The admin changes it, everybody else reads. */
export class WorkflowSettingsPage extends LitElement {
  static override properties = {
    kept: { state: true }, draft: { state: true }, faults: { state: true }, error: { state: true }, told: { state: true }, saving: { state: true }, status: { state: true }, language: { state: true },
  };
  declare kept: Workflow | undefined;
  declare draft: WorkflowDraft | undefined;
  declare faults: Faults;
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  declare saving: boolean;
  /** What the preview shows. */
  declare status: ReportStatus;
  declare language: StaffLanguage;

  #usage: WorkflowUsage = { subStatuses: [] };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { faults: {}, saving: false, status: 'inRepair', language: currentLanguage() });
    new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen am Status sind noch nicht gespeichert.', { id: 'workflow.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles, statusesStyles, customerStyles, previewStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      h2 { font-size: 1rem; margin-bottom: 0.15rem; }
      .lead { max-width: 46rem; margin-bottom: 1rem; }
      form { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(17rem, 1fr); gap: 1rem; align-items: start; }
      .column { display: grid; gap: 1rem; }
      section.card { padding: 1rem 1.15rem 1.15rem; min-width: 0; }
      section > .hint { margin-bottom: 0.8rem; }
      .aside { position: sticky; inset-block-start: calc(var(--topbar-height) + 1rem); }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; position: sticky; inset-block-end: 0; z-index: 2; padding: 0.7rem 0; background: var(--wa-color-surface-lowered); }
      /* What has the focus is never behind the bar with the buttons. */
      input, select, textarea, button { scroll-margin-block: 5rem 6rem; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .skeleton i { display: block; height: 12rem; margin-bottom: 1rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 60rem) { form { grid-template-columns: minmax(0, 1fr); } .aside { position: static; } .buttons { order: 1; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    const title = msg('Status und Kundenansicht', { id: 'nav.workflow' });
    setPageTitle(title);
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { draft, faults } = this;
    if (!draft) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Einstellungen werden geladen.', { id: 'workflow.loading' })}</span><i></i><i></i></div>`;
    const { staff, tenant } = currentSession();
    const mayEdit = staff.role === 'admin';
    const editing = { draft, faults, mayEdit, onChange: this.#change };
    return html`
      <h1>${title}</h1>
      <p class="quiet lead">${msg('Die Status selbst sind fest, damit Termine, Listen und Regeln sich darauf verlassen können. Wie sie bei Ihnen heißen, welche Farbe sie haben und was der Kunde dabei sieht, bestimmen Sie.', { id: 'workflow.lead' })}</p>
      <form @submit=${this.#save} novalidate>
        <div class="column">
          <section class="card" aria-labelledby="names">
            <h2 id="names">${msg('Status in der Werkstatt', { id: 'workflow.statuses' })}</h2>
            <p class="hint">${msg('Ohne eigenen Namen gilt unserer. Tragen Sie nur eine Sprache ein, gilt sie für beide.', { id: 'workflow.namesHint' })}</p>
            ${statusesEditor({ ...editing, onRemoveSub: (status, id) => void this.#removeSub(status, id) })}
          </section>
          <section class="card" aria-labelledby="states">
            <h2 id="states">${msg('Stände für den Kunden', { id: 'workflow.states' })}</h2>
            <p class="hint">${msg('Drei bis fünf, in der Reihenfolge des Weges. Welcher Status als welcher Stand zählt, wählen Sie oben.', { id: 'workflow.statesHint' })}</p>
            ${customerStatesEditor(editing)}
          </section>
          <section class="card" aria-labelledby="areas">
            <h2 id="areas">${msg('Was der Kunde auf seiner Seite sieht', { id: 'workflow.areasTitle' })}</h2>
            <p class="hint">${msg('Gilt sofort für alle Meldungen. Was hier aus ist, bekommt der Kunde auf keinem Weg zu sehen.', { id: 'workflow.areasHint' })}</p>
            ${customerAreasEditor(editing)}
          </section>
        </div>
        <section class="card aside" aria-labelledby="preview">
          ${customerPreview({ draft, workshop: tenant.name, status: this.status, language: this.language, onStatus: (status) => (this.status = status), onLanguage: (language) => (this.language = language) })}
        </section>
        <div class="buttons">
          ${mayEdit
            ? html`<wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'reminders.save' })}</wa-button>`
            : html`<span class="quiet">${msg('Ändern kann das die Leitung.', { id: 'workflow.readOnly' })}</span>`}
          <span role="status">${this.told ? html`<span class="told ${this.told.ok ? '' : 'fault'}"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</span>` : nothing}</span>
        </div>
      </form>
    `;
  }

  override updated() {
    // The policy forbids styles in markup.
    for (const status of reportStatuses) {
      const sample = this.renderRoot.querySelector<HTMLElement>(`.sample[data-status="${status}"]`);
      const color = this.draft?.statuses[status].color ?? statusColors[status];
      sample?.style.setProperty('--sample', color);
      sample?.style.setProperty('--on-sample', readableOn(color));
    }
  }

  readonly #change = (draft: WorkflowDraft) => {
    Object.assign(this, { draft, told: undefined });
    if (Object.keys(this.faults).length > 0) this.faults = this.#faultsOf(workflowOf(draft));
  };

  async #load() {
    this.error = undefined;
    try {
      const [kept, usage] = await Promise.all([fetchWorkflow(), fetchWorkflowUsage()]);
      this.#usage = usage;
      this.#show(kept);
    } catch (error) {
      this.error = error;
    }
  }

  #show(kept: Workflow) {
    Object.assign(this, { kept, draft: draftOf(kept), faults: {} });
  }

  async #removeSub(status: ReportStatus, id: string) {
    const { draft } = this;
    if (!draft) return;
    const standing = this.#usage.subStatuses.find((used) => used.status === status && used.subStatus === id)?.count ?? 0;
    const label = statusText(status);
    const sure = standing === 0 || (await confirmAction({
      title: msg('Unterstatus entfernen?', { id: 'workflow.removeSubTitle' }),
      text: standing === 1
        ? msg(str`1 Meldung steht darauf. Sie bleibt auf „${label}“ und zeigt den Unterstatus nicht mehr. Regeln dafür ruhen.`, { id: 'workflow.removeSubOne' })
        : msg(str`${standing} Meldungen stehen darauf. Sie bleiben auf „${label}“ und zeigen den Unterstatus nicht mehr. Regeln dafür ruhen.`, { id: 'workflow.removeSubMany' }),
      action: msg('Entfernen', { id: 'workflow.removeSubAction' }),
    }));
    if (sure) this.#change(withStatus(draft, status, { subStatuses: draft.statuses[status].subStatuses.filter((finer) => finer.id !== id) }));
  }

  #faultsOf(workflow: Workflow): Faults {
    return faultsOf(workflow, { name: msg('Bitte geben Sie einen Namen ein.', { id: 'workflow.nameMissing' }), status: msg('Noch zählt kein Status als dieser Stand.', { id: 'workflow.stateEmpty' }) });
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    if (!this.draft || this.saving) return;
    const wanted = workflowOf(this.draft);
    const faults = this.#faultsOf(wanted);
    if (Object.keys(faults).length > 0) return this.#refuse(faults, msg('Bitte füllen Sie aus, was noch fehlt.', { id: 'workflow.incomplete' }));
    this.saving = true;
    try {
      const kept = await saveWorkflow(wanted);
      this.#show(kept);
      showWorkflow(kept);
      this.told = { ok: true, text: msg('Gespeichert. Das gilt ab sofort.', { id: 'reminders.saved' }) };
    } catch (error) {
      const issues = error instanceof ProblemError ? (error.problem.issues ?? []) : [];
      this.#refuse(Object.fromEntries(issues.map(({ path, message }) => [path, message])), msg(str`Nicht gespeichert: ${issues[0]?.message ?? errorText(error)}`, { id: 'reminders.notSaved' }));
    } finally {
      this.saving = false;
    }
  }

  #refuse(faults: Faults, text: string) {
    Object.assign(this, { faults, told: { ok: false, text } });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  #isDirty(): boolean {
    return this.draft !== undefined && this.kept !== undefined && JSON.stringify(workflowOf(this.draft)) !== JSON.stringify(workflowOf(draftOf(this.kept)));
  }
}

customElements.define('workflow-settings-page', WorkflowSettingsPage);
