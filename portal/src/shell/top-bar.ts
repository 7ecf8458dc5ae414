import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { Site } from '@meldewerk/contract/tenant';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { navigate, router } from '@meldewerk/shell/navigation';
import { runToastAction } from '@meldewerk/shell/toast';
import { html, LitElement, nothing } from 'lit';
import { arrivalCount, arrivals } from '../arrivals.ts';
import { isInterrupted, liveUpdates } from '../live-updates.ts';
import { currentRoute, paths } from '../router.ts';
import { currentSession } from '../session.ts';
import { ShortcutController } from '../shortcuts.ts';
import { unreadReportCount, unreadReports } from '../unread-reports.ts';
import { openKeyboardHelp } from './keyboard-help.ts';
import { creationEntries, helpEntries, isWithin, mainEntries, settingsEntries, type Entry } from './navigation.ts';
import { barStyles } from './top-bar-styles.ts';
import './user-menu.ts';
import { workshopMark } from './workshop-mark.ts';

export class TopBar extends LitElement {
  static override properties = { site: { attribute: false } };
  declare site: Site | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, arrivals, 'change');
    new ListenerController(this, unreadReports, 'change');
    new ListenerController(this, liveUpdates, 'connection');
    new ListenerController(this, router, 'route');
    new ShortcutController(this, {
      'n': () => this.#creation().some(({ page }) => page === 'new-report') && navigate(paths.newReport),
      'z': runToastAction,
      '?': () => void openKeyboardHelp(),
    });
  }

  static override styles = barStyles;

  override render() {
    return html`
      <header>
        ${this.#menu()}
        <a class="workshop" href=${paths.overview} aria-label=${currentSession().tenant.name}>${workshopMark(this.site)}</a>
        <nav aria-label=${msg('Hauptmenü', { id: 'nav.label' })}>
          ${mainEntries().map((entry) => this.#link(entry))}
          ${this.#settings(settingsEntries())}
          ${helpEntries().map((entry) => this.#link(entry))}
        </nav>
        <div class="end">
          <span role="status">${isInterrupted() ? interruption() : nothing}</span>
          ${this.#creation().toReversed().map((entry) => creationButton(entry))}
          <user-menu></user-menu>
        </div>
      </header>
    `;
  }

  #link(entry: Entry) {
    return html`<a href=${entry.href} aria-current=${isWithin(entry, currentRoute()) ? 'page' : nothing}>${entry.label}${entry.page === 'reports' ? html`${arrived()}${unread()}` : nothing}</a>`;
  }

  #settings(entries: Entry[]) {
    if (entries.length === 0) return nothing;
    const within = entries.some((entry) => isWithin(entry, currentRoute()));
    return html`
      <wa-dropdown placement="bottom-start">
        <button slot="trigger" class=${within ? 'within' : ''}>${msg('Einstellungen', { id: 'nav.settings' })}<wa-icon name="chevron-down"></wa-icon></button>
        ${entries.map((entry) => menuItem(entry))}
      </wa-dropdown>
    `;
  }

  /** On a phone everything is behind one button. */
  #menu() {
    const groups = [this.#creation(), mainEntries(), settingsEntries(), helpEntries()].filter((entries) => entries.length > 0);
    return html`
      <wa-dropdown class="phone" placement="bottom-start">
        <button slot="trigger" aria-label=${msg('Menü', { id: 'nav.menu' })}><wa-icon name="menu"></wa-icon>${arrivalCount() > 0 ? arrived() : unread()}</button>
        ${groups.map((entries, index) => html`${index > 0 ? html`<wa-divider></wa-divider>` : nothing}${entries.map((entry) => menuItem(entry))}`)}
      </wa-dropdown>
    `;
  }

  #creation(): Entry[] {
    return currentSession().staff.role === 'viewer' ? [] : creationEntries();
  }
}

function menuItem({ href, icon, label }: Entry) {
  return html`<wa-dropdown-item href=${href}><wa-icon slot="icon" name=${icon}></wa-icon>${label}</wa-dropdown-item>`;
}

function creationButton({ page, href, icon, label }: Entry) {
  const first = page === 'new-report';
  return html`<wa-button title=${first ? nothing : label} class=${first ? 'new-report' : 'desk'} size="s" href=${href} variant=${first ? 'brand' : 'neutral'} appearance=${first ? 'accent' : 'outlined'}>
    <wa-icon slot="start" name=${icon}></wa-icon><span class="words">${label}</span>
  </wa-button>`;
}

function arrived() {
  const count = arrivalCount();
  return count > 0 ? html`<span class="new numbers" aria-label=${msg('neu eingegangen', { id: 'nav.arrived' })}>${count}</span>` : nothing;
}

/** Messages of customers that whoever is signed in has not seen. */
function unread() {
  const count = unreadReportCount();
  return count > 0 ? html`<span class="new messages numbers"><wa-icon name="message"></wa-icon>${count > 99 ? '99+' : count}<span class="visually-hidden">${msg('mit ungelesenen Nachrichten', { id: 'nav.unread' })}</span></span>` : nothing;
}

function interruption() {
  return html`<span class="interrupted" title=${msg('Neue Meldungen erscheinen wieder von selbst, sobald die Verbindung steht.', { id: 'live.interruptedHint' })}>
    <wa-icon name="offline" label=${msg('Verbindung unterbrochen', { id: 'live.interrupted' })}></wa-icon>
    <span aria-hidden="true">${msg('Verbindung unterbrochen', { id: 'live.interrupted' })}</span>
  </span>`;
}

customElements.define('top-bar', TopBar);
