import { msg, str } from '@lit/localize';
import { languages } from '@meldewerk/contract/language';
import type { MessagePreview } from '@meldewerk/contract/preparation';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customerLanguageName } from '../../labels.ts';
import type { Way } from './kept-draft.ts';
import { smsDoubt, type SmsDoubt } from './way.ts';
import type { TypedPreparation } from './typed-preparation.ts';

type Sending = { typed: TypedPreparation; preview: MessagePreview | undefined; previewFailed: boolean; way: Way; /** It is internal already, and stays so when it is saved. */ keptInternal: boolean; /** Nobody has been sent anything yet. */ isNew: boolean; /** Why no new link may go out. */ stopped: string | null; choose: (way: Way) => void; chooseLanguage: (language: string) => void };

/** How the link goes out, and the message as the customer will see it. */
export function sendingPanel({ typed, preview, previewFailed, way, keptInternal, isNew, stopped, choose, chooseLanguage }: Sending): TemplateResult {
  if (keptInternal) return html`${internalHint()}${languageField(typed, chooseLanguage)}`;
  const doubt = stopped === null ? smsDoubt(typed, preview) : null;
  const hasEmail = typed.email.trim() !== '';
  return html`
    <fieldset>
      <legend class="label">${msg('So bekommt der Kunde den Link', { id: 'sending.way' })}</legend>
      <div class="ways">
        ${wayOption('sms', 'smartphone', msg('SMS', { id: 'channel.sms' }), way, stopped ?? (doubt !== null && doubt !== 'noNumber' ? doubtText(doubt) : null), choose)}
        ${wayOption('email', 'mail', msg('E-Mail', { id: 'channel.email' }), way, stopped ?? (hasEmail ? null : msg('Dafür fehlt die E-Mail-Adresse.', { id: 'sending.needsEmail' })), choose)}
        ${wayOption('none', stopped === null ? 'link' : 'pencil', stopped === null ? msg('Nur Link', { id: 'sending.linkOnly' }) : msg('Entwurf', { id: 'sending.draftOnly' }), way, null, choose)}
        ${isNew ? wayOption('internal', 'lock', msg('Interner Vorgang', { id: 'internal.title' }), way, null, choose) : nothing}
      </div>
    </fieldset>
    ${doubt && doubt !== 'noNumber' && way !== 'internal' ? html`<p class="warning" role="status"><wa-icon name="warning"></wa-icon><span>${doubtText(doubt)} ${wayOnText(way, hasEmail)}</span></p>` : nothing}
    ${stopped === null ? nothing : html`<p class="warning" role="status"><wa-icon name="ban"></wa-icon><span>${stopped}</span></p>`}
    ${languageField(typed, chooseLanguage)}
    ${stopped === null ? message(way, preview, previewFailed, typed) : nothing}
  `;
}

function languageField(typed: TypedPreparation, chooseLanguage: (language: string) => void) {
  return html`<div class="field">
    <label for="language">${msg('Sprache des Kunden', { id: 'sending.language' })}</label>
    <select id="language" @change=${(event: Event) => chooseLanguage((event.target as HTMLSelectElement).value)}>
      ${languages.map((language) => html`<option value=${language} ?selected=${typed.language === language}>${customerLanguageName(language)}</option>`)}
    </select>
  </div>`;
}

function internalHint() {
  return html`<p class="warning"><wa-icon name="lock"></wa-icon><span><strong>${msg('Interner Vorgang', { id: 'internal.title' })}.</strong> ${msg('Der Kunde sieht davon nichts und bekommt keine Nachricht, auch keine automatische. Sie können den Vorgang später für ihn freigeben.', { id: 'internal.hint' })}</span></p>`;
}

/** What is known of the typed number, under its field. */
export function phoneHint(preview: MessagePreview | undefined, { phone }: TypedPreparation) {
  const read = preview?.phone;
  if (!read || !phone.trim()) return nothing;
  if (!read.valid) return html`<span class="doubtful">${msg('Diese Nummer gibt es so nicht.', { id: 'phone.invalid' })}</span>`;
  return html`<span class=${read.line === 'mobile' && !read.optedOut ? 'numbers' : 'numbers doubtful'}>${read.display}, ${read.optedOut ? msg('SMS abbestellt', { id: 'phone.optedOut' }) : lineText(read.line)}</span>`;
}

/** `obstacle`: why it cannot be chosen. */
function wayOption(value: Way, icon: string, label: string, way: Way, obstacle: string | null, choose: (way: Way) => void) {
  return html`<label class="way ${obstacle ? 'off' : ''}" title=${obstacle ?? nothing}>
    <input type="radio" name="way" value=${value} .checked=${way === value} ?disabled=${obstacle !== null} @change=${() => choose(value)} />
    <wa-icon name=${icon}></wa-icon>${label}
  </label>`;
}

