import type { Platform } from './harness.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Time goes on for the product and for Chargebee alike: whatever happens there happens on its day, the endpoint hears of it if
 * `vendorsReport`, and each day, or as often as is asked for, ends with the jobs that cron would have run.
 */
export async function passTime({ clock, simulators, runJobs, services }: Platform, { days = 0, hours = 0, everyDays = 1 }: { days?: number; hours?: number; everyDays?: number }): Promise<void> {
  const until = clock.now().getTime() + days * dayMs + hours * (dayMs / 24);
  await runJobs();
  const goTo = (time: number) => clock.advance({ minutes: Math.max(0, time - clock.now().getTime()) / 60_000 });
  for (let night = clock.now().getTime() + everyDays * dayMs; ; night += everyDays * dayMs) {
    const pause = Math.min(night, until);
    for (let next = simulators.chargebee.nextAt(); next && next.getTime() <= pause; next = simulators.chargebee.nextAt()) {
      goTo(next.getTime());
      await simulators.chargebee.catchUp();
      await runJobs();
    }
    goTo(pause);
    await services.sql`select enqueue_job('reconcile-chargebee', '{}'::json), enqueue_job('advance-billing', '{}'::json)`;
    await runJobs();
    if (pause === until) return;
  }
}
