import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '@meldewerk/contract/language';
import type { WantedItem } from '@meldewerk/contract/missing-items';
import type { StatusPage } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import type { ProblemError } from '../../api.ts';
import { deviceRandomness, type PhotoSource, type Typed, type TypedFields } from '../../draft.ts';
import type { FieldHost } from '../../fields/field-frame.ts';
import { fieldId, type Fault } from '../../flow.ts';
import { currentLanguage } from '../../language.ts';
import { inspectPhoto } from '../../photos/inspect-photo.ts';
import { makePreview } from '../../photos/make-preview.ts';
import { fieldStyles } from '../../styles/fields.ts';
import { sectionStyles } from '../section-styles.ts';
import type { StatusApi } from '../status-api.ts';
import '../status-photo.ts';
import { GiftSender } from './gift-sender.ts';
import { openGiftStore, type Gift, type GiftStore } from './gift-store.ts';
import { begunWith, checkItem, giftOf, pathsOf, renderFields, type FieldItem } from './item-fields.ts';
import { labelOf, progressWords, reasonSentence } from './item-words.ts';
import { itemStyles } from './item-styles.ts';
import { renderPhotoItem } from './photo-item.ts';

/** How long the server may take to find out whether a photo can be opened. */
const openingMs = 5_000;

/**
 * What the workshop still needs, and nothing else: one thing after the other, each sent as soon as it is given.
 *
 * - Properties: `page`, `api`, `site`. Fires `status-stale` when the report says something new.
 */
