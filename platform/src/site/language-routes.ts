import { languageSettingsSchema, type LanguageSettings } from '@meldewerk/contract/language-settings';
import { findTenantById } from '@meldewerk/tenants/find';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { jsonBody } from '../http/json-body.ts';
import type { AppEnv, Scope } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { may } from '../staff/may.ts';
import { staffOnly } from '../staff/staff-only.ts';

const answer = { 200: { description: 'The languages', content: { 'application/json': { schema: resolver(languageSettingsSchema) } } } };

export const offeredLanguages = new Hono<AppEnv>()
  .get('/api/settings/languages', describeRoute({ tags: ['Settings'], summary: 'The languages offered to customers', responses: answer }), staffOnly, async (c) => c.json(await viewLanguages(c.var.scope)))
  .put('/api/settings/languages', describeRoute({ tags: ['Settings'], summary: 'Change the languages offered to customers', responses: answer }), staffOnly, may('admin'), jsonBody(languageSettingsSchema), async (c) => {
    await saveSettings(c.var.scope, c.req.valid('json'));
    return c.json(await viewLanguages(c.var.scope));
  });

/** As it is kept now, past the tenant cache. */
async function viewLanguages({ services, tenant }: Scope): Promise<LanguageSettings> {
  const kept = await findTenantById(services.db, tenant.id);
  if (!kept) throw new Error('the tenant of a request exists');
  return { languages: kept.settings.languages };
}
