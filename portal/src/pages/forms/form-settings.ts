import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { formCases, formKinds, type FormCase, type FormVersionInput } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { controlStyles } from './control-styles.ts';
import { formChange, issueAt } from './form-draft.ts';
import { formCaseLabel, formKindLabel } from './form-labels.ts';

/** Everything about a form but its content. Fires `form-change`. */
export class FormSettings extends LitElement {
  static override properties = { draft: { attribute: false }, issues: { attribute: false }, readOnly: { type: Boolean } };
  declare draft: FormVersionInput;
  declare issues: Issue[];
  declare readOnly: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.issues = [];
  }

  static override styles = [
    base, controlStyles,
    css`
      .all { display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.2fr); gap: 1rem 2rem; align-items: start; }
      .column { display: grid; gap: 0.9rem; }
      .days, .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
      .follows { margin: 0.2rem 0 0 1.75rem; padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--wa-color-brand-50); background: var(--wa-color-surface-lowered); font-size: var(--wa-font-size-s); }
      .follows ul { display: grid; gap: 0.2rem; padding-inline-start: 1.1rem; list-style: disc; }
      @media (max-width: 70rem) { .all { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
      @media (max-width: 40rem) { .all { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  override render() {
    const { draft, readOnly } = this;
    return html`
      <fieldset ?disabled=${readOnly}>
        <legend class="visually-hidden">${msg('Einstellungen des Formulars', { id: 'formSettings.legend' })}</legend>
        <div class="all">
          <div class="column">
            ${this.#title()}
            <div class="pair">
              <div class="field"><label for="kind">${msg('Art', { id: 'formChange.kind' })}</label>
                <select id="kind" @change=${(event: Event) => this.#change({ kind: formKinds.find((kind) => kind === valueOf(event)) ?? 'other' })}>
                  ${formKinds.map((kind) => html`<option value=${kind} .selected=${kind === draft.kind}>${formKindLabel(kind)}</option>`)}
                </select></div>
              <div class="field"><label for="language">${msg('Sprache', { id: 'formChange.language' })}</label>
                <select id="language" @change=${(event: Event) => this.#change({ language: valueOf(event) === 'en' ? 'en' : 'de' })}>
                  <option value="de" .selected=${draft.language === 'de'}>${msg('Deutsch', { id: 'formSettings.german' })}</option>
                  <option value="en" .selected=${draft.language === 'en'}>${msg('Englisch', { id: 'forms.english' })}</option>
                </select></div>
            </div>
            <div class="days">
              ${this.#day('validFrom', msg('Gültig ab', { id: 'formSettings.validFrom' }))}
              ${this.#day('validTo', msg('Gültig bis', { id: 'formSettings.validTo' }))}
            </div>
          </div>
          ${this.#cases()}
          <div class="column">${this.#signatures()}</div>
        </div>
      </fieldset>
    `;
  }

  #title() {
    const fault = issueAt(this.issues, 'title');
    return html`
      <div class="field"><label for="title">${msg('Titel', { id: 'formChange.title' })}</label>
        <input id="title" required maxlength="160" .value=${this.draft.title} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="title-fault" @input=${(event: Event) => this.#change({ title: valueOf(event) })} />
        <span id="title-fault" class="fault">${fault ?? nothing}</span></div>
    `;
  }

  #day(name: 'validFrom' | 'validTo', label: string) {
    const fault = issueAt(this.issues, name);
    return html`
      <div class="field"><label for=${name}>${label}</label>
        <input id=${name} type="date" .value=${this.draft[name] ?? ''} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="${name}-fault" @change=${(event: Event) => this.#change({ [name]: valueOf(event) || null })} />
        <span id="${name}-fault" class="fault">${fault ?? nothing}</span></div>
    `;
  }

  #cases() {
    const { cases } = this.draft;
    const fault = issueAt(this.issues, 'cases');
    const toggle = (formCase: FormCase, checked: boolean) => this.#change({ cases: formCases.filter((candidate) => (candidate === formCase ? checked : cases.includes(candidate))) });
    return html`
      <fieldset aria-describedby="cases-hint">
        <legend>${msg('Für diese Fälle gedacht', { id: 'formSettings.cases' })}</legend>
        ${formCases.map((formCase) => html`
          <label class="choice"><input type="checkbox" .checked=${cases.includes(formCase)} @change=${(event: Event) => toggle(formCase, isChecked(event))} /><span>${formCaseLabel(formCase)}</span></label>`)}
        <p class="hint" id="cases-hint">${msg('Ohne Auswahl für alle. In anderen Fällen wird beim Anhängen gewarnt.', { id: 'formSettings.casesHint' })}</p>
        ${fault ? html`<p class="fault">${fault}</p>` : nothing}
      </fieldset>
    `;
  }

  #signatures() {
    const { needsWorkshopSignature, concludesContract } = this.draft;
    const fault = issueAt(this.issues, 'needsWorkshopSignature');
    return html`
      <div><label class="choice">
        <input type="checkbox" .checked=${needsWorkshopSignature} @change=${(event: Event) => this.#change({ needsWorkshopSignature: isChecked(event) })} />
        <span>${msg('Auch die Werkstatt unterschreibt', { id: 'formSettings.workshopSigns' })}</span>
        <span class="hint">${msg('Nötig etwa bei einer Abtretung. Nach dem Kunden werden Sie um Ihre Unterschrift gebeten.', { id: 'formSettings.workshopSignsHint' })}</span>
      </label>
      ${fault ? html`<p class="fault" role="status">${fault}</p>` : nothing}</div>
      <div>
        <label class="choice">
          <input type="checkbox" .checked=${concludesContract} aria-describedby="follows" @change=${(event: Event) => this.#change({ concludesContract: isChecked(event) })} />
          <span>${msg('Mit der Unterschrift kommt ein Vertrag zustande', { id: 'formSettings.contract' })}</span>
          <span class="hint">${msg('Zum Beispiel ein Reparaturauftrag, den ein Verbraucher online erteilt.', { id: 'formSettings.contractHint' })}</span>
        </label>
        ${concludesContract ? this.#follows() : nothing}
      </div>
    `;
  }

  #follows() {
    return html`
      <div class="follows" id="follows">
        ${msg('Daraus folgt:', { id: 'formSettings.follows' })}
        <ul>
          <li>${msg('Der Kunde bekommt Ihre Widerrufsbelehrung zu lesen und per E-Mail.', { id: 'formSettings.followsNotice' })}</li>
          <li>${msg('Er wird getrennt gefragt, ob Sie vor Ablauf der Frist beginnen sollen.', { id: 'formSettings.followsEarly' })}</li>
          <li>${msg('An der Meldung läuft eine Uhr von 14 Tagen, und der Kunde kann online widerrufen.', { id: 'formSettings.followsClock' })}</li>
        </ul>
      </div>
    `;
  }

  #change(changes: Partial<FormVersionInput>) {
    this.dispatchEvent(formChange(changes));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

customElements.define('form-settings', FormSettings);
