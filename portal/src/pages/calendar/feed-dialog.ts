import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/copy-button/copy-button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { confirmAction } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { fetchCalendarFeed, makeCalendarFeed, revokeCalendarFeed, type CalendarFeed } from '../../data/appointments.ts';
import { formatMomentWithin } from '../../format.ts';
import { currentSession } from '../../session.ts';
import { controlStyles } from '../forms/control-styles.ts';

/** The workshop's appointments in somebody's own calendar app: make the address, copy it, renew it, take it back. */
export function openFeedDialog() {
  document.body.append(document.createElement('feed-dialog'));
}

export class FeedDialog extends LitElement {
  static override properties = { feed: { state: true }, fault: { state: true }, busy: { state: true } };
  declare feed: CalendarFeed | undefined;
  declare fault: string;
  declare busy: boolean;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { fault: '', busy: false });
  }

  static override styles = [
    base, controlStyles,
    css`
      wa-dialog { --width: min(38rem, 96vw); }
      .body { display: grid; gap: 0.9rem; }
      .address { display: flex; gap: 0.4rem; align-items: center; }
      .address input { min-width: 0; font-size: var(--wa-font-size-s); }
      ol, .holds { display: grid; gap: 0.35rem; padding-inline-start: 1.2rem; }
      ol { list-style: decimal; }
      .holds { list-style: disc; }
      details { padding: 0.6rem 0; border-top: 1px solid var(--wa-color-surface-border); }
      summary { font-weight: 600; cursor: pointer; }
      details ol { margin-top: 0.5rem; }
      .warn { display: flex; gap: 0.5rem; align-items: baseline; }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    void this.#do(async () => (this.feed = await fetchCalendarFeed()));
  }

  override render() {
    const { feed } = this;
    return html`
      <wa-dialog label=${msg('Termine in meinem Kalender', { id: 'feed.title' })} open @wa-after-hide=${this.#closed}>
        <div class="body">
          <p>${msg('Ihr Handy oder Outlook kann die Termine der Werkstatt anzeigen und hält sie von selbst aktuell. Geändert wird nur hier im Portal.', { id: 'feed.lead' })}</p>
          <ul class="holds quiet">
            <li>${msg('Enthalten sind Uhrzeit, Kennzeichen, Fahrzeug, Status und Nummer der Meldung, mit Link ins Portal. Namen und Telefonnummern von Kunden stehen nicht darin.', { id: 'feed.holds' })}</li>
            <li>${msg('Wer die Adresse kennt, sieht diese Termine ohne Anmeldung. Geben Sie sie niemandem weiter.', { id: 'feed.secret' })}</li>
            <li>${msg('Wann Ihr Kalender nachsieht, bestimmt er selbst: oft stündlich, manchmal nur einmal am Tag.', { id: 'feed.delay' })}</li>
          </ul>
          ${feed ? this.#address(feed) : nothing}
          ${this.fault ? html`<p class="fault" role="alert"><wa-icon name="error"></wa-icon>${this.fault}</p>` : nothing}
        </div>
        ${feed?.createdAt ? html`<wa-button slot="footer" appearance="outlined" variant="danger" ?loading=${this.busy} @click=${() => void this.#revoke()}>${msg('Adresse sperren', { id: 'feed.revoke' })}</wa-button>` : nothing}
        <wa-button slot="footer" appearance="outlined" data-dialog="close">${msg('Schließen', { id: 'dialog.close' })}</wa-button>
      </wa-dialog>
    `;
  }

  #address({ createdAt, url }: CalendarFeed) {
    if (url) {
      return html`
        <div class="field"><label for="address">${msg('Ihre Adresse', { id: 'feed.address' })}</label>
          <div class="address"><input id="address" readonly .value=${url} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} /><wa-copy-button value=${url} copy-label=${msg('Adresse kopieren', { id: 'feed.copy' })}></wa-copy-button></div></div>
        <p class="warn" role="status"><wa-icon name="info"></wa-icon><span>${msg('Kopieren Sie die Adresse jetzt. Sie wird kein zweites Mal angezeigt; neu machen können Sie sie jederzeit.', { id: 'feed.onlyNow' })}</span></p>
        <div>${howTo(url)}</div>`;
    }
    if (!createdAt) return html`<div><wa-button variant="brand" ?loading=${this.busy} @click=${() => void this.#make()}>${msg('Adresse machen', { id: 'feed.make' })}</wa-button></div>`;
    return html`<p>${msg(str`Sie haben eine Adresse, gemacht ${formatMomentWithin(createdAt, currentSession().tenant.timeZone)}. Sie wird nicht noch einmal angezeigt.`, { id: 'feed.there' })}</p>
      <div><wa-button appearance="outlined" ?loading=${this.busy} @click=${() => void this.#renew()}><wa-icon slot="start" name="refresh"></wa-icon>${msg('Neue Adresse machen', { id: 'feed.renew' })}</wa-button></div>`;
  }

  async #make() {
    await this.#do(async () => (this.feed = await makeCalendarFeed()));
  }

  async #renew() {
    const sure = await confirmAction({
      title: msg('Neue Adresse machen?', { id: 'feed.renewTitle' }),
      text: msg('Die bisherige Adresse geht dann nicht mehr. In jedem Kalender, in dem sie steht, tragen Sie die neue ein.', { id: 'feed.renewText' }),
      action: msg('Neue Adresse machen', { id: 'feed.renew' }),
    });
    if (sure) await this.#make();
  }

  async #revoke() {
    const sure = await confirmAction({
      title: msg('Adresse sperren?', { id: 'feed.revokeTitle' }),
      text: msg('Kalender mit dieser Adresse bekommen dann keine Termine mehr. Eine neue Adresse lässt sich jederzeit machen.', { id: 'feed.revokeText' }),
      action: msg('Adresse sperren', { id: 'feed.revoke' }),
    });
    if (!sure) return;
    await this.#do(async () => {
      await revokeCalendarFeed();
      this.feed = { createdAt: null, url: null };
    });
  }

  async #do(work: () => Promise<unknown>) {
    this.busy = true;
    this.fault = '';
    try {
      await work();
    } catch (error) {
      this.fault = errorText(error);
    } finally {
      this.busy = false;
    }
  }

  #closed(event: Event) {
    if (event.target === this.renderRoot.querySelector('wa-dialog')) this.remove();
  }
}

