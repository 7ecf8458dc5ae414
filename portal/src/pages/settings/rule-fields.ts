import { msg, str } from '@lit/localize';
import { settableStatuses, type ReportStatus } from '@meldewerk/contract/handling';
import { staffLanguages } from '@meldewerk/contract/language';
import { ruleChannels, rulePlaceholders, ruleRecipients, type Rule, type RuleAction } from '@meldewerk/contract/rule';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { statusText, subStatusesOf } from '../../workflow.ts';
import { placeholderText } from './rule-words.ts';

export type Faults = Record<string, string>;
type Editing = { rule: Rule; faults: Faults; onChange: (rule: Rule) => void };

/** When, then what: every part of one rule. */
export function ruleFields(editing: Editing) {
  const { rule, faults } = editing;
  return html`
    <div class="rule-fields">
      ${whenFields(editing)}
      ${actionFields(editing)}
      ${faults['action.kind'] ? html`<p class="fault" id="fault-${rule.id}-kind"><wa-icon name="error"></wa-icon>${faults['action.kind']}</p>` : nothing}
      ${rule.action.kind === 'staffReminder' ? nothing : textFields(editing, rule.action)}
    </div>
  `;
}

function whenFields({ rule, faults, onChange }: Editing) {
  const { id, when } = rule;
  const value = when.subStatus ? `${when.status}/${when.subStatus}` : when.status;
  const choose = (event: Event) => {
    const [status = '', subStatus = null] = typed(event).split('/');
    onChange({ ...rule, when: { ...when, status: status as ReportStatus, subStatus } });
  };
  const gone = when.subStatus !== null && !subStatusesOf(when.status).some((finer) => finer.id === when.subStatus);
  const fault = faults['when.subStatus'];
  return html`
    <div class="line">
      <div class="field"><label for="moment-${id}">${msg('Wann', { id: 'ruleForm.moment' })}</label>
        <select id="moment-${id}" .value=${live(when.afterDays === null ? 'reached' : 'days')} @change=${(event: Event) => onChange({ ...rule, when: { ...when, afterDays: typed(event) === 'days' ? 3 : null } })}>
          <option value="reached" ?selected=${when.afterDays === null}>${msg('sobald erreicht', { id: 'ruleForm.reached' })}</option>
          <option value="days" ?selected=${when.afterDays !== null}>${msg('nach einer Zahl von Tagen', { id: 'ruleForm.days' })}</option>
        </select></div>
      ${when.afterDays === null ? nothing : html`<div class="field days"><label for="days-${id}">${msg('Tage', { id: 'ruleForm.dayCount' })}</label>
        <input id="days-${id}" type="number" min="1" max="365" step="1" inputmode="numeric" .value=${live(String(when.afterDays))} aria-invalid=${faults['when.afterDays'] ? 'true' : 'false'} @input=${(event: Event) => onChange({ ...rule, when: { ...when, afterDays: Number(typed(event)) } })}></div>`}
      <div class="field grow"><label for="status-${id}">${msg('Status', { id: 'handling.status' })}</label>
        <select id="status-${id}" aria-invalid=${fault ? 'true' : 'false'} @change=${choose}>
          ${settableStatuses.map((status) => html`
            <option value=${status} ?selected=${value === status}>${statusText(status)}</option>
            ${subStatusesOf(status).map((finer) => html`<option value="${status}/${finer.id}" ?selected=${value === `${status}/${finer.id}`}>${statusText(status)} · ${finer.label}</option>`)}`)}
          ${gone ? html`<option value=${value} selected>${msg(str`${statusText(when.status)} · entfernter Unterstatus`, { id: 'ruleForm.gone' })}</option>` : nothing}
        </select>
        ${fault ? html`<p class="fault">${fault}</p>` : nothing}</div>
    </div>
  `;
}

