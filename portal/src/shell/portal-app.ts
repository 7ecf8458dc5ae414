import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { Site } from '@meldewerk/contract/tenant';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate, router } from '@meldewerk/shell/navigation';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { billingHint, billingStanding } from '../billing-standing.ts';
import { applyBrand } from '../brand.ts';
import { fetchSite } from '../data/site.ts';
import { setPageTitle, setSiteName } from '../document-title.ts';
import { type LiveReportEvent, liveUpdates, startLiveUpdates, stopLiveUpdates } from '../live-updates.ts';
import { currentRoute, paths, type Route } from '../router.ts';
import { resumeSession, sessionChanges, sessionState } from '../session.ts';
import { pageFiles, type PageName } from './page-files.ts';

/** Shows the page the address means, or the sign-in in its place: so a deep link is still there after signing in. */
export class PortalApp extends LitElement {
  static override properties = { announcement: { state: true }, site: { state: true }, loadFailure: { state: true } };
  declare announcement: string;
  declare site: Site | undefined;
  declare loadFailure: unknown;

  #shownPath = '';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    this.announcement = '';
    new ListenerController(this, router, 'route', () => this.#followRoute());
    new ListenerController(this, sessionChanges, 'change', () => this.#followSession());
    new ListenerController(this, billingStanding, 'change');
    new ListenerController(this, liveUpdates, 'report', (event) => this.#announce(event as LiveReportEvent));
  }

  static override styles = [
    base,
    css`
      .skip { position: absolute; inset-block-start: 0.5rem; inset-inline-start: 0.5rem; z-index: 20; padding: 0.6rem 1rem; border-radius: 6px;
        background: var(--wa-color-surface-raised); border: 1px solid var(--wa-color-surface-border); }
      .skip:not(:focus) { clip-path: inset(50%); height: 1px; width: 1px; padding: 0; overflow: hidden; }
      main { display: block; outline: none; }
      main.inside { max-width: var(--page-width); margin: 0 auto; padding: 1.25rem clamp(0.75rem, 2vw, 1.75rem) 4rem; }
      .booting { display: grid; place-items: center; min-height: 100dvh; }
      .booting::before { content: ''; width: 1.75rem; height: 1.75rem; border-radius: 50%; border: 3px solid var(--wa-color-surface-border);
        border-top-color: var(--wa-color-brand-50); animation: turn 0.8s linear infinite; }
      @keyframes turn { to { transform: rotate(1turn); } }
      @media (prefers-reduced-motion: reduce) { .booting::before { animation-duration: 4s; } }
      @media print { main.inside { padding: 0; max-width: none; } }
    `,
  ];

  override connectedCallback() {
    super.connectedCallback();
    this.#followSession();
  }

  override render() {
    const state = sessionState();
    if (state.kind === 'unknown') return html`<div class="booting"><span class="visually-hidden">${msg('Das Portal wird geladen.', { id: 'app.loading' })}</span></div>`;
    if (state.kind === 'unreachable') return this.#outside(this.#page('not-found', html`<message-page kind="unreachable" .error=${state.error} .retry=${() => void resumeSession()}></message-page>`));
    return state.kind === 'signedIn' ? this.#inside() : this.#outside(this.#accountPage(currentRoute(), state.expired));
  }

  #inside() {
    return html`
      <nav aria-label=${msg('Sprungmarke', { id: 'app.skipLabel' })}><a class="skip" href="#main" @click=${this.#skipToMain}>${msg('Zum Inhalt springen', { id: 'app.skip' })}</a></nav>
      <top-bar .site=${this.site}></top-bar>
      ${this.#billing()}
      <main id="main" class="inside" tabindex="-1">${this.#workPage(currentRoute())}</main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>
    `;
  }

  /** Comes only where there is something to say. */
  #billing() {
    if (!billingHint()) return nothing;
    void import('./billing-banner.ts').catch(() => undefined);
    return html`<billing-banner></billing-banner>`;
  }

