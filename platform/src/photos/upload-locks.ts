import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker } from '@tus/server';
import postgres from 'postgres';

export type UploadLocks = Locker & {
  /** Runs `work` while nobody else, in this process or another, holds the lock of that name; waits for its turn. */
  exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
};

type Holder = { askToRelease: () => void; released: Promise<void>; release: () => void };

const channel = 'upload_release';
const acquireTimeoutMs = 30_000;
const retryMs = 150;
/** The connection is kept this long after its last lock: uploads come in rows. */
const lingerMs = 10_000;

/**
 * Locks that hold across processes: advisory locks of one database session per process, which PostgreSQL frees by itself
 * when the process dies. A slow phone must not occupy a pooled connection for minutes, hence a session of its own; inside
 * the process a map decides. Who waits asks the holder, over NOTIFY, to let go: after a dropped line the old request may
 * not know yet that it is dead.
 */
export function createUploadLocks(sql: postgres.Sql): UploadLocks {
  const holders = new Map<string, Holder>();
  let session: postgres.Sql | null = null;
  let closing: NodeJS.Timeout | undefined;
  let listening: Promise<unknown> | null = null;

  function openSession(): postgres.Sql {
    clearTimeout(closing);
    return (session ??= postgres({
      // The pool's own settings, as the driver itself takes them for its listening connection; only the types part them.
      ...(sql.options as unknown as postgres.Options<Record<string, never>>),
      max: 1,
      idle_timeout: undefined,
      max_lifetime: null,
      // Its locks are gone with it, so whoever writes has to stop.
      onclose: () => holders.forEach((holder) => holder.askToRelease()),
    }));
  }

  function closeSessionSoon(): void {
    clearTimeout(closing);
    closing = setTimeout(() => {
      void session?.end({ timeout: 1 });
      session = null;
    }, lingerMs);
    closing.unref();
  }

  async function listen(): Promise<void> {
    listening ??= sql.listen(channel, (name) => holders.get(name)?.askToRelease());
    await listening.catch((error: unknown) => {
      listening = null;
      throw error;
    });
  }

  async function acquire(name: string, signal: AbortSignal, askToRelease: () => void): Promise<Holder> {
    const giveUp = AbortSignal.any([signal, AbortSignal.timeout(acquireTimeoutMs)]);
    for (let other = holders.get(name); other; other = holders.get(name)) {
      other.askToRelease();
      await Promise.race([other.released, aborted(giveUp)]);
      if (giveUp.aborted) throw ERRORS.ERR_LOCK_TIMEOUT;
    }
    const holder = newHolder(askToRelease);
    holders.set(name, holder);
    try {
      await listen();
      const key = advisoryKey(name);
      while (!(await tryLock(openSession(), key))) {
        await sql.notify(channel, name);
        await delay(retryMs, undefined, { signal: giveUp }).catch(() => {
          throw ERRORS.ERR_LOCK_TIMEOUT;
        });
      }
      return holder;
    } catch (error) {
      drop(name, holder);
      throw error;
    }
  }

  function drop(name: string, holder: Holder): void {
    holders.delete(name);
    holder.release();
    if (holders.size === 0) closeSessionSoon();
  }

  /** Nobody waits for the answer: whoever locks next in this process stands behind it on the same session. */
  function release(name: string, holder: Holder): void {
    const unlocking = openSession()`select pg_advisory_unlock(${advisoryKey(name)}::bigint)`;
    // A session that is gone took the lock along.
    unlocking.catch(() => {});
    drop(name, holder);
  }

  return {
    newLock(name): Lock {
      let holder: Holder | null = null;
      return {
        async lock(signal, askToRelease) {
          holder = await acquire(name, signal, () => void askToRelease());
        },
        async unlock() {
          if (holder) release(name, holder);
        },
      };
    },
    async exclusively(name, work) {
      const holder = await acquire(name, new AbortController().signal, () => {});
      try {
        return await work();
      } finally {
        release(name, holder);
      }
    },
  };
}

async function tryLock(session: postgres.Sql, key: string): Promise<boolean> {
  const [row] = await session<{ locked: boolean }[]>`select pg_try_advisory_lock(${key}::bigint) as locked`;
  return row?.locked === true;
}

function advisoryKey(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}

function newHolder(askToRelease: () => void): Holder {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { askToRelease, released: promise, release: resolve };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
