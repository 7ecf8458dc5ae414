import { createHmac, timingSafeEqual } from 'node:crypto';
import { idSchema } from '@meldewerk/contract/identifier';
import type { CustomerArea } from '@meldewerk/contract/workflow';
import { damageReports } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as v from 'valibot';
import type { Config } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppEnv, CustomerScope, Scope } from '../http/scope.ts';
import { assertOpen } from './find-door.ts';
import { newestStatusLink } from './status-link.ts';

type Grant = { reportId: string; generation: number; expiresAt: Date };

/** What a customer holds once the second factor was right: opens one report, through one generation of its link, until then. */
export function signAccess(config: Pick<Config, 'secret'>, tenantId: string, { reportId, generation, expiresAt }: Grant): string {
  const claim = `${reportId}.${generation}.${Math.floor(expiresAt.getTime() / 1000)}`;
  return `${claim}.${macOf(config, tenantId, claim).toString('base64url')}`;
}

const partsSchema = v.tuple([idSchema, v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.toNumber()), v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.toNumber()), v.pipe(v.string(), v.regex(/^[\w-]{43}$/))]);

function readAccess(config: Pick<Config, 'secret'>, tenantId: string, presented: string): Grant | null {
  const parsed = v.safeParse(partsSchema, presented.split('.'));
  if (!parsed.success) return null;
  const [reportId, generation, seconds, mac] = parsed.output;
  const wanted = macOf(config, tenantId, presented.slice(0, presented.lastIndexOf('.')));
  return timingSafeEqual(wanted, Buffer.from(mac, 'base64url')) ? { reportId, generation, expiresAt: new Date(seconds * 1000) } : null;
}

function macOf({ secret }: Pick<Config, 'secret'>, tenantId: string, claim: string): Buffer {
  return createHmac('sha256', secret).update(`status-access|${tenantId}|${claim}`).digest();
}

/** Opens the customer's scope: one report, whose link still lives. Whatever was opened before ends with the link. */
export const customerOnly = createMiddleware<AppEnv>(async (c, next) => {
  c.set('customerScope', await admitCustomer(c));
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
});

/** The scope of whoever presents an access that still holds. */
export async function admitCustomer(c: Context<AppEnv>): Promise<CustomerScope> {
  const { scope } = c.var;
  const [scheme, presented] = (c.req.header('authorization') ?? '').split(' ');
  const grant = scheme?.toLowerCase() === 'bearer' && presented ? readAccess(scope.services.config, scope.tenant.id, presented) : null;
  if (!grant || grant.expiresAt <= scope.services.clock.now()) throw new ProblemError('unauthenticated');
  await assertStillOpen(scope, grant);
  return { ...scope, reportId: grant.reportId };
}

async function assertStillOpen(scope: Scope, { reportId, generation }: Grant): Promise<void> {
  const { services, tenant } = scope;
  await inTenant(services.db, tenant.id, async (tx) => {
    const [report] = await tx.select().from(damageReports).where(and(eq(damageReports.tenantId, tenant.id), eq(damageReports.id, reportId)));
    const newest = report && (await newestStatusLink(scope, tx, reportId));
    if (!newest) throw new ProblemError('notFound');
    assertOpen(scope, report, newest, generation);
  });
}

/** After `customerOnly`: what the workshop does not show is not there. */
export function customerSees(area: CustomerArea) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!c.var.scope.tenant.settings.workflow.customerSees[area]) throw new ProblemError('notFound');
    await next();
  });
}
