import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { Upload } from '@tus/server';
import type { Config } from '../config.ts';
import { readUploadId } from './upload-id.ts';

/** Uploads that nobody has continued for this long are given up. */
export const uploadLifetimeMs = 24 * 60 * 60 * 1000;

export type CompleteUpload = { id: string; path: string; byteSize: number; metadata: Record<string, string | null> };

export function uploadFolder(config: Pick<Config, 'dataFolder'>): string {
  return join(config.dataFolder, 'uploads');
}

/** tus' own file store, without the extensions we do not offer. */
export function createUploadStore(folder: string): FileStore {
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: uploadLifetimeMs });
  store.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  return store;
}

/** The upload when all its bytes have arrived, null while some are missing or when there is none of that id. */
export async function findComplete(store: FileStore, id: string): Promise<CompleteUpload | null> {
  const upload = await findUpload(store, id);
  if (!upload || upload.size === undefined || upload.offset !== upload.size) return null;
  return { id, path: join(store.directory, id), byteSize: upload.size, metadata: upload.metadata ?? {} };
}

/** Takes an upload off the disk; that it is gone already is no error. */
export async function discardUpload(store: FileStore, id: string): Promise<void> {
  await rm(join(store.directory, id), { force: true });
  await rm(join(store.directory, `${id}.json`), { force: true });
}

/** How many uploads have begun for an owner and not finished. */
export async function countUnfinished(store: FileStore, tenantId: string, ownerId: string): Promise<number> {
  const names = await readdir(store.directory);
  return names.filter((name) => name.startsWith(`${tenantId}.${ownerId}.`) && readUploadId(name) !== null).length;
}

/** Removes what was last written to before `before`; returns how many files went. */
export async function discardUploadsBefore(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const file = await stat(join(folder, name)).catch(() => null);
    if (!file?.isFile() || file.mtime >= before || (await isAlive(folder, name, before))) continue;
    await rm(join(folder, name), { force: true });
    removed += 1;
  }
  return removed;
}

/** The description of an upload is written once; its age says nothing while bytes still come in beside it. */
async function isAlive(folder: string, name: string, before: Date): Promise<boolean> {
  if (!name.endsWith('.json')) return false;
  const bytes = await stat(join(folder, name.slice(0, -'.json'.length))).catch(() => null);
  return bytes !== null && bytes.mtime >= before;
}

async function findUpload(store: FileStore, id: string): Promise<Upload | null> {
  try {
    return await store.getUpload(id);
  } catch (error) {
    const status = typeof error === 'object' && error !== null && 'status_code' in error ? error.status_code : null;
    if (status === 404 || status === 410) return null;
    throw error;
  }
}
