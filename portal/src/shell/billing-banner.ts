import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import type { BillingHint } from '@meldewerk/contract/billing';
import { ListenerController } from '@meldewerk/shell/listener-controller';
import { base } from '@meldewerk/shell/styles';
import { css, html, LitElement, nothing } from 'lit';
import { billingHint, billingStanding } from '../billing-standing.ts';
import { dayOf, formatDay } from '../format.ts';
import { currentSession } from '../session.ts';

const dayMs = 24 * 60 * 60 * 1000;
const trialWarningDays = 7;
const putAwayKey = 'meldewerk.billing-banner';

type Said = { tone: 'danger' | 'warning' | 'neutral'; icon: string; title: string; text: string };

/** What is the matter with the workshop's subscription, what it stops, and who can mend it. What stops nothing yet can be put away for the day. */
export class BillingBanner extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ListenerController(this, billingStanding, 'change');
  }

  static override styles = [
    base,
    css`
      .banner { display: grid; grid-template-columns: auto 1fr auto; gap: 0.2rem 0.75rem; align-items: start; max-width: var(--page-width); margin: 0.9rem auto 0; padding: 0.75rem 1rem; border-radius: 10px; }
      .danger { background: var(--wa-color-danger-fill-quiet); color: var(--wa-color-danger-on-quiet); }
      .warning { background: var(--wa-color-warning-fill-quiet); color: var(--wa-color-warning-on-quiet); }
      .neutral { background: var(--wa-color-neutral-fill-quiet); color: var(--wa-color-text-normal); }
      wa-icon { margin-top: 0.22em; }
      strong { font-weight: 650; }
      p { margin: 0.1rem 0 0; }
      a { display: inline-block; padding: 0.15rem 0; color: inherit; font-weight: 600; white-space: nowrap; }
      button { display: grid; place-items: center; width: 2.5rem; height: 2.5rem; margin: -0.5rem -0.6rem -0.5rem 0; padding: 0; border: 0; border-radius: 8px; background: none; color: inherit; font: inherit; cursor: pointer; }
      .frame { padding: 0 clamp(0.75rem, 2vw, 1.75rem); }
      @media print { .frame { display: none; } }
    `,
  ];

  override render() {
    const hint = billingHint();
    const said = hint && words(hint);
    if (!hint || !said || isPutAway(said)) return nothing;
    return html`
      <div class="frame"><section class="banner ${said.tone}" aria-label=${msg('Abrechnung', { id: 'billing.region' })}>
        <wa-icon name=${said.icon}></wa-icon>
        <div>
          <strong>${said.title}</strong>
          <p>${said.text} ${asked(hint)}</p>
          <a href=${hint.billingUrl} target="_blank" rel="noopener">${msg('Zum Abrechnungsportal', { id: 'billing.portal' })}</a>
        </div>
        ${said.tone === 'danger' ? nothing : html`<button type="button" @click=${() => this.#putAway(said)}><wa-icon name="xmark" label=${msg('Bis morgen ausblenden', { id: 'billing.putAway' })}></wa-icon></button>`}
      </section></div>
    `;
  }

  #putAway({ title }: Said) {
    localStorage.setItem(putAwayKey, JSON.stringify({ title, day: today() }));
    this.requestUpdate();
  }
}

function words(hint: BillingHint): Said | null {
  const day = (instant: string) => formatDay(dayOf(new Date(instant), currentSession().tenant.timeZone));
  if (hint.linksStopped && hint.state === 'cancelled') {
    return { tone: 'danger', icon: 'ban', title: msg('Der Vertrag ist beendet', { id: 'billing.ended' }), text: msg('Neue Links können nicht mehr verschickt werden. Laufende Meldungen bleiben für Ihre Kunden erreichbar.', { id: 'billing.endedText' }) };
  }
  if (hint.linksStopped) {
    return { tone: 'danger', icon: 'ban', title: msg('Neue Links sind angehalten', { id: 'billing.stopped' }), text: msg('Eine Rechnung ist noch offen. Laufende Meldungen gehen weiter, und neue Meldungen über Ihre Website kommen an.', { id: 'billing.stoppedText' }) };
  }
  if (hint.state === 'pastDue') {
    return {
      tone: 'warning', icon: 'warning', title: msg('Eine Rechnung ist noch offen', { id: 'billing.open' }),
      text: hint.suspendsAt ? msg(str`Bleibt sie offen, können ab ${day(hint.suspendsAt)} keine neuen Links mehr verschickt werden.`, { id: 'billing.openUntil' }) : msg('Eine Abbuchung hat nicht geklappt.', { id: 'billing.openText' }),
    };
  }
  const { trialEndsAt } = hint;
  if (trialEndsAt && currentSession().staff.role === 'admin' && Date.parse(trialEndsAt) - Date.now() < trialWarningDays * dayMs) {
    return { tone: 'neutral', icon: 'info', title: msg(str`Die Testphase endet am ${day(trialEndsAt)}`, { id: 'billing.trialEnds' }), text: msg('Danach läuft der gewählte Tarif ohne Unterbrechung weiter.', { id: 'billing.trialText' }) };
  }
  return null;
}

function asked({ maskedEmail }: BillingHint): string {
  return maskedEmail ? msg(str`Regeln kann das, wer die E-Mails an ${maskedEmail} liest.`, { id: 'billing.who' }) : '';
}

function isPutAway({ tone, title }: Said): boolean {
  if (tone === 'danger') return false;
  return localStorage.getItem(putAwayKey) === JSON.stringify({ title, day: today() });
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

customElements.define('billing-banner', BillingBanner);
