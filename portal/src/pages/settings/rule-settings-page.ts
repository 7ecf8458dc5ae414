import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { ruleListSchema, type Rule, type RuleView } from '@meldewerk/contract/rule';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { ProblemError } from '@meldewerk/shell/request';
import { base, card } from '@meldewerk/shell/styles';
import { showToast } from '@meldewerk/shell/toast';
import { UnsavedController } from '@meldewerk/shell/unsaved-controller';
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import * as v from 'valibot';
import { fetchRules, saveRules } from '../../data/rules.ts';
import { setPageTitle } from '../../document-title.ts';
import { currentSession } from '../../session.ts';
import { workflowChanges } from '../../workflow.ts';
import { controlStyles } from '../forms/control-styles.ts';
import '../message-page.ts';
import { ruleFields, ruleFieldStyles, type Faults } from './rule-fields.ts';
import './rule-preview.ts';
import { ruleSentence } from './rule-words.ts';

/** What is sent by itself: a list of "when … then …". The admin changes it, everybody else reads. */
export class RuleSettingsPage extends LitElement {
  static override properties = {
    view: { state: true }, draft: { state: true }, open: { state: true }, faults: { state: true }, error: { state: true }, told: { state: true }, saving: { state: true },
  };
  declare view: RuleView | undefined;
  declare draft: Rule[] | undefined;
  /** The rule that is unfolded. */
  declare open: string | undefined;
  declare faults: Faults;
  declare error: unknown;
  declare told: { ok: boolean; text: string } | undefined;
  declare saving: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { faults: {}, saving: false });
    new ListenerController(this, workflowChanges, 'change');
    new UnsavedController(this, () => (this.#isDirty() ? msg('Ihre Änderungen an den Regeln sind noch nicht gespeichert.', { id: 'rules.leaveText' }) : null));
  }

  static override styles = [
    base, card, controlStyles, ruleFieldStyles,
    css`
      h1 { font-size: 1.35rem; margin-bottom: 0.2rem; }
      .lead { max-width: 48rem; margin-bottom: 0.5rem; }
      .lead + .lead { margin-bottom: 1rem; }
      .rules { display: grid; gap: 0.7rem; max-width: 60rem; }
      .rules > li { padding: 0.75rem 1.1rem; }
      .row { display: flex; gap: 0.4rem 0.9rem; align-items: center; }
      .row h2 { flex: 1; min-width: 0; font-size: 1rem; font-weight: 500; line-height: 1.4; overflow-wrap: anywhere; }
      .row h2 strong { font-weight: 650; }
      .off h2 { color: var(--wa-color-text-quiet); }
      .switch { display: inline-flex; gap: 0.45rem; align-items: center; min-height: 2rem; min-width: 4.4rem; cursor: pointer; }
      .switch input { width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--wa-color-brand-50); }
      .body { display: grid; gap: 1rem; margin-top: 0.9rem; padding-top: 0.9rem; border-top: 1px solid var(--wa-color-surface-border); }
      .body fieldset { min-width: 0; }
      .danger { color: var(--wa-color-danger-on-quiet); justify-self: start; min-height: 1.75rem; }
      .empty { padding: 1.4rem; text-align: center; }
      .foot { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; max-width: 60rem; position: sticky; inset-block-end: 0; z-index: 2; padding: 0.7rem 0; background: var(--wa-color-surface-lowered); }
      /* What has the focus is never behind the bar with the buttons. */
      input, select, textarea, button { scroll-margin-block: 5rem 6rem; }
      .told { display: flex; gap: 0.4rem; align-items: baseline; }
      .skeleton i { display: block; height: 4rem; margin-bottom: 0.7rem; border-radius: 10px; background: var(--wa-color-surface-border); opacity: 0.6; }
      @media (max-width: 40rem) { .row { flex-wrap: wrap; } .row h2 { flex-basis: 100%; order: -1; } .row .unfold { margin-inline-start: auto; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  override render() {
    const title = msg('Regeln', { id: 'nav.rules' });
    setPageTitle(title);
    if (this.error) return html`<message-page kind="failed" .error=${this.error} .retry=${() => void this.#load()}></message-page>`;
    const { view, draft } = this;
    if (!view || !draft) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Regeln werden geladen.', { id: 'rules.loading' })}</span><i></i><i></i><i></i></div>`;
    const mayEdit = currentSession().staff.role === 'admin';
    const { from, to } = view.quietHours;
    return html`
      <h1>${title}</h1>
      <p class="quiet lead">${msg('Was von selbst geschieht, wenn eine Meldung einen Status erreicht oder einige Tage darauf steht. Jede Regel greift nur einmal, bis der Status wechselt. Gesendet wird erst nach einer Minute: So lange können Sie eine Änderung zurücknehmen.', { id: 'rules.lead' })}</p>
      <p class="quiet lead">${view.notOnSundays
        ? msg(str`Am Anfang sind nur die Erinnerungen an Mitarbeiter eingeschaltet. Lesen Sie die Texte für Kunden, und schalten Sie ein, was Sie senden wollen. Kunden bekommen von ${from} bis ${to} Uhr und sonntags nichts (das ändern Sie unter Erinnerungen). Für geschlossene und interne Meldungen geht nichts an Kunden.`, { id: 'rules.startSundays' })
        : msg(str`Am Anfang sind nur die Erinnerungen an Mitarbeiter eingeschaltet. Lesen Sie die Texte für Kunden, und schalten Sie ein, was Sie senden wollen. Kunden bekommen von ${from} bis ${to} Uhr nichts (das ändern Sie unter Erinnerungen). Für geschlossene und interne Meldungen geht nichts an Kunden.`, { id: 'rules.start' })}</p>
      <form @submit=${this.#save} novalidate>
        ${draft.length === 0 ? html`<p class="empty card quiet">${msg('Noch keine Regel: Es geht nichts von selbst hinaus.', { id: 'rules.none' })}</p>` : nothing}
        <ol class="rules">${repeat(draft, ({ id }) => id, (rule, index) => this.#rule(rule, index, mayEdit))}</ol>
        <div class="foot">
          ${mayEdit
            ? html`
              <wa-button type="submit" variant="brand" ?disabled=${!this.#isDirty()} ?loading=${this.saving}>${msg('Speichern', { id: 'reminders.save' })}</wa-button>
              ${draft.length < 40 ? html`<wa-button appearance="outlined" @click=${() => this.#add(draft)}><wa-icon slot="start" name="plus"></wa-icon>${msg('Neue Regel', { id: 'rules.add' })}</wa-button>` : nothing}`
            : html`<span class="quiet">${msg('Ändern kann die Regeln die Leitung.', { id: 'rules.readOnly' })}</span>`}
          <span role="status">${this.told ? html`<span class="told ${this.told.ok ? '' : 'fault'}"><wa-icon name=${this.told.ok ? 'check' : 'error'}></wa-icon>${this.told.text}</span>` : nothing}</span>
        </div>
      </form>
    `;
  }

  #rule(rule: Rule, index: number, mayEdit: boolean) {
    const { when, action } = ruleSentence(rule);
    const unfolded = this.open === rule.id;
    const faults = Object.fromEntries(Object.entries(this.faults).flatMap(([path, text]) => (path.startsWith(`rules.${index}.`) ? [[path.slice(`rules.${index}.`.length), text]] : [])));
    return html`
      <li class="card ${rule.enabled ? '' : 'off'}" data-rule=${rule.id}>
        <div class="row">
          <label class="switch"><input type="checkbox" role="switch" .checked=${rule.enabled} ?disabled=${!mayEdit} @change=${(event: Event) => this.#change({ ...rule, enabled: (event.target as HTMLInputElement).checked })}><span>${rule.enabled ? msg('Ein', { id: 'rules.on' }) : msg('Aus', { id: 'rules.off' })}</span><span class="visually-hidden">: ${when}, ${action}</span></label>
          <h2>${when}: <strong>${action}</strong></h2>
          <wa-button class="unfold" size="s" appearance="outlined" aria-expanded=${unfolded ? 'true' : 'false'} @click=${() => (this.open = unfolded ? undefined : rule.id)}>
            ${unfolded ? msg('Zuklappen', { id: 'rules.fold' }) : mayEdit ? msg('Bearbeiten', { id: 'withdrawalPage.edit' }) : msg('Ansehen', { id: 'rules.look' })}<span class="visually-hidden">: ${when}, ${action}</span>
          </wa-button>
        </div>
        ${unfolded || Object.keys(faults).length > 0
          ? html`<div class="body">
              <fieldset ?disabled=${!mayEdit}>${ruleFields({ rule, faults, onChange: (changed) => this.#change(changed) })}</fieldset>
              <rule-preview .rule=${rule}></rule-preview>
              ${mayEdit ? html`<button type="button" class="text-button danger" @click=${() => this.#remove(rule)}>${msg('Regel löschen', { id: 'rules.remove' })}</button>` : nothing}
            </div>`
          : nothing}
      </li>
    `;
  }

  #change(rule: Rule) {
    this.#edit((this.draft ?? []).map((other) => (other.id === rule.id ? rule : other)));
  }

  #edit(draft: Rule[]) {
    Object.assign(this, { draft, told: undefined });
    if (Object.keys(this.faults).length > 0) this.faults = this.#faultsOf(draft);
  }

  #add(draft: Rule[]) {
    const id = crypto.randomUUID();
    this.#edit([...draft, { id, enabled: true, when: { status: 'ready', subStatus: null, afterDays: null }, action: { kind: 'customerMessage', channel: 'smsElseEmail', text: { de: '', en: '' } } }]);
    this.open = id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#moment-${CSS.escape(id)}`)?.focus());
  }

  /** Gone only once it is saved; until then a click brings it back. */
  #remove(rule: Rule) {
    const before = this.draft ?? [];
    this.#edit(before.filter(({ id }) => id !== rule.id));
    this.faults = {};
    const bringBack = () => {
      const now = this.draft ?? [];
      const place = before.indexOf(rule);
      if (!now.some(({ id }) => id === rule.id)) this.#edit([...now.slice(0, place), rule, ...now.slice(place)]);
    };
    showToast({ text: msg('Regel entfernt. Das gilt mit dem Speichern.', { id: 'rules.removed' }), action: { label: msg('Rückgängig', { id: 'handling.undo' }), run: bringBack } });
  }

  async #load() {
    this.error = undefined;
    try {
      this.#show(await fetchRules());
    } catch (error) {
      this.error = error;
    }
  }

  #show(view: RuleView) {
    Object.assign(this, { view, draft: rulesOf(view), faults: {} });
  }

  #faultsOf(rules: Rule[]): Faults {
    const { issues = [] } = v.safeParse(ruleListSchema, { rules });
    return Object.fromEntries(issues.map((issue) => {
      const path = v.getDotPath(issue) ?? '';
      return [path, path.endsWith('afterDays') ? msg('Bitte geben Sie 1 bis 365 Tage an.', { id: 'rules.daysWrong' }) : msg('Bitte schreiben Sie einen Text, in beiden Sprachen.', { id: 'rules.textMissing' })];
    }));
  }

  async #save(event: SubmitEvent) {
    event.preventDefault();
    const { draft } = this;
    if (!draft || this.saving) return;
    const faults = this.#faultsOf(draft);
    const [first] = Object.values(faults);
    if (first) return this.#refuse(faults, first);
    this.saving = true;
    try {
      this.#show(await saveRules(draft));
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
    return this.draft !== undefined && this.view !== undefined && JSON.stringify(this.draft) !== JSON.stringify(rulesOf(this.view));
  }
}

/** Without what the server keeps for itself. */
function rulesOf({ rules }: RuleView): Rule[] {
  return rules.map(({ id, enabled, when, action }) => ({ id, enabled, when, action }));
}

customElements.define('rule-settings-page', RuleSettingsPage);
