import { emailSchema } from '@meldewerk/contract/staff';
import { partnerKindSchema, type PartnerKind } from '@meldewerk/contract/partner';
import { requiredText } from '@meldewerk/contract/identifier';
import type { Database } from '@meldewerk/db/client';
import { partnerActivations, partners } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';

export type CataloguePartner = { id: string; name: string; kind: PartnerKind; disabledAt: Date | null };

const nameSchema = requiredText(120);

/** Every partner the installation knows, those out of service included, by name. */
export async function listPartners(db: Database): Promise<CataloguePartner[]> {
  return db.select({ id: partners.id, name: partners.name, kind: partners.kind, disabledAt: partners.disabledAt }).from(partners).orderBy(asc(partners.name));
}

/** The partner of this name, whatever its case; null when there is none. */
export async function findPartner(db: Database, name: string): Promise<CataloguePartner | null> {
  return (await listPartners(db)).find((partner) => partner.name.toLowerCase() === name.trim().toLowerCase()) ?? null;
}

/** Takes a partner into the installation's catalogue, or changes what is known under this id. `db` has to be the owner's. Throws valibot's error. */
export async function savePartner(db: Database, input: { id: string; name: string; kind: string; disabledAt: Date | null }): Promise<void> {
  const partner = { name: v.parse(nameSchema, input.name), kind: v.parse(partnerKindSchema, input.kind), disabledAt: input.disabledAt };
  await db.insert(partners).values({ id: input.id, ...partner }).onConflictDoUpdate({ target: partners.id, set: partner });
}

/** Switches a partner on for one workshop. `email` is where it hears of reports; null tells it nothing. */
export async function activatePartner(db: Database, tenantId: string, partnerId: string, { email, now }: { email: string | null; now: Date }): Promise<void> {
  const activation = { email: email === null ? null : v.parse(emailSchema, email), activatedAt: now, deactivatedAt: null };
  await inTenant(db, tenantId, (tx) =>
    tx
      .insert(partnerActivations)
      .values({ tenantId, partnerId, ...activation })
      .onConflictDoUpdate({ target: [partnerActivations.tenantId, partnerActivations.partnerId], set: activation }),
  );
}

/** Switches it off again; reports keep what was copied into them. */
export async function deactivatePartner(db: Database, tenantId: string, partnerId: string, now: Date): Promise<void> {
  await inTenant(db, tenantId, (tx) =>
    tx.update(partnerActivations).set({ deactivatedAt: now }).where(and(eq(partnerActivations.tenantId, tenantId), eq(partnerActivations.partnerId, partnerId))),
  );
}
