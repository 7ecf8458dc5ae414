import { msg, str } from '@lit/localize';
import { federalStates, type AppointmentSettings, type AppointmentSettingsInput } from '@meldewerk/contract/appointment';
import { weekdays, type OpeningHours } from '@meldewerk/contract/tenant';
import { html, nothing } from 'lit';
import { weekdayLong } from '../../appointment-words.ts';
import { addDays } from '../../workshop-time.ts';

export type Editing = { input: AppointmentSettingsInput; mayEdit: boolean; faults: ReadonlySet<string>; change: (input: AppointmentSettingsInput) => void };
type Weekday = (typeof weekdays)[number];
type Span = OpeningHours[Weekday][number];

const mostSpans = 3;
const aMonday = '2026-01-05';

function weekdayName(day: Weekday): string {
  return weekdayLong(addDays(aMonday, weekdays.indexOf(day)));
}

/** When the workshop is open, and what it is closed for. */
export function openingHoursFields({ input, mayEdit, faults, change }: Editing) {
  const setDay = (day: Weekday, spans: Span[]) => change({ ...input, openingHours: { ...input.openingHours, [day]: spans } });
  return html`
    <fieldset class="card hours" ?disabled=${!mayEdit}>
      <legend class="visually-hidden">${msg('Öffnungszeiten', { id: 'appointmentSettings.hours' })}</legend>
      <h2 aria-hidden="true">${msg('Öffnungszeiten', { id: 'appointmentSettings.hours' })}</h2>
      <p class="hint">${msg('Sie stehen auch auf Ihrer Seite für Kunden.', { id: 'appointmentSettings.hoursHint' })}</p>
      ${weekdays.map((day, index) => {
        const spans = input.openingHours[day];
        const before = weekdays[index - 1];
        return html`<div class="day" role="group" aria-label=${weekdayName(day)}>
          <span class="name">${weekdayName(day)}</span>
          <div class="spans">
            ${spans.length === 0 ? html`<span class="quiet closed">${msg('geschlossen', { id: 'appointment.closed' })}</span>` : nothing}
            ${spans.map((span, at) => spanFields({ day, at, span, faulty: faults.has(`openingHours.${day}.${at}`), set: (next) => setDay(day, spans.flatMap((candidate, place) => (place !== at ? [candidate] : next ? [next] : []))) }))}
          </div>
          ${mayEdit ? html`<div class="day-actions">
            ${spans.length < mostSpans ? html`<button type="button" class="text-button" @click=${() => setDay(day, [...spans, nextSpan(spans)])}>${spans.length === 0 ? msg('Öffnen', { id: 'appointmentSettings.open' }) : msg('Weitere Zeit', { id: 'appointmentSettings.addSpan' })}<span class="visually-hidden"> ${weekdayName(day)}</span></button>` : nothing}
            ${before && JSON.stringify(input.openingHours[before]) !== JSON.stringify(spans) ? html`<button type="button" class="text-button" @click=${() => setDay(day, structuredClone(input.openingHours[before]))}>${msg(str`Wie ${weekdayName(before)}`, { id: 'appointmentSettings.sameAs' })}<span class="visually-hidden">: ${weekdayName(day)}</span></button>` : nothing}
          </div>` : nothing}
        </div>`;
      })}
    </fieldset>
  `;
}

function spanFields({ day, at, span, faulty, set }: { day: Weekday; at: number; span: Span; faulty: boolean; set: (span: Span | null) => void }) {
  const label = (end: string) => `${weekdayName(day)}, ${end}`;
  return html`<span class="span">
    <input type="time" step="300" id="${day}-${at}" aria-label=${label(msg('von', { id: 'appointmentSettings.from' }))} aria-invalid=${faulty ? 'true' : nothing} .value=${span.from} @input=${(event: Event) => set({ ...span, from: typed(event) })} />
    <span aria-hidden="true">–</span>
    <input type="time" step="300" aria-label=${label(msg('bis', { id: 'reminders.to' }))} aria-invalid=${faulty ? 'true' : nothing} .value=${span.to} @input=${(event: Event) => set({ ...span, to: typed(event) })} />
    <button type="button" class="remove" aria-label=${msg(str`${weekdayName(day)}: diese Zeit entfernen`, { id: 'appointmentSettings.removeSpan' })} @click=${() => set(null)}><wa-icon name="xmark"></wa-icon></button>
  </span>`;
}

