import type { ResponseTemplate } from '@meldewerk/contract/response-template';
import { responseTemplates } from '@meldewerk/db/schema-messages';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { asc, eq, sql } from 'drizzle-orm';
import type { StaffScope } from '../http/scope.ts';

/** The workshop's templates by title. */
export async function listTemplates({ services, tenant }: StaffScope): Promise<ResponseTemplate[]> {
  return inTenant(services.db, tenant.id, (tx) =>
    tx
      .select({ id: responseTemplates.id, title: responseTemplates.title, body: responseTemplates.body, isSample: responseTemplates.isSample })
      .from(responseTemplates)
      .where(eq(responseTemplates.tenantId, tenant.id))
      .orderBy(asc(sql`lower(${responseTemplates.title})`), asc(responseTemplates.id)),
  );
}
