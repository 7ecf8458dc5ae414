import { photoLimits } from '@meldewerk/contract/photo';
import type { ProblemCode } from '@meldewerk/contract/problem';
import { photos } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import type { FileStore } from '@tus/file-store';
import { Metadata, Server } from '@tus/server';
import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { describeError } from '../http/logger.ts';
import { ProblemError } from '../http/problem.ts';
import { addressKey, limit, takeFrom } from '../http/rate-limit.ts';
import type { AppEnv, Scope } from '../http/scope.ts';
import type { Services } from '../services.ts';
import { draftUploads } from './draft-upload-door.ts';
import { assertNoOtherFile } from './assert-no-other-file.ts';
import { receiveUpload } from './receive-upload.ts';
import { readMetadata, type Admission, type NewUpload, type UploadDoor } from './upload-door.ts';
import { newUploadId, readUploadId, type UploadParties } from './upload-id.ts';
import { createUploadLocks, type UploadLocks } from './upload-locks.ts';
import { countUnfinished, createUploadStore, uploadFolder } from './upload-store.ts';

const perAddress = limit('upload-by-address', 200, 3);

/** Photos come in over tus 1.0, by the draft's door and those of slices above. Each verb is authorised here, before tus sees the request. */
export function createUploadRoutes(services: Services, others: UploadDoor[] = []): Hono<AppEnv> {
  const store = createUploadStore(uploadFolder(services.config));
  const locks = createUploadLocks(services.sql);
  const routes = new Hono<AppEnv>();
  for (const door of [draftUploads, ...others]) routes.route('/', routesOf(door, services, store, locks));
  return routes;
}

function routesOf(door: UploadDoor, services: Services, store: FileStore, locks: UploadLocks): Hono<AppEnv> {
  const { path } = door;
  // tus reads ids out of the raw URL; what was authorised and what is touched has to be the same, so it is told.
  const idOf = new WeakMap<Request, string>();
  const faultOf = new WeakMap<object, unknown>();
  const tus = new Server({
    path,
    datastore: store,
    locker: locks,
    maxSize: photoLimits.maxBytes,
    relativeLocation: true,
    // How long a request that lost its line may still write before the one that resumes takes over.
    lockDrainTimeout: 500,
    namingFunction: (request) => known(idOf.get(request as unknown as Request)),
    getFileIdFromRequest: (request) => idOf.get(request as unknown as Request),
    onResponseError: (request, fault) => void faultOf.set(request, fault),
  });

  /** Lets tus do its part; when the last byte is there, the answer waits until the photo is safe. */
  async function hand(scope: Scope, request: Request, id: string): Promise<Response> {
    idOf.set(request, id);
    const answer = await tus.handleWeb(request as Parameters<typeof tus.handleWeb>[0]);
    if (!answer.ok) throw await toProblem(scope, answer, faultOf.get(request));
    if (answer.headers.has('upload-offset')) await receiveUpload(scope, door, store, locks, id);
    return answer;
  }

  return new Hono<AppEnv>()
    .options(path, (c) => tus.handleWeb(c.req.raw as Parameters<typeof tus.handleWeb>[0]))
    .options(`${path}/:id`, (c) => tus.handleWeb(c.req.raw as Parameters<typeof tus.handleWeb>[0]))
    .post(
      path,
      describeRoute({
        tags: [door.ownerKey === 'draftId' ? 'Draft' : 'Status page'],
        summary: 'Begin the upload of a photo over tus 1.0; HEAD and PATCH at the Location go on with it',
        parameters: [
          { name: 'Upload-Length', in: 'header', required: true, schema: { type: 'integer', minimum: 1, maximum: photoLimits.maxBytes } },
          { name: 'Upload-Metadata', in: 'header', required: true, description: `${door.ownerKey}, photoId, shotId, source and fileName, each in base64`, schema: { type: 'string' } },
        ],
        responses: { 201: { description: 'Begun, or found again', headers: { Location: { schema: { type: 'string' } } } } },
      }),
      async (c) => {
        const admission = await door.enter(c);
        checkLength(c.req.header('upload-length'));
        const upload = parseMetadata(door, c.req.header('upload-metadata'));
        await takeFrom(services, perAddress, addressKey(c.var.clientAddress));
        await admit(c.var.scope, door, store, upload, admission);
        return hand(c.var.scope, c.req.raw, newUploadId({ tenantId: c.var.scope.tenant.id, ...upload }));
      },
    )
    // Hono routes HEAD as GET; a real GET would read uploads back, which nobody needs.
    .on(['GET', 'PATCH', 'DELETE'], `${path}/:id`, async (c) => {
      if (c.req.method === 'GET') throw new ProblemError('methodNotAllowed');
      const admission = await door.enter(c);
      const id = c.req.param('id');
      const parties = readUploadId(id);
      if (parties?.tenantId !== c.var.scope.tenant.id) throw new ProblemError('notFound');
      await inTenant(services.db, parties.tenantId, (tx) => admission(tx, parties.ownerId));
      if (c.req.method !== 'HEAD') return hand(c.var.scope, c.req.raw, id);
      return (await describeReceived(c.var.scope, door, parties)) ?? hand(c.var.scope, c.req.raw, id);
    })
    .all(`${path}/:id?`, () => {
      throw new ProblemError('methodNotAllowed');
    });
}

