import type { AppointmentState } from '@meldewerk/contract/appointment';

/** As staff see it, but for who of them it was. */
export function appointmentsForCustomer(state: AppointmentState): AppointmentState {
  return { ...state, rounds: state.rounds.map((round) => ({ ...round, staffName: null })) };
}
