import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { Site } from '@meldewerk/contract/tenant';
import { css, html, LitElement, nothing } from 'lit';
import { arrivalCount, arrivals } from '../arrivals.ts';
import { ListenerController } from '../listener-controller.ts';
import { isInterrupted, liveUpdates } from '../live-updates.ts';
import { paths } from '../router.ts';
import { currentSession } from '../session.ts';
import { base, status } from '../styles/shared.ts';
import './user-menu.ts';
import { markStyles, workshopMark } from './workshop-mark.ts';

export class TopBar extends LitElement {
  static override properties = { site: { attribute: false } };
  declare site: Site | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, arrivals, 'change');
    new ListenerController(this, liveUpdates, 'connection');
  }

  static override styles = [
    base,
    status,
    markStyles,
    css`
      :host { position: sticky; inset-block-start: 0; z-index: 10; background: var(--wa-color-surface-default); border-bottom: 1px solid var(--wa-color-surface-border); }
      header { position: relative; display: flex; align-items: center; gap: 1.5rem; height: var(--topbar-height); max-width: var(--page-width); margin: 0 auto; padding: 0 clamp(0.75rem, 2vw, 1.75rem); }
      .workshop { display: flex; align-items: center; gap: 0.6rem; min-width: 0; color: inherit; text-decoration: none; font-weight: 650; letter-spacing: -0.011em; }
      nav { display: flex; height: 100%; }
      nav a { position: relative; display: flex; align-items: center; gap: 0.45rem; padding: 0 0.25rem; color: var(--wa-color-text-normal); text-decoration: none; font-weight: 550; }
      nav a[aria-current]::after { content: ''; position: absolute; inset: auto 0 -1px; height: 2px; background: var(--wa-color-brand-50); }
      .end { display: flex; align-items: center; gap: 0.75rem; margin-inline-start: auto; }
      .interrupted { display: inline-flex; align-items: center; gap: 0.4rem; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-xs); white-space: nowrap; }
      @media (max-width: 40rem) {
        header { gap: 0.9rem; }
        .workshop .name { display: none; }
        .logo { max-width: 7.5rem; }
        .interrupted span { display: none; }
      }
      @media print { :host { display: none; } }
    `,
  ];

  override render() {
    const { tenant } = currentSession();
    const count = arrivalCount();
    return html`
      <header>
        <a class="workshop" href=${paths.reports} aria-label=${tenant.name}>
          ${workshopMark(this.site)}
        </a>
        <nav aria-label=${msg('Hauptmenü', { id: 'nav.label' })}>
          <a href=${paths.reports} aria-current="page">
            ${msg('Meldungen', { id: 'nav.reports' })}
            ${count > 0 ? html`<span class="new numbers" aria-label=${msg('neu eingegangen', { id: 'nav.arrived' })}>${count}</span>` : nothing}
          </a>
        </nav>
        <div class="end">
          <span role="status">
            ${isInterrupted()
              ? html`<span class="interrupted" title=${msg('Neue Meldungen erscheinen wieder von selbst, sobald die Verbindung steht.', { id: 'live.interruptedHint' })}>
                  <wa-icon name="offline" label=${msg('Verbindung unterbrochen', { id: 'live.interrupted' })}></wa-icon>
                  <span aria-hidden="true">${msg('Verbindung unterbrochen', { id: 'live.interrupted' })}</span>
                </span>`
              : nothing}
          </span>
          <user-menu></user-menu>
        </div>
      </header>
    `;
  }
}

customElements.define('top-bar', TopBar);
