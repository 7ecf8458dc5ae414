import { textIn } from '@meldewerk/contract/text-in';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { WithdrawalNotice } from '@meldewerk/contract/withdrawal';
import { withdrawalStatements } from '@meldewerk/contract/withdrawal-statements';
import { textField } from '../fields/text-field.ts';
import { fieldId } from '../flow.ts';
import type { StepHost } from '../step.ts';
import { isNoticeReceived } from './check-forms.ts';
import { fileNameOf, saveFile } from './save-document.ts';
import { renderTextForm } from './text-form.ts';

/** The workshop's notice with its model form, the confirmation, and, apart from it, the wish to begin early. */
export function renderWithdrawal(host: StepHost, notice: WithdrawalNotice): TemplateResult {
  const { language } = host;
  const path = 'withdrawal.noticeReceived';
  const fault = host.faultOf(path);
  return html`<section class="withdrawal" aria-labelledby=${fieldId('withdrawal')}>
    <h3 id=${fieldId('withdrawal')} tabindex="-1">${msg('Ihr Widerrufsrecht', { id: 'withdrawal.heading' })}</h3>
    <p class="soft">${msg('Mit einem der Formulare schließen Sie einen Vertrag. Als Verbraucher können Sie ihn 14 Tage lang widerrufen. Hier steht, wie.', { id: 'withdrawal.explanation' })}</p>
    ${folded(msg('Widerrufsbelehrung', { id: 'withdrawal.notice' }), textIn(notice.notice, language))}
    ${folded(msg('Muster-Widerrufsformular', { id: 'withdrawal.modelForm' }), textIn(notice.modelForm, language))}
    <div class="field">
      <label class="choice ${fault ? 'faulty' : ''}">
        <input type="checkbox" id=${fieldId(path)} .checked=${live(isNoticeReceived(host))} aria-required="true"
          aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? `fault-${path}` : nothing}
          @change=${(change: Event) => decide(host, notice, { noticeReceived: (change.target as HTMLInputElement).checked })} />
        <span>${textIn(withdrawalStatements.noticeReceived, language)}</span>
      </label>
      ${fault ? html`<p class="wrong" id=${`fault-${path}`}>${fault}</p>` : nothing}
    </div>
    <div class="field early" role="group" aria-labelledby="early-heading">
      <h4 id="early-heading">${msg('Soll die Werkstatt früher anfangen?', { id: 'withdrawal.earlyHeading' })} <span class="optional">${msg('(freiwillig)', { id: 'field.optional' })}</span></h4>
      <p class="help">${msg('Ohne diesen Wunsch kann die Werkstatt warten, bis die 14 Tage um sind.', { id: 'withdrawal.earlyHelp' })}</p>
      <label class="choice">
        <input type="checkbox" id=${fieldId('withdrawal.earlyStart')} .checked=${live(host.drafts.draft.withdrawal?.earlyStart === true)} aria-describedby="early-means"
          @change=${(change: Event) => decide(host, notice, { earlyStart: (change.target as HTMLInputElement).checked })} />
        <span>${textIn(withdrawalStatements.earlyStart, language)}<span class="means" id="early-means">${textIn(withdrawalStatements.earlyStartMeans, language)}</span></span>
      </label>
    </div>
    ${renderHandOver(host, notice)}
  </section>`;
}

/** What was decided, in a few words. */
export function withdrawalRows(host: StepHost): { label: string; value: string }[] {
  const decided = host.drafts.draft.withdrawal;
  return [
    {
      label: msg('Widerrufsbelehrung', { id: 'withdrawal.notice' }),
      value: isNoticeReceived(host) ? msg('Erhalten', { id: 'withdrawal.received' }) : msg('Noch nicht bestätigt', { id: 'withdrawal.notReceived' }),
    },
    {
      label: msg('Beginn vor Ablauf der Widerrufsfrist', { id: 'withdrawal.early' }),
      value: decided?.earlyStart ? msg('Ausdrücklich verlangt', { id: 'withdrawal.earlyYes' }) : msg('Nicht verlangt', { id: 'withdrawal.earlyNo' }),
    },
  ];
}

// The first lines can be seen without opening: nobody shall miss that there is something to read.
function folded(title: string, text: string): TemplateResult {
  return html`<div class="legal">
    <h4>${title}</h4>
    <details>
      <summary><span class="first-lines">${beginningOf(text, title)}</span><span class="whole">${msg('Ganz lesen', { id: 'withdrawal.whole' })}<span class="unseen">: ${title}</span></span><span class="less">${msg('Weniger zeigen', { id: 'withdrawal.less' })}<span class="unseen">: ${title}</span></span></summary>
      <div class="whole-text">${renderTextForm(text)}</div>
    </details>
  </div>`;
}

function beginningOf(text: string, title: string): string {
  const lines = plain(text).split('\n').filter((line) => line.trim());
  return (lines[0]?.trim() === title ? lines.slice(1) : lines).join('\n');
}

/** Without the marks of headings and lists. */
function plain(text: string): string {
  return text.replace(/^# /gm, '');
}

/** On a durable medium: by e-mail, or, without an address, by hand. */
function renderHandOver(host: StepHost, notice: WithdrawalNotice): TemplateResult {
  const email = String(host.drafts.draft.reporter['email'] ?? '').trim();
  const asked = email === '' || askedHere.has(host);
  if (asked) askedHere.add(host);
  return html`<div class="hand-over">
    <h4>${msg('Ihre Unterlagen', { id: 'withdrawal.papers' })}</h4>
    ${asked
      ? html`<p>${msg('Sie haben noch keine E-Mail-Adresse angegeben. An sie senden wir Ihnen nach dem Absenden die unterschriebenen Formulare, die Widerrufsbelehrung und das Muster-Formular. Ohne E-Mail-Adresse laden Sie bitte alles selbst herunter.', { id: 'withdrawal.noEmail' })}</p>
          ${textField(host, { path: 'reporter.email', label: msg('E-Mail', { id: 'contact.email' }), type: 'email', autocomplete: 'email', maxLength: 254 })}`
      : html`<p>${msg(str`Nach dem Absenden bekommen Sie die unterschriebenen Formulare, die Widerrufsbelehrung und das Muster-Formular an ${email}.`, { id: 'withdrawal.byEmail' })}</p>`}
    <button type="button" class="button" @click=${() => keep(host, notice)}>${msg('Widerrufsbelehrung herunterladen', { id: 'withdrawal.download' })}</button>
  </div>`;
}

/** Where the address was asked for in this step, the field stays while it is typed. */
const askedHere = new WeakSet<StepHost>();

function keep({ language, site }: StepHost, { notice, modelForm, version }: WithdrawalNotice): void {
  const titles = [msg('Widerrufsbelehrung', { id: 'withdrawal.notice' }), msg('Muster-Widerrufsformular', { id: 'withdrawal.modelForm' })] as const;
  const text = [`${titles[0]} (${site.name}, ${version})`, plain(textIn(notice, language)), titles[1], plain(textIn(modelForm, language))].join('\r\n\r\n');
  // Windows' editor reads umlauts rightly only behind this mark.
  saveFile(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}\r\n`, 'text/plain;charset=utf-8', fileNameOf(titles[0], 'txt'));
}

function decide(host: StepHost, { version }: WithdrawalNotice, decided: { noticeReceived?: boolean; earlyStart?: boolean }): void {
  const before = host.drafts.draft.withdrawal;
  const known = before?.noticeVersion === version ? before : { noticeVersion: version, noticeReceived: false, earlyStart: false };
  host.drafts.change({ withdrawal: { ...known, ...decided } });
  host.mend('withdrawal');
}
