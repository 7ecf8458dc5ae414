import { X509Certificate } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasPdfTools, readSeal } from '../../../packages/documents/test/pdf-tools.ts';
import { letterhead } from '../../../packages/documents/test/papers.ts';
import { bootPlatform, hostOf, type Platform } from '../../test/harness.ts';
import { loadSealKey } from './load-seal-key.ts';

let platform: Platform;

beforeAll(async () => {
  // With documents of its own, which seal with the key looked at here.
  platform = await bootPlatform({ overrides: { documents: undefined } });
});
afterAll(() => platform.close());

const load = (secret = platform.config.secret) => loadSealKey({ db: platform.services.db, config: { ...platform.config, secret }, now: () => platform.clock.now() });

test('processes that need the key at once for the first time get the same', async () => {
  const keys = await Promise.all([load(), load(), load()]);
  expect(new Set(keys.map(({ certificate }) => Buffer.from(certificate).toString('hex'))).size).toBe(1);
  const { certificate, privateKey } = keys[0]!;
  expect(new X509Certificate(certificate).checkPrivateKey(privateKey)).toBe(true);
});

test('the key does not lie in the database to be read, and another SECRET does not open it', async () => {
  const { privateKey } = await load();
  const owner = postgres(platform.database.ownerUrl, { max: 1 });
  const [row] = await owner<{ key: Uint8Array }[]>`select encrypted_key as key from installation_keys`;
  await owner.end();
  const plain = privateKey.export({ type: 'pkcs8', format: 'der' });
  expect(Buffer.from(row!.key).includes(plain.subarray(100, 132))).toBe(false);
  await expect(load('another-secret-that-is-long-enough-as-well')).rejects.toThrow('another SECRET');
});

test.runIf(hasPdfTools)('what is sealed can be checked with the certificate that anybody may fetch', async () => {
  const answer = await platform.request(hostOf(platform, null), '/seal-certificate.pem');
  expect(answer.headers.get('content-type')).toBe('application/x-pem-file');
  const certificate = new X509Certificate(await answer.text());
  expect(certificate.fingerprint256).toBe(new X509Certificate((await load()).certificate).fingerprint256);
  const letter = await platform.services.documents.letter({ language: 'de', letterhead, title: 'Brief', text: 'Text', footer: '', isSample: false, sealedAt: platform.clock.now() });
  expect(readSeal(letter)).toMatchObject({ valid: true, wholeFile: true });
});
