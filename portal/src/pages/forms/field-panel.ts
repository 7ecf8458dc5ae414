import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { placeholders, type FormField } from '@meldewerk/contract/form';
import type { Issue } from '@meldewerk/contract/problem';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { controlStyles } from './control-styles.ts';
import type { FieldEvents } from './field-layer.ts';
import { withinPage, type Box } from './field-geometry.ts';
import { fieldCaption, toolIcons, toolLabel, toolOf } from './field-tools.ts';
import { placeholderLabel } from './form-labels.ts';
import { issueAt } from './form-draft.ts';

/** All fields as a list, and everything about the chosen one in numbers and words: the way for those who use no mouse. */
export class FieldPanel extends LitElement {
  static override properties = { fields: { attribute: false }, pageCount: { type: Number }, selected: { attribute: false }, issues: { attribute: false }, readOnly: { type: Boolean } };
  declare fields: FormField[];
  declare pageCount: number;
  declare selected: string | null;
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
      :host { padding: 1rem; }
      h2 { margin-bottom: 0.5rem; font-size: 0.95rem; }
      h2 + p { font-size: var(--wa-font-size-s); }
      .count { color: var(--wa-color-text-quiet); font-weight: 400; }
      li button { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.5rem; align-items: center; width: 100%; min-height: 2.1rem; padding: 0.25rem 0.5rem; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; font-size: var(--wa-font-size-s); text-align: start; cursor: pointer; }
      li button:hover, li button[aria-pressed='true'] { background: var(--wa-color-surface-lowered); }
      li button[aria-pressed='true'] { font-weight: 600; box-shadow: inset 3px 0 0 var(--wa-color-brand-50); }
      li span.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .one { display: grid; gap: 0.7rem; margin-top: 0.9rem; }
      ul:has(+ .one) { padding-bottom: 0.9rem; border-bottom: 1px solid var(--wa-color-surface-border); }
      legend { font-weight: 600; }
      .place { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.5rem; }
      .actions { display: flex; flex-wrap: wrap; gap: 0.4rem; }
    `,
  ];

  override render() {
    const chosen = this.fields.find(({ id }) => id === this.selected);
    const inOrder = this.fields.toSorted((one, other) => one.page - other.page || one.y - other.y || one.x - other.x);
    return html`
      <h2>${msg('Felder', { id: 'formChange.fields' })} <span class="count">${this.fields.length}</span></h2>
      ${this.fields.length === 0 ? html`<p class="quiet">${msg('Noch keine. Gebraucht wird mindestens die Unterschrift des Kunden.', { id: 'fieldPanel.none' })}</p>` : nothing}
      ${this.issues.filter(({ path }) => path === 'content.fields').map(({ message }) => html`<p class="fault" role="status"><wa-icon name="error"></wa-icon><span>${message}</span></p>`)}
      <ul>
        ${inOrder.map((field) => html`
          <li><button aria-pressed=${field.id === this.selected ? 'true' : 'false'} @click=${() => this.#tell('selected', field.id)}>
            <wa-icon name=${toolIcons[toolOf(field)]}></wa-icon><span class="name">${fieldCaption(field)}</span>
            <span class="quiet">${this.#faultOf(field) ? html`<wa-icon name="error" label=${msg('Bitte prüfen', { id: 'fieldPanel.faulty' })}></wa-icon>` : nothing} ${msg(str`S. ${field.page}`, { id: 'fieldPanel.page' })}</span>
          </button></li>`)}
      </ul>
      ${chosen ? this.#one(chosen) : nothing}
    `;
  }

  #one(field: FormField) {
    const isSignature = field.type === 'signature';
    const fault = this.#faultOf(field);
    return html`
      <fieldset class="one" ?disabled=${this.readOnly}>
        <legend>${toolLabel(toolOf(field))}</legend>
        ${fault ? html`<p class="fault" role="status"><wa-icon name="error"></wa-icon>${fault}</p>` : nothing}
        <div class="field"><label for="label">${msg('Bezeichnung', { id: 'fieldPanel.label' })}</label>
          <input id="label" maxlength="120" .value=${field.label} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="label-hint" @change=${(event: Event) => this.#change(field, { label: valueOf(event) })} />
          <span class="hint" id="label-hint">${msg('So wird der Kunde danach gefragt.', { id: 'fieldPanel.labelHint' })}</span></div>
        ${field.type === 'text' || field.type === 'date' ? this.#filling(field) : nothing}
        ${isSignature
          ? html`<div class="field"><label for="signer">${msg('Wer unterschreibt', { id: 'fieldPanel.signer' })}</label>
              <select id="signer" @change=${(event: Event) => this.#change(field, { signer: valueOf(event) === 'workshop' ? 'workshop' : 'customer' })}>
                <option value="customer" .selected=${field.signer === 'customer'}>${msg('Kunde', { id: 'list.customer' })}</option>
                <option value="workshop" .selected=${field.signer === 'workshop'}>${msg('Werkstatt', { id: 'fieldPanel.workshop' })}</option>
              </select></div>`
          : nothing}
        ${field.placeholder || isSignature ? nothing : html`<label class="choice"><input type="checkbox" .checked=${field.required} @change=${(event: Event) => this.#change(field, { required: (event.target as HTMLInputElement).checked })} /><span>${msg('Muss ausgefüllt werden', { id: 'fieldPanel.required' })}</span></label>`}
        ${this.#place(field)}
        ${this.readOnly
          ? nothing
          : html`<div class="actions">
              <wa-button size="s" appearance="outlined" @click=${() => this.#tell('duplicated', field.id)}><wa-icon slot="start" name="copy"></wa-icon>${msg('Verdoppeln', { id: 'fieldPanel.duplicate' })}</wa-button>
              <wa-button size="s" appearance="outlined" variant="danger" @click=${() => this.#tell('removed', field.id)}><wa-icon slot="start" name="trash"></wa-icon>${msg('Löschen', { id: 'fieldPanel.remove' })}</wa-button>
            </div>`}
      </fieldset>
    `;
  }

  #filling(field: FormField) {
    return html`
      <div class="field"><label for="placeholder">${msg('Ausgefüllt mit', { id: 'fieldPanel.placeholder' })}</label>
        <select id="placeholder" @change=${(event: Event) => this.#fillWith(field, valueOf(event))}>
          <option value="" .selected=${!field.placeholder}>${msg('füllt der Kunde selbst aus', { id: 'fieldPanel.byCustomer' })}</option>
          ${placeholders.map((placeholder) => html`<option value=${placeholder} .selected=${field.placeholder === placeholder}>${placeholderLabel(placeholder)}</option>`)}
        </select></div>
    `;
  }

  #place(field: FormField) {
    const percent = (name: keyof Box, label: string) => html`
      <div class="field"><label for=${name}>${label}</label>
        <input id=${name} type="number" inputmode="decimal" min="0" max="100" step="0.1" .value=${String(Math.round(field[name] * 1000) / 10)} @change=${(event: Event) => this.#move(field, name, Number(valueOf(event)) / 100)} /></div>`;
    return html`
      <fieldset>
        <legend>${msg('Platz auf der Seite, in Prozent', { id: 'fieldPanel.place' })}</legend>
        <div class="place">
          ${percent('x', msg('von links', { id: 'fieldPanel.x' }))}${percent('y', msg('von oben', { id: 'fieldPanel.y' }))}
          ${percent('width', msg('Breite', { id: 'fieldPanel.width' }))}${percent('height', msg('Höhe', { id: 'fieldPanel.height' }))}
          <div class="field"><label for="page">${msg('Seite', { id: 'fieldPanel.onPage' })}</label>
            <select id="page" @change=${(event: Event) => this.#change(field, { page: Number(valueOf(event)) })}>
              ${Array.from({ length: this.pageCount }, (_, index) => html`<option value=${index + 1} .selected=${field.page === index + 1}>${index + 1}</option>`)}
            </select></div>
        </div>
      </fieldset>
    `;
  }

  #fillWith(field: FormField, value: string) {
    const placeholder = placeholders.find((candidate) => candidate === value);
    const { placeholder: before, ...others } = field;
    const wasNamedAfterIt = field.label === (before ? placeholderLabel(before) : toolLabel(toolOf(field)));
    const label = wasNamedAfterIt ? (placeholder ? placeholderLabel(placeholder) : toolLabel(field.type === 'date' ? 'date' : 'text')) : field.label;
    this.#tell('changed', { ...others, label, ...(placeholder ? { placeholder, required: false } : {}) });
  }

  #move(field: FormField, name: keyof Box, share: number) {
    if (Number.isFinite(share)) this.#change(field, withinPage({ ...pickBox(field), [name]: share }));
  }

  #change(field: FormField, changes: Partial<FormField>) {
    this.#tell('changed', { ...field, ...changes });
  }

  #faultOf(field: FormField): string | undefined {
    return issueAt(this.issues, `content.fields.${this.fields.indexOf(field)}`);
  }

  #tell<Name extends keyof FieldEvents>(name: Name, detail: FieldEvents[Name]) {
    this.dispatchEvent(new CustomEvent(`field-${name}`, { detail }));
  }
}

function pickBox({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

customElements.define('field-panel', FieldPanel);
