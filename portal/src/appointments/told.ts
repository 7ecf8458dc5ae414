import { msg, str } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { longMoment } from '../appointment-words.ts';
import { currentLanguage } from '../locale.ts';
import { currentSession } from '../session.ts';

/** What is about to be said to the customer. */
export type Telling =
  | { kind: 'confirmed'; startsAt: string; note: string }
  | { kind: 'proposal'; slots: { startsAt: string }[]; note: string }
  | { kind: 'cancelled'; note: string };

/** What the customer will read, in words, and by which way it goes. */
export function toldPreview(report: ReportDetail, telling: Telling) {
  const way = wayTo(report);
  if (!way) return html`<p class="told none"><wa-icon name="info"></wa-icon><span>${silentBecause(report)}</span></p>`;
  return html`
    <figure class="told">
      <figcaption><wa-icon name=${way.icon}></wa-icon><span>${way.text}</span></figcaption>
      ${toldLines(report, telling).map((line) => html`<p>${line}</p>`)}
      ${telling.kind === 'proposal' ? html`<p class="quiet">${msg('Über den Link nimmt der Kunde einen Termin an, lehnt ab oder nennt andere Zeiten.', { id: 'told.byLink' })}</p>` : nothing}
      ${way.icon === 'mail' && telling.kind !== 'proposal' ? html`<p class="quiet"><wa-icon name="calendar"></wa-icon> ${calendarEntryText(report, telling)}</p>` : nothing}
      ${report.language !== currentLanguage() ? html`<p class="quiet">${msg('Der Kunde bekommt es in seiner Sprache.', { id: 'told.otherLanguage' })} (${report.language === 'de' ? 'Deutsch' : 'English'})</p>` : nothing}
    </figure>
  `;
}

/** Said once it is on its way. */
export function onItsWayText(report: ReportDetail): string {
  return wayTo(report)?.sent ?? silentBecause(report);
}

function toldLines(report: ReportDetail, telling: Telling): string[] {
  const { name, timeZone } = currentSession().tenant;
  const before = report.appointments.confirmed;
  const note = telling.note.trim();
  const lines = {
    confirmed: () => {
      const moment = telling.kind === 'confirmed' ? longMoment(telling.startsAt, timeZone) : '';
      return [before ? msg(str`Ihr Termin bei ${name} ist verschoben auf ${moment}.`, { id: 'told.moved' }) : msg(str`Ihr Termin bei ${name}: ${moment}.`, { id: 'told.confirmed' })];
    },
    proposal: () => [msg(str`${name} schlägt Ihnen vor:`, { id: 'told.proposed' }), ...(telling.kind === 'proposal' ? telling.slots.map(({ startsAt }) => `• ${longMoment(startsAt, timeZone)}`) : [])],
    cancelled: () => {
      const moment = before ? longMoment(before.startsAt, timeZone) : '';
      return [msg(str`Ihr Termin bei ${name} am ${moment} ist abgesagt.`, { id: 'told.cancelled' })];
    },
  }[telling.kind]();
  return note ? [...lines, `„${note}“`] : lines;
}

function calendarEntryText({ appointments }: ReportDetail, { kind }: Telling): string {
  if (kind === 'cancelled') return msg('Der Eintrag im Kalender des Kunden wird entfernt.', { id: 'told.entryRemoved' });
  return appointments.confirmed ? msg('Der Eintrag im Kalender des Kunden wird geändert.', { id: 'told.entryChanged' }) : msg('Mit Eintrag für den Kalender (.ics).', { id: 'told.entry' });
}

function wayTo({ reporter, handling }: ReportDetail): { icon: string; text: string; sent: string } | null {
  if (handling.internalSince) return null;
  const number = reporter.phoneDisplay ?? reporter.phone;
  const bySms = number && (reporter.preferredChannel === 'sms' || !reporter.email);
  if (bySms) return { icon: 'smartphone', text: msg(str`Das liest der Kunde als SMS an ${number}:`, { id: 'told.bySms' }), sent: msg(str`Die SMS an ${number} ist unterwegs.`, { id: 'told.smsOnItsWay' }) };
  if (!reporter.email) return null;
  return { icon: 'mail', text: msg(str`Das liest der Kunde per E-Mail an ${reporter.email}:`, { id: 'told.byEmail' }), sent: msg(str`Die E-Mail an ${reporter.email} ist unterwegs.`, { id: 'told.emailOnItsWay' }) };
}

function silentBecause({ handling }: ReportDetail): string {
  return handling.internalSince
    ? msg('Interner Vorgang: Der Kunde erfährt davon nichts.', { id: 'told.internal' })
    : msg('Es fehlen Handynummer und E-Mail-Adresse: Bitte sagen Sie dem Kunden selbst Bescheid.', { id: 'told.noWay' });
}

export const toldStyles = css`
  .told { display: grid; gap: 0.25rem; margin: 0; padding: 0.75rem 0.95rem; border-radius: 8px; background: var(--wa-color-surface-lowered); overflow-wrap: anywhere; }
  .told figcaption { display: flex; gap: 0.45rem; align-items: baseline; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
  .told.none { display: flex; gap: 0.45rem; align-items: baseline; }
  .told .quiet { font-size: var(--wa-font-size-s); }
`;
