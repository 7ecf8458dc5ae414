import { expect, test } from 'vitest';
import { ProblemError } from '../http/problem.ts';
import { createPasswords } from './password.ts';

test('passwords are kept as Argon2id with at least 19 MiB and two passes, and match in either Unicode spelling', async () => {
  const passwords = createPasswords({ parallel: 2, queue: 5 });
  const hash = await passwords.hash('Geh\u00e4use-Lack');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.verify(hash, 'Geha\u0308use-Lack')).toBe(true);
  expect(await passwords.verify(hash, 'Gehause-Lack')).toBe(false);
});

test('nobody has the password of the account that does not exist', async () => {
  const passwords = createPasswords({ parallel: 2, queue: 5 });
  expect(await passwords.verify(null, 'irgendetwas')).toBe(false);
});

test('more sign-ins than can wait are told to come back, and the waiting ones are served', async () => {
  const passwords = createPasswords({ parallel: 2, queue: 3 });
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => passwords.verify(null, 'x')));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(new ProblemError('unavailable', { retryAfterSeconds: 5 }));
  expect(await passwords.verify(null, 'x')).toBe(false);
});
