import { createHash, randomBytes } from 'node:crypto';
import type { CatalogueContent } from '@meldewerk/contract/catalogue';
import type { FormVersionInput } from '@meldewerk/contract/form';
import { emailSchema, staffRoleSchema } from '@meldewerk/contract/staff';
import { staffLanguageSchema } from '@meldewerk/contract/language';
import type { Database } from '@meldewerk/db/client';
import { catalogueVersions, passwordResets, staffUsers, tenants, withdrawalNotices } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { addSampleTemplates } from './add-sample-templates.ts';
import { addSampleForms } from './add-sample-forms.ts';
import { catalogueDigest } from './catalogue-digest.ts';
import { defaultWithdrawalNotice } from './default-withdrawal-notice.ts';
import { tenantSettingsSchema } from './settings.ts';
import { slugSchema } from './slug.ts';

export const provisionSchema = v.object({
  slug: slugSchema,
  settings: tenantSettingsSchema,
  staff: v.object({
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
    email: emailSchema,
    role: v.optional(staffRoleSchema, 'admin'),
    language: v.optional(staffLanguageSchema, 'de'),
  }),
});
export type ProvisionInput = v.InferInput<typeof provisionSchema>;

export class SlugTaken extends Error {
  constructor(slug: string) {
    super(`the name "${slug}" is taken`);
    this.name = 'SlugTaken';
  }
}

const invitationDays = 7;

/**
 * Creates a workshop with the product's catalogue as its first version, sample forms and response templates and its first staff user, in one transaction.
 * Returns its id and the token with which that user sets a password at `/portal/reset-password#<token>` within seven days;
 * only its SHA-256 is stored. Throws SlugTaken, or valibot's error when the input is not well formed.
 */
export async function provisionTenant(
  db: Database,
  context: { now: Date; newId: () => string; catalogue: CatalogueContent; sampleForms: FormVersionInput[] },
  input: ProvisionInput,
): Promise<{ tenantId: string; staffUserId: string; invitationToken: string }> {
  const { slug, settings, staff } = v.parse(provisionSchema, input);
  const { now, newId, catalogue, sampleForms } = context;
  const tenantId = newId();
  const staffUserId = newId();
  const invitationToken = randomBytes(32).toString('base64url');

  await inTenant(db, tenantId, async (tx) => {
    const [taken] = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug));
    if (taken) throw new SlugTaken(slug);
    await tx.insert(tenants).values({ id: tenantId, slug, settings, createdAt: now });
    await tx.insert(catalogueVersions).values({ tenantId, version: 1, content: catalogue, publishedAt: now, defaultDigest: catalogueDigest(catalogue) });
    await tx.insert(staffUsers).values({ tenantId, id: staffUserId, ...staff, passwordHash: null, receivesReports: true, createdAt: now });
    await tx.insert(withdrawalNotices).values({ tenantId, version: 1, ...defaultWithdrawalNotice(settings), isSample: true, publishedAt: now });
    await addSampleForms(tx, tenantId, sampleForms, context);
    await addSampleTemplates(tx, tenantId, context);
    await tx.insert(passwordResets).values({
      tenantId,
      tokenHash: createHash('sha256').update(invitationToken).digest(),
      staffUserId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000),
    });
  });
  return { tenantId, staffUserId, invitationToken };
}
