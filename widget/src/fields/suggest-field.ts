import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldId } from '../flow.ts';
import { describedBy, renderField, type FieldHost, type FieldTexts } from './field-frame.ts';
import { suggestionsFor } from './suggestions.ts';

export type SuggestField = FieldTexts & {
  maxLength: number;
  /** Brings the list when the field is first drawn; without it the field is typed into like any other. */
  load(): Promise<readonly string[]>;
};

type Choosing = { options: readonly string[] | null; open: boolean; active: number };
const choosings = new WeakMap<FieldHost, Map<string, Choosing>>();

/**
 * Pick or type: a text field that suggests from a list (the ARIA combobox with list autocomplete). A native datalist
 * shows only a few entries on iPhones and none in some Android browsers, and is often not read out.
 */
export function suggestField(host: FieldHost, field: SuggestField): TemplateResult {
  const { path } = field;
  const choosing = choosingOf(host, field);
  const typed = String(host.drafts.get(path) ?? '');
  const fitting = choosing.options ? suggestionsFor(typed, choosing.options) : [];
  const isOpen = choosing.open && fitting.length > 0 && !(fitting.length === 1 && fitting[0] === typed);
  const listId = `list-${path}`;
  const change = (part: Partial<Choosing>) => {
    Object.assign(choosing, part);
    host.requestUpdate();
  };
  const choose = (option: string) => {
    change({ open: false, active: -1 });
    host.type(path, option);
  };
  const onKey = (press: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (move && fitting.length > 0) {
      press.preventDefault();
      const active = neighbour(isOpen ? choosing.active : -1, move, fitting.length);
      change({ open: true, active });
      scrollTo(press.target as HTMLElement, optionId(path, active));
    } else if (isOpen && press.key === 'Enter' && choosing.active >= 0) {
      press.preventDefault();
      choose(fitting[choosing.active] ?? typed);
    } else if (isOpen && press.key === 'Escape') {
      press.preventDefault();
      change({ open: false, active: -1 });
    }
  };
  const control = html`<div class="control suggest">
    <input id=${fieldId(path)} type="text" role="combobox" autocomplete="off" maxlength=${field.maxLength} .value=${live(typed)}
      aria-autocomplete="list" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls=${listId}
      aria-activedescendant=${isOpen && choosing.active >= 0 ? optionId(path, choosing.active) : nothing}
      aria-required=${field.required ? 'true' : nothing} aria-invalid=${host.faultOf(path) ? 'true' : nothing} aria-describedby=${describedBy(host, field)}
      @click=${() => change({ open: true })} @blur=${() => change({ open: false, active: -1 })} @keydown=${onKey}
      @input=${(input: InputEvent) => {
        change({ open: true, active: -1 });
        host.type(path, (input.target as HTMLInputElement).value);
      }} />
    <ul class="suggestions" id=${listId} role="listbox" aria-label=${field.label} ?hidden=${!isOpen} @pointerdown=${(press: Event) => press.preventDefault()}>
      ${isOpen
        ? fitting.map(
            (option, at) => html`<li id=${optionId(path, at)} role="option" aria-selected=${at === choosing.active ? 'true' : 'false'} @click=${() => choose(option)}>${option}</li>`,
          )
        : nothing}
    </ul>
    <span class="unseen" aria-live="polite">${isOpen && typed ? countOf(fitting.length) : nothing}</span>
  </div>`;
  return renderField(host, field, control);
}

function choosingOf(host: FieldHost, { path, load }: SuggestField): Choosing {
  const known = choosings.get(host) ?? new Map<string, Choosing>();
  choosings.set(host, known);
  const choosing = known.get(path) ?? { options: null, open: false, active: -1 };
  if (!known.has(path)) {
    known.set(path, choosing);
    load().then(
      (options) => {
        choosing.options = options;
        host.requestUpdate();
      },
      () => known.delete(path),
    );
  }
  return choosing;
}

/** The next entry in the direction of an arrow key; the list is a ring. */
function neighbour(active: number, move: number, count: number): number {
  return active < 0 ? (move > 0 ? 0 : count - 1) : (active + move + count) % count;
}

function optionId(path: string, at: number): string {
  return `option-${path}-${at}`;
}

function scrollTo(input: HTMLElement, id: string): void {
  const root = input.getRootNode() as ShadowRoot;
  requestAnimationFrame(() => root.getElementById(id)?.scrollIntoView({ block: 'nearest' }));
}

function countOf(count: number): string {
  return count === 1 ? msg('1 Vorschlag', { id: 'field.suggestedOne' }) : msg(str`${count} Vorschläge`, { id: 'field.suggested' });
}
