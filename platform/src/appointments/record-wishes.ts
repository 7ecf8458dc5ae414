import { createHash } from 'node:crypto';
import type { AppointmentWishes } from '@meldewerk/contract/appointment';
import type { Issue } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { canonicalJson } from '../events/event-chain.ts';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { describeDay, nextDay } from './half-days.ts';
import { readUsage } from './read-usage.ts';
import { addRound, type Scheduling } from './rounds.ts';
import { appointmentTexts } from './texts.ts';

/** Puts a customer's wishes on record, in the transaction of whoever takes them. */
export async function recordWishes(scope: Scope, tx: Transaction, scheduling: Scheduling, wishes: AppointmentWishes, when: 'submission' | 'later'): Promise<void> {
  const actor = { kind: 'customer', id: null } as const;
  const round = await addRound(scope, tx, scheduling, { kind: 'wishes', actor, ...wishes });
  const contentSha256 = createHash('sha256').update(canonicalJson(wishes)).digest('hex');
  await recordEvent(scope.services, tx, scope.tenant.id, scheduling.reportId, { type: 'wishesGiven', actor, data: { round, count: wishes.wishes.length, when, contentSha256 } });
}

/** Whether somebody said anything at all. */
export function saysSomething({ wishes, notPossibleOn, note, services }: AppointmentWishes): boolean {
  return wishes.length > 0 || notPossibleOn.length > 0 || Boolean(note) || Boolean(services?.pickUp || services?.bringBack || services?.replacementCar);
}

/**
 * What is wrong with wishes, at each of them. `lenient` lets a half day through that others took meanwhile: what a customer
 * sends with their report must not be lost for it, and staff see that it is full.
 */
export async function wishIssues(scope: Scope, tx: Transaction, { wishes }: AppointmentWishes, { path, lenient }: { path: string; lenient: boolean }): Promise<Issue[]> {
  const { tenant, services, language } = scope;
  const { settings } = tenant;
  if (wishes.length === 0) return [];
  const now = services.clock.now();
  const today = dayIn(settings.timeZone, now);
  const horizon = nextDay(today, settings.appointments.horizonDays);
  const used = lenient ? new Map<string, number>() : await readUsage(tx, tenant.id, settings, today, horizon);
  return wishes.flatMap(({ day, part }, index): Issue[] => {
    const reason = day > horizon ? 'tooFar' : day < today ? 'tooSoon' : describeDay(settings, day, { now, used, language }).parts.find((candidate) => candidate.part === part)?.reason;
    return reason ? [{ path: `${path}wishes.${index}`, code: reason, message: appointmentTexts[language].wish[reason] }] : [];
  });
}

export async function checkWishes(scope: Scope, tx: Transaction, wishes: AppointmentWishes): Promise<void> {
  if (!saysSomething(wishes)) throw new ProblemError('validationFailed', { issues: [{ path: 'wishes', code: 'missing', message: appointmentTexts[scope.language].noWish }] });
  const issues = await wishIssues(scope, tx, wishes, { path: '', lenient: false });
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
}
