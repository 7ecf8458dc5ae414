import { msg, str } from '@lit/localize';
import type { AppointmentRound, AppointmentState, Wish } from '@meldewerk/contract/appointment';

/** Whose turn it is, in one line. */
export function turnText(state: AppointmentState): string {
  const { turn, confirmed, rounds } = state;
  const last = rounds.at(-1);
  if (turn === 'staff') return confirmed ? msg('Der Kunde möchte einen anderen Termin. Bis Sie antworten, gilt der bisherige.', { id: 'turn.wantsToMove' }) : waitingForUs(last?.kind === 'cancelled' ? openWishes(state) : last);
  if (turn === 'customer') {
    if (confirmed) return msg('Sie haben andere Zeiten vorgeschlagen. Bis der Kunde antwortet, gilt der bisherige Termin.', { id: 'turn.proposedMove' });
    const count = last?.slots.length ?? 0;
    return count === 1 ? msg('Sie haben einen Termin vorgeschlagen. Der Kunde ist dran.', { id: 'turn.proposedOne' }) : msg(str`Sie haben ${count} Termine vorgeschlagen. Der Kunde ist dran.`, { id: 'turn.proposed' });
  }
  if (confirmed) return confirmed.confirmedBy === 'customer' ? msg('Der Kunde hat Ihren Vorschlag angenommen. Der Termin steht.', { id: 'turn.accepted' }) : msg('Der Termin steht.', { id: 'turn.confirmed' });
  if (last?.kind !== 'cancelled') return msg('Noch kein Termin vereinbart.', { id: 'turn.none' });
  return isTakenBack(last, rounds) ? msg('Der Vorschlag ist zurückgenommen. Noch kein Termin vereinbart.', { id: 'turn.takenBack' }) : msg('Der Termin ist abgesagt.', { id: 'turn.cancelled' });
}

function waitingForUs(last: AppointmentRound | undefined): string {
  if (last?.kind === 'declined') return msg('Dem Kunden passt keiner Ihrer Vorschläge. Sie sind dran.', { id: 'turn.declined' });
  const count = last?.wishes.length ?? 0;
  if (count === 0) return msg('Der Kunde überlässt Ihnen den Termin. Sie sind dran.', { id: 'turn.anyTime' });
  return count === 1 ? msg('Der Kunde hat einen Wunschtermin genannt. Sie sind dran.', { id: 'turn.oneWish' }) : msg(str`Der Kunde hat ${count} Wunschtermine genannt. Sie sind dran.`, { id: 'turn.wishes' });
}

/** What the customer asked for last and nobody has answered with a date since. */
export function openWishes({ rounds }: AppointmentState): AppointmentRound | undefined {
  const settled = rounds.findLastIndex((round) => round.kind === 'confirmed' || (round.kind === 'cancelled' && !isTakenBack(round, rounds)));
  return rounds.slice(settled + 1).findLast(({ kind }) => kind === 'wishes');
}

/** What we proposed and the customer has not answered. */
export function openProposal({ turn, rounds }: AppointmentState): AppointmentRound | undefined {
  return turn === 'customer' ? rounds.findLast(({ kind }) => kind === 'proposal') : undefined;
}

/** Called off before any date stood: then it was a proposal. */
function isTakenBack({ number }: AppointmentRound, rounds: AppointmentRound[]): boolean {
  return rounds.findLast((round) => round.number < number && (round.kind === 'confirmed' || round.kind === 'cancelled'))?.kind !== 'confirmed';
}

export function roundLabel(round: AppointmentRound, rounds: AppointmentRound[]): string {
  if (round.kind === 'cancelled' && isTakenBack(round, rounds)) return msg('Vorschlag zurückgenommen', { id: 'round.takenBack' });
  return {
    wishes: msg('Wunschtermine', { id: 'round.wishes' }),
    proposal: msg('Vorschlag', { id: 'round.proposal' }),
    declined: msg('Vorschläge abgelehnt', { id: 'round.declined' }),
    confirmed: msg('Termin bestätigt', { id: 'event.appointmentConfirmed' }),
    cancelled: msg('Termin abgesagt', { id: 'event.appointmentCancelled' }),
  }[round.kind];
}

export function isSameHalf(a: Wish, b: Wish): boolean {
  return a.day === b.day && a.part === b.part;
}
