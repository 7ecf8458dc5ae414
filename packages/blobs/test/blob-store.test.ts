import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BlobMissing, photoBlobKey, type BlobKey, type BlobStore } from '../src/blob-store.ts';
import { createFileSystemBlobs } from '../src/file-system.ts';
import { createS3Blobs } from '../src/s3.ts';
import { startFakeS3, type FakeS3 } from './fake-s3.ts';

const account = { accessKeyId: 'workshop', secretAccessKey: 'a secret only for this test', bucket: 'photos' };
let directory: string;
let s3: FakeS3;
const stores: Partial<Record<string, BlobStore>> = {};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'blobs-'));
  s3 = await startFakeS3(account);
  stores['file system'] = createFileSystemBlobs(join(directory, 'blobs'));
  stores['S3'] = createS3Blobs({ ...account, endpoint: s3.endpoint, region: 'eu-central-1' });
});

afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true });
});

describe.each(['file system', 'S3'])('a blob store on %s', (driver) => {
  const store = () => stores[driver]!;
  const newKey = () => photoBlobKey(randomUUID(), randomUUID(), 'original');

  test('gives back the bytes it was given, with their size', async () => {
    const key = newKey();
    const bytes = randomBytes(300_000);
    await store().put(key, bytes);
    const { stream, byteSize } = await store().open(key);
    expect(byteSize).toBe(bytes.byteLength);
    expect((await readAll(stream)).equals(bytes)).toBe(true);
  });

  test('takes a file over whole, and the file is gone from where it was', async () => {
    const key = newKey();
    const bytes = randomBytes(2_000_000);
    const path = join(directory, randomUUID());
    await writeFile(path, bytes);
    await store().adopt(key, path);
    expect((await readAll((await store().open(key)).stream)).equals(bytes)).toBe(true);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  test('replaces what stood under the same key', async () => {
    const key = newKey();
    await store().put(key, Buffer.from('old, and longer'));
    await store().put(key, Buffer.from('new'));
    expect(String(await readAll((await store().open(key)).stream))).toBe('new');
  });

  test('says clearly when there is nothing', async () => {
    const key = newKey();
    expect(await store().has(key)).toBe(false);
    await expect(store().open(key)).rejects.toThrow(BlobMissing);
    await store().put(key, Buffer.of(1));
    expect(await store().has(key)).toBe(true);
    await store().remove(key);
    await store().remove(key);
    expect(await store().has(key)).toBe(false);
  });

  test.each([
    '../../etc/passwd', `${randomUUID()}/../original`, `${randomUUID()}/${randomUUID()}/original/..`, `/${randomUUID()}/original`,
    `${randomUUID()}/${randomUUID()}/secret`, '', `${randomUUID()}\0/${randomUUID()}/original`,
  ])('refuses the malformed key %j', async (key) => {
    await expect(store().put(key as BlobKey, Buffer.of(1))).rejects.toThrow(RangeError);
    await expect(store().open(key as BlobKey)).rejects.toThrow(RangeError);
    await expect(store().remove(key as BlobKey)).rejects.toThrow(RangeError);
  });
});

test('a failed take-over leaves no half file behind', async () => {
  const store = stores['file system']!;
  const key = photoBlobKey(randomUUID(), randomUUID(), 'display');
  await expect(store.adopt(key, join(directory, 'not-there'))).rejects.toThrow('ENOENT');
  expect(await readdir(join(directory, 'blobs', key.split('/')[0]!))).toEqual([]);
});

test('S3 keeps nothing from a caller with the wrong secret', async () => {
  const stranger = createS3Blobs({
    ...account, secretAccessKey: 'guessed', endpoint: s3.endpoint, region: 'eu-central-1',
  });
  const key = photoBlobKey(randomUUID(), randomUUID(), 'original');
  await expect(stranger.put(key, Buffer.of(1))).rejects.toThrow('SignatureDoesNotMatch');
  expect(s3.objects.has(key)).toBe(false);
  expect((await fetch(`${s3.endpoint}/photos/${key}`)).status).toBe(403);
});

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
