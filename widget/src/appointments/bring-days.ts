import type { AppointmentDays } from '@meldewerk/contract/appointment';
import type { StepId } from '../flow.ts';
import type { StepHost } from '../step.ts';

/** The workshop's days as they are now, kept with the draft. Without an answer those of before stay, and nobody is held up. */
export async function bringDays(host: StepHost): Promise<void> {
  const answer = await host.api.call<AppointmentDays>('/api/appointment-days', { language: host.language }).catch(() => null);
  if (answer?.enabled) host.drafts.change({ wishDays: answer.days });
}

const patienceMs = 3_000;

/** Before its step is drawn for the first time the days are waited for a little; everywhere else they are drawn when they come. */
export async function openWishes(host: StepHost, step: StepId): Promise<void> {
  if (step !== 'contact' && step !== 'appointment' && step !== 'review') return;
  const brought = bringDays(host);
  if (step === 'appointment' && host.drafts.draft.wishDays === null) await Promise.race([brought, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
