import { createTestDatabase, type TestDatabase } from '@meldewerk/testing/database';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUploadLocks } from './upload-locks.ts';

let database: TestDatabase;
const pools: postgres.Sql[] = [];
/** As another process would see it: with a pool of its own. */
const newProcess = () => {
  const sql = postgres(database.appUrl, { max: 2, onnotice: () => {} });
  pools.push(sql);
  return { sql, locks: createUploadLocks(sql) };
};
const never = new AbortController().signal;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(pools.map((sql) => sql.end({ timeout: 1 })));
  await database.drop();
});

test('within a process and across processes one works at a time, and everybody gets a turn', async () => {
  const [here, there] = [newProcess(), newProcess()];
  let working = 0;
  let most = 0;
  const work = async () => {
    working += 1;
    most = Math.max(most, working);
    await here.sql`select pg_sleep(0.01)`;
    working -= 1;
  };
  await Promise.all([here, there, here, there, here].map(({ locks }) => locks.exclusively('photo', work)));
  expect(most).toBe(1);
});

test('who waits asks the holder to let go, also in another process', async () => {
  const [here, there] = [newProcess(), newProcess()];
  for (const other of [here, there]) {
    const held = here.locks.newLock('upload');
    const asked = Promise.withResolvers<void>();
    await held.lock(never, () => asked.resolve());
    const waiting = other.locks.newLock('upload');
    const acquired = waiting.lock(never, () => {});
    await asked.promise;
    await held.unlock();
    await acquired;
    await waiting.unlock();
  }
});

test('different uploads do not wait for each other', async () => {
  const { locks } = newProcess();
  const held = locks.newLock('one');
  await held.lock(never, () => {});
  expect(await locks.exclusively('two', async () => 'done')).toBe('done');
  await held.unlock();
});

test('when a process dies, its locks are free, and if it was only cut off it is told to stop', async () => {
  const [dying, living] = [newProcess(), newProcess()];
  const told = Promise.withResolvers<void>();
  await dying.locks.newLock('orphan').lock(never, () => told.resolve());
  const owner = postgres(database.ownerUrl, { max: 1 });
  await owner`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`;
  await owner.end();
  await told.promise;
  expect(await living.locks.exclusively('orphan', async () => 'free')).toBe('free');
});

test('who gives up waiting takes nothing along', async () => {
  const { locks } = newProcess();
  const held = locks.newLock('busy');
  await held.lock(never, () => {});
  await expect(locks.newLock('busy').lock(AbortSignal.abort(), () => {})).rejects.toBeDefined();
  await held.unlock();
  expect(await locks.exclusively('busy', async () => 'free')).toBe('free');
});
