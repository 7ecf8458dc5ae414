import { towingSettingsSchema, towingSettingsViewSchema, type TowingSettingsView } from '@meldewerk/contract/towing';
import { findTenantById } from '@meldewerk/tenants/find';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv, Scope } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';

const answer = { 200: { description: 'The number', content: { 'application/json': { schema: resolver(towingSettingsViewSchema) } } } };

export const towing = new Hono<AppEnv>()
  .get('/api/settings/towing', describeRoute({ tags: ['Settings'], summary: 'Whom customers call to be towed', responses: answer }), staffOnly, async (c) => c.json(await viewTowing(c.var.scope)))
  .put('/api/settings/towing', describeRoute({ tags: ['Settings'], summary: 'Change whom customers call to be towed', responses: answer }), staffOnly, may('admin'), jsonBody(towingSettingsSchema), async (c) => {
    await saveSettings(c.var.scope, c.req.valid('json'));
    return c.json(await viewTowing(c.var.scope));
  });

/** As it is kept now, past the tenant cache. */
async function viewTowing({ services, tenant }: Scope): Promise<TowingSettingsView> {
  const kept = await findTenantById(services.db, tenant.id);
  if (!kept) throw new Error('the tenant of a request exists');
  return { towingPhone: kept.settings.towingPhone, workshopPhone: kept.settings.phone };
}
