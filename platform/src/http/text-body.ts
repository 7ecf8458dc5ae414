import { ProblemError } from './problem.ts';

/** The body to the letter, of this media type, not compressed, in UTF-8 and of at most `maxBytes`. */
export async function readTextBody(request: Request, mediaType: string, maxBytes: number): Promise<string> {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== mediaType || request.headers.has('content-encoding')) throw new ProblemError('unsupportedMediaType');
  const bytes = await readBytes(request, maxBytes);
  try {
    // A byte order mark is kept: a signature counts every byte.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformedRequest');
  }
}

/** The body as it comes, of at most `maxBytes`. What it is its content decides. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  if (Number(declared ?? 0) > maxBytes) throw new ProblemError('bodyTooLarge');
  if (declared !== null) {
    // HTTP holds a body to its declared length, so it is read in one go, which costs a fraction of a web stream.
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.byteLength > maxBytes) throw new ProblemError('bodyTooLarge');
    return bytes;
  }
  if (!request.body) throw new ProblemError('malformedRequest');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ProblemError('bodyTooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
