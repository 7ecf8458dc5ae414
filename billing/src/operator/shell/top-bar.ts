import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { OperatorSession } from '@meldewerk/contract/operator';
import { tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { mayLeavePage, router } from '@meldewerk/shell/navigation';
import { html, LitElement } from 'lit';
import { topBarStyles } from '../../browser/shell/top-bar-styles.ts';
import { chooseLanguage, currentLanguage } from '../locale.ts';
import { currentRoute, paths } from '../router.ts';
import { signOut } from '../session.ts';

/** Where one can go, and the way out. */
export class TopBar extends LitElement {
  static override properties = { operator: { attribute: false } };
  declare operator: OperatorSession;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, router, 'route');
  }

  static override styles = topBarStyles;

  override render() {
    const entries = places();
    return html`
      <header>
        <wa-dropdown class="phone" placement="bottom-start">
          <button slot="trigger" class="menu" aria-label=${msg('Menü', { id: 'nav.menu' })}><wa-icon name="menu"></wa-icon></button>
          ${entries.map(({ href, icon, label }) => html`<wa-dropdown-item href=${href}><wa-icon slot="icon" name=${icon}></wa-icon>${label}</wa-dropdown-item>`)}
        </wa-dropdown>
        <a class="home" href=${paths.workshops}>
          <span class="sign"><wa-icon name="board"></wa-icon></span>
          <span class="name"><strong>Meldewerk</strong><span class="quiet">${msg('Betreiberkonsole', { id: 'console.name' })}</span></span>
        </a>
        ${this.#person()}
      </header>
      <nav aria-label=${msg('Hauptmenü', { id: 'nav.label' })}>${entries.map(({ href, label, pages }) => html`<a href=${href} aria-current=${pages.includes(currentRoute().page) ? 'page' : 'false'}>${label}</a>`)}</nav>
    `;
  }

  #person() {
    const other = currentLanguage() === 'de' ? 'English' : 'Deutsch';
    return html`
      <wa-dropdown placement="bottom-end" @wa-select=${choose}>
        <button slot="trigger" class="round" aria-label=${msg('Konto und Abmelden', { id: 'nav.person' })}><wa-icon name="user"></wa-icon></button>
        <div class="who" role="presentation"><strong>${this.operator.name}</strong><span class="quiet">${this.operator.email}</span></div>
        <wa-divider></wa-divider>
        <wa-dropdown-item value="language"><wa-icon slot="icon" name="language"></wa-icon><span lang=${currentLanguage() === 'de' ? 'en' : 'de'}>${other}</span></wa-dropdown-item>
        <wa-dropdown-item value="sign-out"><wa-icon slot="icon" name="sign-out"></wa-icon>${msg('Abmelden', { id: 'nav.signOut' })}</wa-dropdown-item>
      </wa-dropdown>
    `;
  }
}

function places(): { href: string; icon: string; label: string; pages: string[] }[] {
  return [
    { href: paths.workshops, icon: 'briefcase', label: msg('Werkstätten', { id: 'workshops.title' }), pages: ['workshops', 'workshop', 'new-workshop'] },
    { href: paths.events, icon: 'history', label: msg('Ereignisse', { id: 'events.title' }), pages: ['events', 'event'] },
    { href: paths.figures, icon: 'chart', label: msg('Zahlen', { id: 'figures.title' }), pages: ['figures'] },
  ];
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
