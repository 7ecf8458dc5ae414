import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { LinkSummary } from '@meldewerk/contract/link-state';
import type { LinkChannel } from '@meldewerk/contract/preparation';
import type { ReportDetail } from '@meldewerk/contract/report';
import { html, LitElement, nothing } from 'lit';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { deliveryProgressLabel } from '../../arrival.ts';
import { billingStanding, linksStopped, linksStoppedReason } from '../../billing-standing.ts';
import { fetchLinkAddress, renewLink, sendLink, withdrawLink } from '../../data/links.ts';
import { formatMomentWithin } from '../../format.ts';
import { paths } from '../../router.ts';
import { currentSession } from '../../session.ts';
import { LinkActions } from './link-actions.ts';
import { linkCardStyles } from './link-card-styles.ts';
import { linkStages, newestLinkMessage, type Stage } from '../../link-stages.ts';
import { handOverText, lastSeenText, stageLabel } from './link-words.ts';

const minuteMs = 60_000;

/** How far the customer is with the individual link, and what staff can do about it. Fires `report-stale` after a change. */
export class LinkCard extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String } };
  declare report: ReportDetail;
  declare timeZone: string;

  readonly #link = new LinkActions(this, {
    address: fetchLinkAddress, send: sendLink, renew: renewLink, withdraw: withdrawLink, handOver: handOverText,
    words: () => ({
      personal: msg('Wer diesen Link hat, kann diese Meldung öffnen. Geben Sie ihn nur dem Kunden.', { id: 'share.personal' }),
      renew: msg('Die Meldung bekommt eine neue Adresse, die wieder die volle Zeit gilt. Die bisherige geht dann nicht mehr; was der Kunde schon eingegeben hat, bleibt.', { id: 'link.renewText' }),
      withdraw: msg('Der Kunde kann die Meldung dann nicht mehr öffnen. Ein neuer Link lässt sich jederzeit machen.', { id: 'link.withdrawText' }),
    }),
  });

  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, billingStanding, 'change');
  }

  static override styles = linkCardStyles;

  override connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), minuteMs);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override render() {
    const { link } = this.report;
    if (!link) return nothing;
    const mayAct = currentSession().staff.role !== 'viewer';
    return html`
      <section class="card" aria-labelledby="link">
        <div class="head">
          <h2 id="link"><wa-icon name="link"></wa-icon>${msg('Link für den Kunden', { id: 'link.title' })}</h2>
          <p class="quiet">${this.#situation(link)}</p>
        </div>
        ${link.state === 'withdrawn' ? nothing : html`<ol class="stages">${linkStages(this.report).map((stage) => this.#stage(stage))}</ol>`}
        ${this.#via(link)}
        ${this.#trouble(link)}
        ${mayAct ? this.#actions(link) : html`<p class="quiet small">${msg('Ihr Konto darf nur lesen.', { id: 'delivery.viewerShort' })}</p>`}
        <p class="said small" role="status">${this.#link.said || nothing}</p>
      </section>
    `;
  }

  #situation(link: LinkSummary) {
    if (link.state === 'withdrawn') return msg(str`Zurückgezogen ${formatMomentWithin(link.withdrawnAt ?? link.expiresAt, this.timeZone)}`, { id: 'link.withdrawnAt' });
    if (link.state === 'expired') return msg(str`Abgelaufen ${formatMomentWithin(link.expiresAt, this.timeZone)}`, { id: 'link.expiredAt' });
    const expires = msg(str`gilt bis ${formatMomentWithin(link.expiresAt, this.timeZone)}`, { id: 'link.expires' });
    return [lastSeenText(link), expires].filter(Boolean).join(' · ');
  }

  #stage({ name, state, at }: Stage) {
    const icon = { done: 'check', failed: 'xmark', open: 'circle' }[state];
    const spoken = { done: msg('erledigt', { id: 'stage.done' }), failed: msg('fehlgeschlagen', { id: 'stage.failed' }), open: msg('noch offen', { id: 'stage.open' }) }[state];
    return html`<li class=${state}>
      <span class="mark"><wa-icon name=${icon} label=${spoken}></wa-icon></span>
      <span class="name">${stageLabel(name)}</span>
      <span class="quiet small numbers">${at ? formatMomentWithin(at, this.timeZone) : nothing}</span>
    </li>`;
  }

  /** Where the link went last, and that a mail took the place of an SMS. */
  #via(link: LinkSummary) {
    const message = newestLinkMessage(this.report);
    if (!message || link.state === 'withdrawn') return nothing;
    const lost = this.report.deliveries.find(({ id }) => id === message.standsInFor);
    const to = message.target === 'customerSms'
      ? msg(str`Zuletzt per SMS an ${message.recipientDisplay}`, { id: 'link.viaSms' })
      : msg(str`Zuletzt per E-Mail an ${message.recipientDisplay}`, { id: 'link.viaEmail' });
    return html`<p class="quiet small">${to}${lost ? html`. ${msg(str`Die SMS an ${lost.recipientDisplay} kam nicht an: ${deliveryProgressLabel(lost)}.`, { id: 'link.insteadOfSms' })}` : nothing}</p>`;
  }

  /** What went wrong, and what to do. */
  #trouble(link: LinkSummary) {
    const text = this.#troubleText(link);
    return text ? html`<p class="trouble ${link.state === 'withdrawn' || link.state === 'expired' ? 'ended' : ''}"><wa-icon name="warning"></wa-icon><span>${text}</span></p>` : nothing;
  }

  #troubleText(link: LinkSummary): string | null {
    if (link.state === 'withdrawn') return msg('Der Kunde kann den Link nicht mehr öffnen. Mit „Link erneuern“ bekommt die Meldung eine neue Adresse.', { id: 'link.withdrawnHint' });
    if (link.state === 'expired') return msg('Der Kunde sieht, dass der Link abgelaufen ist, und kann selbst einen neuen anfordern. „Link erneuern“ macht gleich einen.', { id: 'link.expiredHint' });
    const message = newestLinkMessage(this.report);
    const failed = linkStages(this.report).some(({ state }) => state === 'failed');
    if (!message || !failed) return null;
    const reason = msg(str`${message.recipientDisplay}: ${deliveryProgressLabel(message)}.`, { id: 'link.failedReason' });
    const advice = message.target === 'customerSms' && this.report.reporter.email
      ? msg('Senden Sie den Link per E-Mail, oder rufen Sie an und prüfen Sie die Nummer.', { id: 'link.adviceEmail' })
      : msg('Prüfen Sie die Angabe unter „Angaben ändern“ und senden Sie erneut, oder geben Sie den Link selbst weiter.', { id: 'link.adviceCheck' });
    return `${reason} ${advice}`;
  }

  #actions(link: LinkSummary) {
    const { reporter, id } = this.report;
    const works = link.state !== 'withdrawn' && link.state !== 'expired';
    if (linksStopped() && this.#isNew(link)) return this.#stopped();
    return html`
      <div class="actions">
        ${works ? html`
          ${reporter.phone ? this.#sendButton('sms', 'smartphone', this.#wentBy('sms') ? msg('SMS erneut senden', { id: 'link.smsAgain' }) : msg('Per SMS senden', { id: 'link.sms' })) : nothing}
          ${reporter.email ? this.#sendButton('email', 'mail', this.#wentBy('email') ? msg('E-Mail erneut senden', { id: 'link.emailAgain' }) : msg('Per E-Mail senden', { id: 'link.email' })) : nothing}
          <wa-button size="s" appearance="outlined" ?loading=${this.#link.busy === 'copy'} @click=${() => void this.#link.copy()}><wa-icon slot="start" name="copy"></wa-icon>${msg('Link kopieren', { id: 'list.copyLink' })}</wa-button>
          <wa-button size="s" appearance="outlined" ?loading=${this.#link.busy === 'share'} @click=${() => void this.#link.share()}><wa-icon slot="start" name="qr"></wa-icon>${msg('QR, WhatsApp, E-Mail', { id: 'link.share' })}</wa-button>` : nothing}
        <wa-button size="s" appearance="outlined" href=${paths.preparation(id)}><wa-icon slot="start" name="pencil"></wa-icon>${msg('Angaben ändern', { id: 'prepare.edit' })}</wa-button>
        ${works ? this.#more() : html`<wa-button size="s" variant="brand" ?loading=${this.#link.busy === 'renew'} @click=${() => void this.#link.renew(false)}><wa-icon slot="start" name="refresh"></wa-icon>${msg('Link erneuern', { id: 'link.renew' })}</wa-button>`}
      </div>
    `;
  }

  /** Nobody has been given it yet. */
  #isNew(link: LinkSummary): boolean {
    return link.sentAt === null && link.openedAt === null && this.report.handling.status === 'draft';
  }

  #stopped() {
    const { reporter, id } = this.report;
    const button = (icon: string, label: string) => html`<wa-button size="s" appearance="outlined" disabled aria-describedby="stopped"><wa-icon slot="start" name=${icon}></wa-icon>${label}</wa-button>`;
    return html`
      <p class="trouble ended" id="stopped"><wa-icon name="ban"></wa-icon><span>${linksStoppedReason()}</span></p>
      <div class="actions">
        ${reporter.phone ? button('smartphone', msg('Per SMS senden', { id: 'link.sms' })) : nothing}
        ${reporter.email ? button('mail', msg('Per E-Mail senden', { id: 'link.email' })) : nothing}
        ${button('copy', msg('Link kopieren', { id: 'list.copyLink' }))}
        <wa-button size="s" appearance="outlined" href=${paths.preparation(id)}><wa-icon slot="start" name="pencil"></wa-icon>${msg('Angaben ändern', { id: 'prepare.edit' })}</wa-button>
      </div>
    `;
  }

  /** What ends the address that the customer has. */
  #more() {
    const choose = ({ detail: { item } }: CustomEvent<{ item: { value: string } }>) => void (item.value === 'renew' ? this.#link.renew(true) : item.value === 'withdraw' ? this.#link.withdraw() : this.#link.keepInternal());
    return html`<wa-dropdown @wa-select=${choose}>
      <wa-button slot="trigger" size="s" appearance="outlined" with-caret ?loading=${['renew', 'withdraw', 'internal'].includes(this.#link.busy ?? '')}>${msg('Mehr', { id: 'link.more' })}</wa-button>
      <wa-dropdown-item value="renew"><wa-icon slot="icon" name="refresh"></wa-icon>${msg('Link erneuern', { id: 'link.renew' })}</wa-dropdown-item>
      <wa-dropdown-item value="withdraw" variant="danger"><wa-icon slot="icon" name="ban"></wa-icon>${msg('Link zurückziehen', { id: 'link.withdraw' })}</wa-dropdown-item>
      <wa-dropdown-item value="internal" variant="danger"><wa-icon slot="icon" name="lock"></wa-icon>${msg('Intern machen', { id: 'internal.keep' })}</wa-dropdown-item>
    </wa-dropdown>`;
  }

  #sendButton(channel: LinkChannel, icon: string, label: string) {
    return html`<wa-button size="s" appearance=${this.report.link?.sentAt ? 'outlined' : 'accent'} variant=${this.report.link?.sentAt ? 'neutral' : 'brand'} ?loading=${this.#link.busy === channel} @click=${() => void this.#link.send(channel, this.#wentBy(channel))}>
      <wa-icon slot="start" name=${icon}></wa-icon>${label}</wa-button>`;
  }

  /** Whether this link has gone on this way before; a renewed one has not gone at all. */
  #wentBy(channel: LinkChannel): boolean {
    if (!this.report.link?.sentAt) return false;
    const target = channel === 'sms' ? 'customerSms' : 'customerEmail';
    return this.report.deliveries.some((delivery) => delivery.target === target && (delivery.purpose === 'link' || delivery.purpose === 'reminder'));
  }

}

customElements.define('link-card', LinkCard);
