import type { AppointmentWishes } from '@meldewerk/contract/appointment';
import type { Transaction } from '@meldewerk/db/client';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { recordWishes, saysSomething, wishIssues } from './record-wishes.ts';
import { loadScheduling } from './rounds.ts';

/** Before a report is taken in: no wish is for a day that never was to be had. */
export async function assertWishes(scope: Scope, tx: Transaction, wishes: AppointmentWishes | undefined): Promise<void> {
  const issues = wishes ? await wishIssues(scope, tx, wishes, { path: 'appointment.', lenient: true }) : [];
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
}

/** With the report: the first round. */
export async function takeWishes(scope: Scope, tx: Transaction, reportId: string, wishes: AppointmentWishes | undefined): Promise<void> {
  if (wishes && saysSomething(wishes)) await recordWishes(scope, tx, await loadScheduling(scope, tx, reportId), wishes, 'submission');
}
