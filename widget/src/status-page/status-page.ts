import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '@meldewerk/contract/language';
import type { StatusPage as Page } from '@meldewerk/contract/status-page';
import type { Site } from '@meldewerk/contract/tenant';
import { localeOf, textIn } from '@meldewerk/contract/text-in';
import { tokens } from '@meldewerk/elements/tokens';
import { ProblemError, type Api } from '../api.ts';
import { failureOf, renderFailure, type Failure } from '../failure.ts';
import { renderHeader, renderSkeleton } from '../frame.ts';
import { currentDirection, currentLanguage, pickLanguage, speak } from '../language.ts';
import { followPageLanguage } from '../page-language.ts';
import { siteColors } from '../site-colors.ts';
import { frameStyles } from '../styles/frame.ts';
import { hostStyles } from '../styles/host.ts';
import { laterFrameStyles } from '../styles/later-frame.ts';
import { stateStyles as waitingStyles } from '../styles/states.ts';
import { forgetAccess, readAccess, writeAccess } from './access-store.ts';
import { pageStyles } from './page-styles.ts';
import { sections } from './sections.ts';
import { StatusApi } from './status-api.ts';
import { doorStyles, renderDoor, renderTrouble, type Door, type DoorFault, type Trouble } from './status-door.ts';
import './status-files.ts';
import { renderState, stateStyles } from './status-state.ts';

const pauseMs = 30_000;

/**
 * What a customer sees of the report after sending it: behind the link and a second factor, and by itself up to date.
 *
 * - Properties: `api`, `token` (of `/s/<token>`, or of `/m/<token>` once its report is sent).
 */
export class StatusPage extends LitElement {
  static override styles = [tokens, hostStyles, frameStyles, laterFrameStyles, waitingStyles, doorStyles, stateStyles, pageStyles];
  static override properties = { api: { attribute: false }, token: {}, door: { state: true }, trouble: { state: true }, page: { state: true }, failure: { state: true }, offline: { state: true }, showsAll: { state: true } };
  declare api: Api;
  declare token: string;
  declare door: Door | null;
  declare trouble: Trouble | null;
  declare page: Page | null;
  declare failure: Failure | null;
  /** Asking did not work the last time; what stands here is as it was then. */
  declare offline: boolean;
  /** While something is missing, the page shows only that, until somebody wants to see the rest. */
  declare showsAll: boolean;
  #site: Site | null = null;
  #status!: StatusApi;
  #readAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #chosen: Language | null = null;
  #spoken = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    Object.assign(this, { door: null, trouble: null, page: null, failure: null, offline: false, showsAll: false });
    this.addEventListener('status-stale', () => void this.#read());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onReturn);
    window.addEventListener('online', this.#onReturn);
    if (!this.#site) void this.#begin();
    else this.#readLater();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onReturn);
    window.removeEventListener('online', this.#onReturn);
    clearTimeout(this.#timer);
  }

  async #begin(): Promise<void> {
    this.failure = null;
    this.#status = new StatusApi(this.api, this.token);
    this.#status.onEnd = (error) => this.#end(error);
    this.#status.language = currentLanguage();
    const kept = readAccess(this.token, Date.now());
    this.#status.use(kept?.access ?? null);
    const site = this.api.readSite(this.#status.language);
    const opened = kept ? this.#status.get<Page>('') : this.#status.readDoor();
    opened.catch(() => {});
    try {
      this.#site = await site;
      this.#adoptColors(this.#site);
      const found = await opened;
      await this.#speak(found.language);
      if ('reference' in found) this.#show(found);
      else this.#ask(null);
    } catch (error) {
      if (!this.#site || !(error instanceof ProblemError) || !this.#end(error)) this.failure = failureOf(error, () => void this.#begin());
    }
    this.#focusHeading();
  }

  #adoptColors(site: Site): void {
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, siteColors(site.colors, this)];
  }

  async #speak(language: Language): Promise<void> {
    const offered = this.#site?.languages ?? [];
    await speak(this.#chosen ?? pickLanguage([language], offered));
    followPageLanguage();
    this.#status.language = currentLanguage();
  }

  async #choose(language: Language): Promise<void> {
    this.#chosen = language;
    await this.#speak(language);
    this.requestUpdate();
  }

  async #enter(answer: string): Promise<void> {
    if (!answer) return this.#ask('empty');
    this.door = { again: false, ...this.door, fault: null, asking: true };
    try {
      const access = await this.#status.unlock(answer);
      writeAccess(this.token, access);
      this.#status.use(access.access);
      this.#show(await this.#status.get<Page>(''));
      this.#focusHeading();
    } catch (error) {
      if (!(error instanceof ProblemError)) return this.#ask('unreachable');
      const { code } = error.problem;
      if (code === 'invalidCredentials' || code === 'validationFailed') return this.#ask('wrong');
      if (code === 'tooManyRequests') return this.#ask('tooMany');
      if (!this.#end(error)) this.#ask('unreachable');
    }
  }

  #ask(fault: DoorFault | null): void {
    this.door = { again: false, ...this.door, fault, asking: false };
    if (fault) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#answer')?.focus());
  }

  #show(page: Page): void {
    this.#readAt = Date.now();
    this.door = null;
    this.offline = false;
    this.page = page;
    this.#readLater();
  }

