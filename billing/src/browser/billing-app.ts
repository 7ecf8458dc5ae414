import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, BillingSession } from '@meldewerk/contract/billing';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate, router } from '@meldewerk/shell/navigation';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { accountChanges, accountState, closeAccount, isBeingSetUp, openAccount, retryAccount } from './account.ts';
import { currentRoute, paths, type AccountPage, type Route } from './router.ts';
import { resumeSession, sessionChanges, sessionState } from './session.ts';
import { pageFiles, type PageName } from './shell/page-files.ts';
import { appStyles } from './styles/app.ts';

/**
 * Shows the page the address means. Without a session the sign-in stands in its place; when a session ends, the page stays below
 * it with all that was typed, and is there again afterwards.
 */
export class BillingApp extends LitElement {
  static override properties = { outdated: { state: true } };
  declare outdated: boolean;

  #shownPath = location.pathname;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.outdated = false;
    new ListenerController(this, router, 'route', () => this.#followRoute());
    new ListenerController(this, sessionChanges, 'change', () => this.#followSession());
    new ListenerController(this, accountChanges, 'change');
  }

  static override styles = appStyles;

  override render() {
    const state = sessionState();
    const route = currentRoute();
    if (this.outdated) return outside(this.#page('message', html`<message-page kind="outdated"></message-page>`));
    if (state.kind === 'unknown') return outside(booting());
    if (state.kind === 'unreachable') return outside(this.#page('message', html`<message-page kind="unreachable" .error=${state.error} .retry=${() => void resumeSession()}></message-page>`));
    if (route.page === 'confirm-email') return outside(this.#page('confirm-email', html`<confirm-email-page .token=${route.token}></confirm-email-page>`));
    if (route.page === 'sign-in' && route.token) return outside(this.#page('link', html`<link-page .token=${route.token}></link-page>`));
    if (state.kind === 'signedOut' && !state.ended) return outside(this.#page('sign-in', html`<sign-in-page></sign-in-page>`));
    // One template for both, so that the page is the same element before and after.
    const ended = state.kind === 'signedOut';
    return html`
      ${ended ? outside(this.#page('sign-in', html`<sign-in-page ended></sign-in-page>`)) : nothing}
      <div ?hidden=${ended}>${this.#inside(route)}</div>
    `;
  }

  #inside(route: Route) {
    const session = this.#session;
    const opened = accountState();
    const account = opened.kind === 'open' ? opened.account : undefined;
    return html`
      <nav aria-label=${msg('Sprungmarke', { id: 'app.skipLabel' })}><a class="skip" href="#main" @click=${this.#skipToMain}>${msg('Zum Inhalt springen', { id: 'app.skip' })}</a></nav>
      ${account?.simulated ? html`<aside class="simulated" aria-label=${msg('Hinweis', { id: 'app.simulatedLabel' })}><wa-icon name="info"></wa-icon><span>${msg('Vorführung: Alle Zahlungen sind nachgestellt, es fließt kein Geld.', { id: 'app.simulated' })}</span></aside>` : nothing}
      <top-bar .session=${session} .account=${account}></top-bar>
      <main id="main" class="inside" tabindex="-1">${this.#workPage(route, session, account)}</main>
    `;
  }

  #lastSession: BillingSession | undefined;
  get #session(): BillingSession {
    const state = sessionState();
    if (state.kind === 'signedIn') this.#lastSession = state.session;
    if (!this.#lastSession) throw new Error('nobody has signed in');
    return this.#lastSession;
  }

  #workPage(route: Route, session: BillingSession, account: BillingAccount | undefined): TemplateResult {
    switch (route.page) {
      case 'not-found': return this.#page('message', html`<message-page kind="not-found"></message-page>`);
      case 'mandate-return': return this.#page('mandate-return', html`<mandate-return-page .enrollmentId=${route.enrollmentId} .search=${route.search} .session=${session}></mandate-return-page>`);
      case 'workshops': return this.#workshops(session, 'overview');
      case 'sign-in':
      case 'confirm-email': return booting();
    }
    const meant = route.slug === null ? (session.accounts.length === 1 ? session.accounts[0] : undefined) : session.accounts.find(({ slug }) => slug === route.slug);
    if (!meant) return route.slug === null ? this.#workshops(session, route.page) : this.#page('message', html`<message-page kind="workshop-not-found"></message-page>`);
    openAccount(meant.tenantId);
    const opened = accountState();
    if (opened.kind === 'failed') return this.#page('message', html`<message-page kind="failed" .error=${opened.error} .retry=${retryAccount}></message-page>`);
    if (!account || account.tenantId !== meant.tenantId) return booting();
    return this.#accountPage(route.page, account, route.search);
  }

  #workshops(session: BillingSession, next: AccountPage): TemplateResult {
    return this.#page('workshops', html`<workshops-page .session=${session} .next=${next}></workshops-page>`);
  }

  #accountPage(page: AccountPage, account: BillingAccount, search: string): TemplateResult {
    switch (page) {
      case 'overview': return isBeingSetUp(account) ? leadTo(paths.of(account.workshop.slug, 'setup')) : this.#page('overview', html`<overview-page .account=${account}></overview-page>`);
      case 'setup': return this.#page('setup', html`<setup-page .account=${account} .search=${search}></setup-page>`);
      case 'invoices': return this.#page('invoices', html`<invoices-page .account=${account}></invoices-page>`);
      case 'mandate': return this.#page('mandate', html`<mandate-page .account=${account}></mandate-page>`);
      case 'mandate-change': return this.#page('mandate-change', html`<mandate-change-page .account=${account}></mandate-change-page>`);
      case 'plan': return this.#page('plan', html`<plan-page .account=${account}></plan-page>`);
      case 'usage': return this.#page('usage', html`<usage-page .account=${account}></usage-page>`);
      case 'company': return this.#page('company', html`<company-page .account=${account}></company-page>`);
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
    const state = sessionState();
    if (state.kind === 'signedIn') void import('./shell/top-bar.ts');
    if (state.kind === 'signedIn') retryAccount();
    if (state.kind === 'signedOut' && !state.ended) closeAccount();
    this.#leaveSignInBehind();
    this.requestUpdate();
  }

  /** Who is signed in has no business on the sign-in page, unless with another link. */
  #leaveSignInBehind() {
    const route = currentRoute();
    if (sessionState().kind === 'signedIn' && route.page === 'sign-in' && !route.token) navigate(paths.start, 'replace');
  }

  #skipToMain(event: Event) {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}

function outside(page: TemplateResult) {
  return html`<main id="main" tabindex="-1">${page}</main>`;
}

/** Not while the page is being drawn. */
function leadTo(path: string): TemplateResult {
  queueMicrotask(() => navigate(path, 'replace'));
  return booting();
}

function booting() {
  return html`<div class="booting" role="status"><span class="visually-hidden">${msg('Wird geladen.', { id: 'app.loading' })}</span></div>`;
}

customElements.define('billing-app', BillingApp);