function checkLength(header: string | undefined): void {
  if (!/^\d{1,15}$/.test(header ?? '')) throw new ProblemError('malformedRequest');
  if (Number(header) === 0) throw new ProblemError('photoUnreadable');
  if (Number(header) > photoLimits.maxBytes) throw new ProblemError('photoTooLarge');
}

function parseMetadata(door: UploadDoor, header: string | undefined): NewUpload {
  try {
    return readMetadata(door, Metadata.parse(header));
  } catch {
    throw new ProblemError('malformedRequest');
  }
}

/** Before the first byte: somebody who may, with room for one more. What was received before has its room already. */
async function admit(scope: Scope, door: UploadDoor, store: FileStore, upload: NewUpload, admission: Admission): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    await admission(tx, upload.ownerId);
    const [received] = await tx
      .select({ draftId: photos.draftId })
      .from(photos)
      .where(and(eq(photos.tenantId, tenant.id), eq(photos.id, upload.photoId)));
    if (!received) await assertNoOtherFile(scope, tx, upload.photoId);
    if (received && received.draftId !== (await door.draftOf(scope, tx, upload.ownerId))) throw new ProblemError('uploadConflict');
    if (!received) await door.place(scope, tx, upload);
  });
  const unfinished = await countUnfinished(store, tenant.id, upload.ownerId);
  if (unfinished >= 2 * photoLimits.maxPerDraft) throw new ProblemError('photoLimitReached');
}

/** For a client that lost the last answer: the photo is here, nothing is missing. */
async function describeReceived(scope: Scope, door: UploadDoor, { tenantId, ownerId, photoId }: UploadParties): Promise<Response | null> {
  const [received] = await inTenant(scope.services.db, tenantId, async (tx) => {
    const draftId = await door.draftOf(scope, tx, ownerId);
    if (draftId === undefined) return [];
    return tx
      .select({ byteSize: photos.byteSize })
      .from(photos)
      .where(and(eq(photos.tenantId, tenantId), eq(photos.id, photoId), eq(photos.draftId, draftId)));
  });
  if (!received) return null;
  const length = String(received.byteSize);
  return new Response(null, { headers: { 'tus-resumable': '1.0.0', 'cache-control': 'no-store', 'upload-offset': length, 'upload-length': length } });
}

const problemOfStatus: Record<number, ProblemCode> = { 404: 'notFound', 409: 'uploadConflict', 410: 'notFound', 413: 'photoTooLarge' };

/** tus answers in plain text; our clients read problem documents. */
async function toProblem({ services, requestId }: Scope, answer: Response, fault: unknown): Promise<ProblemError> {
  const text = await answer.text();
  if (answer.status >= 500 && answer.status !== 501) {
    // What tus throws of its own is no error, but a status with a text.
    const cause = fault instanceof Error ? describeError(fault) : { code: text.trim() };
    services.log.warn({ requestId, status: answer.status, ...cause }, 'an upload could not be written');
    return new ProblemError('unavailable', { retryAfterSeconds: 2 });
  }
  // A newer request for the same upload took over, as after a dropped line.
  if (text.startsWith('Request aborted')) return new ProblemError('uploadConflict');
  return new ProblemError(problemOfStatus[answer.status] ?? 'malformedRequest');
}

function known(id: string | undefined): string {
  if (id === undefined) throw new Error('every upload is named before tus sees it');
  return id;
}
