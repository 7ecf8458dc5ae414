import { msg } from '@lit/localize';
import { priorities, reportStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { dueTimes, partsOf, waitingLinkStates, type ReportFacets, type ReportFilter, type ReportFilterName } from '@meldewerk/contract/report-filter';
import { html, nothing } from 'lit';
import { allCategories } from '../../categories.ts';
import { assigneeLabel, dueLabel, linkLabel, partnerLabel, priorityText, statusPartLabel, type Known } from '../../filter-words.ts';
import { currentLanguage } from '../../locale.ts';
import { currentWorkflow, subStatusesOf } from '../../workflow.ts';

type Fields = { filter: ReportFilter; without: ReportFilterName[]; known: Known; facets: ReportFacets; onChange: (changes: Partial<ReportFilter>) => void };
type Option = { value: string; label: string };

/** Every filter with its choices; what there is nothing to choose of is left out. */
export function filterFields(fields: Fields) {
  const { filter, known, facets, onChange } = fields;
  const finer = (Object.keys(currentWorkflow().statuses) as ReportStatus[]).flatMap((status) => subStatusesOf(status).map(({ id, label }) => ({ value: id, label })));
  const named = (values: readonly string[], label: (value: string) => string): Option[] => values.map((value) => ({ value, label: label(value) }));
  return html`
    ${several(fields, 'status', msg('Status', { id: 'list.status' }), named(['open', 'closed', ...reportStatuses], statusPartLabel))}
    ${several(fields, 'sub', msg('Unterstatus', { id: 'handling.subStatus' }), finer)}
    ${several(fields, 'assignee', msg('Zuständig', { id: 'handling.assignee' }), named(['me', 'none', ...known.colleagues.filter(({ active }) => active).map(({ id }) => id)], (part) => assigneeLabel(part, known)))}
    ${one(fields, 'due', msg('Frist', { id: 'handling.dueOn' }), named(dueTimes, dueLabel))}
    ${several(fields, 'priority', msg('Dringlichkeit', { id: 'handling.priority' }), named(priorities.toReversed(), priorityText))}
    ${several(fields, 'tag', msg('Stichwörter', { id: 'handling.tags' }), named(facets.tags, (tag) => tag))}
    ${several(fields, 'category', msg('Schaden', { id: 'list.category' }), allCategories().map(({ id, label }) => ({ value: id, label: label[currentLanguage()] })))}
    ${several(fields, 'partner', msg('Partner', { id: 'prepare.partnerName' }), known.partners.length > 0 ? named(['any', 'none', ...known.partners.map(({ id }) => id)], (part) => partnerLabel(part, known)) : [])}
    ${facets.insurers.length > 0 || filter.insurer ? insurer(fields) : nothing}
    ${several(fields, 'link', msg('Link zur Meldung', { id: 'purpose.link' }), named(waitingLinkStates, linkLabel))}
    ${day(fields, 'from', msg('Von', { id: 'filters.from' }))}
    ${day(fields, 'to', msg('Bis', { id: 'filters.to' }))}
    <div class="switches">
      ${toggle('unread', 'true', msg('Ungelesene Nachricht', { id: 'filters.unread' }))}
      ${toggle('turn', 'staff', msg('Terminwunsch wartet auf Antwort', { id: 'filters.turnStaff' }))}
      ${toggle('missing', 'true', msg('Angaben fehlen noch', { id: 'filters.missing' }))}
      ${toggle('towing', 'true', msg('Abschleppen', { id: 'filters.towing' }))}
      ${toggle('internal', 'true', msg('Interne Vorgänge', { id: 'filters.internal' }))}
    </div>
  `;

  function toggle(name: ReportFilterName, value: string, label: string) {
    if (fields.without.includes(name)) return nothing;
    return html`<label><input type="checkbox" .checked=${filter[name] === value} @change=${(event: Event) => onChange({ [name]: (event.target as HTMLInputElement).checked ? value : undefined })} />${label}</label>`;
  }
}

/** Any of several: a list of boxes behind a field that says what is ticked. */
function several({ filter, without, onChange }: Fields, name: ReportFilterName, label: string, options: Option[]) {
  if (without.includes(name) || options.length === 0) return nothing;
  const chosen = partsOf(filter[name]);
  const tick = (event: Event, value: string) => {
    const parts = (event.target as HTMLInputElement).checked ? [...chosen, value] : chosen.filter((part) => part !== value);
    onChange({ [name]: parts.join(',') || undefined });
  };
  const shown = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label).join(', ') || msg('Alle', { id: 'filters.all' });
  return html`
    <div class="field">
      <span class="label" id="filter-${name}">${label}</span>
      <details @keydown=${closeByEscape} @focusout=${closeWhenLeft}>
        <summary aria-describedby="filter-${name}"><span>${shown}</span><wa-icon name="chevron-down"></wa-icon></summary>
        <div class="options" role="group" aria-labelledby="filter-${name}">
          ${options.map((option) => html`<label><input type="checkbox" .checked=${chosen.includes(option.value)} @change=${(event: Event) => tick(event, option.value)} />${option.label}</label>`)}
        </div>
      </details>
    </div>
  `;
}

function one({ filter, without, onChange }: Fields, name: ReportFilterName, label: string, options: Option[]) {
  if (without.includes(name)) return nothing;
  return html`
    <div class="field">
      <label for="filter-${name}">${label}</label>
      <select id="filter-${name}" .value=${filter[name] ?? ''} @change=${(event: Event) => onChange({ [name]: (event.target as HTMLSelectElement).value || undefined })}>
        <option value="" ?selected=${!filter[name]}>${msg('Alle', { id: 'filters.all' })}</option>
        ${options.map((option) => html`<option value=${option.value} ?selected=${filter[name] === option.value}>${option.label}</option>`)}
      </select>
    </div>
  `;
}

function insurer({ filter, facets, onChange }: Fields) {
  return html`
    <div class="field">
      <label for="filter-insurer">${msg('Versicherung', { id: 'filters.insurer' })}</label>
      <input id="filter-insurer" list="insurers" maxlength="80" autocomplete="off" .value=${filter.insurer ?? ''} @change=${(event: Event) => onChange({ insurer: (event.target as HTMLInputElement).value.trim() || undefined })} />
      <datalist id="insurers">${facets.insurers.map((name) => html`<option value=${name}></option>`)}</datalist>
    </div>
  `;
}

function day({ filter, without, onChange }: Fields, name: 'from' | 'to', label: string) {
  if (without.includes(name)) return nothing;
  const change = (event: Event) => onChange({ [name]: (event.target as HTMLInputElement).value || undefined });
  return html`
    <div class="field">
      <label for="filter-${name}">${label}</label>
      <input id="filter-${name}" type="date" .value=${filter[name] ?? ''} min=${(name === 'to' && filter.from) || nothing} max=${(name === 'from' && filter.to) || nothing} @change=${change} />
    </div>
  `;
}

function closeByEscape(event: KeyboardEvent) {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !details.open) return;
  event.stopPropagation();
  details.open = false;
  details.querySelector('summary')?.focus();
}

function closeWhenLeft(event: FocusEvent) {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !details.contains(event.relatedTarget)) details.open = false;
}