function nextSpan(spans: Span[]): Span {
  const last = spans.at(-1);
  return last && last.to < '17:00' ? { from: last.to < '13:00' ? '13:00' : last.to, to: '17:00' } : { from: '08:00', to: '17:00' };
}

/** What customers may wish: whether, how soon, how far ahead, how many. */
export function wishFields(editing: Editing) {
  const { input, mayEdit } = editing;
  const { settings } = input;
  const set = (changes: Partial<AppointmentSettings>) => editing.change({ ...input, settings: { ...settings, ...changes } });
  return html`
    <fieldset class="card" ?disabled=${!mayEdit}>
      <legend class="visually-hidden">${msg('Wunschtermine', { id: 'round.wishes' })}</legend>
      <label class="choice"><input type="checkbox" id="enabled" .checked=${settings.enabled} @change=${(event: Event) => set({ enabled: (event.target as HTMLInputElement).checked })} /><strong>${msg('Kunden nach Wunschterminen fragen', { id: 'appointmentSettings.enabled' })}</strong>
        <span class="hint">${msg('Am Ende der Meldung nennt der Kunde bis zu fünf halbe Tage. Fest wird ein Termin erst, wenn Sie ihn bestätigen.', { id: 'appointmentSettings.enabledHint' })}</span></label>
      <div class="grid">
        ${number(editing, 'capacity.morning', msg('Fahrzeuge am Vormittag', { id: 'appointmentSettings.morning' }), settings.capacity.morning, [0, 200], (morning) => set({ capacity: { ...settings.capacity, morning } }), msg('ohne Grenze', { id: 'appointmentSettings.unlimited' }))}
        ${number(editing, 'capacity.afternoon', msg('Fahrzeuge am Nachmittag', { id: 'appointmentSettings.afternoon' }), settings.capacity.afternoon, [0, 200], (afternoon) => set({ capacity: { ...settings.capacity, afternoon } }), msg('ohne Grenze', { id: 'appointmentSettings.unlimited' }))}
        <div class="field"><label for="afternoonFrom">${msg('Der Nachmittag beginnt um', { id: 'appointmentSettings.afternoonFrom' })}</label>
          <input id="afternoonFrom" type="time" step="300" aria-invalid=${editing.faults.has('settings.afternoonFrom') ? 'true' : nothing} .value=${settings.afternoonFrom} @input=${(event: Event) => set({ afternoonFrom: typed(event) })} /></div>
        ${number(editing, 'leadDays', msg('Vorlauf in Werktagen', { id: 'appointmentSettings.lead' }), settings.leadDays, [0, 60], (leadDays) => set({ leadDays: leadDays ?? Number.NaN }))}
        ${number(editing, 'horizonDays', msg('Wie viele Tage im Voraus', { id: 'appointmentSettings.horizon' }), settings.horizonDays, [7, 365], (horizonDays) => set({ horizonDays: horizonDays ?? Number.NaN }))}
        ${number(editing, 'durationMinutes', msg('Dauer der Annahme in Minuten', { id: 'appointmentSettings.duration' }), settings.durationMinutes, [5, 480], (durationMinutes) => set({ durationMinutes: durationMinutes ?? Number.NaN }))}
      </div>
      <p class="hint">${msg('Gezählt werden Fahrzeuge, die an diesem halben Tag hereinkommen. Ein leeres Feld heißt: ohne Grenze. 0 heißt: keine Annahme.', { id: 'appointmentSettings.capacityHint' })}</p>
    </fieldset>
  `;
}

/** Empty where the field may be: then there is no limit. */
function number({ faults }: Editing, name: string, label: string, value: number | null, [min, max]: [number, number], set: (value: number | null) => void, placeholder?: string) {
  const id = name.replace('.', '-');
  return html`<div class="field"><label for=${id}>${label}</label>
    <input id=${id} type="number" inputmode="numeric" min=${min} max=${max} step="1" placeholder=${placeholder ?? nothing} aria-invalid=${faults.has(`settings.${name}`) ? 'true' : nothing}
      .value=${value === null || Number.isNaN(value) ? '' : String(value)} @input=${(event: Event) => set(typed(event) === '' ? null : Number(typed(event)))} /></div>`;
}

