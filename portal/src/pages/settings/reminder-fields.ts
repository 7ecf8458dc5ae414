import { msg, str } from '@lit/localize';
import type { ReminderKind, ReminderSettings } from '@meldewerk/contract/reminder';
import { css, html } from 'lit';

type Editing = { settings: ReminderSettings; mayEdit: boolean; change: (settings: ReminderSettings) => void };

function kindTexts(kind: ReminderKind): { title: string; hours: string } {
  return {
    linkUnopened: { title: msg('Link nicht geöffnet', { id: 'reminders.linkUnopened' }), hours: msg('Stunden nach dem Senden', { id: 'reminders.afterSending' }) },
    itemsOpen: { title: msg('Angefordertes nicht nachgereicht', { id: 'reminders.itemsOpen' }), hours: msg('Stunden nach der Anforderung', { id: 'reminders.afterRequest' }) },
    halfFinished: { title: msg('Begonnen, aber nicht abgeschickt', { id: 'reminders.halfFinished' }), hours: msg('Stunden nach der letzten Eingabe', { id: 'reminders.afterLastStep' }) },
    proposalUnanswered: { title: msg('Terminvorschlag nicht beantwortet', { id: 'reminders.proposalUnanswered' }), hours: msg('Stunden nach dem Vorschlag', { id: 'reminders.afterProposal' }) },
  }[kind];
}

/** One kind of reminder: whether, when, and what the customer reads. */
export function reminderFields({ kind, sms, settings, mayEdit, change }: Editing & { kind: ReminderKind; sms: string }) {
  const { title, hours } = kindTexts(kind);
  const { enabled, afterHours } = settings[kind];
  return html`
    <fieldset class="card kind" ?disabled=${!mayEdit}>
      <legend class="visually-hidden">${title}</legend>
      <label class="choice"><input type="checkbox" .checked=${enabled} @change=${(event: Event) => change({ ...settings, [kind]: { enabled: checked(event), afterHours } })} /><strong>${title}</strong></label>
      <div class="field hours">
        <label for="hours-${kind}">${hours}</label>
        <input id="hours-${kind}" type="number" min="1" max="336" step="1" inputmode="numeric" .value=${String(afterHours)} ?disabled=${!enabled || !mayEdit}
          @input=${(event: Event) => change({ ...settings, [kind]: { enabled, afterHours: Number(typed(event)) } })} />
      </div>
      <figure class=${enabled ? '' : 'off'}>
        <figcaption class="hint">${msg('So liest es der Kunde als SMS:', { id: 'reminders.example' })}</figcaption>
        <p class="sms">${sms}</p>
      </figure>
    </fieldset>
  `;
}

/** When nobody is to be disturbed, and how often it is enough. */
export function mannersFields({ settings, timeZone, mayEdit, change }: Editing & { timeZone: string }) {
  const { quietHours, notOnSundays, maxPerLink } = settings;
  return html`
    <fieldset class="card manners" ?disabled=${!mayEdit}>
      <legend class="visually-hidden">${msg('Ruhezeiten', { id: 'reminders.quiet' })}</legend>
      <h2 aria-hidden="true">${msg('Ruhezeiten', { id: 'reminders.quiet' })}</h2>
      <div class="times">
        <div class="field"><label for="from">${msg('Keine Erinnerung von', { id: 'reminders.from' })}</label>
          <input id="from" type="time" required .value=${quietHours.from} @input=${(event: Event) => change({ ...settings, quietHours: { ...quietHours, from: typed(event) } })} /></div>
        <div class="field"><label for="to">${msg('bis', { id: 'reminders.to' })}</label>
          <input id="to" type="time" required .value=${quietHours.to} @input=${(event: Event) => change({ ...settings, quietHours: { ...quietHours, to: typed(event) } })} /></div>
        <div class="field"><label for="max">${msg('Höchstens je Link', { id: 'reminders.max' })}</label>
          <select id="max" .value=${String(maxPerLink)} @change=${(event: Event) => change({ ...settings, maxPerLink: Number(typed(event)) })}>
            ${[1, 2, 3, 4, 5].map((count) => html`<option value=${count} ?selected=${count === maxPerLink}>${count === 1 ? msg('1 Erinnerung', { id: 'reminders.one' }) : msg(str`${count} Erinnerungen`, { id: 'reminders.many' })}</option>`)}
          </select></div>
      </div>
      <label class="choice"><input type="checkbox" .checked=${notOnSundays} @change=${(event: Event) => change({ ...settings, notOnSundays: checked(event) })} /><span>${msg('Sonntags keine Erinnerung', { id: 'reminders.notOnSundays' })}</span></label>
      <p class="hint">${msg(str`Uhrzeiten Ihres Betriebs (${timeZone}). Zwischen zwei Erinnerungen liegen mindestens 20 Stunden. Was nachts fällig wird, geht am Morgen hinaus.`, { id: 'reminders.quietHint' })}</p>
    </fieldset>
  `;
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function checked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

export const reminderStyles = css`
  fieldset.card { padding: 1.1rem 1.25rem; border: 1px solid var(--wa-color-surface-border); }
  .kind { display: grid; grid-template-columns: minmax(15rem, 1fr) minmax(0, 1.4fr); gap: 0.6rem 2rem; }
  .kind > * { grid-column: 1; }
  .kind figure { grid-column: 2; grid-row: 1 / 4; display: grid; gap: 0.35rem; align-content: start; }
  .hours { max-width: 15rem; padding-inline-start: 1.75rem; }
  .sms { padding: 0.7rem 0.95rem; border-radius: 14px 14px 14px 4px; background: var(--wa-color-surface-lowered); white-space: pre-line; overflow-wrap: anywhere; }
  .off .sms { color: var(--wa-color-text-quiet); text-decoration: line-through; }
  .manners { display: grid; gap: 0.75rem; }
  .manners h2 { font-size: 1rem; }
  .times { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; }
  .times .field { min-width: 9rem; }
  @media (max-width: 48rem) { .kind { grid-template-columns: minmax(0, 1fr); } .kind figure { grid-column: 1; grid-row: auto; } .times .field { flex: 1; min-width: 7.5rem; } }
`;
