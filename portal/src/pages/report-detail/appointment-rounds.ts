import { msg, str } from '@lit/localize';
import type { AppointmentRound, AppointmentState } from '@meldewerk/contract/appointment';
import { html, nothing } from 'lit';
import { longMoment, shortDay, wishedServiceTexts, wishText } from '../../appointment-words.ts';
import { roundLabel } from '../../appointments/turn-words.ts';
import { formatExactMoment } from '../../format.ts';
import { actorLabel } from '../../labels.ts';

/** Every round of finding a date, the newest first. */
export function appointmentRounds({ rounds }: AppointmentState, timeZone: string) {
  if (rounds.length === 0) return nothing;
  return html`
    <details>
      <summary>${rounds.length === 1 ? msg('Verlauf: 1 Schritt', { id: 'round.one' }) : msg(str`Verlauf: ${rounds.length} Schritte`, { id: 'round.count' })}</summary>
      <ol class="rounds" reversed>${rounds.toReversed().map((round) => html`
        <li>
          <strong>${roundLabel(round, rounds)}</strong>
          <span class="quiet small">${formatExactMoment(round.at, timeZone)} · ${round.staffName ?? actorLabel(round.by)}</span>
          ${linesOf(round, timeZone).map((line) => html`<span>${line}</span>`)}
          ${round.note ? html`<span class="quote">„${round.note}“</span>` : nothing}
        </li>`)}</ol>
    </details>
  `;
}

function linesOf({ wishes, slots, notPossibleOn, services }: AppointmentRound, timeZone: string): string[] {
  const wished = wishedServiceTexts(services);
  return [
    ...wishes.map((wish, index) => `${index + 1}. ${wishText(wish)}`),
    ...slots.map(({ startsAt }) => longMoment(startsAt, timeZone)),
    ...(notPossibleOn.length > 0 ? [msg(str`Nicht möglich: ${notPossibleOn.map(shortDay).join('; ')}`, { id: 'appointment.notPossibleOn' })] : []),
    ...(wished.length > 0 ? [msg(str`Gewünscht: ${wished.join(', ')}`, { id: 'services.wishedText' })] : []),
  ];
}
