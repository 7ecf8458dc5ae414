import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { AppointmentRound } from '@meldewerk/contract/appointment';
import { localeOf } from '@meldewerk/contract/text-in';
import { shortDayWords, wishWords } from '../appointments/wish-words.ts';
import { currentLanguage } from '../language.ts';
import { timeWords } from './time-words.ts';

/** Every round of finding the date, the newest first. */
export function renderRounds(rounds: AppointmentRound[], timeZone: string): TemplateResult {
  return html`<details class="rounds">
    <summary>${msg('So kam der Termin zustande', { id: 'date.history' })}</summary>
    <ol>${rounds.toReversed().map((round) => html`<li>
      <p><strong>${headingOf(round, rounds)}</strong> <span class="soft small">${dayOf(round.at, timeZone)}</span></p>
      ${round.wishes.map((wish) => html`<p>${wishWords(wish, currentLanguage())}</p>`)}
      ${round.notPossibleOn.length > 0 ? html`<p class="soft">${msg('Nicht möglich:', { id: 'wishes.notPossibleOn' })} ${round.notPossibleOn.map((day) => shortDayWords(day, currentLanguage())).join(', ')}</p>` : nothing}
      ${round.slots.map(({ startsAt }) => html`<p>${timeWords(startsAt, timeZone)}</p>`)}
      ${round.note ? html`<p class="words">${round.note}</p>` : nothing}
    </li>`)}</ol>
  </details>`;
}

/** A round `cancelled` while no appointment stood took back a proposal. */
export function tookBackProposal({ number }: AppointmentRound, rounds: AppointmentRound[]): boolean {
  return rounds.findLast((round) => round.number < number && (round.kind === 'confirmed' || round.kind === 'cancelled'))?.kind !== 'confirmed';
}

function headingOf(round: AppointmentRound, rounds: AppointmentRound[]): string {
  const { kind, by } = round;
  switch (kind) {
    case 'wishes':
      return msg('Sie haben Wünsche genannt', { id: 'date.roundWishes' });
    case 'proposal':
      return msg('Vorschlag der Werkstatt', { id: 'date.roundProposal' });
    case 'declined':
      return msg('Sie haben abgelehnt', { id: 'date.roundDeclined' });
    case 'confirmed':
      return by === 'customer' ? msg('Sie haben zugesagt', { id: 'date.roundAccepted' }) : msg('Die Werkstatt hat bestätigt', { id: 'date.roundConfirmed' });
    case 'cancelled':
      return tookBackProposal(round, rounds) ? msg('Die Werkstatt hat ihren Vorschlag zurückgezogen', { id: 'date.roundTakenBack' }) : msg('Die Werkstatt hat abgesagt', { id: 'date.roundCancelled' });
  }
}

function dayOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(currentLanguage()), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
}
