import { msg, str } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { css, html, nothing } from 'lit';
import { longMoment, shortMoment } from '../appointment-words.ts';
import { customerLanguageName } from '../labels.ts';
import { currentLanguage } from '../locale.ts';
import { currentSession } from '../session.ts';

/** What is about to be said to the customer. `takenBack`: a proposal nobody has answered. */
export type Telling =
  | { kind: 'confirmed'; startsAt: string; note: string }
  | { kind: 'proposal'; slots: { startsAt: string }[]; note: string }
  | { kind: 'cancelled'; startsAt: string; note: string }
  | { kind: 'takenBack' };
type Way = { channel: 'sms' | 'email'; to: string };

/** What the customer will read, in words, and by which way it goes. */
export function toldPreview(report: ReportDetail, telling: Telling) {
  const ways = waysTo(report, telling);
  if (ways.length === 0) return html`<p class="told none"><wa-icon name="info"></wa-icon><span>${silentBecause(report, telling)}</span></p>`;
  return html`
    ${ways.map((way) => html`<figure class="told">
      <figcaption><wa-icon name=${way.channel === 'sms' ? 'smartphone' : 'mail'}></wa-icon><span>${wayText(way)}</span></figcaption>
      ${(way.channel === 'sms' ? smsLines(telling, report) : mailLines(telling, report)).map((line) => html`<p>${line}</p>`)}
      ${remarks(telling, report, way).map((remark) => html`<p class="quiet">${remark}</p>`)}
    </figure>`)}
    ${report.language !== currentLanguage() ? html`<p class="quiet language">${msg('Der Kunde bekommt es in seiner Sprache.', { id: 'told.otherLanguage' })} (${customerLanguageName(report.language)})</p>` : nothing}
  `;
}

/** Said once it is on its way. */
export function onItsWayText(report: ReportDetail, telling: Telling): string {
  const ways = waysTo(report, telling);
  if (ways.length === 0) return silentBecause(report, telling);
  return ways.map(({ channel, to }) => (channel === 'sms' ? msg(str`Die SMS an ${to} ist unterwegs.`, { id: 'told.smsOnItsWay' }) : msg(str`Die E-Mail an ${to} ist unterwegs.`, { id: 'told.emailOnItsWay' }))).join(' ');
}

/** A proposal goes by the way the customer asked for. A date that stands goes by mail too, where there is one: only a mail brings the calendar entry. */
function waysTo({ reporter, handling, submittedAt }: ReportDetail, { kind }: Telling): Way[] {
  if (handling.internalSince || kind === 'takenBack' || (kind === 'proposal' && !submittedAt)) return [];
  const phone = reporter.phoneDisplay ?? reporter.phone;
  const byEmail: Way[] = reporter.email ? [{ channel: 'email', to: reporter.email }] : [];
  const bySms: Way[] = phone && (reporter.preferredChannel === 'sms' || !reporter.email) ? [{ channel: 'sms', to: phone }] : [];
  return kind === 'proposal' ? [...bySms, ...byEmail].slice(0, 1) : [...bySms, ...byEmail];
}

function wayText({ channel, to }: Way): string {
  return channel === 'sms' ? msg(str`Das liest der Kunde als SMS an ${to}:`, { id: 'told.bySms' }) : msg(str`Das liest der Kunde per E-Mail an ${to}:`, { id: 'told.byEmail' });
}

function mailLines(telling: Telling, { appointments }: ReportDetail): string[] {
  const { name, timeZone } = currentSession().tenant;
  if (telling.kind === 'takenBack') return [];
  const note = telling.note.trim();
  const noted = note ? [`„${note}“`] : [];
  if (telling.kind === 'proposal') return [msg(str`${name} schlägt Ihnen vor:`, { id: 'told.proposed' }), ...telling.slots.map(({ startsAt }) => `• ${longMoment(startsAt, timeZone)}`), ...noted];
  const moment = longMoment(telling.startsAt, timeZone);
  if (telling.kind === 'cancelled') return [msg(str`Ihr Termin bei ${name} am ${moment} ist abgesagt.`, { id: 'told.cancelled' }), ...noted];
  const before = appointments.confirmed;
  const said = before ? [msg(str`Ihr Termin bei ${name} wurde verschoben: ${moment}.`, { id: 'told.moved' }), msg(str`Bisher: ${longMoment(before.startsAt, timeZone)}.`, { id: 'told.before' })] : [msg(str`Ihr Termin bei ${name} steht fest: ${moment}.`, { id: 'told.confirmed' })];
  return [...said, ...noted];
}