function message(way: Way, preview: MessagePreview | undefined, failed: boolean, typed: TypedPreparation) {
  if (way === 'internal') return internalHint();
  if (way === 'none') return html`<p class="hint">${msg('Es wird nichts gesendet. Danach steht der Link bereit: zum Kopieren, als QR-Code, für WhatsApp und für Ihr Mailprogramm.', { id: 'sending.none' })}</p>`;
  if (!preview) return failed ? html`<p class="hint" role="status">${msg('Die Vorschau ist gerade nicht möglich. Abschicken geht trotzdem.', { id: 'sending.noPreview' })}</p>` : html`<div class="bubble waiting" aria-hidden="true"></div>`;
  if (way === 'email') {
    return html`<div class="preview">
      <p class="label">${msg(str`E-Mail an ${typed.email.trim()}`, { id: 'sending.emailTo' })}</p>
      <div class="letter" tabindex="0" role="group" aria-label=${msg('Vorschau der E-Mail', { id: 'sending.mailPreview' })}><strong>${preview.email.subject}</strong><div class="letter-text">${withSecret(preview.email.text)}</div></div>
    </div>`;
  }
  return html`<div class="preview">
    <p class="label">${preview.phone?.display ? msg(str`SMS an ${preview.phone.display}`, { id: 'sending.smsTo' }) : msg('SMS', { id: 'channel.sms' })}</p>
    <div class="screen"><div class="bubble">${withSecret(preview.sms.text)}</div></div>
    <p class="hint numbers">${segmentsText(preview.sms.segments)}, ${msg(str`${preview.sms.characters} Zeichen`, { id: 'sending.characters' })}</p>
  </div>`;
}

/** The link's secret is not shown at the desk; it is as long as what stands for it. */
function withSecret(text: string) {
  return text.split(/(\/m\/)x{22}/).map((part) => (part === '/m/' ? html`/m/<span class="secret" title=${msg('Hier steht in der Nachricht der persönliche Code.', { id: 'sending.secret' })}>••••••••</span>` : part));
}

function segmentsText(segments: number): string {
  return segments === 1 ? msg('1 SMS', { id: 'sending.oneSms' }) : msg(str`${segments} SMS`, { id: 'sending.manySms' });
}

function lineText(line: NonNullable<MessagePreview['phone']>['line']): string {
  return {
    mobile: msg('Handynummer', { id: 'phone.mobile' }),
    landline: msg('Festnetz', { id: 'phone.landline' }),
    unservedCountry: msg('SMS dorthin nicht möglich', { id: 'phone.unservedCountry' }),
    unknown: msg('vermutlich kein Handy', { id: 'phone.unknown' }),
  }[line];
}

function doubtText(doubt: Exclude<SmsDoubt, 'noNumber'>): string {
  return {
    invalid: msg('Diese Telefonnummer gibt es so nicht.', { id: 'doubt.invalid' }),
    landline: msg('Das ist eine Festnetznummer: Dort kommt keine SMS an.', { id: 'doubt.landline' }),
    unservedCountry: msg('In dieses Land senden wir keine SMS.', { id: 'doubt.unservedCountry' }),
    notMobile: msg('An diese Nummer lässt sich keine SMS senden.', { id: 'doubt.notMobile' }),
    optedOut: msg('Der Kunde hat SMS von Ihnen abbestellt (STOP).', { id: 'doubt.optedOut' }),
  }[doubt];
}

function wayOnText(way: Way, hasEmail: boolean): string {
  if (way === 'email') return msg('Der Link geht darum per E-Mail.', { id: 'doubt.byEmail' });
  return hasEmail ? msg('Lieber per E-Mail senden.', { id: 'doubt.ratherEmail' }) : msg('Lieber per E-Mail: Geben Sie eine Adresse ein, oder geben Sie den Link selbst weiter.', { id: 'doubt.needEmail' });
}

export const sendingStyles = css`
  fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin-bottom: 0.4rem; }
  .ways { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.4rem; }
  .way { position: relative; display: grid; justify-items: center; align-content: center; gap: 0.2rem; min-height: 3.4rem; border: 1px solid var(--wa-form-control-border-color); border-radius: 8px; font-weight: 550; cursor: pointer; }
  .way input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: inherit; }
  .way:has(:checked) { border-color: var(--wa-color-brand-50); background: var(--wa-color-brand-fill-quiet); color: var(--wa-color-brand-on-quiet); box-shadow: inset 0 0 0 1px var(--wa-color-brand-50); }
  .way:has(:focus-visible) { outline: var(--wa-focus-ring); outline-offset: var(--wa-focus-ring-offset); }
  .way:has([value='internal']) { grid-column: 1 / -1; grid-auto-flow: column; justify-content: center; gap: 0.5rem; min-height: 2.6rem; }
  .way.off { border-style: dashed; color: var(--wa-color-text-quiet); cursor: not-allowed; }
  .warning { display: flex; gap: 0.5rem; padding: 0.6rem 0.75rem; border-radius: 8px; background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); font-size: var(--wa-font-size-s); line-height: 1.4; }
  .warning wa-icon { flex: none; margin-top: 0.2em; }
  .doubtful { color: var(--wa-color-warning-on-quiet); font-weight: 550; }
  .preview { display: grid; gap: 0.4rem; min-width: 0; }
  .screen { padding: 1rem 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 14px; background: var(--wa-color-surface-lowered); }
  .bubble { position: relative; max-width: 17rem; padding: 0.6rem 0.8rem; border-radius: 1rem 1rem 1rem 0.25rem; background: var(--wa-color-surface-default); border: 1px solid var(--wa-color-surface-border); font-size: 0.95rem; line-height: 1.4; white-space: pre-line; overflow-wrap: anywhere; }
  .bubble.waiting { min-height: 5rem; opacity: 0.6; }
  .letter { display: grid; gap: 0.4rem; max-height: 16rem; overflow: auto; padding: 0.75rem 0.9rem; border: 1px solid var(--wa-color-surface-border); border-radius: 10px; background: var(--wa-color-surface-lowered); font-size: var(--wa-font-size-s); overflow-wrap: anywhere; }
  .letter-text { white-space: pre-line; }
  .secret { color: var(--wa-color-text-quiet); letter-spacing: 0.05em; }
`;
