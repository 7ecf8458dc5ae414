import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

const everyMs = 50;
const patienceMs = 10_000;

/**
 * Goes along with the simulated time machine: wherever that halts, what billing does by the clock is done, and every job that is
 * due worked off, before time goes on. A mail that looks ahead would be too late otherwise. `queueUrl` is the owner's.
 */
export function goAlong(queueUrl: string): { halt(): Promise<void>; close(): Promise<void> } {
  const sql = postgres(queueUrl, { max: 1, onnotice: () => {} });
  const isBusy = async () => (await sql`select from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts limit 1`).length > 0;
  return {
    async halt() {
      await sql`select graphile_worker.add_job('advance-billing', json_build_object(), job_key := 'advance-billing/time-machine')`;
      // What cannot be done keeps nobody from travelling.
      for (const until = performance.now() + patienceMs; performance.now() < until && (await isBusy()); ) await wait(everyMs);
    },
    close: () => sql.end(),
  };
}