function actionFields({ rule, faults, onChange }: Editing) {
  const { id, action } = rule;
  const text = action.kind === 'staffReminder' ? { de: '', en: '' } : action.text;
  const to = action.kind === 'customerMessage' ? 'assignee' : action.to;
  const made: Record<RuleAction['kind'], RuleAction> = { customerMessage: { kind: 'customerMessage', channel: 'smsElseEmail', text }, staffMessage: { kind: 'staffMessage', to, text }, staffReminder: { kind: 'staffReminder', to } };
  const change = (changed: RuleAction) => onChange({ ...rule, action: changed });
  return html`
    <div class="line">
      <div class="field grow"><label for="kind-${id}">${msg('Dann', { id: 'ruleForm.action' })}</label>
        <select id="kind-${id}" aria-invalid=${faults['action.kind'] ? 'true' : 'false'} @change=${(event: Event) => change(made[typed(event) as RuleAction['kind']])}>
          <option value="customerMessage" ?selected=${action.kind === 'customerMessage'}>${msg('Nachricht an den Kunden', { id: 'ruleForm.customerMessage' })}</option>
          <option value="staffMessage" ?selected=${action.kind === 'staffMessage'}>${msg('Nachricht an Mitarbeiter', { id: 'ruleForm.staffMessage' })}</option>
          <option value="staffReminder" ?selected=${action.kind === 'staffReminder'}>${msg('Erinnerung an Mitarbeiter', { id: 'ruleForm.staffReminder' })}</option>
        </select></div>
      ${action.kind === 'customerMessage'
        ? html`<div class="field grow"><label for="channel-${id}">${msg('Auf welchem Weg', { id: 'ruleForm.channel' })}</label>
            <select id="channel-${id}" @change=${(event: Event) => change({ ...action, channel: typed(event) as (typeof ruleChannels)[number] })}>${ruleChannels.map((channel) => html`<option value=${channel} ?selected=${channel === action.channel}>${channelText(channel)}</option>`)}</select></div>`
        : html`<div class="field grow"><label for="to-${id}">${msg('An wen', { id: 'ruleForm.to' })}</label>
            <select id="to-${id}" @change=${(event: Event) => change({ ...action, to: typed(event) as (typeof ruleRecipients)[number] })}>${ruleRecipients.map((recipient) => html`<option value=${recipient} ?selected=${recipient === action.to}>${recipient === 'assignee' ? msg('zuständige Person, sonst alle, die Meldungen bekommen', { id: 'ruleForm.assignee' }) : msg('alle, die Meldungen bekommen', { id: 'ruleForm.recipients' })}</option>`)}</select></div>`}
    </div>
  `;
}

function textFields({ rule, faults, onChange }: Editing, action: Extract<RuleAction, { text: unknown }>) {
  const insert = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const name = select.value;
    select.value = '';
    const area = (select.getRootNode() as ShadowRoot).querySelector<HTMLTextAreaElement>(`#text-${CSS.escape(rule.id)}-de`);
    if (!name || !area) return;
    area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
    onChange({ ...rule, action: { ...action, text: { ...action.text, de: area.value } } });
    area.focus();
  };
  return html`
    <div class="texts">
      ${staffLanguages.map((language) => {
        const fault = faults[`action.text.${language}`];
        const id = `text-${rule.id}-${language}`;
        return html`<div class="field">
          <label for=${id}>${language === 'de' ? msg('Text, Deutsch', { id: 'ruleForm.german' }) : msg('Text, Englisch', { id: 'ruleForm.english' })}</label>
          <textarea id=${id} lang=${language} rows="4" maxlength="600" .value=${live(action.text[language])} aria-invalid=${fault ? 'true' : 'false'} aria-describedby="fault-${id}"
            @input=${(event: Event) => onChange({ ...rule, action: { ...action, text: { ...action.text, [language]: (event.target as HTMLTextAreaElement).value } } })}></textarea>
          <p class="fault" id="fault-${id}">${fault ?? nothing}</p>
        </div>`;
      })}
      <div class="field places"><label for="place-${rule.id}">${msg('Platzhalter in den deutschen Text einsetzen', { id: 'ruleForm.insert' })}</label>
        <select id="place-${rule.id}" @change=${insert}><option value="">…</option>${rulePlaceholders.map((name) => html`<option value=${name}>${placeholderText(name)} {{${name}}}</option>`)}</select></div>
    </div>
  `;
}

function channelText(channel: (typeof ruleChannels)[number]): string {
  return {
    smsElseEmail: msg('SMS, sonst E-Mail', { id: 'ruleForm.smsElseEmail' }),
    sms: msg('nur SMS', { id: 'ruleForm.smsOnly' }),
    email: msg('nur E-Mail', { id: 'ruleForm.emailOnly' }),
  }[channel];
}

function typed(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

export const ruleFieldStyles = css`
  .rule-fields { display: grid; gap: 0.8rem; }
  .line { display: flex; flex-wrap: wrap; gap: 0.6rem 0.9rem; align-items: start; }
  .line .field { flex: 1 1 12rem; }
  .line .days { flex: 0 0 6rem; }
  .texts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.6rem 0.9rem; }
  .places { grid-column: 1; }
  .fault:empty { display: none; }
  @media (max-width: 48rem) { .texts { grid-template-columns: minmax(0, 1fr); } .texts .places { order: 0; } }
`;
