import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { placeholders, type Placeholder } from '@meldewerk/contract/form';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { controlStyles } from './control-styles.ts';
import { placeholderLabel } from './form-labels.ts';

/** A button with a searchable list of what can be filled in. Fires `placeholder-chosen`. */
export class PlaceholderMenu extends LitElement {
  static override properties = { open: { state: true }, search: { state: true }, active: { state: true } };
  declare open: boolean;
  declare search: string;
  declare active: number;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { open: false, search: '', active: 0 });
    this.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node) || !this.contains(event.relatedTarget)) this.open = false;
    });
  }

  static override styles = [
    base, controlStyles,
    css`
      :host { position: relative; display: inline-block; }
      .list { position: absolute; inset-block-start: calc(100% + 0.3rem); inset-inline-end: 0; z-index: 5; display: grid; gap: 0.4rem; width: min(22rem, 85vw); padding: 0.6rem; border: 1px solid var(--wa-color-surface-border); border-radius: 8px; background: var(--wa-color-surface-raised); box-shadow: 0 8px 28px rgb(16 24 40 / 18%); }
      ul { max-height: 17rem; overflow-y: auto; }
      li { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; padding: 0.35rem 0.5rem; border-radius: 5px; cursor: pointer; }
      li[aria-selected='true'] { background: var(--wa-color-surface-lowered); outline: 2px solid var(--wa-color-brand-50); outline-offset: -2px; }
      code { color: var(--wa-color-text-quiet); font-size: 0.75rem; overflow-wrap: anywhere; text-align: end; }
      p { padding: 0.5rem; }
      /* On a phone as wide as the bar it stands in, which has to be positioned. */
      @media (max-width: 40rem) { :host { position: static; } .list { inset-inline: 0; width: auto; } }
    `,
  ];

  override render() {
    const found = this.#found();
    return html`
      <wa-button size="s" appearance="outlined" aria-haspopup="listbox" aria-expanded=${this.open ? 'true' : 'false'} @mousedown=${(event: Event) => event.preventDefault()} @click=${this.#toggle}>
        <wa-icon slot="start" name="braces"></wa-icon>${msg('Platzhalter einfügen', { id: 'placeholderMenu.open' })}
      </wa-button>
      ${this.open
        ? html`<div class="list" @keydown=${this.#steer}>
            <input type="search" role="combobox" aria-expanded="true" aria-controls="options" aria-autocomplete="list" aria-activedescendant="option-${this.active}" autocomplete="off"
              aria-label=${msg('Platzhalter suchen', { id: 'placeholderMenu.search' })} placeholder=${msg('Suchen, z. B. Kennzeichen', { id: 'placeholderMenu.example' })} .value=${this.search} @input=${this.#look} />
            <ul id="options" role="listbox" aria-label=${msg('Platzhalter', { id: 'placeholderMenu.list' })}>
              ${found.map((placeholder, index) => html`
                <li id="option-${index}" role="option" aria-selected=${index === this.active ? 'true' : 'false'} @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(placeholder)}>
                  <span>${placeholderLabel(placeholder)}</span><code>${`{{${placeholder}}}`}</code>
                </li>`)}
            </ul>
            ${found.length === 0 ? html`<p class="quiet" role="status">${msg('Dazu gibt es keinen Platzhalter.', { id: 'placeholderMenu.none' })}</p>` : nothing}
          </div>`
        : nothing}
    `;
  }

  #found(): Placeholder[] {
    const words = this.search.toLowerCase().split(/\s+/).filter(Boolean);
    return placeholders.filter((placeholder) => words.every((word) => `${placeholderLabel(placeholder)} ${placeholder}`.toLowerCase().includes(word)));
  }

  async #toggle() {
    Object.assign(this, { open: !this.open, search: '', active: 0 });
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  #look(event: Event) {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
  }

  #steer(event: KeyboardEvent) {
    const found = this.#found();
    const active = found[this.active];
    if (event.key === 'ArrowDown') this.active = Math.min(this.active + 1, found.length - 1);
    else if (event.key === 'ArrowUp') this.active = Math.max(this.active - 1, 0);
    else if (event.key === 'Enter' && active) this.#choose(active);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
  }

  #choose(placeholder: Placeholder) {
    this.open = false;
    this.dispatchEvent(new CustomEvent('placeholder-chosen', { detail: placeholder }));
  }

  #close() {
    this.open = false;
    this.renderRoot.querySelector('wa-button')?.focus();
  }
}

customElements.define('placeholder-menu', PlaceholderMenu);
