import type { Issue } from '@meldewerk/contract/problem';
import type { Transaction } from '@meldewerk/db/client';
import { sql } from 'drizzle-orm';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { closedOn, halfDayOf, isFull, isOpenAt } from './half-days.ts';
import { readUsage } from './read-usage.ts';
import { appointmentTexts } from './texts.ts';

export type Slot = { startsAt: Date; endsAt: Date };
type Places = { path: (index: number) => string; acknowledged: boolean; except: string };

export function toSlot({ startsAt, durationMinutes }: { startsAt: string; durationMinutes: number }): Slot {
  const start = new Date(startsAt);
  return { startsAt: start, endsAt: new Date(start.getTime() + durationMinutes * 60_000) };
}

/**
 * Holds what staff want to give a customer against the clock, opening hours, holidays and capacity. What is over is never
 * taken; everything else only knowingly. Throws validationFailed or appointmentNotFitting with a sentence for each.
 */
export async function checkSlots(scope: Scope, tx: Transaction, slots: Slot[], { path, acknowledged, except }: Places): Promise<void> {
  const say = appointmentTexts[scope.language];
  const past = slots.flatMap((slot, index): Issue[] => (slot.startsAt <= scope.services.clock.now() ? [{ path: path(index), code: 'past', message: say.past }] : []));
  if (past.length > 0) throw new ProblemError('validationFailed', { issues: past });
  if (acknowledged) return;
  const issues: Issue[] = [];
  for (const [index, slot] of slots.entries()) {
    const doubt = await doubtOf(scope, tx, slot, except);
    if (doubt) issues.push({ path: path(index), ...doubt });
  }
  if (issues.length > 0) throw new ProblemError('appointmentNotFitting', { issues });
}

/** Whoever takes a place on a half day takes it after everybody who is about to: two reports never get the last one. */
export async function holdHalfDay({ tenant }: Scope, tx: Transaction, { startsAt }: Slot): Promise<void> {
  const { day, part } = halfDayOf(tenant.settings, startsAt);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`half-day/${tenant.id}/${day}/${part}`}, 0))`);
}

async function doubtOf({ tenant, language }: Scope, tx: Transaction, { startsAt }: Slot, except: string): Promise<Omit<Issue, 'path'> | null> {
  const { settings } = tenant;
  const say = appointmentTexts[language];
  const { day, part } = halfDayOf(settings, startsAt);
  const closed = closedOn(settings, day, language);
  if (closed) return { code: closed.reason, message: say[closed.reason](closed.label) };
  if (!isOpenAt(settings, startsAt)) return { code: 'outsideHours', message: say.outsideHours };
  return isFull(settings, day, part, await readUsage(tx, tenant.id, settings, day, day, except)) ? { code: 'full', message: say.full } : null;
}
