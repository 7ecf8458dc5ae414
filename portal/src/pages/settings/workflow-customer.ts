import { msg, str } from '@lit/localize';
import { staffLanguages } from '@meldewerk/contract/language';
import { customerAreas, type CustomerArea } from '@meldewerk/contract/workflow';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addState, fewestStates, mostStates, removeState, type WorkflowDraft } from './workflow-draft.ts';
import { nameField, type Editing } from './workflow-statuses.ts';

/** The three to five states a customer is told, in the order of the way. */
export function customerStatesEditor({ draft, faults, mayEdit, onChange }: Editing) {
  const { customerStates } = draft;
  const rename = (id: string, label: { de: string; en: string }): WorkflowDraft => ({ ...draft, customerStates: customerStates.map((state) => (state.id === id ? { ...state, label } : state)) });
  return html`
    <ol class="states">
      ${repeat(customerStates, ({ id }) => id, ({ id, label }, index) => html`
        <li>
          <fieldset class="names" ?disabled=${!mayEdit}>
            <legend class="visually-hidden">${msg(str`Stand ${index + 1}`, { id: 'workflow.stateNumber' })}</legend>
            <span class="number numbers" aria-hidden="true">${index + 1}</span>
            ${staffLanguages.map((language) => nameField({ language, path: `customerStates.${index}.label.${language}`, label: msg(str`Stand ${index + 1}`, { id: 'workflow.stateNumber' }), value: label[language], placeholder: '', faults, onType: (text) => onChange(rename(id, { ...label, [language]: text })) }))}
            ${mayEdit ? html`<button type="button" class="icon-button" ?disabled=${customerStates.length <= fewestStates} @click=${() => onChange(removeState(draft, index))} aria-label=${msg(str`Stand ${index + 1} entfernen`, { id: 'workflow.removeState' })}><wa-icon name="trash"></wa-icon></button>` : nothing}
          </fieldset>
          ${faults[`customerStates.${index}.statuses`] ? html`<p class="fault counts"><wa-icon name="error"></wa-icon>${faults[`customerStates.${index}.statuses`]}</p>` : nothing}
        </li>`)}
    </ol>
    ${mayEdit && customerStates.length < mostStates ? html`<button type="button" class="text-button" @click=${() => onChange(addState(draft))}>${msg('Stand hinzufügen', { id: 'workflow.addState' })}</button>` : nothing}
  `;
}

/** Which parts of the status page there are at all. */
export function customerAreasEditor({ draft, mayEdit, onChange }: Editing) {
  const { customerSees } = draft;
  return html`<fieldset class="areas" ?disabled=${!mayEdit}>
    <legend class="visually-hidden">${msg('Was der Kunde sieht', { id: 'workflow.areas' })}</legend>
    ${customerAreas.map((area) => {
      const { name, hint } = areaText(area);
      return html`<label class="choice"><input type="checkbox" .checked=${customerSees[area]} @change=${(event: Event) => onChange({ ...draft, customerSees: { ...customerSees, [area]: (event.target as HTMLInputElement).checked } })}><span>${name}</span><span class="hint">${hint}</span></label>`;
    })}
  </fieldset>`;
}

export function areaText(area: CustomerArea): { name: string; hint: string } {
  return {
    status: { name: msg('Stand', { id: 'customerArea.status' }), hint: msg('Wie weit das Fahrzeug ist.', { id: 'customerArea.statusHint' }) },
    messages: { name: msg('Nachrichten', { id: 'customerArea.messages' }), hint: msg('Der Kunde liest Ihre Nachrichten und antwortet. Interne Notizen sieht er nie.', { id: 'customerArea.messagesHint' }) },
    files: { name: msg('Fotos und Dokumente', { id: 'customerArea.files' }), hint: msg('Seine Fotos und die unterschriebenen Formulare.', { id: 'customerArea.filesHint' }) },
    appointments: { name: msg('Termine', { id: 'customerArea.appointments' }), hint: msg('Vorschläge beantworten, den bestätigten Termin sehen.', { id: 'customerArea.appointmentsHint' }) },
    history: { name: msg('Verlauf', { id: 'customerArea.history' }), hint: msg('Was wann geschehen ist, ohne Namen Ihrer Mitarbeiter.', { id: 'customerArea.historyHint' }) },
  }[area];
}

export const customerStyles = css`
  .states { display: grid; gap: 0.5rem; margin-bottom: 0.5rem; }
  .number { display: grid; place-items: center; width: 1.9rem; height: 1.9rem; margin: 0.3rem auto 0; border-radius: 50%; background: var(--wa-color-surface-lowered); font-weight: 600; }
  .counts { padding-inline-start: 3.25rem; }
  .areas { display: grid; gap: 0.3rem; }
`;
