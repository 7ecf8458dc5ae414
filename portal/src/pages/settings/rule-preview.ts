import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { StaffLanguage } from '@meldewerk/contract/language';
import { ruleSchema, type Rule, type RulePreview } from '@meldewerk/contract/rule';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import * as v from 'valibot';
import { previewRule } from '../../data/rules.ts';
import { currentLanguage } from '../../locale.ts';
import { controlStyles } from '../forms/control-styles.ts';

const pauseMs = 350;

/** What a rule would send, to the letter, as the server composes it; anew while it is written. */
export class RulePreviewPane extends LitElement {
  static override properties = { rule: { attribute: false }, language: { state: true }, shown: { state: true }, fault: { state: true } };
  declare rule: Rule;
  declare language: StaffLanguage;
  declare shown: RulePreview | undefined;
  declare fault: string;

  #soon: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { language: currentLanguage(), fault: '' });
  }

  static override styles = [
    base, controlStyles,
    css`
      :host { display: block; }
      .head { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: 0.5rem; }
      .tongues { display: flex; gap: 0.9rem; }
      .tongues label { display: inline-flex; gap: 0.35rem; align-items: center; min-height: 1.75rem; }
      .messages { display: grid; gap: 0.7rem; }
      figure { display: grid; gap: 0.25rem; margin: 0; min-width: 0; }
      .text { padding: 0.7rem 0.95rem; border-radius: 14px 14px 14px 4px; background: var(--wa-color-surface-lowered); white-space: pre-line; overflow-wrap: anywhere; }
      .mail { max-height: 16rem; overflow-y: auto; border-radius: 8px; border: 1px solid var(--wa-color-surface-border); }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('rule') || changed.has('language')) this.#askSoon();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#soon);
    this.#asking?.abort();
  }

  override render() {
    const { shown, fault } = this;
    const tongue = (language: StaffLanguage, name: string) => html`<label><input type="radio" name="tongue" .checked=${this.language === language} @change=${() => (this.language = language)}><span>${name}</span></label>`;
    return html`
      <div class="head"><strong>${msg('Genau das wird gesendet (Beispiel)', { id: 'rulePreview.title' })}</strong><span class="tongues">${tongue('de', 'Deutsch')}${tongue('en', 'English')}</span></div>
      ${fault ? html`<p class="hint">${fault}</p>` : nothing}
      <div class="messages" lang=${this.language} aria-live="off">
        ${shown?.sms ? html`<figure><figcaption class="hint" lang=${currentLanguage()}>${smsSize(shown.sms)}</figcaption><p class="text">${shown.sms.text}</p></figure>` : nothing}
        ${shown?.mail ? html`<figure><figcaption class="hint" lang=${currentLanguage()}>${msg('E-Mail', { id: 'rulePreview.mail' })}: <strong lang=${this.language}>${shown.mail.subject}</strong></figcaption><p class="text mail" tabindex="0" role="region" aria-label=${msg('Text der E-Mail', { id: 'rulePreview.mailText' })}>${shown.mail.text}</p></figure>` : nothing}
      </div>
    `;
  }

  #askSoon() {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#ask(), this.shown ? pauseMs : 0);
  }

  async #ask() {
    const parsed = v.safeParse(ruleSchema, this.rule);
    if (!parsed.success) return Object.assign(this, { shown: undefined, fault: msg('Sobald alles ausgefüllt ist, steht hier die Nachricht.', { id: 'rulePreview.incomplete' }) });
    this.#asking?.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      Object.assign(this, { shown: await previewRule(parsed.output, this.language, signal), fault: '' });
    } catch (error) {
      if (!signal.aborted) Object.assign(this, { shown: undefined, fault: errorText(error) });
    }
    return undefined;
  }
}

function smsSize({ characters, segments }: NonNullable<RulePreview['sms']>): string {
  return segments === 1 ? msg(str`SMS, ${characters} Zeichen`, { id: 'rulePreview.oneSms' }) : msg(str`SMS, ${characters} Zeichen – wird als ${segments} SMS berechnet`, { id: 'rulePreview.manySms' });
}

customElements.define('rule-preview', RulePreviewPane);
