import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException,
} from '@aws-sdk/client-s3';
import { assertBlobKey, BlobMissing, type BlobKey, type BlobStore } from './blob-store.ts';

export type S3Settings = {
  /** None for Amazon's own. */
  endpoint?: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/**
 * Blobs in a bucket of any S3. Only what every S3 understands is used: path-style addresses, whole objects with a known
 * length, no chunked signatures, single deletes. Content-MD5 lets the far side refuse what was damaged on the way.
 */
export function createS3Blobs(settings: S3Settings): BlobStore {
  const client = new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (key: BlobKey) => {
    assertBlobKey(key);
    return { Bucket: settings.bucket, Key: key };
  };


  return {
    async put(key, bytes) {
      const md5 = createHash('md5').update(bytes).digest('base64');
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.byteLength, ContentMD5: md5 }));
    },

    async adopt(key, path) {
      const { size } = await stat(path);
      const md5 = await md5OfFile(path);
      await client.send(new PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength: size, ContentMD5: md5 }));
      await unlink(path);
    },

    async open(key) {
      const answer = await client.send(new GetObjectCommand(at(key))).catch(missing(key));
      if (!(answer.Body instanceof Readable) || answer.ContentLength === undefined) throw new Error('S3 answered without a body');
      return { stream: answer.Body, byteSize: answer.ContentLength };
    },

    async has(key) {
      const found = await client.send(new HeadObjectCommand(at(key))).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return found !== null;
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}

async function md5OfFile(path: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}

function missing(key: string): (error: unknown) => never {
  return (error) => {
    throw isMissing(error) ? new BlobMissing(key) : error;
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}
