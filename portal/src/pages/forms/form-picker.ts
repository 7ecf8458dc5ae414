import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FormSummary } from '@meldewerk/contract/form';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fetchForms, type ChosenForm } from '../../data/forms.ts';
import { controlStyles } from './control-styles.ts';
import { doubtsAbout, type FormDoubt, type ReportCase } from './form-doubts.ts';
import { formCasesText, formDoubtText, formKindLabel, validityText } from './form-labels.ts';
import { formMarks, markStyles } from './form-marks.ts';

/**
 * Forms to go with a report: those that fit its case first, the others behind a word and only after asking.
 *
 * - Properties: `coverage`, `hasPartner`, `language` of the report; `chosen`, what is attached already; `locked`, ids of
 *   places on the report that stay (signed ones); `disabled`.
 * - Fires `forms-chosen` with all that is chosen now. `unanswered` counts chosen forms with a doubt that nobody confirmed:
 *   they became doubtful when the case changed, and the server refuses them.
 */
export class FormPicker extends LitElement {
  static override properties = {
    coverage: { type: String }, hasPartner: { type: Boolean }, language: { type: String }, chosen: { attribute: false }, locked: { attribute: false }, disabled: { type: Boolean },
    forms: { state: true }, error: { state: true },
  };
  declare coverage: ReportCase['coverage'];
  declare hasPartner: boolean;
  declare language: StaffLanguage;
  declare chosen: ChosenForm[];
  declare locked: ReadonlySet<string>;
  declare disabled: boolean;
  declare forms: FormSummary[] | undefined;
  declare error: unknown;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { coverage: 'unknown', hasPartner: false, language: 'de', chosen: [], locked: new Set(), disabled: false });
  }

  static override styles = [
    base, controlStyles, markStyles,
    css`
      ul { display: grid; }
      li { border-top: 1px solid var(--wa-color-surface-border); }
      li:first-child { border-top: 0; }
      .choice { min-height: 2.75rem; padding: 0.5rem 0; align-items: start; }
      .name { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 0.6rem; font-weight: 550; overflow-wrap: anywhere; }
      .doubt { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.75rem; margin: 0 0 0.6rem 1.75rem; padding: 0.45rem 0.75rem; border: 1px solid var(--wa-color-warning-border-quiet); border-radius: 6px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-size: var(--wa-font-size-s); }
      .doubt .text-button { color: inherit; font-weight: 600; }
      details { margin-top: 0.5rem; border-top: 1px solid var(--wa-color-surface-border); }
      summary { min-height: 2.75rem; padding: 0.6rem 0; cursor: pointer; font-weight: 550; }
      .skeleton i { display: block; height: 2.75rem; margin: 0.4rem 0; border-radius: 6px; background: var(--wa-color-surface-border); opacity: 0.6; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    if (!this.forms) void this.#load();
  }

  get unanswered(): number {
    return this.chosen.filter((chosen) => !chosen.acknowledged && this.#doubtsOf(chosen.formId).length > 0).length;
  }

  override render() {
    if (this.error) return html`<p class="fault" role="alert">${errorText(this.error)} <button class="text-button" @click=${() => void this.#load()}>${msg('Erneut versuchen', { id: 'message.retry' })}</button></p>`;
    if (!this.forms) return html`<div class="skeleton" role="status"><span class="visually-hidden">${msg('Die Formulare werden geladen.', { id: 'forms.loading' })}</span><i></i><i></i></div>`;
    // A form stays where it was found while it is chosen, so that nothing jumps away under the pointer.
    const fitting = this.forms.filter((form) => doubtsAbout(form, this).length === 0);
    const others = this.forms.filter((form) => !fitting.includes(form) && (!form.retired || this.#place(form)));
    const chosenOthers = others.filter((form) => this.#place(form)).length;
    return html`
      ${fitting.length > 0 ? html`<ul aria-label=${msg('Passende Formulare', { id: 'formPicker.fitting' })}>${this.#rows(fitting)}</ul>` : html`<p class="hint">${msg('Zu diesem Fall passt kein Formular Ihrer Bibliothek.', { id: 'formPicker.noneFits' })}</p>`}
      ${others.length > 0
        ? html`<details ?open=${chosenOthers > 0}>
            <summary>${msg(str`Weitere Formulare (${others.length})`, { id: 'formPicker.others' })}</summary>
            <ul>${this.#rows(others)}</ul>
          </details>`
        : nothing}
    `;
  }

  #rows(forms: FormSummary[]) {
    return repeat(forms, ({ id }) => id, (form) => this.#row(form));
  }

  #row(form: FormSummary) {
    const place = this.#place(form);
    const doubts = doubtsAbout(form, this);
    const fixed = place !== undefined && this.locked.has(place.id);
    return html`
      <li>
        <label class="choice">
          <input type="checkbox" .checked=${place !== undefined} ?disabled=${this.disabled || fixed} @change=${(event: Event) => void this.#toggle(form, event.target as HTMLInputElement)} />
          <span class="name">${form.title} ${formMarks(form)}</span>
          <span class="hint">${formKindLabel(form.kind)} · ${formCasesText(form.cases)}${form.validTo || form.validFrom ? html` · ${validityText(form)}` : nothing}${form.language === this.language ? nothing : html` · ${this.#otherLanguage(form)}`}${fixed ? html` · ${msg('schon unterschrieben', { id: 'formPicker.signed' })}` : nothing}</span>
        </label>
        ${place && doubts.length > 0
          ? html`<p class="doubt" role="status"><span>${doubts.map(formDoubtText).join(' ')} ${place.acknowledged ? msg('Sie verwenden es trotzdem.', { id: 'formPicker.acknowledged' }) : nothing}</span>
              ${place.acknowledged || this.disabled ? nothing : html`<button class="text-button" @click=${() => this.#acknowledge(form)}>${msg('Trotzdem verwenden', { id: 'formPicker.acknowledge' })}</button>`}</p>`
          : nothing}
      </li>
    `;
  }

  #otherLanguage({ language }: FormSummary): string {
    return language === 'en' ? msg('auf Englisch, der Kunde liest Deutsch', { id: 'formPicker.inEnglish' }) : msg('auf Deutsch, der Kunde liest Englisch', { id: 'formPicker.inGerman' });
  }

  async #load() {
    this.error = undefined;
    try {
      this.forms = await fetchForms();
    } catch (error) {
      this.error = error;
    }
  }

  async #toggle(form: FormSummary, box: HTMLInputElement) {
    const place = this.#place(form);
    if (place) return this.#choose(this.chosen.filter((chosen) => chosen !== place));
    const doubts = doubtsAbout(form, this);
    if (doubts.length > 0 && !(await confirmDoubts(form.title, doubts))) {
      box.checked = false;
      return;
    }
    this.#choose([...this.chosen, { id: crypto.randomUUID(), formId: form.id, version: form.version, acknowledged: doubts.length > 0 }]);
  }

  #acknowledge(form: FormSummary) {
    this.#choose(this.chosen.map((chosen) => (chosen.formId === form.id ? { ...chosen, acknowledged: true } : chosen)));
  }

  #choose(chosen: ChosenForm[]) {
    this.chosen = chosen;
    this.dispatchEvent(new CustomEvent('forms-chosen', { detail: chosen }));
  }

  #place(form: FormSummary): ChosenForm | undefined {
    return this.chosen.find(({ formId }) => formId === form.id);
  }

  #doubtsOf(formId: string): FormDoubt[] {
    const form = this.forms?.find(({ id }) => id === formId);
    return form ? doubtsAbout(form, this) : [];
  }
}

function confirmDoubts(title: string, doubts: FormDoubt[]): Promise<boolean> {
  return confirmAction({
    title: msg(str`„${title}“ trotzdem anhängen?`, { id: 'formPicker.doubtTitle' }),
    text: [...doubts.map(formDoubtText), msg('Das wird an der Meldung vermerkt.', { id: 'formPicker.doubtNoted' })].join('\n'),
    action: msg('Trotzdem anhängen', { id: 'formPicker.doubtAction' }),
  });
}

customElements.define('form-picker', FormPicker);
