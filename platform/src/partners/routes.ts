import { partnerListSchema } from '@meldewerk/contract/partner';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { AppEnv } from '../http/scope.ts';
import { staffOnly } from '../staff/staff-only.ts';
import { listActivatedPartners } from './find-activated-partner.ts';

export const partnerRoutes = new Hono<AppEnv>().get(
  '/api/partners',
  describeRoute({
    tags: ['Partners'],
    summary: 'The steering partners, leasing firms and others that are switched on for this workshop',
    responses: { 200: { description: 'By name', content: { 'application/json': { schema: resolver(partnerListSchema) } } } },
  }),
  staffOnly,
  async (c) => {
    const { services, tenant } = c.var.staffScope;
    const found = await inTenant(services.db, tenant.id, (tx) => listActivatedPartners(c.var.staffScope, tx));
    return c.json({ partners: found.map(({ id, name, kind }) => ({ id, name, kind })) });
  },
);
