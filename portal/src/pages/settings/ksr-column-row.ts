import { msg, str } from '@lit/localize';
import { ksrFieldIds, ksrFields, type KsrColumn, type KsrSettings, type KsrSource } from '@meldewerk/contract/ksr';
import { css, html, nothing } from 'lit';
import { currentLanguage } from '../../locale.ts';

type Row = {
  column: KsrColumn;
  index: number;
  count: number;
  questions: KsrSettings['questions'];
  fault: string | null;
  mayEdit: boolean;
  change: (column: KsrColumn) => void;
  move: (step: -1 | 1) => void;
  remove: () => void;
};

/** One column: its heading, what stands under it, and its place. */
export function ksrColumnRow({ column, index, count, questions, fault, mayEdit, change, move, remove }: Row) {
  const language = currentLanguage();
  const number = index + 1;
  const { heading, source } = column;
  const chosen = keyOf(source);
  const unknown = source.kind === 'answer' && !questions.some(({ id }) => id === source.questionId);
  const option = (key: string, label: string) => html`<option value=${key} ?selected=${key === chosen}>${label}</option>`;
  return html`
    <li class="column" data-number=${number}>
      <span class="number quiet numbers" aria-hidden="true">${number}</span>
      <div class="field">
        <label for="heading-${number}" class="visually-hidden">${msg(str`Überschrift der Spalte ${number}`, { id: 'ksr.heading' })}</label>
        <input id="heading-${number}" maxlength="60" .value=${heading} ?disabled=${!mayEdit} aria-invalid=${fault !== null} aria-describedby=${fault ? `fault-${number}` : nothing}
          @input=${(event: Event) => change({ ...column, heading: typed(event) })} />
        ${fault ? html`<span id="fault-${number}" class="fault"><wa-icon name="error"></wa-icon>${fault}</span>` : nothing}
      </div>
      <div class="field">
        <label for="source-${number}" class="visually-hidden">${msg(str`Inhalt der Spalte ${number}`, { id: 'ksr.source' })}</label>
        <select id="source-${number}" ?disabled=${!mayEdit} @change=${(event: Event) => change({ ...column, source: sourceOf(typed(event)) })}>
          ${option('constant', msg('Fester Text', { id: 'ksr.constant' }))}
          <optgroup label=${msg('Angaben', { id: 'ksr.fields' })}>${ksrFieldIds.map((field) => option(`field:${field}`, ksrFields[field][language]))}</optgroup>
          <optgroup label=${msg('Antworten', { id: 'ksr.answers' })}>
            ${unknown ? option(chosen, msg('Frage, die es nicht mehr gibt', { id: 'ksr.unknownQuestion' })) : nothing}
            ${questions.map(({ id, label }) => option(`answer:${id}`, label[language]))}
          </optgroup>
        </select>
        ${source.kind === 'constant'
          ? html`<label for="text-${number}" class="visually-hidden">${msg(str`Fester Text der Spalte ${number}`, { id: 'ksr.constantText' })}</label>
            <input id="text-${number}" maxlength="200" placeholder=${msg('bleibt leer', { id: 'ksr.empty' })} .value=${source.text ?? ''} ?disabled=${!mayEdit} @input=${(event: Event) => change({ ...column, source: { kind: 'constant', text: typed(event) } })} />`
          : nothing}
      </div>
      ${mayEdit
        ? html`<span class="tools">
            <button type="button" class="up" ?disabled=${index === 0} @click=${() => move(-1)}><wa-icon name="arrow-up" label=${msg(str`Spalte ${number} nach oben`, { id: 'ksr.up' })}></wa-icon></button>
            <button type="button" class="down" ?disabled=${index === count - 1} @click=${() => move(1)}><wa-icon name="chevron-down" label=${msg(str`Spalte ${number} nach unten`, { id: 'ksr.down' })}></wa-icon></button>
            <button type="button" ?disabled=${count === 1} @click=${remove}><wa-icon name="trash" label=${msg(str`Spalte ${number} entfernen`, { id: 'ksr.remove' })}></wa-icon></button>
          </span>`
        : nothing}
    </li>
  `;
}

function keyOf(source: KsrSource): string {
  if (source.kind === 'field') return `field:${source.field}`;
  return source.kind === 'answer' ? `answer:${source.questionId}` : 'constant';
}

function sourceOf(key: string): KsrSource {
  const [kind, name = ''] = key.split(':');
  const field = ksrFieldIds.find((candidate) => kind === 'field' && candidate === name);
  if (field) return { kind: 'field', field };
  return kind === 'answer' ? { kind: 'answer', questionId: name } : { kind: 'constant', text: '' };
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

export const ksrColumnStyles = css`
  .column { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr) minmax(0, 1.2fr) auto; gap: 0.4rem 0.6rem; align-items: start; padding: 0.45rem 0; border-top: 1px solid var(--wa-color-surface-border); }
  .column:first-child { border-top: 0; }
  .number { padding-top: 0.6rem; font-size: var(--wa-font-size-s); text-align: end; }
  .tools { display: flex; gap: 0.1rem; }
  .tools button { display: grid; place-items: center; width: 2.1rem; height: 2.5rem; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
  .tools button:hover:not(:disabled) { background: var(--wa-color-surface-lowered); color: var(--wa-color-text-normal); }
  .tools button:disabled { opacity: 0.35; cursor: default; }
  @media (max-width: 40rem) {
    .column { grid-template-columns: 1.4rem minmax(0, 1fr); }
    .column .field, .tools { grid-column: 2; }
    .column .number { grid-row: 1; }
    .tools { justify-content: flex-end; }
  }
`;
