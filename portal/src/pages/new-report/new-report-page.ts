import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { Partner } from '@meldewerk/contract/partner';
import type { PreparedReport } from '@meldewerk/contract/preparation';
import { confirmAction } from '@meldewerk/shell/confirm';
import { hasStatus } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { holdPage, navigate } from '@meldewerk/shell/navigation';
import { ProblemError } from '@meldewerk/shell/request';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { billingStanding, linksStopped, linksStoppedReason } from '../../billing-standing.ts';
import { loadCategories } from '../../categories.ts';
import { fetchPartners } from '../../data/partners.ts';
import { fetchPreparation } from '../../data/preparations.ts';
import { setPageTitle } from '../../document-title.ts';
import { dayOf } from '../../format.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import type { FormPicker } from '../forms/form-picker.ts';
import '../message-page.ts';
import { changedMeanwhile, mergedInto } from './changed-meanwhile.ts';
import { faultText } from './fault-text.ts';
import type { FormView } from './field.ts';
import { forgetDraft, isUntouched, keepDraft, keptDraft, newDraft, type PreparationDraft, type Way } from './kept-draft.ts';
import { pageStyles } from './new-report-styles.ts';
import { failureNote, restoredNote, saveButtons } from './page-parts.ts';
import { PreviewController } from './preview-controller.ts';
import { ChangedMeanwhile, saveDraft } from './save-draft.ts';
import { customerFields, damageFields, formsSection, insuranceFields, partnerFields, vehicleFields } from './sections.ts';
import { phoneHint, sendingPanel } from './sending-panel.ts';
import { fieldOfPath, readTyped, tidied, typedFrom, type Fault, type FieldName } from './typed-preparation.ts';
import { actualWay } from './way.ts';

/** Prepares a report for a customer, or changes what was prepared when `reportId` is set. */
export class NewReportPage extends LitElement {
  static override properties = {
    reportId: { type: String }, draft: { state: true }, stored: { state: true }, partners: { state: true }, partnersMissing: { state: true }, insurers: { state: true }, faults: { state: true },
    step: { state: true }, error: { state: true }, loadError: { state: true }, theirs: { state: true }, restored: { state: true },
  };
  declare reportId: string | undefined;
  declare draft: PreparationDraft | undefined;
  declare stored: PreparedReport | undefined;
  declare partners: Partner[] | undefined;
  /** The list could not be had. */
  declare partnersMissing: boolean;
  declare insurers: readonly string[];
  declare faults: Map<FieldName, string>;
  /** What is being done right now, in words. */
  declare step: string | null;
  declare error: unknown;
  declare loadError: unknown;
  declare theirs: PreparedReport | null;
  declare restored: boolean;

