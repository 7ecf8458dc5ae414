import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { photoLimits, type PhotoMediaType } from '@meldewerk/contract/photo';
import { ProblemError } from '../http/problem.ts';
import { sniffedBytes, sniffMediaType } from './media-type.ts';
import { readPixelSize, type ReadAt } from './pixel-size.ts';

/**
 * Judges a file by its first bytes and its header, without decoding a pixel. Throws photoTypeUnsupported,
 * photoUnreadable or photoTooManyPixels.
 */
export async function checkContent(path: string, byteSize: number): Promise<PhotoMediaType> {
  const file = await open(path);
  try {
    return await judge(reader(file), byteSize);
  } finally {
    await file.close();
  }
}

/** The same of bytes in memory. */
export async function checkBytes(bytes: Uint8Array): Promise<PhotoMediaType> {
  return judge(async (position, length) => new DataView(bytes.buffer, bytes.byteOffset + Math.min(position, bytes.length), Math.min(length, Math.max(0, bytes.length - position))), bytes.length);
}

async function judge(readAt: ReadAt, byteSize: number): Promise<PhotoMediaType> {
  const head = await readAt(0, sniffedBytes);
  const mediaType = sniffMediaType(new Uint8Array(head.buffer, head.byteOffset, head.byteLength));
  if (mediaType === null) throw new ProblemError('photoTypeUnsupported');
  const size = await readPixelSize(readAt, mediaType, byteSize);
  if (size === null) throw new ProblemError('photoUnreadable');
  if (size.width * size.height > photoLimits.maxPixels) throw new ProblemError('photoTooManyPixels');
  return mediaType;
}

export async function sha256OfFile(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest();
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function reader(file: FileHandle): ReadAt {
  return async (position, length) => {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
    return new DataView(buffer.buffer, buffer.byteOffset, bytesRead);
  };
}
