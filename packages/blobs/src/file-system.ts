import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertBlobKey, BlobMissing, type BlobKey, type BlobStore } from './blob-store.ts';

/** Blobs as files below `directory`, which is made when it is missing: `tenantId/photoId.rendition`. */
export function createFileSystemBlobs(directory: string): BlobStore {
  // One folder for each tenant and not for each photo: every new folder is one more that has to be synced.
  const pathOf = (key: BlobKey) => {
    assertBlobKey(key);
    const [tenantId = '', ...name] = key.split('/');
    return join(directory, tenantId, name.join('.'));
  };

  return {
    async put(key, bytes) {
      const target = pathOf(key);
      await ensureDirectory(directory, dirname(target));
      const temporary = temporaryBeside(target);
      await removingOnFailure(temporary, async () => {
        await writeFile(temporary, bytes, { flag: 'wx' });
        await settle(temporary, target);
      });
    },

    async adopt(key, path) {
      const target = pathOf(key);
      await ensureDirectory(directory, dirname(target));
      try {
        await settle(path, target);
      } catch (error) {
        if (!hasCode(error, 'EXDEV')) throw error;
        const temporary = temporaryBeside(target);
        await removingOnFailure(temporary, async () => {
          await copyFile(path, temporary, constants.COPYFILE_EXCL);
          await settle(temporary, target);
        });
        await unlink(path);
      }
    },

    async open(key) {
      const handle = await open(pathOf(key)).catch(missing(key));
      try {
        const { size } = await handle.stat();
        return { stream: handle.createReadStream(), byteSize: size };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },

    async has(key) {
      const found = await stat(pathOf(key)).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      });
      return found !== null;
    },

    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** Bytes first, then the name, then the directory that holds the name: after each step a power cut leaves old or new, never half. */
async function settle(temporary: string, target: string): Promise<void> {
  await syncPath(temporary);
  await rename(temporary, target);
  await syncPath(dirname(target));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new directory is durable only once its parent is. */
async function ensureDirectory(root: string, path: string): Promise<void> {
  const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let made = path; made.length >= firstMade.length && made.length > root.length; made = dirname(made)) {
    await syncPath(dirname(made));
  }
}

function temporaryBeside(target: string): string {
  return `${target}.${randomUUID()}.tmp`;
}

async function removingOnFailure(temporary: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function missing(key: string): (error: unknown) => never {
  return (error) => {
    throw hasCode(error, 'ENOENT') ? new BlobMissing(key) : error;
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
