import { hash, verify } from '@node-rs/argon2';
import { ProblemError } from '../http/problem.ts';

/** Argon2id, as OWASP's password storage sheet has it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Of a password nobody has: an unknown user costs the same time as a wrong password. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$BKDtLxAGZD7zeJKnUeC4dA$uwbHE55XtP9/YVoelj81TiD+8iOFcGljGExFRO4r1q0';

export type Passwords = {
  hash(password: string): Promise<string>;
  /** False for a wrong password, and after the same time for a user that has none (`null`). */
  verify(passwordHash: string | null, password: string): Promise<boolean>;
};

/**
 * Hashing is made to be expensive, so strangers could keep the machine busy with it: at most `parallel` run at a time and
 * `queue` wait; whoever comes then gets `unavailable`.
 */
export function createPasswords({ parallel, queue }: { parallel: number; queue: number }): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];

  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < parallel) running++;
    else if (waiting.length >= queue) throw new ProblemError('unavailable', { retryAfterSeconds: 5 });
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The one that waited takes over the place.
      if (next) next();
      else running--;
    }
  };

  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFC'), cost)),
    verify: async (passwordHash, password) => {
      const matches = await inTurn(() => verify(passwordHash ?? nobodysHash, password.normalize('NFC')));
      return matches && passwordHash !== null;
    },
  };
}
