import { createHash, createHmac } from 'node:crypto';
import { linkTokenSchema } from '@meldewerk/contract/draft';
import type { Transaction } from '@meldewerk/db/client';
import { statusLinks } from '@meldewerk/db/schema';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, desc, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { originOf, type Config } from '../config.ts';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';

export type StatusLinkRow = typeof statusLinks.$inferSelect;
type Generation = { tenantId: string; reportId: string; generation: number };

/** What leads to a report's status page: 128 bits that only this installation can work out again. */
export function statusToken(config: Pick<Config, 'secret'>, { tenantId, reportId, generation }: Generation): string {
  return createHmac('sha256', config.secret).update(`status|${tenantId}|${reportId}|${generation}`).digest().subarray(0, 16).toString('base64url');
}

export function statusUrl(config: Pick<Config, 'publicUrl'>, slug: string, token: string): string {
  return `${originOf(config, slug)}/s/${token}`;
}

/** SHA-256 of the token in an `Authorization: Bearer` header: of a status link, or of the individual link that became one. */
export function readStatusToken(authorization: string | undefined): Buffer {
  const [scheme, token] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !v.is(linkTokenSchema, token)) throw new ProblemError('unauthenticated');
  return hash(token);
}

/** The status link that counts, made now if there is none. Call it where the report is held or nobody else can make one. */
export async function ensureStatusLink(scope: Scope, tx: Transaction, reportId: string): Promise<StatusLinkRow> {
  return (await newestStatusLink(scope, tx, reportId)) ?? addStatusLink(scope, tx, { reportId, generation: 1, createdBy: null });
}

/** For whoever composes a message: the address as messages carry it until they leave; null once staff took the link back. */
export async function statusUrlForMessage(scope: Scope, reportId: string): Promise<string | null> {
  const { services, tenant } = scope;
  const link = await inTenant(services.db, tenant.id, (tx) => ensureStatusLink(scope, tx, reportId));
  return link.withdrawnAt ? null : statusUrl(services.config, tenant.slug, `statuspage-link-${String(link.generation).padStart(6, '0')}`);
}

export async function newestStatusLink({ tenant }: Scope, tx: Transaction, reportId: string): Promise<StatusLinkRow | null> {
  const [link] = await tx.select().from(statusLinks).where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.reportId, reportId))).orderBy(desc(statusLinks.generation)).limit(1);
  return link ?? null;
}

export async function addStatusLink({ services, tenant }: Scope, tx: Transaction, { reportId, generation, createdBy }: Pick<StatusLinkRow, 'reportId' | 'generation' | 'createdBy'>): Promise<StatusLinkRow> {
  const tokenHash = hash(statusToken(services.config, { tenantId: tenant.id, reportId, generation }));
  await tx.insert(statusLinks).values({ tenantId: tenant.id, reportId, generation, tokenHash, createdAt: services.clock.now(), createdBy }).onConflictDoNothing();
  const [link] = await tx.select().from(statusLinks).where(and(eq(statusLinks.tenantId, tenant.id), eq(statusLinks.reportId, reportId), eq(statusLinks.generation, generation)));
  if (!link) throw new Error('an inserted row is there');
  return link;
}

// As with individual links: a stored message carries a mark of the token's very length.
const marked = /\/s\/statuspage-link-(\d{6})(?![\w-])/g;

/** Puts the real address in, when a message leaves for the customer it belongs to. */
export function fillStatusLinks(config: Pick<Config, 'secret'>, { tenantId, reportId }: { tenantId: string; reportId: string }, text: string): string {
  return text.replace(marked, (_, generation: string) => `/s/${statusToken(config, { tenantId, reportId, generation: Number(generation) })}`);
}

/** A message brings the customer the link. */
export async function noteStatusLinkSent({ clock }: Pick<Scope['services'], 'clock'>, tx: Transaction, { tenantId, reportId }: { tenantId: string; reportId: string }, text: string): Promise<void> {
  const [, generation] = new RegExp(marked.source).exec(text) ?? [];
  if (generation === undefined) return;
  await tx
    .update(statusLinks)
    .set({ sentAt: clock.now() })
    .where(and(eq(statusLinks.tenantId, tenantId), eq(statusLinks.reportId, reportId), eq(statusLinks.generation, Number(generation)), isNull(statusLinks.sentAt)));
}

/** Whether the link in a message was taken back or replaced before it left. */
export async function bringsDeadStatusLink(tx: Transaction, { tenantId, reportId }: { tenantId: string; reportId: string }, text: string): Promise<boolean> {
  const [, generation] = new RegExp(marked.source).exec(text) ?? [];
  const [newest] = await tx.select().from(statusLinks).where(and(eq(statusLinks.tenantId, tenantId), eq(statusLinks.reportId, reportId))).orderBy(desc(statusLinks.generation)).limit(1);
  return !newest || newest.withdrawnAt !== null || newest.generation !== Number(generation);
}

export function hideStatusLinks(text: string): string {
  return text.replace(marked, '/s/…');
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
