import type { Partner } from '@meldewerk/contract/partner';
import type { Transaction } from '@meldewerk/db/client';
import { partnerActivations, partners } from '@meldewerk/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Scope } from '../http/scope.ts';

export type ActivatedPartner = Partner & { email: string | null };

/** The partner, if the operator has switched it on for this workshop and it is in service; else null. */
export async function findActivatedPartner(scope: Scope, tx: Transaction, partnerId: string): Promise<ActivatedPartner | null> {
  const [partner] = await selectActivated(scope, tx, partnerId);
  return partner ?? null;
}

export async function listActivatedPartners(scope: Scope, tx: Transaction): Promise<ActivatedPartner[]> {
  return selectActivated(scope, tx);
}

function selectActivated({ tenant }: Scope, tx: Transaction, partnerId?: string) {
  return tx
    .select({ id: partners.id, name: partners.name, kind: partners.kind, email: partnerActivations.email })
    .from(partnerActivations)
    .innerJoin(partners, eq(partners.id, partnerActivations.partnerId))
    .where(
      and(
        eq(partnerActivations.tenantId, tenant.id),
        isNull(partnerActivations.deactivatedAt),
        isNull(partners.disabledAt),
        ...(partnerId === undefined ? [] : [eq(partnerActivations.partnerId, partnerId)]),
      ),
    )
    .orderBy(asc(partners.name));
}
