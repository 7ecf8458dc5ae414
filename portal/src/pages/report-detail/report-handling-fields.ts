import { msg, str } from '@lit/localize';
import { priorities, type Colleague, type Handling, type HandlingChange, type Priority } from '@meldewerk/contract/handling';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { dayOf } from '../../format.ts';
import { fieldLabel, fieldValue, priorityLabel } from './report-handling-words.ts';

type Shown = {
  handling: Handling;
  colleagues: Colleague[];
  tags: string[];
  me: string;
  timeZone: string;
  /** What is being typed, until it is saved. */
  nextStep: string;
  onSet: (set: HandlingChange) => void;
  onType: (text: string) => void;
  onNextStep: () => void;
};

/** Who has it, how urgent it is, until when, under which words, and what comes next: each saved as soon as it is changed. */
export function fieldsPart(shown: Shown) {
  return html`
    <div class="fields">
      ${nextStepField(shown)}
      ${assigneeField(shown)}
      ${priorityField(shown)}
      ${dueField(shown)}
      ${tagsField(shown)}
    </div>
  `;
}

/** The same to be looked at only. */
export function readOnlyFields({ handling, timeZone }: Pick<Shown, 'handling' | 'timeZone'>) {
  const fields = (['nextStep', 'assigneeId', 'priority', 'dueOn', 'tags'] as const).filter((field) => (Array.isArray(handling[field]) ? handling[field].length > 0 : handling[field] !== null));
  const overdue = isOverdue(handling, timeZone);
  return html`<dl class="values">
    ${fields.map((field) => html`<div><dt class="quiet">${fieldLabel(field)}</dt><dd class=${field === 'dueOn' && overdue ? 'late' : ''}>${fieldValue(handling, field, () => undefined)}</dd></div>`)}
  </dl>`;
}

function nextStepField({ nextStep, handling, onType, onNextStep }: Shown) {
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onNextStep();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onType(handling.nextStep ?? '');
    }
  };
  return html`<div class="field wide">
    <label for="next-step">${fieldLabel('nextStep')}</label>
    <input id="next-step" type="text" maxlength="200" autocomplete="off" enterkeyhint="done" placeholder=${msg('z. B. Gutachter anrufen', { id: 'handling.nextStepExample' })} .value=${live(nextStep)}
      @input=${(event: Event) => onType((event.target as HTMLInputElement).value)} @keydown=${keys} @blur=${onNextStep}>
  </div>`;
}

function assigneeField({ handling: { assigneeId, assigneeName }, colleagues, me, onSet }: Shown) {
  const gone = assigneeId && !colleagues.some(({ id, active }) => active && id === assigneeId);
  return html`<div class="field">
    <label for="assignee">${fieldLabel('assigneeId')}</label>
    <div class="with-button">
      <select id="assignee" .value=${live(assigneeId ?? '')} @change=${(event: Event) => onSet({ assigneeId: (event.target as HTMLSelectElement).value || null })}>
        <option value="" ?selected=${!assigneeId}>${msg('niemand', { id: 'handling.nobody' })}</option>
        ${gone ? html`<option value=${assigneeId} selected>${assigneeName}</option>` : nothing}
        ${repeat(colleagues.filter(({ active }) => active), ({ id }) => id, ({ id, name }) => html`<option value=${id} ?selected=${id === assigneeId}>${id === me ? msg(str`${name} (ich)`, { id: 'handling.me' }) : name}</option>`)}
      </select>
      ${assigneeId === me ? nothing : html`<button type="button" class="beside" @click=${() => onSet({ assigneeId: me })}>${msg('Mir', { id: 'handling.toMe' })}<span class="visually-hidden"> ${msg('zuweisen', { id: 'handling.assign' })}</span></button>`}
    </div>
  </div>`;
}

function priorityField({ handling: { priority }, onSet }: Shown) {
  return html`<div class="field">
    <label for="priority">${priority === 'high' ? html`<wa-icon name="warning"></wa-icon>` : nothing}${fieldLabel('priority')}</label>
    <select id="priority" class=${priority} .value=${live(priority)} @change=${(event: Event) => onSet({ priority: (event.target as HTMLSelectElement).value as Priority })}>
      ${priorities.map((known) => html`<option value=${known} ?selected=${known === priority}>${priorityLabel(known)}</option>`)}
    </select>
  </div>`;
}

function dueField({ handling, timeZone, onSet }: Shown) {
  const { dueOn } = handling;
  // While a year is typed, the control has days of the year 2 and 20.
  const change = ({ target }: Event) => {
    const { value } = target as HTMLInputElement;
    if (value !== (dueOn ?? '') && (value === '' ? dueOn !== null : value >= '2000')) onSet({ dueOn: value || null });
  };
  const late = isOverdue(handling, timeZone);
  return html`<div class="field">
    <label for="due">${fieldLabel('dueOn')}${late ? html` <span class="late">${msg('überschritten', { id: 'handling.overdue' })}</span>` : nothing}</label>
    <input id="due" type="date" class=${late ? 'late' : ''} .value=${live(dueOn ?? '')} @change=${change}>
  </div>`;
}

