import type { AppointmentRound, WishedServices } from '@meldewerk/contract/appointment';
import type { Transaction } from '@meldewerk/db/client';
import { appointmentRounds, reportScheduling } from '@meldewerk/db/schema-appointments';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../handling/change-handling.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

export type Scheduling = typeof reportScheduling.$inferSelect;
type NewRound = {
  kind: AppointmentRound['kind'];
  actor: Actor;
  note?: string | undefined;
  wishes?: typeof appointmentRounds.$inferSelect.wishes;
  notPossibleOn?: string[];
  services?: WishedServices | undefined;
  slots?: typeof appointmentRounds.$inferSelect.slots;
  /** Where it is not what follows from the kind. */
  turn?: Scheduling['turn'];
};

/** Whose turn it is after a round of each kind. */
const turnAfter: Record<AppointmentRound['kind'], Scheduling['turn']> = { wishes: 'staff', proposal: 'customer', declined: 'staff', confirmed: null, cancelled: null };

/** Where finding a date stands. Call it under the report's lock; what was not seen yet is changedMeanwhile. */
export async function loadScheduling({ tenant }: Scope, tx: Transaction, reportId: string, seenRound?: number): Promise<Scheduling> {
  const [row] = await tx.select().from(reportScheduling).where(and(eq(reportScheduling.tenantId, tenant.id), eq(reportScheduling.reportId, reportId)));
  const scheduling = row ?? { tenantId: tenant.id, reportId, lastRound: 0, turn: null, turnSince: null, agreedServices: null, agreedVersion: 0 };
  if (seenRound !== undefined && scheduling.lastRound !== seenRound) throw new ProblemError('changedMeanwhile');
  return scheduling;
}

/** Whether a proposal is open that its customer has still to answer. */
export async function waitsForCustomer(tx: Transaction, tenantId: string, reportId: string): Promise<boolean> {
  const [row] = await tx.select({ turn: reportScheduling.turn }).from(reportScheduling).where(and(eq(reportScheduling.tenantId, tenantId), eq(reportScheduling.reportId, reportId)));
  return row?.turn === 'customer';
}

/** Puts a round on record and passes the turn on. Returns its number. */
export async function addRound({ services, tenant }: Scope, tx: Transaction, { reportId, lastRound }: Scheduling, { kind, actor, note, wishes, notPossibleOn, services: wished, slots, turn = turnAfter[kind] }: NewRound): Promise<number> {
  const now = services.clock.now();
  const number = lastRound + 1;
  const state = { lastRound: number, turn, turnSince: turn && now };
  await tx.insert(appointmentRounds).values({ tenantId: tenant.id, reportId, number, kind, staffUserId: actor.kind === 'staff' ? actor.id : null, at: now, note, wishes, notPossibleOn, services: wished, slots });
  await tx.insert(reportScheduling).values({ tenantId: tenant.id, reportId, ...state }).onConflictDoUpdate({ target: [reportScheduling.tenantId, reportScheduling.reportId], set: state });
  return number;
}
