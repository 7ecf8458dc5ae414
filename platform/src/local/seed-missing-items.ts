import type { ItemInput, RequestableField } from '@meldewerk/contract/missing-items';
import { photos, reportEvents } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';
import { provideItem } from '../missing-items/provide-item.ts';
import { requestItems } from '../missing-items/request-items.ts';
import type { Past } from './seed.ts';
import { settleMessages } from './settle-messages.ts';

/** What was asked for once more of a seeded report. Hours count from when it was sent; `given` holds the values by path. */
export type SeedMissingItems = { hoursAfter: number; fields: RequestableField[]; blurred?: true; note?: string; given?: { hoursAfter: number; values: Record<string, string> } };

type Seeded = { reportId: string; sentAt: Date; missing: SeedMissingItems };

/** Asked for and given by the same verbs as real ones. */
export async function seedMissingItems({ services, travelTo }: Past, scope: StaffScope, { reportId, sentAt, missing }: Seeded): Promise<void> {
  const { tenant } = scope;
  const at = (hours: number) => travelTo(new Date(sentAt.getTime() + hours * 60 * 60_000));
  at(missing.hoursAfter);
  const [first] = await inTenant(services.db, tenant.id, (tx) =>
    tx.select({ id: photos.id, shotId: photos.shotId }).from(photos).where(and(eq(photos.tenantId, tenant.id), eq(photos.reportId, reportId))).orderBy(asc(photos.position)).limit(1),
  );
  const fields = missing.fields.map((field): ItemInput => ({ id: services.newId(), kind: 'field', field, reason: 'missing', note: null }));
  const items: ItemInput[] = [...(missing.blurred && first ? [{ id: services.newId(), kind: 'photo' as const, shotId: first.shotId, replacesPhotoId: first.id, reason: 'blurred' as const, note: null }] : []), ...fields];
  await requestItems(scope, reportId, { channel: 'sms', note: missing.note ?? null, items });
  await settle();
  if (!missing.given) return;
  at(missing.given.hoursAfter);
  for (const { id } of fields) await provideItem({ ...scope, reportId }, id, { values: missing.given.values });
  await settle();

  async function settle(): Promise<void> {
    const [last] = await inTenant(services.db, tenant.id, (tx) =>
      tx.select({ sequence: reportEvents.sequence }).from(reportEvents).where(and(eq(reportEvents.tenantId, tenant.id), eq(reportEvents.reportId, reportId))).orderBy(desc(reportEvents.sequence)).limit(1),
    );
    if (last) await settleMessages(services, { tenantId: tenant.id, reportId, sequence: last.sequence });
  }
}
