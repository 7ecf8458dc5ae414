import { msg } from '@lit/localize';
import type { Colleague } from '@meldewerk/contract/handling';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { colleaguesFor, insertMention, mentionAt, type TypedMention } from './mentions.ts';

type Around = { field: () => HTMLTextAreaElement | null; colleagues: () => Colleague[]; write: (text: string) => void };

/** The list of names below a text field, from an @ on; chosen with arrows and Enter. */
export class MentionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #around: Around;
  #typed: TypedMention | null = null;
  #active = 0;

  constructor(host: ReactiveControllerHost, around: Around) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
  }

  hostDisconnected() {
    this.#typed = null;
  }

  get open(): boolean {
    return this.#found().length > 0;
  }

  get activeId(): string | null {
    return this.open ? `person-${this.#active}` : null;
  }

  list() {
    const found = this.#found();
    if (found.length === 0) return nothing;
    return html`<div class="people" id="people" role="listbox" aria-label=${msg('Wen erwähnen?', { id: 'messages.whom' })}>${found.map((colleague, index) => html`
      <div role="option" id="person-${index}" aria-selected=${index === this.#active} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(colleague)}><wa-icon name="user"></wa-icon>${colleague.name}</div>`)}</div>`;
  }

  /** Where the caret is now. */
  readonly follow = () => {
    const field = this.#around.field();
    const typed = field && field.selectionStart === field.selectionEnd ? mentionAt(field.value, field.selectionStart) : null;
    if (typed?.query !== this.#typed?.query) this.#active = 0;
    this.#typed = typed;
    this.#host.requestUpdate();
  };

  readonly close = () => {
    this.#typed = null;
    this.#host.requestUpdate();
  };

  /** Whether the key was for the list. */
  press(event: KeyboardEvent): boolean {
    const found = this.#found();
    if (found.length === 0 || event.ctrlKey || event.metaKey) return false;
    const chosen = found[this.#active];
    if (event.key === 'ArrowDown') this.#active = (this.#active + 1) % found.length;
    else if (event.key === 'ArrowUp') this.#active = (this.#active + found.length - 1) % found.length;
    else if (event.key === 'Escape') this.#typed = null;
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) this.#choose(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
    return true;
  }

  #found(): Colleague[] {
    return this.#typed ? colleaguesFor(this.#typed.query, this.#around.colleagues()) : [];
  }

  #choose(colleague: Colleague) {
    const field = this.#around.field();
    if (!field || !this.#typed) return;
    const { text, caret } = insertMention(field.value, this.#typed, colleague);
    this.#typed = null;
    this.#around.write(text);
    void this.#host.updateComplete.then(() => {
      field.focus();
      field.setSelectionRange(caret, caret);
    });
  }
}
