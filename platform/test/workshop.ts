import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import { staffRoles, type StaffRole } from '@meldewerk/contract/staff';
import { staffUsers } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionTenant } from '@meldewerk/tenants/provision';
import type { TenantSettings } from '@meldewerk/tenants/settings';
import { eq } from 'drizzle-orm';
import { hostOf, type Platform } from './harness.ts';

export const staffPassword = 'Lackstift-und-Spachtel';

export type Workshop = {
  tenantId: string;
  slug: string;
  host: string;
  name: string;
  emailOf: Record<StaffRole, string>;
  idOf: Record<StaffRole, string>;
};

/** A workshop of its own with a staff member in each role, all with `staffPassword`. */
export async function provisionWorkshop(platform: Platform, slug: string, settings: Partial<TenantSettings> = {}): Promise<Workshop> {
  const { db, clock, newId, passwords } = platform.services;
  const name = settings.name ?? `Karosserie ${slug}`;
  const contact = { address: { street: 'Industriestraße 12', postalCode: '76185', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 123456', email: `info@${slug}.example` };
  const emailOf = { admin: `admin@${slug}.example`, clerk: `clerk@${slug}.example`, viewer: `viewer@${slug}.example` };
  const { tenantId, staffUserId } = await provisionTenant(
    db,
    { now: clock.now(), newId, catalogue: defaultVehicleCatalogue, sampleForms },
    { slug, settings: { ...defaultSettings(name, contact), ...settings }, staff: { name: `Admin ${slug}`, email: emailOf.admin, role: 'admin', language: 'de' } },
  );
  const idOf = { admin: staffUserId, clerk: newId(), viewer: newId() };
  const passwordHash = await passwords.hash(staffPassword);
  await inTenant(db, tenantId, async (tx) => {
    await tx.update(staffUsers).set({ passwordHash }).where(eq(staffUsers.id, staffUserId));
    for (const role of staffRoles.filter((candidate) => candidate !== 'admin')) {
      await tx.insert(staffUsers).values({
        tenantId, id: idOf[role], email: emailOf[role], name: `${role} ${slug}`, role, language: 'de', passwordHash, receivesReports: false, createdAt: clock.now(),
      });
    }
  });
  return { tenantId, slug, host: hostOf(platform, slug), name, emailOf, idOf };
}

/** Signs a staff member in and returns the cookie a browser would send. */
export async function signInAs(platform: Platform, workshop: Workshop, role: StaffRole, password = staffPassword): Promise<string> {
  const response = await platform.request(workshop.host, '/api/staff/sessions', { json: { email: workshop.emailOf[role], password } });
  if (response.status !== 200) throw new Error(`sign-in as ${role} answered ${response.status}: ${await response.text()}`);
  return cookieOf(response);
}

/** `name=value` of the session cookie an answer sets. */
export function cookieOf(response: Response): string {
  const session = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '').filter((cookie) => !/device=/.test(cookie));
  if (session.length !== 1) throw new Error('the answer does not set exactly one session');
  return session[0] ?? '';
}