function howTo(url: string) {
  const ways: [string, string[]][] = [
    ['iPhone, iPad, Mac', [
      msg('Auf dem Gerät diesen Link antippen und „Abonnieren“ wählen:', { id: 'feed.appleOne' }),
      msg('Oder: Einstellungen › Apps › Kalender › Kalenderaccounts › Account hinzufügen › Andere › Kalenderabo hinzufügen, und die Adresse einsetzen.', { id: 'feed.appleTwo' }),
    ]],
    ['Android (Google Kalender)', [
      msg('Am Computer calendar.google.com öffnen, links bei „Weitere Kalender“ auf das Plus.', { id: 'feed.googleOne' }),
      msg('„Per URL“ wählen, die Adresse einsetzen und hinzufügen. Danach erscheint der Kalender auch in der App.', { id: 'feed.googleTwo' }),
    ]],
    ['Outlook', [
      msg('Kalender öffnen, „Kalender hinzufügen“, dann „Aus dem Internet abonnieren“.', { id: 'feed.outlookOne' }),
      msg('Die Adresse einsetzen, einen Namen geben, importieren.', { id: 'feed.outlookTwo' }),
    ]],
  ];
  const webcal = url.replace(/^https?:/, 'webcal:');
  return ways.map(([name, steps], index) => html`<details><summary>${name}</summary><ol>${steps.map((step, at) => html`<li>${step}${index === 0 && at === 0 ? html` <a href=${webcal}>${msg('Kalender abonnieren', { id: 'feed.subscribe' })}</a>` : nothing}</li>`)}</ol></details>`);
}

customElements.define('feed-dialog', FeedDialog);

declare global {
  interface HTMLElementTagNameMap {
    'feed-dialog': FeedDialog;
  }
}
