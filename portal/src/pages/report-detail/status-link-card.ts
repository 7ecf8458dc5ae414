import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Delivery } from '@meldewerk/contract/delivery';
import type { LinkChannel } from '@meldewerk/contract/preparation';
import type { ReportDetail } from '@meldewerk/contract/report';
import { html, LitElement, nothing } from 'lit';
import { deliveryProgressLabel } from '../../arrival.ts';
import { fetchStatusLink, renewStatusLink, sendStatusLink, withdrawStatusLink } from '../../data/status-link.ts';
import { formatMomentWithin } from '../../format.ts';
import { linkStages } from '../../link-stages.ts';
import { currentSession } from '../../session.ts';
import { LinkActions } from './link-actions.ts';
import { linkCardStyles } from './link-card-styles.ts';
import { stageLabel, statusHandOverText } from './link-words.ts';

/** The customer's link to the status page: how far they are with it, and what staff can do about it. Fires `report-stale` after a change. */
export class StatusLinkCard extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { attribute: false } };
  declare report: ReportDetail;
  declare timeZone: string;

  readonly #link = new LinkActions(this, {
    address: fetchStatusLink, send: sendStatusLink, renew: renewStatusLink, withdraw: withdrawStatusLink, handOver: statusHandOverText,
    words: () => ({
      personal: msg('Dieser Link führt zur Seite des Kunden. Geben Sie ihn nur ihm: Zum Öffnen gehört noch das Kennzeichen oder der Nachname.', { id: 'statusLink.personal' }),
      renew: msg('Der Kunde bekommt eine neue Adresse. Alle bisherigen gehen dann nicht mehr, auch auf Geräten, auf denen die Seite offen ist.', { id: 'statusLink.renewText' }),
      withdraw: msg('Der Kunde kann seine Seite dann nicht mehr öffnen und Ihnen dort nicht mehr antworten. Ein neuer Link lässt sich jederzeit machen.', { id: 'statusLink.withdrawText' }),
    }),
  });

  static override styles = linkCardStyles;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render() {
    const { statusLink, link } = this.report;
    const mayAct = currentSession().staff.role !== 'viewer';
    return html`
      <section class="card" aria-labelledby="link">
        <div class="head">
          <h2 id="link"><wa-icon name="link"></wa-icon>${msg('Link für den Kunden', { id: 'link.title' })}</h2>
          <p class="quiet">${this.#situation()}</p>
        </div>
        ${statusLink.state === 'withdrawn'
          ? html`<p class="trouble ended"><wa-icon name="warning"></wa-icon><span>${msg('Der Kunde kann seine Seite nicht mehr öffnen. Mit „Link erneuern“ bekommt er eine neue Adresse.', { id: 'statusLink.withdrawnHint' })}</span></p>`
          : html`<p class="quiet small">${msg('Damit sieht der Kunde jederzeit, wie es steht, und antwortet Ihnen. Beim Öffnen gibt er Kennzeichen oder Nachnamen an.', { id: 'statusLink.meaning' })}</p>`}
        ${this.#lost()}
        ${link ? this.#wayHere() : nothing}
        ${mayAct ? this.#actions() : html`<p class="quiet small">${msg('Ihr Konto darf nur lesen.', { id: 'delivery.viewerShort' })}</p>`}
        <p class="said small" role="status">${this.#link.said || nothing}</p>
      </section>
    `;
  }

  #situation(): string {
    const { state, sentAt, openedAt, withdrawnAt } = this.report.statusLink;
    const at = (moment: string | null) => formatMomentWithin(moment ?? '', this.timeZone);
    if (state === 'withdrawn') return msg(str`Zurückgezogen ${at(withdrawnAt)}`, { id: 'link.withdrawnAt' });
    if (state === 'notSent') return msg('Noch nicht gesendet', { id: 'statusLink.notSent' });
    const sent = sentAt ? msg(str`Gesendet ${at(sentAt)}`, { id: 'statusLink.sentAt' }) : '';
    const opened = openedAt ? msg(str`zuerst geöffnet ${at(openedAt)}`, { id: 'statusLink.openedAt' }) : msg('noch nicht geöffnet', { id: 'statusLink.unopened' });
    return [sent, opened].filter(Boolean).join(' · ');
  }

  #lost() {
    const message = lostStatusLink(this.report);
    if (!message) return nothing;
    return html`<p class="trouble"><wa-icon name="warning"></wa-icon><span>${msg(str`${message.recipientDisplay}: ${deliveryProgressLabel(message)}.`, { id: 'link.failedReason' })}</span></p>`;
  }

  /** A prepared report came by its own link: told in one line. */
  #wayHere() {
    const done = linkStages(this.report).filter(({ at }) => at !== null);
    return html`<p class="quiet small way-here">${msg('Meldung über den Link', { id: 'link.by' })}:
      ${done.map(({ name, at }, index) => html`${index > 0 ? ', ' : ''}${stageLabel(name).toLowerCase()} ${formatMomentWithin(at ?? '', this.timeZone)}`)}</p>`;
  }

  #actions() {
    const { reporter, statusLink } = this.report;
    if (statusLink.state === 'withdrawn') {
      return html`<div class="actions">
        <wa-button size="s" variant="brand" ?loading=${this.#link.busy === 'renew'} @click=${() => void this.#link.renew(false)}><wa-icon slot="start" name="refresh"></wa-icon>${msg('Link erneuern', { id: 'link.renew' })}</wa-button>
        ${this.#internalButton()}
      </div>`;
    }
    return html`<div class="actions">
      ${reporter.phone ? this.#sendButton('sms', 'smartphone', msg('Per SMS senden', { id: 'link.sms' })) : nothing}
      ${reporter.email ? this.#sendButton('email', 'mail', msg('Per E-Mail senden', { id: 'link.email' })) : nothing}
      <wa-button size="s" appearance="outlined" ?loading=${this.#link.busy === 'copy'} @click=${() => void this.#link.copy()}><wa-icon slot="start" name="copy"></wa-icon>${msg('Link kopieren', { id: 'list.copyLink' })}</wa-button>
      <wa-button size="s" appearance="outlined" ?loading=${this.#link.busy === 'share'} @click=${() => void this.#link.share()}><wa-icon slot="start" name="qr"></wa-icon>${msg('QR, WhatsApp, E-Mail', { id: 'link.share' })}</wa-button>
      <wa-dropdown @wa-select=${this.#chosen}>
        <wa-button slot="trigger" size="s" appearance="outlined" with-caret ?loading=${['renew', 'withdraw', 'internal'].includes(this.#link.busy ?? '')}>${msg('Mehr', { id: 'link.more' })}</wa-button>
        <wa-dropdown-item value="renew"><wa-icon slot="icon" name="refresh"></wa-icon>${msg('Link erneuern', { id: 'link.renew' })}</wa-dropdown-item>
        <wa-dropdown-item value="withdraw" variant="danger"><wa-icon slot="icon" name="ban"></wa-icon>${msg('Link zurückziehen', { id: 'link.withdraw' })}</wa-dropdown-item>
        <wa-dropdown-item value="internal" variant="danger"><wa-icon slot="icon" name="lock"></wa-icon>${msg('Intern machen', { id: 'internal.keep' })}</wa-dropdown-item>
      </wa-dropdown>
    </div>`;
  }

  #chosen = ({ detail }: CustomEvent<{ item: { value: string } }>) => {
    const { value } = detail.item;
    void (value === 'renew' ? this.#link.renew(true) : value === 'withdraw' ? this.#link.withdraw() : this.#link.keepInternal());
  };

  #internalButton() {
    return html`<wa-button size="s" appearance="outlined" ?loading=${this.#link.busy === 'internal'} @click=${() => void this.#link.keepInternal()}><wa-icon slot="start" name="lock"></wa-icon>${msg('Intern machen', { id: 'internal.keep' })}</wa-button>`;
  }

  #sendButton(channel: LinkChannel, icon: string, label: string) {
    const first = this.report.statusLink.state === 'notSent';
    return html`<wa-button size="s" appearance=${first ? 'accent' : 'outlined'} variant=${first ? 'brand' : 'neutral'} ?loading=${this.#link.busy === channel} @click=${() => void this.#link.send(channel, !first)}><wa-icon slot="start" name=${icon}></wa-icon>${label}</wa-button>`;
  }

}

/** The last message that brought the link, if it did not get through. */
export function lostStatusLink({ deliveries, statusLink }: ReportDetail): Delivery | undefined {
  if (statusLink.state !== 'sent') return undefined;
  const message = deliveries.filter(({ target, purpose }) => target.startsWith('customer') && (purpose === 'statusLink' || purpose === 'confirmation')).toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)).at(-1);
  return message && (message.state === 'failed' || message.arrival === 'undelivered' || message.arrival === 'bounced') ? message : undefined;
}

customElements.define('status-link-card', StatusLinkCard);
