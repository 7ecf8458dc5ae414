import { msg, str } from '@lit/localize';
import { reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { staffLanguages, type StaffLanguage } from '@meldewerk/contract/language';
import { statusColors, statusLabels } from '@meldewerk/contract/workflow';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatNumber } from '../../format.ts';
import { currentLanguage } from '../../locale.ts';
import { contrast, readableOn } from '../../readable-on.ts';
import { addSubStatus, countAs, withStatus, type Faults, type WorkflowDraft } from './workflow-draft.ts';

export type Editing = { draft: WorkflowDraft; faults: Faults; mayEdit: boolean; onChange: (draft: WorkflowDraft) => void };
type Editor = Editing & { onRemoveSub: (status: ReportStatus, id: string) => void };

/** Every status with the workshop's name, colour and finer states, and what the customer sees while it lasts. */
export function statusesEditor(editor: Editor) {
  return html`<ol class="statuses">${reportStatuses.map((status) => statusRow(editor, status))}</ol>`;
}

function statusRow(editor: Editor, status: ReportStatus) {
  const { draft, faults, mayEdit, onChange } = editor;
  const { label, color, subStatuses } = draft.statuses[status];
  const shown = color ?? statusColors[status];
  const ours = statusLabels[status][currentLanguage()];
  const name = label[currentLanguage()] || label.de || label.en || ours;
  return html`
    <li>
      <fieldset ?disabled=${!mayEdit}>
        <legend class="visually-hidden">${ours}</legend>
        <div class="names">
          <span class="swatch"><input type="color" aria-label=${msg(str`Farbe von ${ours}`, { id: 'workflow.colorOf' })} .value=${shown} @input=${(event: Event) => onChange(withStatus(draft, status, { color: typed(event) }))}></span>
          ${staffLanguages.map((language) => nameField({ language, path: `statuses.${status}.label.${language}`, label: msg(str`${ours}, eigener Name`, { id: 'workflow.ownName' }), value: label[language], placeholder: statusLabels[status][language], faults,
            onType: (text) => onChange(withStatus(draft, status, { label: { ...label, [language]: text } })) }))}
        </div>
        <div class="second">
          <p class="look">
            <span class="sample" data-status=${status}>${name}</span>
            <span class="hint">${colorText(shown)}</span>
            ${color ? html`<button type="button" class="text-button" @click=${() => onChange(withStatus(draft, status, { color: null }))}>${msg('Unsere Farbe', { id: 'workflow.ourColor' })}</button>` : nothing}
          </p>
          ${customerStateField(editor, status, ours)}
        </div>
        ${repeat(subStatuses, ({ id }) => id, (finer, index) => html`
          <div class="names finer">
            <span class="branch" aria-hidden="true">↳</span>
            ${staffLanguages.map((language) => nameField({ language, path: `statuses.${status}.subStatuses.${index}.label.${language}`, label: msg(str`Unterstatus ${index + 1} von ${ours}`, { id: 'workflow.subName' }), value: finer.label[language], placeholder: '', faults,
              onType: (text) => onChange(withStatus(draft, status, { subStatuses: subStatuses.map((other) => (other.id === finer.id ? { ...other, label: { ...other.label, [language]: text } } : other)) })) }))}
            <button type="button" class="icon-button" @click=${() => editor.onRemoveSub(status, finer.id)} aria-label=${msg(str`Unterstatus ${finer.label.de || index + 1} entfernen`, { id: 'workflow.removeSub' })}><wa-icon name="trash"></wa-icon></button>
          </div>`)}
        ${mayEdit && subStatuses.length < 8 && status !== 'draft' && status !== 'linkSent'
          ? html`<button type="button" class="text-button add" @click=${() => onChange(addSubStatus(draft, status))}>${msg('Unterstatus hinzufügen', { id: 'workflow.addSub' })}<span class="visually-hidden"> (${ours})</span></button>`
          : nothing}
      </fieldset>
    </li>
  `;
}

function customerStateField({ draft, faults, onChange }: Editor, status: ReportStatus, ours: string) {
  if (status === 'cancelled') return html`<p class="hint">${msg('Der Kunde liest: „Storniert“.', { id: 'workflow.cancelledSees' })}</p>`;
  const path = `statuses.${status}.customerState`;
  const fault = faults[path];
  const counted = draft.customerStates.find(({ statuses }) => statuses.includes(status))?.id;
  return html`
    <div class="field counted">
      <label for="state-${status}">${msg('Der Kunde sieht', { id: 'workflow.customerSeesState' })}<span class="visually-hidden"> (${ours})</span></label>
      <select id="state-${status}" data-path=${path} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="fault-state-${status}" .value=${live(counted ?? '')} @change=${(event: Event) => onChange(countAs(draft, status, typed(event)))}>
        ${draft.customerStates.map(({ id, label }, index) => html`<option value=${id} ?selected=${id === counted}>${label[currentLanguage()] || msg(str`Stand ${index + 1}`, { id: 'workflow.stateNumber' })}</option>`)}
      </select>
      <p class="fault" id="fault-state-${status}">${fault ?? nothing}</p>
    </div>
  `;
}

