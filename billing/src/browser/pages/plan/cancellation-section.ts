import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { confirmAction } from '@meldewerk/shell/confirm';
import { css, html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { showAccount } from '../../account.ts';
import { ActionController } from '../../action-controller.ts';
import { failureCallout } from '../../callouts.ts';
import { cancelSubscription, takeBackCancellation } from '../../data/plans.ts';
import { fieldStyles } from '../../fields.ts';
import { formatLongDay } from '../../format.ts';
import { pageStyles } from '../../styles/page.ts';

/** The end of the subscription, and taking that back for as long as it has not come. */
export class CancellationSection extends LitElement {
  static override properties = { account: { attribute: false }, subscription: { attribute: false }, reason: { state: true }, told: { state: true } };
  declare account: BillingAccount;
  declare subscription: NonNullable<BillingAccount['subscription']>;
  declare reason: string;
  declare told: string | undefined;

  readonly #acting = new ActionController(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.reason = '';
  }

  static override styles = [pageStyles, fieldStyles, css`.field { max-width: 34rem; margin-top: 1rem; }`];

  override render() {
    const { cancelsAt } = this.subscription;
    return html`<section class="card" aria-labelledby="cancellation">
      <h2 id="cancellation" tabindex="-1">${msg('Kündigung', { id: 'cancel.title' })}</h2>
      <div role="status">${this.told ? html`<wa-callout variant="success" size="s" class="gap"><wa-icon slot="icon" name="check"></wa-icon>${this.told}</wa-callout>` : nothing}</div>
      ${cancelsAt ? this.#takingBack(cancelsAt) : this.#cancelling()}
    </section>`;
  }

  #cancelling() {
    return html`
      <p class="lead quiet">${msg('Sie können jederzeit zum Ende des laufenden Zeitraums kündigen.', { id: 'cancel.lead' })}</p>
      <div class="field">
        <label for="reason">${msg('Was hat nicht gepasst?', { id: 'cancel.reason' })} <span class="quiet optional">${msg('(freiwillig)', { id: 'cancel.optional' })}</span></label>
        <textarea id="reason" maxlength="500" .value=${live(this.reason)} @input=${(event: Event) => (this.reason = (event.target as HTMLTextAreaElement).value)}></textarea>
      </div>
      ${failureCallout(this.#acting.failure)}
      <div class="buttons"><wa-button appearance="outlined" variant="danger" ?loading=${this.#acting.running} @click=${this.#cancel}>${msg('Abonnement kündigen …', { id: 'cancel.action' })}</wa-button></div>
    `;
  }

  #takingBack(cancelsAt: string) {
    return html`
      <p class="lead">${msg(str`Ihr Abonnement läuft bis zum ${formatLongDay(cancelsAt)}. Danach verschickt Ihr Team keine neuen Links mehr; Berichte und Rechnungen bleiben.`, { id: 'cancel.running' })}</p>
      ${failureCallout(this.#acting.failure)}
      <div class="buttons"><wa-button variant="brand" ?loading=${this.#acting.running} @click=${this.#takeBack}>${msg('Kündigung zurücknehmen', { id: 'cancel.takeBack' })}</wa-button></div>
    `;
  }

  async #cancel() {
    if (this.#acting.running) return;
    const end = this.subscription.nextBillingAt ?? this.subscription.trialEndsAt;
    const sure = await confirmAction({
      title: msg('Abonnement kündigen?', { id: 'cancel.question' }),
      text: [
        end ? msg(str`Es läuft noch bis zum ${formatLongDay(end)}; bis dahin ändert sich nichts.`, { id: 'cancel.until' }) : msg('Es läuft noch bis zum Ende des bezahlten Zeitraums; bis dahin ändert sich nichts.', { id: 'cancel.untilEnd' }),
        msg('Danach kann Ihr Team keine neuen Links verschicken. Laufende Vorgänge, Berichte und Rechnungen bleiben erreichbar. Sie können die Kündigung vorher zurücknehmen.', { id: 'cancel.whatStays' }),
      ].join('\n\n'),
      action: msg('Kündigen', { id: 'cancel.confirm' }),
      decline: msg('Nicht kündigen', { id: 'cancel.decline' }),
    });
    if (!sure) return;
    const done = await this.#acting.run(async () => {
      showAccount(await cancelSubscription(this.account.tenantId, this.reason.trim()));
    });
    if (done) this.#tell(msg('Ihre Kündigung ist angekommen.', { id: 'cancel.done' }));
  }

  async #takeBack() {
    const done = await this.#acting.run(async () => {
      showAccount(await takeBackCancellation(this.account.tenantId));
    });
    if (done) this.#tell(msg('Die Kündigung ist zurückgenommen. Es läuft weiter wie bisher.', { id: 'cancel.takenBack' }));
  }

  #tell(told: string) {
    this.told = told;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#cancellation')?.focus());
  }
}

customElements.define('cancellation-section', CancellationSection);