  #outside(page: TemplateResult) {
    return html`<main id="main" tabindex="-1">${page}</main>`;
  }

  #workPage(route: Route): TemplateResult {
    if (this.loadFailure) return html`<message-page kind="outdated"></message-page>`;
    if (!pageFiles[route.page]) return this.#page('not-found', html`<message-page kind="not-found"></message-page>`);
    switch (route.page) {
      case 'overview': return this.#page('overview', html`<overview-page .search=${route.search}></overview-page>`);
      case 'reports': return this.#page('reports', html`<report-list-page .search=${route.search}></report-list-page>`);
      case 'report': return this.#page('report', html`<report-detail-page .reportId=${route.id}></report-detail-page>`);
      case 'board': return this.#page('board', html`<board-page .search=${route.search}></board-page>`);
      case 'calendar': return this.#page('calendar', html`<calendar-page .search=${route.search}></calendar-page>`);
      case 'new-report': return this.#page('new-report', html`<new-report-page></new-report-page>`);
      case 'preparation': return this.#page('preparation', html`<new-report-page .reportId=${route.id}></new-report-page>`);
      case 'condition': return this.#page('condition', html`<condition-page .reportId=${route.id}></condition-page>`);
      case 'import': return this.#page('import', html`<import-page></import-page>`);
      case 'forms': return this.#page('forms', html`<form-list-page></form-list-page>`);
      case 'form': return this.#page('form', html`<form-page .formId=${route.id}></form-page>`);
      case 'appointment-settings': return this.#page('appointment-settings', html`<appointment-settings-page></appointment-settings-page>`);
      case 'templates': return this.#page('templates', html`<templates-page></templates-page>`);
      case 'workflow-settings': return this.#page('workflow-settings', html`<workflow-settings-page></workflow-settings-page>`);
      case 'rule-settings': return this.#page('rule-settings', html`<rule-settings-page></rule-settings-page>`);
      case 'reminder-settings': return this.#page('reminder-settings', html`<reminder-settings-page></reminder-settings-page>`);
      case 'ksr-settings': return this.#page('ksr-settings', html`<ksr-settings-page></ksr-settings-page>`);
      case 'embedding': return this.#page('embedding', html`<embedding-page></embedding-page>`);
      case 'language-settings': return this.#page('language-settings', html`<language-settings-page></language-settings-page>`);
      case 'towing-settings': return this.#page('towing-settings', html`<towing-settings-page></towing-settings-page>`);
      case 'withdrawal-settings': return this.#page('withdrawal-settings', html`<withdrawal-settings-page></withdrawal-settings-page>`);
      case 'support': return this.#page('support', html`<support-page></support-page>`);
      case 'reset-password': return this.#page('reset-password', html`<reset-password-page .token=${route.token} .site=${this.site}></reset-password-page>`);
      default: return this.#page('not-found', html`<message-page kind="not-found"></message-page>`);
    }
  }

  #accountPage(route: Route, expired: boolean): TemplateResult {
    switch (route.page) {
      case 'forgotten-password': return this.#page('forgotten-password', html`<forgotten-password-page .site=${this.site}></forgotten-password-page>`);
      case 'reset-password': return this.#page('reset-password', html`<reset-password-page .token=${route.token} .site=${this.site}></reset-password-page>`);
      default: return this.#page('sign-in', html`<sign-in-page .expired=${expired} .deepLink=${route.page === 'report'} .site=${this.site}></sign-in-page>`);
    }
  }

  /** The element is there at once and comes alive when its file has arrived. */
  #page(name: PageName, element: TemplateResult): TemplateResult {
    pageFiles[name]?.().catch((error: unknown) => {
      if (!this.loadFailure) void import('../pages/message-page.ts').catch(() => undefined);
      this.loadFailure = error;
    });
    return element;
  }

  #followRoute() {
    const path = location.pathname;
    if (path !== this.#shownPath) {
      this.#shownPath = path;
      this.announcement = '';
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
    }
    this.#leaveSignInBehind();
    this.requestUpdate();
  }

  #followSession() {
    this.#leaveSignInBehind();
    this.#shownPath = location.pathname;
    if (!this.site) void this.#loadSite();
    if (sessionState().kind === 'signedIn') {
      void import('./top-bar.ts');
      startLiveUpdates();
    } else {
      stopLiveUpdates();
    }
    this.requestUpdate();
  }

  /** Who is signed in has no business on the sign-in page, nor on the bare address. */
  #leaveSignInBehind() {
    if (sessionState().kind !== 'signedIn') return;
    const { page } = currentRoute();
    if (page === 'sign-in' || page === 'forgotten-password' || /^\/portal\/?$/.test(location.pathname)) navigate(paths.overview, 'replace');
  }

  #announce({ message }: LiveReportEvent) {
    if (message.kind !== 'reportSubmitted') return;
    const time = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date());
    this.announcement = msg(str`Eine neue Meldung ist eingegangen (${time}).`, { id: 'app.newReport' });
  }

  async #loadSite() {
    const site = await fetchSite().catch(() => undefined);
    if (!site) return setPageTitle(msg('Werkstattportal', { id: 'app.title' }));
    applyBrand(site.colors.brand);
    this.site = site;
    setSiteName(site.name);
  }

  #skipToMain(event: Event) {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }
}

customElements.define('portal-app', PortalApp);
