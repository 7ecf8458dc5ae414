import { randomInt } from 'node:crypto';
import type { WorkerEvents } from 'graphile-worker';
import postgres from 'postgres';
import type { Logger } from './http/logger.ts';

const lockSpace = 72_170_003;
const lookEveryMs = 10_000;

/**
 * Gives the jobs of killed processes back to the queue. Each process holds an advisory lock on its number in a session
 * of its own, which ends with the process however it ends; whose lock can be had, that one is dead.
 */
export async function recoverQueue(queueUrl: string, log: Logger): Promise<{ watch(events: WorkerEvents): void; stop(): Promise<void> }> {
  const sql = postgres(queueUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {}, connection: { application_name: 'meldewerk-queue' } });
  const processNumber = randomInt(1, 2 ** 31);
  await sql`select pg_advisory_lock(${lockSpace}, ${processNumber})`;
  await releaseOfTheDead();
  const timer = setInterval(() => releaseOfTheDead().catch(() => log.warn({}, 'queue recovery will be tried again')), lookEveryMs);

  async function releaseOfTheDead(): Promise<void> {
    const others = await sql<{ process: number }[]>`select distinct process_number::integer as process from queue_workers where process_number <> ${processNumber}`;
    for (const { process } of others) {
      const [lock] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${lockSpace}, ${process}) as mine`;
      if (!lock?.mine) continue;
      await sql.begin(async (tx) => {
        await tx`select graphile_worker.force_unlock_workers((select array_agg(worker_id) from queue_workers where process_number = ${process}))`;
        await tx`delete from queue_workers where process_number = ${process}`;
      });
      await sql`select pg_advisory_unlock(${lockSpace}, ${process})`;
    }
  }

  return {
    watch(events) {
      // Jobs are locked in the name of the pool.
      events.on('pool:create', ({ workerPool }) => {
        sql`insert into queue_workers (worker_id, process_number) values (${workerPool.id}, ${processNumber}) on conflict do nothing`.catch(() =>
          log.error({}, 'a worker could not be registered'),
        );
      });
    },
    async stop() {
      clearInterval(timer);
      await sql`delete from queue_workers where process_number = ${processNumber}`;
      await sql.end();
    },
  };
}

