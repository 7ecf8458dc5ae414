import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import '@awesome.me/webawesome/dist/components/divider/divider.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { confirmAction, tell } from '@meldewerk/shell/confirm';
import { errorText } from '@meldewerk/shell/error-text';
import { mayLeavePage } from '@meldewerk/shell/navigation';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement } from 'lit';
import { chooseLanguage, currentLanguage } from '../locale.ts';
import { currentSession, signOut } from '../session.ts';
import { openKeyboardHelp } from './keyboard-help.ts';

export class UserMenu extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  static override styles = [
    base,
    css`
      button { display: grid; place-items: center; width: 2.25rem; height: 2.25rem; padding: 0; border: 1px solid var(--wa-color-surface-border); border-radius: 50%; cursor: pointer;
        background: var(--wa-color-surface-lowered); color: var(--wa-color-text-normal); font: inherit; font-size: var(--wa-font-size-xs); font-weight: 650; letter-spacing: 0.02em; }
      button:hover { border-color: var(--wa-color-neutral-border-loud); }
      button:focus-visible { border-radius: 50%; }
      .who { padding: 0.5rem 0.85rem 0.6rem; max-width: 18rem; line-height: 1.35; }
      .who strong { display: block; font-weight: 650; }
      .who span { font-size: var(--wa-font-size-xs); overflow-wrap: anywhere; }
    `,
  ];

  override render() {
    const { staff } = currentSession();
    const other = currentLanguage() === 'de' ? 'English' : 'Deutsch';
    return html`
      <wa-dropdown placement="bottom-end" @wa-select=${this.#choose}>
        <button slot="trigger" aria-label=${msg(str`${initials(staff.name)}, Benutzermenü`, { id: 'menu.label' })}>${initials(staff.name)}</button>
        <div class="who" role="presentation"><strong>${staff.name}</strong><span class="quiet">${staff.email} · ${roleLabel(staff.role)}</span></div>
        <wa-divider></wa-divider>
        <wa-dropdown-item value="language"><wa-icon slot="icon" name="language"></wa-icon><span lang=${currentLanguage() === 'de' ? 'en' : 'de'}>${other}</span></wa-dropdown-item>
        <wa-dropdown-item value="keyboard"><wa-icon slot="icon" name="keyboard"></wa-icon>${msg('Tastenkürzel', { id: 'menu.keyboard' })}</wa-dropdown-item>
        <wa-divider></wa-divider>
        <wa-dropdown-item value="sign-out"><wa-icon slot="icon" name="sign-out"></wa-icon>${msg('Abmelden', { id: 'menu.signOut' })}</wa-dropdown-item>
        <wa-dropdown-item value="sign-out-everywhere"><wa-icon slot="icon" name="sign-out-all"></wa-icon>${msg('Überall abmelden …', { id: 'menu.signOutEverywhere' })}</wa-dropdown-item>
      </wa-dropdown>
    `;
  }

  #choose(event: CustomEvent<{ item: { value: string } }>) {
    switch (event.detail.item.value) {
      case 'language': return void chooseLanguage(currentLanguage() === 'de' ? 'en' : 'de');
      case 'keyboard': return void openKeyboardHelp();
      case 'sign-out': return void leave(false);
      default: return void this.#leaveEverywhere();
    }
  }

  async #leaveEverywhere() {
    const sure = await confirmAction({
      title: msg('Überall abmelden?', { id: 'signOutEverywhere.title' }),
      text: msg('Sie werden auf allen Geräten und in allen Browsern abgemeldet, auch auf diesem. Danach melden Sie sich mit Ihrem Passwort neu an.', { id: 'signOutEverywhere.text' }),
      action: msg('Überall abmelden', { id: 'signOutEverywhere.action' }),
    });
    if (sure) await leave(true);
  }
}

async function leave(everywhere: boolean) {
  if (!(await mayLeavePage())) return;
  try {
    await signOut(everywhere);
  } catch (error) {
    await tell({ title: msg('Abmelden nicht möglich', { id: 'signOut.failed' }), text: errorText(error) });
  }
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}

function roleLabel(role: 'admin' | 'clerk' | 'viewer'): string {
  return {
    admin: msg('Leitung', { id: 'staffRole.admin' }),
    clerk: msg('Sachbearbeitung', { id: 'staffRole.clerk' }),
    viewer: msg('Nur Lesen', { id: 'staffRole.viewer' }),
  }[role];
}

customElements.define('user-menu', UserMenu);
