import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { Workshop } from './workshops.ts';

const shots = ['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageWide', 'damageClose', 'odometer'];

export type ReadyDraft = Workshop & { id: string; token: string; photos: { id: string; shotId: string; sha256: string }[] };

/** Drafts with eight photos each that have been up for a while, spread evenly over the workshops. */
export async function putDrafts(sql: postgres.Sql, workshops: Workshop[], count: number): Promise<ReadyDraft[]> {
  const drafts = Array.from({ length: count }, (_, index): ReadyDraft => ({
    ...(workshops[index % workshops.length] as Workshop),
    id: randomUUID(),
    token: randomBytes(32).toString('base64url'),
    photos: shots.map((shotId) => ({ id: randomUUID(), shotId, sha256: randomBytes(32).toString('hex') })),
  }));
  const now = new Date();
  const draftRows = drafts.map(({ tenantId, id, token }) => ({ tenant_id: tenantId, id, token_hash: createHash('sha256').update(token).digest(), created_at: now, expires_at: new Date(now.getTime() + 86_400_000) }));
  const photoRows = drafts.flatMap(({ tenantId, id, photos }) =>
    photos.map((photo) => ({
      tenant_id: tenantId, id: photo.id, draft_id: id, shot_id: photo.shotId, state: 'ready', media_type: 'image/jpeg', byte_size: 3_900_000,
      sha256: Buffer.from(photo.sha256, 'hex'), source: 'camera', original_name: 'IMG_0001.jpg', width: 4000, height: 3000, captured_at: '2026-11-20T10:00:00', uploaded_at: now,
    })),
  );
  for (let at = 0; at < draftRows.length; at += 1_000) await sql`insert into drafts ${sql(draftRows.slice(at, at + 1_000))}`;
  for (let at = 0; at < photoRows.length; at += 1_000) await sql`insert into photos ${sql(photoRows.slice(at, at + 1_000))}`;
  // As autovacuum does before long: plans made for empty tables are not what is measured.
  await sql`analyze drafts, photos, damage_reports`;
  return drafts;
}

/** What the widget sends for such a draft. */
export function submissionOf({ id, photos }: ReadyDraft): object {
  return {
    draftId: id,
    language: 'de',
    catalogueVersion: 1,
    category: 'other',
    answers: { incidentDate: '2026-01-02', incidentPlace: 'Karlsruhe, Messplatz', incidentDescription: 'Seit gestern klappert es vorne links, besonders beim Bremsen und auf Kopfsteinpflaster.', drivable: true, police: false, symptoms: ['noise'], noise: 'vorne links, beim Bremsen' },
    reporter: { role: 'keeper', firstName: 'Messgard', lastName: 'Wägemann', phone: '0171 3920010', email: 'messgard@kundin.example', city: 'Karlsruhe' },
    vehicle: { licensePlate: 'KA-MW 1234', makeModel: 'VW Golf', vin: 'WVWZZZ1JZXW000001', odometerKm: 88_000 },
    insurance: { coverage: 'fullyComprehensive', insurer: 'Musterversicherung' },
    photos: photos.map(({ id: photoId, shotId }) => ({ id: photoId, shotId })),
    skippedShots: [],
    privacyConsent: { version: 1, given: true },
    source: { kind: 'page' },
  };
}
