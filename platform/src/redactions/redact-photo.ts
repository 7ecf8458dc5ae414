import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { photoBlobKey } from '@meldewerk/blobs/blob-store';
import type { PhotoMediaType } from '@meldewerk/contract/photo';
import type { RedactedArea, RedactionInput, RedactionState } from '@meldewerk/contract/redaction';
import { photoRedactions } from '@meldewerk/db/schema-redactions';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../events/record-event.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { findPhoto, lockPhoto, setRedaction } from './find-photo.ts';
import { readRedaction } from './read-redaction.ts';
import { removePictures } from './remove-pictures.ts';

/**
 * Covers areas of a photo for good. The original stays as it is, with its hash in the chain; everything shows the covered
 * picture from then on. Of two who save at once the second one is told that it changed. Clerks may cover more, never less: what
 * is sealed opens to administrators alone.
 */
export async function redactPhoto(scope: StaffScope, photoId: string, { areas, replaces }: RedactionInput): Promise<RedactionState> {
  const { services, tenant, staff } = scope;
  const found = await findPhoto(scope, photoId);
  if (found.state !== 'ready') throw new ProblemError('photoUnreadable');
  if (found.redactionId !== replaces) throw new ProblemError('changedMeanwhile');
  if (replaces && staff.role !== 'admin') await assertCoversAll(scope, replaces, areas);
  const redactionId = services.newId();
  const original = await buffer((await services.blobs.open(photoBlobKey(tenant.id, found.blobId, 'original'))).stream);
  const { whole, display, thumbnail } = await services.decoder.redact(original, found.mediaType as PhotoMediaType, areas);
  const pictures = [['original', whole], ['display', display], ['thumbnail', thumbnail]] as const;
  await Promise.all(pictures.map(([rendition, bytes]) => services.blobs.put(photoBlobKey(tenant.id, redactionId, rendition), bytes)));
  try {
    await inTenant(services.db, tenant.id, async (tx) => {
      const locked = await lockPhoto(scope, tx, photoId);
      const { redactionId: before, reportId } = locked;
      if (before !== replaces) throw new ProblemError('changedMeanwhile');
      await tx.insert(photoRedactions).values({
        tenantId: tenant.id, id: redactionId, photoId, areas, byteSize: whole.byteLength, sha256: createHash('sha256').update(whole).digest(), madeBy: staff.id, madeAt: services.clock.now(),
      });
      await setRedaction(scope, tx, locked, redactionId);
      await recordEvent(services, tx, tenant.id, reportId, { type: 'photoRedacted', actor: { kind: 'staff', id: staff.id }, data: { photoId, redactionId, areas: areas.length } });
    });
  } catch (error) {
    await removePictures(scope, redactionId);
    throw error;
  }
  if (replaces) await removePictures(scope, replaces);
  return readRedaction(scope, photoId);
}

async function assertCoversAll({ services, tenant }: StaffScope, redactionId: string, areas: readonly RedactedArea[]): Promise<void> {
  const [before] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ areas: photoRedactions.areas }).from(photoRedactions).where(and(eq(photoRedactions.tenantId, tenant.id), eq(photoRedactions.id, redactionId))),
  );
  const covered = (before?.areas ?? []) as RedactedArea[];
  if (!covered.every((area) => areas.some((other) => holds(other, area)))) throw new ProblemError('forbidden');
}

function holds(outer: RedactedArea, inner: RedactedArea): boolean {
  const within = 1e-9;
  return outer.x <= inner.x + within && outer.y <= inner.y + within && outer.x + outer.width >= inner.x + inner.width - within && outer.y + outer.height >= inner.y + inner.height - within;
}
