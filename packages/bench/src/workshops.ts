import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import { connect } from '@meldewerk/db/client';
import { createPasswords } from '@meldewerk/platform/staff/password';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionTenant } from '@meldewerk/tenants/provision';
import { expectStatus, type createHttpClient } from './http-client.ts';

export type Workshop = { tenantId: string; host: string };

const contact = { address: { street: 'Messweg 1', postalCode: '76131', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 000000', email: 'hallo@werkstatt.example' };
const password = 'gemessen-und-gewogen';
const email = 'chefin@werkstatt.example';

/** Workshops by the product's own verb. */
export async function provisionWorkshops(ownerUrl: string, count: number): Promise<Workshop[]> {
  const client = connect(ownerUrl, { poolSize: 4 });
  try {
    const passwordHash = await createPasswords({ parallel: 1, queue: 1 }).hash(password);
    const workshops = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const slug = `werkstatt-${index}`;
        const context = { now: new Date(), newId: () => crypto.randomUUID(), catalogue: defaultVehicleCatalogue, sampleForms };
        const { tenantId } = await provisionTenant(client.db, context, { slug, settings: defaultSettings(`Werkstatt ${index}`, contact), staff: { name: 'Chefin', email } });
        return { tenantId, host: `${slug}.localhost` };
      }),
    );
    await client.sql`update staff_users set password_hash = ${passwordHash}`;
    return workshops;
  } finally {
    await client.close();
  }
}

/** The cookie of a signed-in staff member. */
export async function signIn(http: ReturnType<typeof createHttpClient>, host: string): Promise<string> {
  const answer = await http.ask(host, {
    method: 'POST', path: '/api/staff/sessions', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ email, password }),
  });
  return String(expectStatus(answer, 200).headers['set-cookie']).split(';')[0] ?? '';
}