/** Public holidays by state, and the workshop's own. */
export function closureFields({ input, mayEdit, faults, change }: Editing) {
  const { settings } = input;
  const set = (changes: Partial<AppointmentSettings>) => change({ ...input, settings: { ...settings, ...changes } });
  const setClosure = (at: number, changes: Partial<AppointmentSettings['closures'][number]>) => set({ closures: settings.closures.map((closure, place) => (place === at ? { ...closure, ...changes } : closure)) });
  return html`
    <fieldset class="card" ?disabled=${!mayEdit}>
      <legend class="visually-hidden">${msg('Feiertage und Betriebsferien', { id: 'appointmentSettings.closures' })}</legend>
      <h2 aria-hidden="true">${msg('Feiertage und Betriebsferien', { id: 'appointmentSettings.closures' })}</h2>
      <div class="field state"><label for="federalState">${msg('Feiertage von', { id: 'appointmentSettings.state' })}</label>
        <select id="federalState" @change=${(event: Event) => set({ federalState: federalStates.find((state) => state === typed(event)) ?? null })}>
          <option value="" ?selected=${settings.federalState === null}>${msg('keine Feiertage beachten', { id: 'appointmentSettings.noState' })}</option>
          ${federalStates.map((state) => html`<option value=${state} ?selected=${state === settings.federalState}>${stateNames[state]}</option>`)}
        </select></div>
      ${settings.closures.map((closure, at) => html`<div class="closure" role="group" aria-label=${closure.label || msg(str`Schließzeit ${at + 1}`, { id: 'appointmentSettings.closure' })}>
        <div class="field"><label for="closure-${at}">${msg('Anlass', { id: 'appointmentSettings.closureLabel' })}</label><input id="closure-${at}" maxlength="60" placeholder=${msg('zum Beispiel Betriebsferien', { id: 'appointmentSettings.closureExample' })} aria-invalid=${faults.has(`settings.closures.${at}.label`) ? 'true' : nothing} .value=${closure.label} @input=${(event: Event) => setClosure(at, { label: typed(event) })} /></div>
        <div class="field"><label for="closure-from-${at}">${msg('Von', { id: 'services.from' })}</label><input id="closure-from-${at}" type="date" aria-invalid=${faults.has(`settings.closures.${at}.from`) ? 'true' : nothing} .value=${closure.from} @input=${(event: Event) => setClosure(at, { from: typed(event), ...(closure.to < typed(event) && { to: typed(event) }) })} /></div>
        <div class="field"><label for="closure-to-${at}">${msg('Bis einschließlich', { id: 'appointmentSettings.closureTo' })}</label><input id="closure-to-${at}" type="date" min=${closure.from || nothing} aria-invalid=${faults.has(`settings.closures.${at}.to`) ? 'true' : nothing} .value=${closure.to} @input=${(event: Event) => setClosure(at, { to: typed(event) })} /></div>
        ${mayEdit ? html`<button type="button" class="remove" aria-label=${msg(str`${closure.label} entfernen`, { id: 'appointmentSettings.removeClosure' })} @click=${() => set({ closures: settings.closures.filter((_, place) => place !== at) })}><wa-icon name="trash"></wa-icon></button>` : nothing}
      </div>`)}
      ${mayEdit && settings.closures.length < 60 ? html`<div><wa-button size="s" appearance="outlined" type="button" @click=${() => set({ closures: [...settings.closures, { from: '', to: '', label: '' }] })}><wa-icon slot="start" name="plus"></wa-icon>${msg('Schließzeit hinzufügen', { id: 'appointmentSettings.addClosure' })}</wa-button></div>` : nothing}
    </fieldset>
  `;
}

const stateNames: Record<(typeof federalStates)[number], string> = {
  BW: 'Baden-Württemberg', BY: 'Bayern', BE: 'Berlin', BB: 'Brandenburg', HB: 'Bremen', HH: 'Hamburg', HE: 'Hessen', MV: 'Mecklenburg-Vorpommern',
  NI: 'Niedersachsen', NW: 'Nordrhein-Westfalen', RP: 'Rheinland-Pfalz', SL: 'Saarland', SN: 'Sachsen', ST: 'Sachsen-Anhalt', SH: 'Schleswig-Holstein', TH: 'Thüringen',
};

function typed(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