export class StatusMissingItems extends LitElement {
  static override styles = [sectionStyles, fieldStyles, itemStyles];
  static override properties = { page: { attribute: false }, api: { attribute: false }, site: { attribute: false }, openId: { state: true }, previews: { state: true } };
  declare page: StatusPage;
  declare api: StatusApi;
  declare site: Site;
  /** The item that is shown large; the first one that is left unless the customer chose another. */
  declare openId: string | null;
  readonly sender = new GiftSender(this);
  /** Given in this visit, with the name they had; they stay on the page until it is left. */
  readonly #done = new Map<string, string>();
  readonly #typed = new Map<string, TypedFields>();
  #faults: Fault[] = [];
  #store: GiftStore | null = null;
  #isOpening = false;
  #spoken = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.openId = null;
  }

  get language(): Language {
    return currentLanguage();
  }

  /** What is neither given nor on its way. */
  get left(): WantedItem[] {
    return (this.page.missingItems?.items ?? []).filter(({ id }) => !this.sender.giftFor(id) && !this.#done.has(id));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('page')) return;
    const items = this.page.missingItems?.items ?? [];
    if (items.length > 0 && !this.#isOpening) void this.#openStore(items);
    // A photo that could not be opened is asked for again.
    for (const item of items) if (item.kind === 'photo' && item.refused && this.#done.has(item.id)) this.#askAgain(item);
  }

  async #openStore(items: WantedItem[]): Promise<void> {
    this.#isOpening = true;
    const store = await openGiftStore(this.api.origin);
    this.#store = store;
    for (const { itemId, typed } of await store.readTyping().catch(() => [])) if (!this.#typed.has(itemId)) this.#typed.set(itemId, typed);
    await this.sender.open(store, items.map(({ id }) => id)).catch(() => {});
    this.requestUpdate();
  }

  #askAgain(item: WantedItem): void {
    this.#done.delete(item.id);
    this.openId = item.id;
    this.#announce(`${labelOf(item, this.language)}: ${reasonSentence(item)}`);
  }

  given(gift: Gift): void {
    const item = this.page.missingItems?.items.find(({ id }) => id === gift.itemId);
    if (item) this.#done.set(item.id, labelOf(item, this.language));
    this.#typed.delete(gift.itemId);
    void this.#store?.deleteTyping(gift.itemId).catch(() => {});
    if (this.left.length === 0 && this.sender.gifts.length === 0) this.#announce(msg('Fertig, danke! Die Werkstatt hat jetzt alles.', { id: 'items.allDone' }));
    this.#stale();
    if (gift.kind === 'photo') setTimeout(() => this.#stale(), openingMs);
  }

  refused(gift: Gift, { problem }: ProblemError): void {
    const item = this.page.missingItems?.items.find(({ id }) => id === gift.itemId);
    if (!item || problem.code === 'notFound') return this.#stale();
    this.openId = item.id;
    const named = (problem.issues ?? []).map(({ path, message }) => ({ path: item.kind === 'answer' ? (pathsOf(item)[0] ?? '') : path.replace(/^values\./, ''), message }));
    this.#faults = named.length > 0 ? named : [{ path: item.id, message: problem.detail }];
    this.#announce(this.#faults.map(({ message }) => message).join(' '));
    this.#focus(named[0]?.path ?? item.id);
  }

  #stale(): void {
    this.dispatchEvent(new Event('status-stale', { bubbles: true, composed: true }));
  }

  /** One gesture: chosen is given. */
  readonly takePhoto = async (item: Extract<WantedItem, { kind: 'photo' }>, file: File, source: PhotoSource): Promise<void> => {
    const refusal = await inspectPhoto(file);
    this.#faults = refusal ? [{ path: item.id, message: refusal }] : [];
    this.requestUpdate();
    if (refusal) return this.#announce(refusal);
    const photo = { itemId: item.id, at: Date.now(), kind: 'photo' as const, photoId: deviceRandomness.newId(), shotId: item.shot.id, file, fileName: file.name.slice(0, 200), source, uploadUrl: null };
    this.#give({ ...photo, preview: await makePreview(file) });
  };

  #give(gift: Gift): void {
    this.#faults = [];
    this.openId = null;
    this.sender.give(gift);
    const [next] = this.left;
    this.#announce([msg('Danke.', { id: 'items.thanks' }), next ? msg(str`Weiter mit: ${labelOf(next, this.language)}`, { id: 'items.next' }) : ''].filter(Boolean).join(' '));
    this.#focus(next ? next.id : 'done');
  }

  readonly #send = (item: FieldItem) => (sent: SubmitEvent): void => {
    sent.preventDefault();
    const host = this.#hostFor(item);
    this.#faults = checkItem(host, item);
    const [first] = this.#faults;
    if (!first) return this.#give(giftOf(host, item));
    this.requestUpdate();
    this.#focus(first.path);
  };

  #hostFor(item: FieldItem): FieldHost & { language: Language; today: string } {
    const typed = this.#typed.get(item.id) ?? begunWith(item);
    const plain = { link: null, answers: {}, reporter: {}, vehicle: {}, insurance: {} };
    return {
      language: this.language,
      today: new Intl.DateTimeFormat('sv-SE', { timeZone: this.site.timeZone }).format(new Date()),
      drafts: { get: (path: string): Typed | undefined => typed[path], draft: plain },
      faultOf: (path) => this.#faults.find((fault) => fault.path === path)?.message,
      type: (path, value) => {
        const changed = { ...typed, [path]: value };
        this.#typed.set(item.id, changed);
        void this.#store?.writeTyping({ itemId: item.id, typed: changed }).catch(() => {});
        this.#faults = this.#faults.filter((fault) => fault.path !== path);
        this.requestUpdate();
      },
      requestUpdate: () => this.requestUpdate(),
    };
  }

  #announce(sentence: string): void {
    this.#spoken = sentence;
    this.requestUpdate();
  }

  /** To the field of a path, or to the heading of an item. */
  #focus(target: string): void {
    void this.updateComplete.then(() => {
      const root = this.renderRoot as ShadowRoot;
      const field = root.getElementById(fieldId(target)) ?? root.querySelector<HTMLElement>(`[id="item-${target}"] input:not([type=file]), [id="item-${target}"] textarea`) ?? root.getElementById(`heading-${target}`);
      field?.focus();
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const wanted = this.page.missingItems;
    if (!wanted || wanted.totalCount === 0) return nothing;
    const { left } = this;
    const given = wanted.totalCount - left.length;
    const open = left.find(({ id }) => id === this.openId) ?? left[0];
    const pending = this.sender.gifts.length;
    return html`<section class="card ${left.length > 0 ? 'due' : ''}" aria-labelledby="items-heading">
      ${open
        ? html`<h3 id="items-heading">${left.length === 1 ? msg('Eine Angabe fehlt noch', { id: 'items.oneLeft' }) : msg(str`${left.length} Angaben fehlen noch`, { id: 'items.manyLeft' })}</h3>
            ${wanted.note ? html`<p class="words">${wanted.note}</p>` : nothing}`
        : this.#renderEnd(pending)}
      ${wanted.totalCount > 1 ? html`<div class="bar"><progress max=${wanted.totalCount} value=${given} aria-label=${msg('Fortschritt', { id: 'frame.progress' })}></progress><span class="soft small">${progressWords(given, wanted.totalCount)}</span></div>` : nothing}
      ${this.sender.isStuck && pending > 0 && left.length > 0 ? html`<p class="note warning small" role="status">${waitingWords()}</p>` : nothing}
      <ol class="items">
        ${this.#renderGiven()}
        ${repeat(left, ({ id }) => id, (item) => (item === open ? this.#renderOpen(item) : this.#renderFolded(item)))}
      </ol>
      <div class="unseen" aria-live="polite">${this.#spoken}</div>
    </section>`;
  }

  #renderEnd(pending: number): TemplateResult {
    return pending === 0
      ? html`<h3 id="items-heading" class="finished"><span id="heading-done" tabindex="-1"><span class="tick" aria-hidden="true">✓</span><span>${msg('Fertig, danke!', { id: 'items.finished' })}</span></span></h3><p class="words">${msg(str`${this.site.name} hat jetzt alles. Sie müssen nichts weiter tun.`, { id: 'items.finishedWords' })}</p>`
      : html`<h3 id="items-heading"><span id="heading-done" tabindex="-1">${this.sender.isStuck ? msg('Alles erfasst, aber noch nicht angekommen', { id: 'items.stuck' }) : msg('Wird übertragen …', { id: 'items.sending' })}</span></h3>${this.sender.isStuck ? html`<p class="note warning" role="status">${waitingWords()}</p>` : nothing}`;
  }

  #renderGiven(): unknown {
    const items = new Map((this.page.missingItems?.items ?? []).map((item) => [item.id, labelOf(item, this.language)]));
    const rows = [...this.#done].map(([id, label]) => ({ id, label, gift: undefined as Gift | undefined }));
    for (const gift of this.sender.gifts) rows.push({ id: gift.itemId, label: items.get(gift.itemId) ?? '', gift });
    return repeat(rows, ({ id }) => id, ({ id, label, gift }) => html`<li class="given ${gift ? 'pending' : ''}">
      <span class="tick" aria-hidden="true">${gift ? '↑' : '✓'}</span><span class="label">${label}</span>
      <span class="soft small">${gift ? (gift.kind === 'photo' && !this.sender.isStuck ? html`<progress max="100" value=${this.sender.percentOf(id)} aria-label=${msg('Übertragung', { id: 'photo.progress' })}></progress>` : msg('wartet', { id: 'items.waits' })) : msg('angekommen', { id: 'items.arrived' })}</span>
    </li>`);
  }

  #renderFolded(item: WantedItem): TemplateResult {
    return html`<li class="folded"><button type="button" @click=${() => this.#unfold(item)}><span class="label">${labelOf(item, this.language)}</span><span class="unseen">: ${msg('jetzt erledigen', { id: 'items.doNow' })}</span></button></li>`;
  }

  #unfold(item: WantedItem): void {
    this.openId = item.id;
    this.#faults = [];
    this.#focus(item.id);
  }

  #renderOpen(item: WantedItem): TemplateResult {
    const fault = this.#faults.find(({ path }) => path === item.id)?.message;
    const reason = reasonSentence(item);
    return html`<li class="open" id=${`item-${item.id}`}>
      ${isOneField(item) ? nothing : html`<h4 id=${`heading-${item.id}`} tabindex="-1">${labelOf(item, this.language)}</h4>`}
      ${reason ? html`<p class="reason">${reason}</p>` : nothing}
      ${item.note ? html`<p class="words">${msg(str`${this.site.name} schreibt: „${item.note}“`, { id: 'items.note' })}</p>` : nothing}
      ${this.#renderWay(item)}
      ${fault ? html`<p class="wrong" role="alert">${fault}</p>` : nothing}
    </li>`;
  }

  #renderWay(item: WantedItem): TemplateResult {
    switch (item.kind) {
      case 'photo':
        return renderPhotoItem({ item, language: this.language, api: this.page.files ? this.api : null, take: (file, source) => void this.takePhoto(item, file, source) });
      case 'signature':
        void import('./status-sign-item.ts');
        return html`<status-sign-item .item=${item} .api=${this.api} .site=${this.site} .name=${this.page.customerName} .give=${(gift: Gift) => this.#give(gift)}></status-sign-item>`;
      default:
        return html`<form class="fields" novalidate @submit=${this.#send(item)}>${renderFields(this.#hostFor(item), item)}<button class="button primary">${msg('Senden', { id: 'items.send' })}</button></form>`;
    }
  }
}

/** Its label names it. */
function isOneField(item: WantedItem): boolean {
  return item.kind === 'answer' || (item.kind === 'field' && pathsOf(item).length === 1);
}

function waitingWords(): string {
  return msg('Gerade keine Verbindung. Was Sie gegeben haben, ist auf diesem Gerät gesichert und wird von selbst gesendet, sobald es geht.', { id: 'items.offline' });
}

if (!customElements.get('status-missing-items')) customElements.define('status-missing-items', StatusMissingItems);
