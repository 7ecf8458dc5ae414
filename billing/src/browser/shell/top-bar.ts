import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingAccount, BillingSession } from '@meldewerk/contract/billing';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { mayLeavePage, router } from '@meldewerk/shell/navigation';
import { html, LitElement, nothing } from 'lit';
import { isBeingSetUp } from '../account.ts';
import { chooseLanguage, currentLanguage } from '../locale.ts';
import { currentRoute, paths, type AccountPage } from '../router.ts';
import { signOut } from '../session.ts';
import { topBarStyles } from './top-bar-styles.ts';

/** Whose account it is, where one can go, and the way out. */
export class TopBar extends LitElement {
  static override properties = { session: { attribute: false }, account: { attribute: false } };
  declare session: BillingSession;
  declare account: BillingAccount | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, router, 'route');
  }

  static override styles = topBarStyles;

  override render() {
    const entries = this.account && !isBeingSetUp(this.account) ? entriesOf(this.account.workshop.slug) : [];
    return html`
      <header>
        ${entries.length > 0 ? menu(entries) : nothing}
        <a class="home" href=${paths.start}>
          <span class="sign"><wa-icon name="file"></wa-icon></span>
          <span class="name"><strong>${this.account?.workshop.name ?? msg('Abrechnungsportal', { id: 'app.name' })}</strong>${this.account ? html`<span class="quiet">${msg('Abrechnungsportal', { id: 'app.name' })}</span>` : nothing}</span>
        </a>
        ${this.#person()}
      </header>
      ${entries.length > 0 ? html`<nav aria-label=${msg('Hauptmenü', { id: 'nav.label' })}>${entries.map(({ href, page, label }) => html`<a href=${href} aria-current=${isShown(page) ? 'page' : nothing}>${label}</a>`)}</nav>` : nothing}
    `;
  }

  #person() {
    const other = currentLanguage() === 'de' ? 'English' : 'Deutsch';
    return html`
      <wa-dropdown placement="bottom-end" @wa-select=${choose}>
        <button slot="trigger" class="round" aria-label=${msg('Konto und Abmelden', { id: 'nav.person' })}><wa-icon name="user"></wa-icon></button>
        <div class="who" role="presentation"><span class="quiet">${msg('Angemeldet als', { id: 'nav.signedInAs' })}</span><strong>${this.session.email}</strong></div>
        <wa-divider></wa-divider>
        ${this.session.accounts.length > 1 ? html`<wa-dropdown-item href=${paths.workshops}><wa-icon slot="icon" name="briefcase"></wa-icon>${msg('Andere Werkstatt', { id: 'nav.workshops' })}</wa-dropdown-item>` : nothing}
        <wa-dropdown-item value="language"><wa-icon slot="icon" name="language"></wa-icon><span lang=${currentLanguage() === 'de' ? 'en' : 'de'}>${other}</span></wa-dropdown-item>
        <wa-dropdown-item value="sign-out"><wa-icon slot="icon" name="sign-out"></wa-icon>${msg('Abmelden', { id: 'nav.signOut' })}</wa-dropdown-item>
      </wa-dropdown>
    `;
  }
}

type Entry = { page: AccountPage; href: string; label: string; icon: string };

function entriesOf(slug: string): Entry[] {
  const entry = (page: AccountPage, icon: string, label: string) => ({ page, href: paths.of(slug, page), icon, label });
  return [
    entry('overview', 'board', msg('Übersicht', { id: 'nav.overview' })),
    entry('invoices', 'file', msg('Rechnungen', { id: 'nav.invoices' })),
    entry('mandate', 'signature', msg('Bankverbindung', { id: 'nav.mandate' })),
    entry('plan', 'checkbox', msg('Tarif', { id: 'nav.plan' })),
    entry('usage', 'chart', msg('Nutzung', { id: 'nav.usage' })),
    entry('company', 'briefcase', msg('Firma', { id: 'nav.company' })),
  ];
}

/** On a phone everything is behind one button. */
function menu(entries: Entry[]) {
  return html`
    <wa-dropdown class="phone" placement="bottom-start">
      <button slot="trigger" class="menu" aria-label=${msg('Menü', { id: 'nav.menu' })}><wa-icon name="menu"></wa-icon></button>
      ${entries.map(({ href, icon, label }) => html`<wa-dropdown-item href=${href}><wa-icon slot="icon" name=${icon}></wa-icon>${label}</wa-dropdown-item>`)}
    </wa-dropdown>
  `;
}

function isShown(page: AccountPage): boolean {
  const shown = currentRoute().page;
  return shown === page || (page === 'mandate' && shown === 'mandate-change');
}

function choose(event: CustomEvent<{ item: { value: string } }>) {
  const { value } = event.detail.item;
  if (value === 'language') void chooseLanguage(currentLanguage() === 'de' ? 'en' : 'de');
  if (value === 'sign-out') void leave();
}

async function leave() {
  if (!(await mayLeavePage())) return;
  try {
    await signOut();
  } catch (error) {
    await tell({ title: msg('Abmelden nicht möglich', { id: 'nav.signOutFailed' }), text: errorText(error) });
  }
}

customElements.define('top-bar', TopBar);
