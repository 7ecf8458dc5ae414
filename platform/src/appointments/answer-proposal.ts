import type { AnswerProposal, AppointmentState } from '@meldewerk/contract/appointment';
import type { Transaction } from '@meldewerk/db/client';
import { appointmentRounds } from '@meldewerk/db/schema-appointments';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { lockReport } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import { limit, takeFrom } from '../http/rate-limit.ts';
import type { CustomerScope, Scope } from '../http/scope.ts';
import type { Slot } from './check-slots.ts';
import { assertReportOpen, fixAppointment } from './fix-appointment.ts';
import { readAppointments } from './read-appointments.ts';
import { checkWishes, recordWishes } from './record-wishes.ts';
import { addRound, loadScheduling, type Scheduling } from './rounds.ts';
import { appointmentTexts } from './texts.ts';

/** Every answer is kept and told to the workshop by mail. */
const perReport = limit('appointment-answer-by-report', 15, 10 * 60);

const actor = { kind: 'customer', id: null } as const;

/**
 * The customer's word: yes to one of the times, no to all of them, or wishes of their own, which may come at any time.
 * What the workshop proposed stands also when the half day has filled up since: it was offered.
 */
export async function answerProposal(scope: CustomerScope, answer: AnswerProposal): Promise<AppointmentState> {
  const { services, tenant, reportId } = scope;
  await takeFrom(services, perReport, tenant.id, reportId);
  return inTenant(services.db, tenant.id, async (tx) => {
    const report = await lockReport(scope, tx, reportId);
    assertReportOpen(scope, report, 'customer');
    const scheduling = await loadScheduling(scope, tx, reportId, answer.seenRound);
    if (answer.answer === 'wishes') {
      await checkWishes(scope, tx, answer);
      const { wishes, notPossibleOn, note, services: wished } = answer;
      await recordWishes(scope, tx, scheduling, { wishes, notPossibleOn, note, services: wished }, 'later');
    } else {
      const slots = await openProposal(scope, tx, scheduling);
      if (answer.answer === 'accepted') await fixAppointment(scope, tx, report, scheduling, { slot: chosenSlot(scope, slots, answer.startsAt), actor });
      else await decline(scope, tx, scheduling, answer.note);
    }
    return readAppointments(scope, tx, reportId);
  });
}

async function openProposal({ tenant, language }: Scope, tx: Transaction, { reportId, lastRound, turn }: Scheduling): Promise<Slot[]> {
  if (turn !== 'customer') throw new ProblemError('validationFailed', { issues: [{ path: 'answer', code: 'notAsked', message: appointmentTexts[language].notAsked }] });
  const [round] = await tx.select({ slots: appointmentRounds.slots }).from(appointmentRounds).where(and(eq(appointmentRounds.tenantId, tenant.id), eq(appointmentRounds.reportId, reportId), eq(appointmentRounds.number, lastRound)));
  return (round?.slots ?? []).map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));
}

function chosenSlot({ services, language }: Scope, slots: Slot[], startsAt: string): Slot {
  const slot = slots.find((candidate) => candidate.startsAt.getTime() === new Date(startsAt).getTime());
  const say = appointmentTexts[language];
  if (!slot) throw new ProblemError('validationFailed', { issues: [{ path: 'startsAt', code: 'notProposed', message: say.notProposed }] });
  if (slot.startsAt <= services.clock.now()) throw new ProblemError('validationFailed', { issues: [{ path: 'startsAt', code: 'past', message: say.proposedPast }] });
  return slot;
}

async function decline(scope: Scope, tx: Transaction, scheduling: Scheduling, note: string | undefined): Promise<void> {
  const round = await addRound(scope, tx, scheduling, { kind: 'declined', actor, note });
  await recordEvent(scope.services, tx, scope.tenant.id, scheduling.reportId, { type: 'appointmentDeclined', actor, data: { round } });
}
