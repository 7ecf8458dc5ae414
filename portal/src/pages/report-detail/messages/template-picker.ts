import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { FilledTemplate } from '@meldewerk/contract/response-template';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { fetchFilledTemplates } from '../../../data/messages.ts';
import { paths } from '../../../router.ts';
import { controlStyles } from '../../forms/control-styles.ts';

/** Words the workshop keeps, filled from this report; found by typing, chosen by keyboard. Fires `template-chosen` with a FilledTemplate as detail. */
export class TemplatePicker extends LitElement {
  static override properties = { reportId: { type: String }, open: { state: true }, templates: { state: true }, fault: { state: true }, query: { state: true }, active: { state: true } };
  declare reportId: string;
  declare open: boolean;
  declare templates: FilledTemplate[] | undefined;
  declare fault: string;
  declare query: string;
  declare active: number;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { open: false, fault: '', query: '', active: 0 });
  }

  static override styles = [
    base, controlStyles,
    css`
      :host { display: inline-block; }
      .toggle { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.25rem; padding: 0.2rem 0.6rem; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
      .toggle:hover { background: var(--wa-color-surface-lowered); }
      .panel { position: absolute; z-index: 6; inset-inline: 0; inset-block-end: 100%; display: grid; gap: 0.5rem; margin-block-end: 0.4rem; padding: 0.7rem; border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: var(--wa-color-surface-raised); box-shadow: var(--wa-shadow-l); }
      .choices { display: grid; gap: 0.15rem; max-height: 15rem; overflow-y: auto; }
      .choice-row { padding: 0.45rem 0.6rem; border-radius: 6px; cursor: pointer; }
      .choice-row[aria-selected='true'] { background: var(--wa-color-brand-fill-quiet); }
      .choice-row .start { display: block; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
      .foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem; font-size: var(--wa-font-size-s); }
    `,
  ];

  override render() {
    return html`
      <button type="button" class="toggle" aria-expanded=${this.open} @click=${() => (this.open ? this.#close() : void this.show())}><wa-icon name="list-plus"></wa-icon>${msg('Vorlage', { id: 'messages.template' })}</button>
      ${this.open ? this.#panel() : nothing}
    `;
  }

  #panel() {
    const found = this.#found();
    return html`<div class="panel" @keydown=${this.#press} @focusout=${this.#leave}>
      <input type="search" role="combobox" aria-expanded="true" aria-controls="choices" aria-autocomplete="list" aria-activedescendant=${found[this.active] ? `choice-${this.active}` : nothing}
        aria-label=${msg('Vorlage suchen', { id: 'messages.searchTemplate' })} placeholder=${msg('Vorlage suchen', { id: 'messages.searchTemplate' })} .value=${this.query} @input=${this.#type} />
      <div class="choices" id="choices" role="listbox" aria-label=${msg('Vorlagen', { id: 'nav.templates' })}>
        ${found.map((template, index) => html`<div class="choice-row" role="option" id="choice-${index}" aria-selected=${index === this.active} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(template)}>
          <strong>${template.title}</strong><span class="start">${template.body}</span></div>`)}
      </div>
      ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
      ${this.templates && found.length === 0 ? html`<p class="quiet">${this.query ? msg(str`Keine Vorlage mit „${this.query}“.`, { id: 'messages.noTemplateFor' }) : msg('Noch keine Vorlagen.', { id: 'messages.noTemplates' })}</p>` : nothing}
      <p class="foot"><a href=${paths.templates}>${msg('Vorlagen bearbeiten', { id: 'messages.editTemplates' })}</a></p>
    </div>`;
  }

  async show() {
    Object.assign(this, { open: true, query: '', active: 0, fault: '' });
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
    try {
      this.templates = await fetchFilledTemplates(this.reportId);
    } catch (error) {
      this.fault = errorText(error);
    }
  }

  #found(): FilledTemplate[] {
    const words = this.query.toLowerCase().split(/\s+/).filter(Boolean);
    return (this.templates ?? []).filter(({ title, body }) => words.every((word) => `${title}\n${body}`.toLowerCase().includes(word)));
  }

  readonly #type = (event: Event) => {
    this.query = (event.target as HTMLInputElement).value;
    this.active = 0;
  };

  readonly #press = (event: KeyboardEvent) => {
    const found = this.#found();
    const chosen = found[this.active];
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && chosen) this.#choose(chosen);
    else if (event.key === 'ArrowDown') this.active = Math.min(this.active + 1, found.length - 1);
    else if (event.key === 'ArrowUp') this.active = Math.max(this.active - 1, 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
  };

  readonly #leave = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node) || !this.renderRoot.contains(event.relatedTarget)) this.open = false;
  };

  #choose(template: FilledTemplate) {
    this.open = false;
    this.dispatchEvent(new CustomEvent('template-chosen', { detail: template }));
  }

  #close() {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.toggle')?.focus();
  }
}

customElements.define('template-picker', TemplatePicker);