function smsLines(telling: Telling, { appointments }: ReportDetail): string[] {
  const { name, timeZone } = currentSession().tenant;
  if (telling.kind === 'takenBack') return [];
  if (telling.kind === 'proposal') return [msg(str`${name}: Terminvorschlag für Sie. Bitte antworten: (Link)`, { id: 'told.smsProposal' })];
  const moment = shortMoment(telling.startsAt, timeZone);
  if (telling.kind === 'cancelled') return [msg(str`${name}: Ihr Termin am ${moment} ist abgesagt.`, { id: 'told.smsCancelled' })];
  return [appointments.confirmed ? msg(str`${name}: Ihr neuer Termin: ${moment}.`, { id: 'told.smsMoved' }) : msg(str`${name}: Ihr Termin steht: ${moment}.`, { id: 'told.smsConfirmed' })];
}

/** What goes with it, and what does not fit into it. */
function remarks(telling: Telling, { appointments }: ReportDetail, { channel }: Way): string[] {
  if (telling.kind === 'proposal') {
    const choice = msg('Über den Link nimmt der Kunde einen Termin an, lehnt ab oder nennt andere Zeiten.', { id: 'told.byLink' });
    return channel === 'sms' ? [msg('Die Zeiten und Ihre Nachricht stehen auf der Seite hinter dem Link.', { id: 'told.behindLink' }), choice] : [choice];
  }
  if (channel === 'sms') return telling.kind !== 'takenBack' && telling.note.trim() ? [msg('Ihre Nachricht passt nicht in die SMS.', { id: 'told.noteNotInSms' })] : [];
  if (telling.kind === 'cancelled') return [msg('Der Eintrag im Kalender des Kunden wird entfernt.', { id: 'told.entryRemoved' })];
  return [appointments.confirmed ? msg('Der Eintrag im Kalender des Kunden wird geändert.', { id: 'told.entryChanged' }) : msg('Mit Eintrag für den Kalender (.ics).', { id: 'told.entry' })];
}

function silentBecause({ handling, submittedAt }: ReportDetail, { kind }: Telling): string {
  if (kind === 'takenBack') return msg('Der Kunde bekommt keine Nachricht. Auf seiner Seite ist der Vorschlag nicht mehr da.', { id: 'told.takenBack' });
  if (handling.internalSince) return msg('Interner Vorgang: Der Kunde erfährt davon nichts.', { id: 'told.internal' });
  if (kind === 'proposal' && !submittedAt) return msg('Der Kunde hat die Meldung noch nicht abgeschickt und kann noch nicht antworten.', { id: 'told.notSubmitted' });
  return msg('Es fehlen Handynummer und E-Mail-Adresse: Bitte sagen Sie dem Kunden selbst Bescheid.', { id: 'told.noWay' });
}

export const toldStyles = css`
  .told { display: grid; gap: 0.25rem; margin: 0; padding: 0.75rem 0.95rem; border-radius: 8px; background: var(--wa-color-surface-lowered); overflow-wrap: anywhere; }
  .told figcaption { display: flex; gap: 0.45rem; align-items: baseline; color: var(--wa-color-text-quiet); font-size: var(--wa-font-size-s); }
  .told.none { display: flex; gap: 0.45rem; align-items: baseline; }
  .told .quiet, .language { font-size: var(--wa-font-size-s); }
  .told + .told { margin-top: -0.5rem; }
`;
