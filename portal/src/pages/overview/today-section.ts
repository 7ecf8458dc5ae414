import { msg, str } from '@lit/localize';
import type { Today, Waiting, WaitingKind, WaitingReport } from '@meldewerk/contract/overview';
import { css, html, nothing } from 'lit';
import { formatMoment, formatNumber, formatTime } from '../../format.ts';
import { paths } from '../../router.ts';

const countedUpTo = 1_000;

/** What needs somebody today, the most urgent kind first; a kind without anything is left out. */
export function todaySection({ waiting, arrivals }: Today, timeZone: string) {
  const open = waiting.filter(({ count }) => count > 0);
  if (open.length === 0 && arrivals.length === 0) return html`<div class="card calm"><wa-icon name="check"></wa-icon><p>${msg('Gerade wartet nichts auf Sie.', { id: 'overview.calm' })}</p></div>`;
  return html`
    <div class="today">
      ${open.map((kind) => waitingCard(kind, timeZone))}
      ${arrivals.length > 0 ? arrivalsCard(arrivals, timeZone) : nothing}
    </div>
  `;
}

function waitingCard({ kind, count, mine, first }: Waiting, timeZone: string) {
  const { title, icon, href } = describe(kind);
  return html`
    <section class="card waiting ${kind}" aria-labelledby=${`waiting-${kind}`}>
      <h3 id=${`waiting-${kind}`}><wa-icon name=${icon}></wa-icon><a href=${href}>${title}</a><span class="number numbers">${count >= countedUpTo ? `${formatNumber(countedUpTo)}+` : formatNumber(count)}</span></h3>
      ${mine > 0 ? html`<p class="quiet small">${msg(str`${formatNumber(mine)} davon bei Ihnen`, { id: 'overview.mine' })}</p>` : nothing}
      <ul>${first.map((report) => html`<li>${entry(report, kind, timeZone)}</li>`)}</ul>
      ${count > first.length ? html`<p class="more"><a href=${href}>${msg('Alle zeigen', { id: 'overview.all' })}</a></p>` : nothing}
    </section>
  `;
}

function entry({ reportId, licensePlate, reference, customerName, since, nextStep, assigneeName }: WaitingReport, kind: WaitingKind, timeZone: string) {
  const when = kind === 'dueToday' || kind === 'overdue' ? formatMoment(since, 'UTC').split(',')[0] : formatMoment(since, timeZone);
  return html`
    <a class="entry" href=${paths.report(reportId)}>
      <span class="first">${licensePlate ? html`<span class="plate"><span>${licensePlate}</span></span>` : html`<span>${reference}</span>`}<span class="name">${customerName}</span></span>
      <span class="quiet small">${[when, nextStep, assigneeName].filter(Boolean).join(' · ')}</span>
    </a>
  `;
}

function arrivalsCard(arrivals: Today['arrivals'], timeZone: string) {
  return html`
    <section class="card waiting" aria-labelledby="arrivals">
      <h3 id="arrivals"><wa-icon name="calendar"></wa-icon><span>${msg('Kommt heute', { id: 'overview.arrivals' })}</span><span class="number numbers">${formatNumber(arrivals.length)}</span></h3>
      <ul>${arrivals.map(({ reportId, licensePlate, reference, customerName, startsAt }) => html`<li>
        <a class="entry" href=${paths.report(reportId)}><span class="first"><span class="numbers">${formatTime(startsAt, timeZone)}</span>${licensePlate ? html`<span class="plate"><span>${licensePlate}</span></span>` : html`<span>${reference}</span>`}<span class="name">${customerName}</span></span></a>
      </li>`)}</ul>
    </section>
  `;
}

function describe(kind: WaitingKind): { title: string; icon: string; href: string } {
  return {
    unread: { title: msg('Neue Nachrichten von Kunden', { id: 'overview.unread' }), icon: 'message', href: `${paths.reports}?status=open&unread=true` },
    wishes: { title: msg('Warten auf einen Termin von Ihnen', { id: 'overview.wishes' }), icon: 'calendar', href: `${paths.reports}?status=open&turn=staff` },
    unopened: { title: msg('Neu, noch nicht geöffnet', { id: 'overview.unopened' }), icon: 'inbox', href: `${paths.reports}?status=open&new=true` },
    overdue: { title: msg('Überfällig', { id: 'overview.overdue' }), icon: 'warning', href: `${paths.reports}?status=open&due=overdue` },
    dueToday: { title: msg('Heute fällig', { id: 'overview.dueToday' }), icon: 'bell', href: `${paths.reports}?status=open&due=today` },
  }[kind];
}

export const todayStyles = css`
  .today { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem; align-items: start; }
  .waiting { padding: 0.9rem 1.1rem 1rem; }
  .waiting h3 { display: flex; align-items: center; gap: 0.5rem; font-size: 1rem; }
  .waiting h3 wa-icon { color: var(--wa-color-text-quiet); }
  .waiting h3 a { color: inherit; }
  .waiting .number { margin-inline-start: auto; min-inline-size: 1.9em; padding: 0 0.5em; border-radius: 999px; text-align: center; background: var(--wa-color-surface-lowered); }
  .waiting.overdue h3 wa-icon { color: var(--wa-color-danger-50, #c23b3b); }
  .entry { display: grid; gap: 0.1rem; padding: 0.45rem 0.4rem; margin: 0 -0.4rem; border-radius: 6px; color: inherit; text-decoration: none; }
  .entry:hover { background: var(--wa-color-surface-lowered); }
  li + li .entry { border-top: 1px solid var(--wa-color-surface-border); border-start-start-radius: 0; border-start-end-radius: 0; }
  .first { display: flex; align-items: center; gap: 0.6rem; min-inline-size: 0; }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 550; }
  .small { font-size: var(--wa-font-size-s); }
  .more { margin-block-start: 0.4rem; font-size: var(--wa-font-size-s); }
  .calm { display: flex; align-items: center; gap: 0.75rem; padding: 1.1rem; }
  .calm wa-icon { color: #2c9a4b; font-size: 1.3rem; }
`;
