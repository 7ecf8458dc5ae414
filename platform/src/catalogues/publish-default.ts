import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import type { CatalogueContent } from '@meldewerk/contract/catalogue';
import { catalogueVersions, tenants } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { catalogueDigest } from '@meldewerk/tenants/catalogue-digest';
import { desc, eq } from 'drizzle-orm';
import type { Services } from '../services.ts';

/**
 * Gives every workshop that follows the product's own catalogue the one of this release as its next version. Reports and
 * drafts keep the version they were begun with. Does nothing where it has been done; two processes may do it at once.
 */
export async function publishDefaultCatalogue(services: Services, content: CatalogueContent = defaultVehicleCatalogue): Promise<void> {
  const digest = catalogueDigest(content);
  const everyTenant = await services.db.select({ id: tenants.id }).from(tenants);
  for (const { id } of everyTenant) await publishTo(services, id, content, digest);
}

async function publishTo({ db, clock }: Services, tenantId: string, content: CatalogueContent, digest: string): Promise<void> {
  await inTenant(db, tenantId, async (tx) => {
    const [newest] = await tx
      .select({ version: catalogueVersions.version, defaultDigest: catalogueVersions.defaultDigest })
      .from(catalogueVersions)
      .where(eq(catalogueVersions.tenantId, tenantId))
      .orderBy(desc(catalogueVersions.version))
      .limit(1);
    if (!newest || newest.defaultDigest === null || newest.defaultDigest === digest) return;
    // Another process may have been quicker with the same number: then it has published the same.
    await tx
      .insert(catalogueVersions)
      .values({ tenantId, version: newest.version + 1, content, publishedAt: clock.now(), defaultDigest: digest })
      .onConflictDoNothing();
  });
}