  /** False when it is something that passes. Twice about the same end is once. */
  #end({ problem }: ProblemError): boolean {
    const { code } = problem;
    if (code === 'unauthenticated' && this.door?.again) return true;
    if (code === 'unauthenticated' && this.#status.isOpen) {
      forgetAccess(this.token);
      this.#status.use(null);
      this.page = null;
      this.door = { again: true, fault: null, asking: false };
      return true;
    }
    const trouble = troubles[code];
    if (!trouble) return false;
    if (trouble !== 'over') forgetAccess(this.token);
    clearTimeout(this.#timer);
    Object.assign(this, { trouble, page: null, door: null });
    this.#focusHeading();
    return true;
  }

  async #read(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const page = await this.#status.get<Page>('');
      if (this.page?.status && page.status && this.page.status.current !== page.status.current) this.#announceState(page);
      this.#show(page);
    } catch (error) {
      if (error instanceof ProblemError && this.#end(error)) return;
      this.offline = true;
      this.#readLater();
    }
  }

  #announceState({ status }: Page): void {
    const current = status?.states.find(({ id }) => id === status.current);
    if (!current) return;
    const label = textIn(current.label, currentLanguage());
    this.#spoken = msg(str`Neuer Stand: ${label}`, { id: 'status.changed' });
  }

  #readLater(): void {
    clearTimeout(this.#timer);
    if (!this.page || document.visibilityState === 'hidden') return;
    this.#timer = setTimeout(() => void this.#read(), pauseMs);
  }

  readonly #onReturn = (): void => {
    if (this.page && document.visibilityState === 'visible') void this.#read();
  };

  #focusHeading(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true }));
  }

  protected override render(): TemplateResult {
    return html`<div class="app" part="frame" lang=${currentLanguage()} dir=${currentDirection()}>
      ${this.#site ? renderHeader(this.#site, true, currentLanguage(), (language) => void this.#choose(language), msg('Ihr Schadenfall', { id: 'status.title' })) : nothing}
      ${this.#renderMain()}
      <div class="unseen" aria-live="polite">${this.#spoken}</div>
    </div>`;
  }

  #renderMain(): TemplateResult {
    const site = this.#site;
    if (this.failure) return renderFailure(this.failure, site);
    if (!site) return renderSkeleton();
    if (this.trouble) return renderTrouble(this.trouble, site);
    if (this.door) return renderDoor(this.door, site, (answer) => void this.#enter(answer));
    return this.page ? this.#renderPage(this.page, site) : renderSkeleton();
  }

  #renderPage(page: Page, site: Site): TemplateResult {
    const due = sections.filter((section) => section.isDue(page));
    const onlyDue = (page.missingItems?.items.length ?? 0) > 0 && !this.showsAll;
    const others = sections.filter((section) => !due.includes(section));
    return html`<div part="step">
      <h2 id="heading" part="heading" tabindex="-1">${[page.makeModel, page.licensePlate.replaceAll(' ', '\u00a0')].filter(Boolean).join('\u00a0· ') || page.reference}</h2>
      <p class="facts soft"><span>${msg('Vorgangsnummer', { id: 'link.reference' })}: <b>${page.reference}</b></span>${page.submittedAt ? html` <span>${msg(str`gemeldet am ${this.#dayOf(page.submittedAt)}`, { id: 'status.reportedOn' })}</span>` : nothing}</p>
      ${this.offline ? html`<p class="note warning" role="status">${msg(str`Gerade keine Verbindung. Sie sehen den Stand von ${this.#timeOf(this.#readAt)} Uhr.`, { id: 'status.offline' })}</p>` : nothing}
      ${repeat([...due.map((section) => section.id), 'state', ...others.map((section) => section.id)], (id) => id, (id) => {
        const content = id === 'state' ? (page.status ? renderState(page.status, currentLanguage(), site.timeZone) : nothing) : sections.find((section) => section.id === id)?.render(page, this.#status, site);
        return html`<div ?hidden=${onlyDue && !due.some((section) => section.id === id)}>${content}</div>`;
      })}
      ${onlyDue ? html`<p class="everything"><button type="button" class="button quiet" @click=${() => (this.showsAll = true)}>${msg('Alles zu Ihrem Schadenfall ansehen', { id: 'status.showAll' })}</button></p>` : nothing}
      <div ?hidden=${onlyDue}>
        <status-files .page=${page} .api=${this.#status} .site=${site}></status-files>
        ${page.history ? this.#renderHistory(page.history) : nothing}
      </div>
      ${this.#renderContact(site, page)}
    </div>`;
  }

  #renderHistory(history: NonNullable<Page['history']>): TemplateResult {
    return html`<section class="card" aria-labelledby="history-heading">
      <h3 id="history-heading">${msg('Verlauf', { id: 'status.history' })}</h3>
      <ol class="history">${history.toReversed().map(({ at, text }) => html`<li><span class="soft">${this.#dayOf(at)}</span><span>${textIn(text, currentLanguage())}</span></li>`)}</ol>
    </section>`;
  }

  #renderContact(site: Site, { reference }: Page): TemplateResult {
    const { street, postalCode, city } = site.address;
    const route = `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(`${site.name}, ${street}, ${postalCode} ${city}`)}`;
    return html`<section class="card contact" aria-labelledby="contact-heading">
      <h3 id="contact-heading">${msg('So erreichen Sie uns', { id: 'status.contact' })}</h3>
      <address dir="auto"><strong>${site.name}</strong><br />${street}<br />${postalCode} ${city}<br /><span class="on-paper">${site.phone}, ${site.email}</span></address>
      <div class="ways">
        <a class="button primary" href=${`tel:${site.phone.replace(/[^+\d]/g, '')}`}>${msg(str`${site.phone} anrufen`, { id: 'frame.call' })}</a>
        <a class="button" href=${route} target="_blank" rel="noopener noreferrer">${msg('Route planen', { id: 'status.route' })}<span class="unseen"> ${msg('(öffnet Google Maps)', { id: 'status.routeOpens' })}</span></a>
        <a class="button" href=${`mailto:${site.email}?subject=${encodeURIComponent(reference)}`}>${msg('E-Mail', { id: 'channel.email' })}</a>
        <button type="button" class="button" @click=${() => window.print()}>${msg('Drucken', { id: 'status.print' })}</button>
      </div>
    </section>`;
  }

  #dayOf(at: string): string {
    return new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'long', timeZone: this.#site?.timeZone }).format(new Date(at));
  }

  #timeOf(at: number): string {
    return new Intl.DateTimeFormat(localeOf(currentLanguage()), { timeStyle: 'short', timeZone: this.#site?.timeZone }).format(at);
  }
}

export function renderStatusPage(api: Api, token: string): TemplateResult {
  return html`<status-page .api=${api} .token=${token}></status-page>`;
}

const troubles: Partial<Record<string, Trouble>> = { notFound: 'unknown', unauthenticated: 'unknown', linkWithdrawn: 'withdrawn', linkExpired: 'over' };

if (!customElements.get('status-page')) customElements.define('status-page', StatusPage);
