import type { BillingMandate } from '@meldewerk/contract/billing';
import { ConnectionError, ProblemError } from '@meldewerk/shell/request';
import { completeEnrollment } from '../../data/mandates.ts';

/** How an attempt to give a mandate ended, or that it has not yet. After `failed` another has to be begun. */
export type Outcome = { state: 'completed'; mandate: BillingMandate | null } | { state: 'waiting' } | { state: 'failed'; failure: ProblemError };

const pausesMs = [1000, 1500, 2500, 4000, 5000, 5000, 5000, 5000];

/** Asks until the bank or the person has finished, for half a minute; a lost connection in between is nothing. */
export async function awaitEnrollment(tenantId: string, enrollmentId: string, signal: AbortSignal): Promise<Outcome> {
  for (const pauseMs of pausesMs) {
    const outcome = await askOnce(tenantId, enrollmentId).catch((error: unknown) => {
      if (error instanceof ConnectionError) return undefined;
      throw error;
    });
    if (outcome && outcome.state !== 'waiting') return outcome;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    signal.throwIfAborted();
  }
  return askOnce(tenantId, enrollmentId);
}

export async function askOnce(tenantId: string, enrollmentId: string): Promise<Outcome> {
  try {
    return await completeEnrollment(tenantId, enrollmentId);
  } catch (error) {
    if (error instanceof ProblemError && isOver(error)) return { state: 'failed', failure: error };
    throw error;
  }
}

/** This attempt leads nowhere any more. */
export function isOver({ problem }: ProblemError): boolean {
  return problem.code === 'mandateFailed' || problem.code === 'enrollmentExpired' || problem.code === 'changedMeanwhile';
}