type Named = { language: StaffLanguage; path: string; label: string; value: string; placeholder: string; faults: Faults; onType: (text: string) => void };

/** A name in one language; what is wrong with it stands below. */
export function nameField({ language, path, label, value, placeholder, faults, onType }: Named) {
  const fault = faults[path];
  const id = path.replaceAll('.', '-');
  return html`
    <div class="field name">
      <input id=${id} data-path=${path} lang=${language} maxlength="60" autocomplete="off" placeholder=${placeholder} .value=${value} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="fault-${id}"
        aria-label=${language === 'de' ? msg(str`${label}, Deutsch`, { id: 'workflow.inGerman' }) : msg(str`${label}, Englisch`, { id: 'workflow.inEnglish' })} @input=${(event: Event) => onType(typed(event))}>
      <span class="tongue" aria-hidden="true">${language}</span>
      <p class="fault" id="fault-${id}">${fault ?? nothing}</p>
    </div>
  `;
}

/** The text on it is chosen by itself; whether the dot in the list can be seen, only the person can say. */
function colorText(color: string): string {
  const onIt = formatNumber(Math.round(contrast(color, readableOn(color)) * 10) / 10);
  if (Math.min(contrast(color, '#ffffff'), contrast(color, '#1b1f25')) < 1.5) return msg(str`Schrift gut lesbar (${onIt} : 1), der Punkt in der Liste ist aber kaum zu sehen`, { id: 'workflow.contrastFaint' });
  return msg(str`Schrift gut lesbar (${onIt} : 1)`, { id: 'workflow.contrast' });
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

export const statusesStyles = css`
  .statuses { display: grid; }
  .statuses > li { padding: 0.9rem 0; border-top: 1px solid var(--wa-color-surface-border); }
  .statuses > li:first-child { border-top: 0; padding-top: 0.2rem; }
  .statuses fieldset { display: grid; gap: 0.45rem; }
  .names { display: grid; grid-template-columns: 2.75rem repeat(2, minmax(0, 1fr)) 2.5rem; gap: 0.5rem; align-items: start; }
  .swatch input[type='color'] { width: 2.75rem; min-height: 2.5rem; padding: 0.2rem; cursor: pointer; }
  .name { position: relative; }
  .name input { padding-inline-end: 2rem !important; }
  .tongue { position: absolute; inset-block-start: 0.6rem; inset-inline-end: 0.6rem; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-xs); text-transform: uppercase; }
  .second { display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; justify-content: space-between; padding-inline: 3.25rem 3rem; }
  .look { display: flex; flex-wrap: wrap; gap: 0.3rem 0.75rem; align-items: center; }
  .sample { display: inline-block; padding: 0.15rem 0.8rem; border-radius: 999px; background: var(--sample, #777); color: var(--on-sample, #fff); font-weight: 600; overflow-wrap: anywhere; }
  .counted { grid-template-columns: auto minmax(0, 12.5rem); align-items: center; gap: 0.2rem 0.6rem; }
  .counted > label { font-weight: 400; }
  .counted .fault { grid-column: 1 / -1; }
  .branch { justify-self: end; padding: 0.5rem 0.3rem 0 0; color: var(--wa-color-text-quiet); }
  .icon-button { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; padding: 0; border: 0; border-radius: 6px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
  .icon-button:hover:not(:disabled) { background: var(--wa-color-surface-lowered); color: inherit; }
  .icon-button:disabled { opacity: 0.35; cursor: default; }
  .add { justify-self: start; margin-inline-start: 3.25rem; min-height: 1.75rem; }
  .fault:empty { display: none; }
  @media (max-width: 40rem) {
    .names { grid-template-columns: 2.75rem minmax(0, 1fr) 2.5rem; }
    .names .name:nth-of-type(2) { grid-column: 2; }
    .names .icon-button { grid-column: 3; grid-row: 1; }
    .second { padding-inline: 0; }
    .counted { width: 100%; }
    .add { margin-inline-start: 0; }
    .counted { grid-template-columns: minmax(0, 1fr); }
  }
`;
