import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { WorkshopDetail } from '@meldewerk/contract/operator';
import { emailSchema } from '@meldewerk/contract/staff';
import { qrCode } from '@meldewerk/elements/qr-code';
import { css, html, LitElement, nothing } from 'lit';
import * as v from 'valibot';
import { ActionController } from '../../../browser/action-controller.ts';
import { failureCallout } from '../../../browser/callouts.ts';
import { field, fieldStyles, focusFirstFault } from '../../../browser/fields.ts';
import '../../copy-field.ts';
import { invite } from '../../data/workshops.ts';
import { consoleStyles } from '../../styles/console.ts';

/** The two ways an account holder comes to the billing portal: by a link in a mail, or told in person. */
export class InviteSection extends LitElement {
  static override properties = { workshop: { attribute: false }, email: { state: true }, fault: { state: true }, sentTo: { state: true } };
  declare workshop: WorkshopDetail;
  declare email: string | undefined;
  declare fault: string | undefined;
  declare sentTo: string | undefined;

  readonly #sending = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    consoleStyles,
    fieldStyles,
    css`
      .card { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; align-content: start; }
      form { display: grid; gap: 0.9rem; }
      .buttons { margin: 0; }
      .sides { align-items: stretch; }
      .person { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1rem; align-items: start; }
      .person > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
      .qr-code { width: 7.5rem; border-radius: 6px; }
      @media (max-width: 30rem) { .person { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  override render() {
    return html`<div class="sides">${this.#byMail()}${this.#inPerson()}</div>`;
  }

  #byMail() {
    const { state, billingEmail } = this.workshop;
    const isNew = state === 'none';
    const isOpen = isNew || state === 'setup';
    return html`<section class="card" aria-labelledby="invite">
      <h2 id="invite">${isNew ? msg('Einrichtung starten', { id: 'invite.start' }) : isOpen ? msg('Link zur Einrichtung', { id: 'invite.link' }) : msg('Link zum Abrechnungsportal', { id: 'invite.portal' })}</h2>
      <form @submit=${this.#send} novalidate>
        ${isOpen
          ? field({ name: 'email', type: 'email', inputmode: 'email', capitals: 'off', autocomplete: 'off', maxLength: 254, label: msg('E-Mail-Adresse der Buchhaltung', { id: 'signIn.email' }), value: this.#typed, fault: this.fault, hint: msg('Sie darf eine andere sein als die des Teams. Dorthin gehen auch die Rechnungen.', { id: 'invite.hint' }), change: (value) => { this.email = value; this.fault = undefined; this.sentTo = undefined; } })
          : html`<p class="quiet">${msg(str`Geht an ${billingEmail ?? ''} und meldet an. Eine andere Adresse trägt die Buchhaltung selbst im Portal ein.`, { id: 'invite.known' })}</p>`}
        ${failureCallout(this.#sending.failure)}
        <div role="status">${this.sentTo ? html`<wa-callout variant="success" size="s"><wa-icon slot="icon" name="check"></wa-icon>${msg(str`Der Link ist unterwegs an ${this.sentTo}. Er gilt 14 Tage; frühere gelten nicht mehr.`, { id: 'invite.sent' })}</wa-callout>` : nothing}</div>
        <div class="buttons"><wa-button type="submit" variant=${isOpen ? 'brand' : 'neutral'} appearance=${isOpen ? 'accent' : 'outlined'} ?loading=${this.#sending.running}><wa-icon slot="start" name="send"></wa-icon>${this.workshop.invitedAt ? msg('Noch einmal senden', { id: 'signIn.again' }) : msg('Link senden', { id: 'invite.send' })}</wa-button></div>
      </form>
    </section>`;
  }

  #inPerson() {
    const { billingUrl, billingEmail } = this.workshop;
    return html`<section class="card" aria-labelledby="person">
      <h2 id="person">${msg('Den Weg persönlich zeigen', { id: 'person.title' })}</h2>
      <p class="quiet">${billingEmail ? msg('Am Abrechnungsportal mit dieser Adresse anmelden; ein Code kommt per E-Mail. Ein Passwort gibt es nicht.', { id: 'person.text' }) : msg('Erst eine E-Mail-Adresse der Buchhaltung hinterlegen: Mit ihr meldet man sich am Abrechnungsportal an.', { id: 'person.noEmail' })}</p>
      <div class="person">
        ${qrCode(billingUrl, msg('QR-Code zum Abrechnungsportal', { id: 'person.qr' }))}
        <div>
          <copy-field label=${msg('Abrechnungsportal', { id: 'app.name' })} text=${billingUrl}></copy-field>
          ${billingEmail ? html`<copy-field label=${msg('Anmelden mit', { id: 'person.email' })} text=${billingEmail}></copy-field>` : nothing}
        </div>
      </div>
    </section>`;
  }

  get #typed(): string {
    return this.email ?? this.workshop.billingEmail ?? '';
  }

  async #send(event: SubmitEvent) {
    event.preventDefault();
    const { tenantId, state } = this.workshop;
    const typed = state === 'none' || state === 'setup' ? v.safeParse(emailSchema, this.#typed) : null;
    if (typed && !typed.success) {
      this.fault = this.#typed.trim() ? msg('Diese E-Mail-Adresse ist nicht vollständig.', { id: 'console.emailFault' }) : msg('Bitte geben Sie die E-Mail-Adresse ein.', { id: 'invite.missing' });
      await this.updateComplete;
      return focusFirstFault(this.renderRoot);
    }
    this.sentTo = undefined;
    if (await this.#sending.run(async () => (this.sentTo = (await invite(tenantId, typed?.output ?? null)).email))) this.dispatchEvent(new Event('invited'));
  }
}

customElements.define('invite-section', InviteSection);