function tagsField({ handling: { tags }, tags: known, onSet }: Shown) {
  const add = (input: HTMLInputElement) => {
    const added = input.value.split(',').map((tag) => tag.trim().slice(0, 30)).filter((tag) => tag && !tags.includes(tag));
    input.value = '';
    if (added.length > 0) onSet({ tags: [...tags, ...new Set(added)].slice(0, 12) });
  };
  const keys = (event: KeyboardEvent) => {
    const input = event.target as HTMLInputElement;
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add(input);
    } else if (event.key === 'Backspace' && input.value === '' && tags.length > 0) onSet({ tags: tags.slice(0, -1) });
  };
  return html`<div class="field tags-field">
    <label for="tag">${fieldLabel('tags')}</label>
    <div class="tags">
      ${repeat(tags, (tag) => tag, (tag) => html`<span class="tag">${tag}<button type="button" @click=${() => onSet({ tags: tags.filter((other) => other !== tag) })} aria-label=${msg(str`Stichwort ${tag} entfernen`, { id: 'handling.removeTag' })}><wa-icon name="xmark"></wa-icon></button></span>`)}
      ${tags.length < 12 ? html`<input id="tag" type="text" list="known-tags" maxlength="30" autocomplete="off" enterkeyhint="done" placeholder=${msg('Stichwort', { id: 'handling.addTag' })} @keydown=${keys} @change=${(event: Event) => add(event.target as HTMLInputElement)}>` : nothing}
    </div>
    <datalist id="known-tags">${known.filter((tag) => !tags.includes(tag)).map((tag) => html`<option value=${tag}></option>`)}</datalist>
  </div>`;
}

function isOverdue({ dueOn, closedAt }: Handling, timeZone: string): boolean {
  return dueOn !== null && closedAt === null && dueOn < dayOf(new Date(), timeZone);
}

export const fieldsPartStyles = css`
  .fields { display: grid; grid-template-columns: minmax(0, 2.2fr) minmax(0, 1.5fr) minmax(0, 0.9fr) minmax(0, 1fr) minmax(0, 1.7fr); gap: 0.7rem 0.9rem; align-items: start; }
  .with-button { display: flex; }
  .with-button select { border-start-end-radius: 0; border-end-end-radius: 0; }
  .with-button select:last-child { border-radius: 6px; }
  .beside { flex: none; padding: 0 0.8rem; border: 1px solid var(--wa-color-neutral-border-loud); border-inline-start: 0; border-start-end-radius: 6px; border-end-end-radius: 6px; background: var(--wa-color-surface-lowered); color: inherit; font: inherit; cursor: pointer; }
  .beside:hover { background: var(--wa-color-surface-border); }
  #due { min-width: 0; padding-inline: 0.5rem; }
  select.high { font-weight: 650; }
  .field > label wa-icon, .late { color: var(--wa-color-danger-on-quiet); }
  .late { font-weight: 600; }
  .tags { display: flex; flex-wrap: wrap; gap: 0.25rem; min-height: 2.5rem; padding: 0.2rem; border: 1px solid var(--wa-color-neutral-border-loud); border-radius: 6px; background: var(--wa-color-surface-default); }
  .tags:focus-within { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
  .tags input#tag { flex: 1 1 5rem; width: 5rem; min-height: 1.9rem; padding: 0 0.4rem; border: 0; outline: none; }
  .tag { display: inline-flex; align-items: center; padding-inline-start: 0.6rem; border-radius: 999px; background: var(--wa-color-surface-lowered); border: 1px solid var(--wa-color-surface-border); font-size: var(--wa-font-size-s); overflow-wrap: anywhere; }
  .tag button { display: grid; place-items: center; min-width: 1.75rem; min-height: 1.75rem; padding: 0; border: 0; border-radius: 50%; background: none; color: inherit; cursor: pointer; }
  .values { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; margin: 0; }
  .values dt { font-size: var(--wa-font-size-s); }
  .values dd { margin: 0; overflow-wrap: anywhere; }
  @media (max-width: 70rem) { .fields { grid-template-columns: repeat(3, minmax(0, 1fr)); } .fields .wide, .fields .tags-field { grid-column: 1 / -1; } .fields .tags-field { grid-column: auto / span 3; } }
  @media (max-width: 40rem) { .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); } .fields .field:nth-child(2), .fields .wide, .fields .tags-field { grid-column: 1 / -1; } }
`;