  #preview = new PreviewController(this);
  #letGo: (() => void) | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, billingStanding, 'change');
    Object.assign(this, { partnersMissing: false, insurers: [], faults: new Map(), step: null, theirs: null, restored: false });
  }

  static override styles = pageStyles;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.#beforeUnload);
    this.addEventListener('keydown', this.#keys);
    void this.#loadChoices();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.#beforeUnload);
    this.removeEventListener('keydown', this.#keys);
    this.#letGo?.();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('reportId') || !this.hasUpdated) void this.#open();
    if (this.draft) this.#preview.follow(this.draft.reportId, this.draft.typed);
  }

  override render() {
    const title = this.reportId ? msg('Angaben ändern', { id: 'prepare.edit' }) : msg('Neue Meldung', { id: 'nav.newReport' });
    setPageTitle(title);
    if (currentSession().staff.role === 'viewer') return html`<message-page kind="forbidden"></message-page>`;
    if (this.loadError) return this.#loadFailure();
    const { draft } = this;
    if (!draft) return html`<p class="loading quiet" role="status">${msg('Die Meldung wird geladen.', { id: 'detail.loading' })}</p>`;
    const view = this.#view(draft);
    const { tenant } = currentSession();
    return html`
      <a class="back" href=${this.reportId ? paths.report(this.reportId) : paths.reports}><wa-icon name="arrow-left"></wa-icon>${this.stored?.reference ?? msg('Meldungen', { id: 'nav.reports' })}</a>
      <header><h1>${title}</h1><p class="quiet">${msg('Alles ist freiwillig, nur erreichbar muss der Kunde sein. Was fehlt, ergänzt er selbst.', { id: 'prepare.lead' })}</p></header>
      ${this.restored ? restoredNote(() => this.#startOver()) : nothing}
      ${this.theirs ? changedMeanwhile({ draft, theirs: this.theirs, partners: this.partners ?? [], onTake: () => this.#take(this.theirs), onKeep: () => this.#keepMine() }) : nothing}
      <form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#save(this.#primaryWay(draft)); }}>
        <div class="main">
          ${customerFields(view, phoneHint(this.#preview.preview, draft.typed))}
          ${vehicleFields(view)}
          ${damageFields(view, dayOf(new Date(), tenant.timeZone))}
          ${insuranceFields(view, this.insurers)}
          ${partnerFields(view, this.partners, this.partnersMissing ? () => void this.#loadPartners() : undefined)}
          ${formsSection(view, draft.forms, this.#signedForms(), (forms) => this.#edit({ forms }))}
        </div>
        <aside class="card" aria-label=${msg('Versand', { id: 'prepare.sending' })}>
          ${sendingPanel({
            typed: draft.typed, preview: this.#preview.preview, previewFailed: this.#preview.failed, way: this.#way(draft), keptInternal: this.#keptInternal(), isNew: !this.reportId, stopped: this.#stopped() ? linksStoppedReason() : null,
            choose: (way) => this.#edit({ way }), chooseLanguage: (language) => view.change('language', language),
          })}
          ${this.error ? failureNote(this.error) : nothing}
          ${saveButtons({ way: this.#way(draft), sent: this.#alreadySent(), stopped: this.#stopped(), step: this.step, save: (way) => void this.#save(way) })}
        </aside>
      </form>
    `;
  }

  #loadFailure() {
    if (this.loadError instanceof ProblemError && this.loadError.problem.code === 'alreadySubmitted' && this.reportId) navigate(paths.report(this.reportId), 'replace');
    if (hasStatus(this.loadError, 404)) return html`<message-page kind="report-not-found"></message-page>`;
    return html`<message-page kind="failed" .error=${this.loadError} .retry=${() => void this.#open()}></message-page>`;
  }

  #view(draft: PreparationDraft): FormView {
    return {
      typed: draft.typed,
      faultOf: (name) => this.faults.get(name),
      change: (name, value) => {
        this.#edit({ typed: { ...draft.typed, ...this.draft?.typed, [name]: value } });
        if (this.faults.has(name)) this.faults = new Map([...this.faults].filter(([field]) => field !== name && !(name === 'email' && field === 'phone')));
      },
      leave: (name) => this.#leave(name),
    };
  }

  /** On leaving a field: its usual spelling, and whether it can be right. */
  #leave(name: FieldName) {
    const { draft } = this;
    if (!draft) return;
    this.#edit({ typed: { ...draft.typed, [name]: tidied(name, draft.typed[name]) } });
    const fault = readTyped(this.draft?.typed ?? draft.typed).faults.find(({ field, kind }) => field === name && kind === 'wrong');
    if (fault) this.faults = new Map(this.faults).set(name, faultText(fault));
  }

  #edit(changes: Partial<PreparationDraft>) {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...changes };
    keepDraft(this.#place(), currentSession().staff.id, this.draft);
    this.#letGo ??= holdPage(() => this.#mayLeave());
  }

  async #mayLeave(): Promise<boolean> {
    if (!this.draft || isUntouched(this.draft)) {
      forgetDraft(this.#place());
      return true;
    }
    const sure = await confirmAction({
      title: msg('Ohne Speichern verlassen?', { id: 'prepare.leaveTitle' }),
      text: msg('Was Sie hier eingegeben haben, geht dabei verloren.', { id: 'prepare.leaveText' }),
      action: msg('Eingaben verwerfen', { id: 'prepare.leave' }),
    });
    if (sure) forgetDraft(this.#place());
    return sure;
  }

  async #open() {
    const { staff } = currentSession();
    if (staff.role === 'viewer') return;
    Object.assign(this, { draft: undefined, stored: undefined, loadError: undefined, error: undefined, theirs: null, faults: new Map() });
    const kept = keptDraft(this.#place(), staff.id);
    if (this.reportId) {
      try {
        this.stored = await fetchPreparation(this.reportId);
      } catch (error) {
        this.loadError = error;
        return;
      }
    }
    this.restored = kept !== null && (!isUntouched(kept) || kept.version !== (this.stored?.version ?? 0));
    this.draft = kept ?? newDraft(this.stored);
    if (this.restored) this.#edit({});
    // After the shell has put the focus on the new page.
    await new Promise(requestAnimationFrame);
    this.renderRoot.querySelector<HTMLElement>('#firstName')?.focus({ preventScroll: true });
  }

  #startOver() {
    forgetDraft(this.#place());
    this.draft = newDraft(this.stored);
    Object.assign(this, { restored: false, faults: new Map(), error: undefined, theirs: null });
    this.renderRoot.querySelector<HTMLElement>('#firstName')?.focus();
  }

  #take(theirs: PreparedReport | null) {
    if (!theirs) return;
    this.stored = theirs;
    this.theirs = null;
    this.#startOver();
  }

  #keepMine() {
    const { draft, theirs } = this;
    if (!draft || !theirs) return;
    this.theirs = null;
    this.#edit({ version: theirs.version, base: typedFrom(theirs.preparation), typed: mergedInto(draft, theirs) });
  }

  async #save(way: Way) {
    const { draft } = this;
    if (!draft || this.step !== null) return;
    this.error = undefined;
    this.theirs = null;
    const faults = this.#faultsFor(draft, way);
    if (faults.length > 0) return this.#showFaults(new Map(faults.map((fault) => [fault.field, faultText(fault)])));
    const picker = this.renderRoot.querySelector<FormPicker>('form-picker');
    if (picker && picker.unanswered > 0) return this.#askAboutForms(picker);
    try {
      await saveDraft(draft, way, { say: (step) => (this.step = step), saved: ({ version }) => this.#edit({ version, base: draft.typed }), brought: (baseForms) => this.#edit({ baseForms }) });
      this.#leaveSaved(draft.reportId);
    } catch (error) {
      await this.#refuse(error);
    } finally {
      this.step = null;
    }
  }

  /** A form that no longer fits waits for a yes or no beside it. */
  #askAboutForms(picker: FormPicker) {
    picker.scrollIntoView({ block: 'center' });
    picker.shadowRoot?.querySelector<HTMLElement>('.doubt button')?.focus();
  }

  /** Back from the report leads to where the page was opened, not into an empty form. */
  #leaveSaved(reportId: string) {
    forgetDraft(this.#place());
    this.#letGo?.();
    this.#letGo = undefined;
    this.draft = undefined;
    navigate(paths.report(reportId), 'replace');
  }

  #faultsFor(draft: PreparationDraft, way: Way): Fault[] {
    const { faults } = readTyped(draft.typed);
    if (way === 'email' && !draft.typed.email.trim()) faults.push({ field: 'email', kind: 'reach' });
    return faults;
  }

  async #refuse(error: unknown) {
    if (error instanceof ChangedMeanwhile) {
      this.theirs = error.theirs;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.clash')?.focus();
      return;
    }
    this.error = error;
    const issues = error instanceof ProblemError ? error.problem.issues ?? [] : [];
    const named = new Map(issues.flatMap(({ path, message }) => { const field = fieldOfPath(path); return field ? [[field, message] as const] : []; }));
    if (named.size > 0) return this.#showFaults(named);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.failure')?.focus();
  }

  async #showFaults(faults: Map<FieldName, string>) {
    this.faults = faults;
    await this.updateComplete;
    const [first] = faults.keys();
    this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
  }

  #way(draft: PreparationDraft): Way {
    if (this.#keptInternal()) return 'internal';
    if (this.#stopped()) return draft.way === 'internal' ? 'internal' : 'none';
    return actualWay(draft.way, draft.typed, this.#preview.preview);
  }

  /** What Enter does: send the first time, only save once the customer has the link. */
  #primaryWay(draft: PreparationDraft): Way {
    return this.#alreadySent() ? 'none' : this.#way(draft);
  }

  #signedForms(): ReadonlySet<string> {
    return new Set(this.stored?.forms.filter(({ signatures }) => signatures.length > 0).map(({ id }) => id));
  }

  #keptInternal(): boolean {
    return this.stored !== undefined && this.stored.internalSince !== null;
  }

  #alreadySent(): boolean {
    return this.stored !== undefined && this.stored.link.sentAt !== null;
  }

  #stopped(): boolean {
    return linksStopped() && !this.#alreadySent();
  }

  #place(): string {
    return this.reportId ?? 'new';
  }

  async #loadChoices() {
    void import('@meldewerk/catalogue/insurers').then(({ insurers }) => (this.insurers = insurers), () => {});
    await Promise.all([this.#loadPartners(), loadCategories().catch(() => undefined)]);
    this.requestUpdate();
  }

  async #loadPartners() {
    this.partnersMissing = false;
    try {
      this.partners = await fetchPartners();
    } catch {
      this.partnersMissing = true;
    }
  }

  #keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !this.draft) return;
    event.preventDefault();
    void this.#save(this.#primaryWay(this.draft));
  };

  #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.draft && !isUntouched(this.draft) && this.#letGo) event.preventDefault();
  };
}

customElements.define('new-report-page', NewReportPage);
