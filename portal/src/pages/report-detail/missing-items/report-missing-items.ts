import '@awesome.me/webawesome/dist/components/button/button.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { ItemRequest, RequestedItem } from '@meldewerk/contract/missing-items';
import type { ReportDetail } from '@meldewerk/contract/report';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { base, card } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { previewItemMessage, remindOfItems, withdrawItems } from '../../../data/missing-items.ts';
import { formatMomentWithin } from '../../../format.ts';
import { currentLanguage } from '../../../locale.ts';
import { readable } from './item-choices.ts';
import { reasonText } from './item-words.ts';
import type { RequestItemsDialog } from './request-items-dialog.ts';

/** What the customer was asked for after sending, how far it is, and the way to ask. */
export class ReportMissingItems extends LitElement {
  static override properties = { report: { attribute: false }, timeZone: { type: String }, mayEdit: { type: Boolean }, busy: { state: true }, told: { state: true } };
  declare report: ReportDetail;
  declare timeZone: string;
  declare mayEdit: boolean;
  declare busy: boolean;
  declare told: string;
  #dialog: RequestItemsDialog | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { mayEdit: false, busy: false, told: '' });
  }

  /** A photo may still be worked on when somebody begins to tick. */
  override updated(changed: PropertyValues<this>) {
    if (changed.has('report') && this.#dialog?.isConnected) this.#dialog.report = this.report;
  }

  static override styles = [
    base, card,
    css`
      section { padding: 1rem 1.15rem 1.1rem; }
      section.waiting { border-inline-start: 4px solid var(--wa-color-warning-border-loud); }
      section.complete { border-inline-start: 4px solid var(--wa-color-success-border-loud); }
      .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; min-block-size: 2rem; margin-block-end: 0.5rem; }
      h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 0.95rem; }
      h2 wa-icon { color: var(--wa-color-text-quiet); }
      .count { font-weight: 400; color: var(--wa-color-text-quiet); }
      .when { margin-block: 0.25rem 0.6rem; font-size: var(--wa-font-size-s); }
      ul { display: grid; gap: 0.15rem; margin: 0; padding: 0; list-style: none; }
      li { display: grid; grid-template-columns: 1.4rem minmax(0, 1fr) auto; gap: 0.5rem; align-items: start; padding-block: 0.35rem; border-block-start: 1px solid var(--wa-color-surface-border); }
      li .mark { display: inline-grid; place-items: center; block-size: 1.5rem; }
      li.provided .mark { color: var(--wa-color-success-on-quiet); }
      li.open .mark { color: var(--wa-color-warning-on-quiet); }
      li.withdrawn { color: var(--wa-color-text-quiet); }
      li.withdrawn .name { text-decoration: line-through; }
      .name { font-weight: 550; overflow-wrap: anywhere; }
      .more { display: block; font-size: var(--wa-font-size-s); overflow-wrap: anywhere; }
      .more del { color: var(--wa-color-text-quiet); }
      .more ins { text-decoration: none; font-weight: 550; }
      .take { min-inline-size: 2rem; min-block-size: 2rem; padding: 0; border: 0; border-radius: 4px; background: none; color: var(--wa-color-text-quiet); cursor: pointer; }
      .take:hover { background: var(--wa-color-surface-lowered); }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.75rem; }
      details { margin-block-start: 0.75rem; }
      summary { cursor: pointer; color: var(--wa-color-text-link); font-size: var(--wa-font-size-s); min-block-size: 1.75rem; }
      .earlier { margin-block-start: 0.5rem; }
    `,
  ];

  override render() {
    const { requests } = this.report.missingItems;
    const newest = requests.find(({ state }) => state !== 'withdrawn');
    const earlier = requests.filter((request) => request !== newest);
    return html`
      <section class="card ${newest?.state === 'open' ? 'waiting' : newest ? 'complete' : ''}" aria-labelledby="missing-items">
        <div class="head">
          <h2 id="missing-items"><wa-icon name=${newest?.state === 'complete' ? 'check' : 'list-plus'}></wa-icon>${this.#heading(newest)}</h2>
          ${this.mayEdit && this.report.submittedAt && !this.report.handling.internalSince
            ? html`<wa-button class="no-print" size="s" appearance="outlined" @click=${() => void this.#ask()}><wa-icon slot="start" name="plus"></wa-icon>${newest?.state === 'open' ? msg('Mehr anfordern', { id: 'missingItems.askMore' }) : msg('Fehlt etwas?', { id: 'missingItems.ask' })}</wa-button>`
            : nothing}
        </div>
        ${this.#hint(newest)}
        ${newest ? this.#request(newest) : nothing}
        ${earlier.length > 0 ? html`<details><summary>${msg(str`Frühere Anforderungen (${earlier.length})`, { id: 'missingItems.earlier' })}</summary>${earlier.map((request) => html`<div class="earlier">${this.#when(request)}${this.#items(request)}</div>`)}</details>` : nothing}
        <span class="visually-hidden" role="status">${this.told}</span>
      </section>
    `;
  }

  #heading(request: ItemRequest | undefined) {
    if (!request) return msg('Fehlende Angaben', { id: 'missingItems.heading' });
    const wanted = request.items.filter(({ state }) => state !== 'withdrawn');
    const there = wanted.filter(({ state }) => state === 'provided').length;
    return request.state === 'complete'
      ? html`${msg('Vollständig', { id: 'missingItems.complete' })} <span class="count">${there === 1 ? msg('eine Sache nachgereicht', { id: 'missingItems.givenOne' }) : msg(str`${there} Dinge nachgereicht`, { id: 'missingItems.givenMany' })}</span>`
      : html`${msg('Wartet auf den Kunden', { id: 'missingItems.waiting' })} <span class="count">${msg(str`${there} von ${wanted.length} da`, { id: 'missingItems.count' })}</span>`;
  }

  /** Where nothing can be asked for, why, and what is possible instead. */
  #hint(newest: ItemRequest | undefined) {
    if (!this.report.submittedAt) return html`<p class="quiet">${msg('Der Kunde hat die Meldung noch nicht abgeschickt. Sein Link fragt ihn ohnehin nach allem, was fehlt: Senden Sie ihn, erinnern Sie daran, oder hängen Sie ein Formular an.', { id: 'missingItems.notSentYet' })}</p>`;
    if (this.report.handling.internalSince) return html`<p class="quiet">${msg('Dieser Vorgang ist intern: Der Kunde sieht ihn nicht. Geben Sie ihn zuerst frei, dann können Sie etwas anfordern.', { id: 'missingItems.internal' })}</p>`;
    return newest ? nothing : html`<p class="quiet">${msg('Ein Foto unscharf, eine Nummer falsch, eine Unterschrift offen? Der Kunde ergänzt es über seinen Link, meist in einer Minute.', { id: 'missingItems.none' })}</p>`;
  }

  #request(request: ItemRequest) {
    return html`${this.#when(request)}${this.#items(request)}
      ${request.state === 'open' && this.mayEdit
        ? html`<div class="buttons no-print">
            <wa-button size="s" appearance="outlined" ?disabled=${this.busy} @click=${() => void this.#remind(request)}><wa-icon slot="start" name="bell"></wa-icon>${msg('Erinnern', { id: 'missingItems.remind' })}</wa-button>
            <wa-button size="s" appearance="plain" ?disabled=${this.busy} @click=${() => void this.#withdraw(request)}>${msg('Alles zurückziehen', { id: 'missingItems.withdrawAll' })}</wa-button>
          </div>`
        : nothing}`;
  }

  #when({ requestedAt, requestedBy, remindedAt, closedAt, state, note }: ItemRequest) {
    const at = (moment: string) => formatMomentWithin(moment, this.timeZone);
    return html`<p class="quiet when">${msg(str`Angefordert von ${requestedBy}, ${at(requestedAt)}`, { id: 'missingItems.askedBy' })}${remindedAt ? html` · ${msg(str`erinnert ${at(remindedAt)}`, { id: 'missingItems.reminded' })}` : nothing}${closedAt ? html` · ${state === 'complete' ? msg(str`vollständig ${at(closedAt)}`, { id: 'missingItems.completeAt' }) : msg(str`zurückgezogen ${at(closedAt)}`, { id: 'missingItems.withdrawnAt' })}` : nothing}${note ? html`<br />„${note}“` : nothing}</p>`;
  }

  #items(request: ItemRequest) {
    return html`<ul>${request.items.map((item) => this.#item(request, item))}</ul>`;
  }

  #item(request: ItemRequest, item: RequestedItem) {
    const label = item.label[currentLanguage()];
    const icon = { open: 'clock', provided: 'check', withdrawn: 'minus' }[item.state];
    const state = { open: msg('offen', { id: 'missingItems.open' }), provided: msg('da', { id: 'missingItems.there' }), withdrawn: msg('zurückgezogen', { id: 'missingItems.withdrawn' }) }[item.state];
    return html`<li class=${item.state}>
      <span class="mark"><wa-icon name=${icon}></wa-icon><span class="visually-hidden">${state}:</span></span>
      <span><span class="name">${label}</span><span class="more quiet">${[reasonText(item.reason), item.note].filter(Boolean).join(' – ')}${item.refused && item.state === 'open' ? html` · ${msg('Foto ließ sich nicht öffnen, wird erneut verlangt', { id: 'missingItems.refused' })}` : nothing}</span>
        ${item.after ? html`<span class="more">${Object.entries(item.after).map(([path, value]) => html`${this.#was(item, path)}<ins>${this.#readable(path, value)}</ins> `)}</span>` : nothing}
      </span>
      ${item.state === 'open' && this.mayEdit ? html`<button class="take no-print" ?disabled=${this.busy} aria-label=${msg(str`${label} zurückziehen`, { id: 'missingItems.withdrawOne' })} title=${msg('Zurückziehen', { id: 'missingItems.withdraw' })} @click=${() => void this.#change(() => withdrawItems(this.report.id, request.id, item.id))}><wa-icon name="xmark"></wa-icon></button>` : html`<span></span>`}
    </li>`;
  }

  #was({ before }: RequestedItem, path: string) {
    const value = before?.[path];
    return value === null || value === undefined ? nothing : html`<del>${this.#readable(path, value)}</del> → `;
  }

  /** Answers as the report reads them; what it said before as it was typed. */
  #readable(path: string, value: unknown): string {
    const answered = this.report.answers.find(({ questionId, value: now }) => path === `answers.${questionId}` && JSON.stringify(now) === JSON.stringify(value));
    if (answered) return answered.display[currentLanguage()];
    if (typeof value === 'boolean') return value ? msg('Ja', { id: 'yes' }) : msg('Nein', { id: 'no' });
    return Array.isArray(value) ? value.join(', ') : readable(path, value);
  }

  async #ask() {
    const { openRequestItemsDialog } = await import('./request-items-dialog.ts');
    this.#dialog = openRequestItemsDialog(this.report, () => this.#stale());
  }

  async #remind(request: ItemRequest) {
    this.busy = true;
    try {
      const open = request.items.filter(({ state }) => state === 'open');
      const ways = await previewItemMessage(this.report.id, { count: open.length, note: null, items: [] });
      const channel = request.channel === 'email' && ways.email ? 'email' : ways.sms ? 'sms' : ways.email ? 'email' : null;
      if (!channel) return await tell({ title: msg('Der Kunde ist nicht erreichbar', { id: 'missingItems.noWay' }), text: ways.noSms ?? msg('Es gibt weder eine Handynummer noch eine E-Mail-Adresse.', { id: 'missingItems.noWayText' }) });
      await remindOfItems(this.report.id, request.id, { id: crypto.randomUUID(), channel });
      this.told = msg('Die Erinnerung geht hinaus.', { id: 'missingItems.remindedTold' });
      this.#stale();
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'condition.failed' }), text: errorText(error) });
    } finally {
      this.busy = false;
    }
  }

  async #withdraw(request: ItemRequest) {
    const agreed = await confirmAction({ title: msg('Alles zurückziehen?', { id: 'missingItems.withdrawTitle' }), text: msg('Der Kunde wird nach nichts mehr gefragt. Was er schon gegeben hat, bleibt.', { id: 'missingItems.withdrawText' }), action: msg('Zurückziehen', { id: 'missingItems.withdraw' }) });
    if (agreed) await this.#change(() => withdrawItems(this.report.id, request.id));
  }

  async #change(work: () => Promise<unknown>) {
    this.busy = true;
    try {
      await work();
      this.#stale();
    } catch (error) {
      await tell({ title: msg('Das hat nicht geklappt', { id: 'condition.failed' }), text: errorText(error) });
    } finally {
      this.busy = false;
    }
  }

  #stale() {
    this.dispatchEvent(new Event('report-stale'));
  }
}

customElements.define('report-missing-items', ReportMissingItems);
