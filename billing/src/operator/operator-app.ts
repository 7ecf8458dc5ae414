import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { OperatorSession } from '@meldewerk/contract/operator';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate, router } from '@meldewerk/shell/navigation';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { appStyles } from '../browser/styles/app.ts';
import { currentRoute, paths, type Route } from './router.ts';
import { resumeSession, sessionChanges, sessionState } from './session.ts';
import { pageFiles, type PageName } from './shell/page-files.ts';

/** Shows the page the address means. When the session ends, the sign-in stands above the page, which keeps what was typed. */
export class OperatorApp extends LitElement {
  static override properties = { outdated: { state: true } };
  declare outdated: boolean;

  #shownPath = location.pathname;
  #operator: OperatorSession | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.outdated = false;
    new ListenerController(this, router, 'route', () => this.#followRoute());
    new ListenerController(this, sessionChanges, 'change', () => this.#followSession());
  }

  static override styles = appStyles;

  override render() {
    const state = sessionState();
    const route = currentRoute();
    if (this.outdated) return outside(this.#page('message', html`<message-page kind="outdated"></message-page>`));
    if (state.kind === 'unknown') return outside(booting());
    if (state.kind === 'unreachable') return outside(this.#page('message', html`<message-page kind="unreachable" .error=${state.error} .retry=${() => void resumeSession()}></message-page>`));
    if (route.page === 'password') return outside(this.#page('password', html`<password-page .token=${route.token}></password-page>`));
    if (state.kind === 'signedOut' && !state.ended) return outside(this.#page('sign-in', html`<sign-in-page></sign-in-page>`));
    if (state.kind === 'signedIn') this.#operator = state.operator;
    if (!this.#operator) throw new Error('nobody has signed in');
    // One template for both, so that the page is the same element before and after.
    const ended = state.kind === 'signedOut';
    return html`
      ${ended ? outside(this.#page('sign-in', html`<sign-in-page ended></sign-in-page>`)) : nothing}
      <div ?hidden=${ended}>
        <nav aria-label=${msg('Sprungmarke', { id: 'app.skipLabel' })}><a class="skip" href="#main" @click=${this.#skipToMain}>${msg('Zum Inhalt springen', { id: 'app.skip' })}</a></nav>
        <top-bar .operator=${this.#operator}></top-bar>
        <main id="main" class="inside" tabindex="-1">${this.#workPage(route)}</main>
      </div>
    `;
  }

  #workPage(route: Route): TemplateResult {
    switch (route.page) {
      case 'workshops': return this.#page('workshops', html`<workshops-page .search=${route.search}></workshops-page>`);
      case 'new-workshop': return this.#page('new-workshop', html`<new-workshop-page></new-workshop-page>`);
      case 'workshop': return this.#page('workshop', html`<workshop-page .tenantId=${route.tenantId}></workshop-page>`);
      case 'events': return this.#page('events', html`<events-page .search=${route.search}></events-page>`);
      case 'event': return this.#page('event', html`<event-page .eventId=${route.eventId}></event-page>`);
      case 'figures': return this.#page('figures', html`<figures-page></figures-page>`);
      case 'not-found': return this.#page('message', html`<message-page kind="not-found"></message-page>`);
      case 'password':
      case 'sign-in': return booting();
    }
  }

  /** The element is there at once and comes alive when its file has arrived. */
  #page(name: PageName, element: TemplateResult): TemplateResult {
    pageFiles[name]().catch(() => {
      if (!this.outdated) void pageFiles.message().catch(() => undefined);
      this.outdated = true;
    });
    return element;
  }

  #followRoute() {
    if (location.pathname !== this.#shownPath) {
      this.#shownPath = location.pathname;
      window.scrollTo(0, 0);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
    }
    this.#leaveSignInBehind();
    this.requestUpdate();
  }

  #followSession() {
    if (sessionState().kind === 'signedIn') void import('./shell/top-bar.ts');
    this.#leaveSignInBehind();
    this.requestUpdate();
  }

  /** Who is signed in has no business on the sign-in page. */
  #leaveSignInBehind() {
    if (sessionState().kind === 'signedIn' && currentRoute().page === 'sign-in') navigate(paths.workshops, 'replace');
  }

  #skipToMain(event: Event) {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}

function outside(page: TemplateResult) {
  return html`<main id="main" tabindex="-1">${page}</main>`;
}

function booting() {
  return html`<div class="booting" role="status"><span class="visually-hidden">${msg('Wird geladen.', { id: 'app.loading' })}</span></div>`;
}

customElements.define('operator-app', OperatorApp);
