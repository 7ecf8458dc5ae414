import { createHash } from 'node:crypto';
import { staffSessions, staffUsers } from '@meldewerk/db/schema';
import { readInTenant } from '@meldewerk/db/read-in-tenant';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { and, eq, lte, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { Scope, StaffMember } from '../http/scope.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, Omit<StaffMember, 'id'>>;
    DatabaseUserAttributes: Omit<StaffMember, 'id'>;
  }
}

const idleHours = 12;
const absoluteDays = 30;

/** The sessions of one tenant's staff. An id of another tenant's session opens nothing here. */
export type StaffSessions = {
  /** The `Set-Cookie` value that carries the new session. */
  begin(staffUserId: string): Promise<{ cookie: string }>;
  /** Who the session belongs to; being asked for prolongs it. */
  read(sessionId: string): Promise<StaffMember | null>;
  /** Whether the session still opens something; asking does not prolong it. */
  isAlive(sessionId: string): Promise<boolean>;
  end(sessionId: string): Promise<void>;
  endAllOf(staffUserId: string): Promise<void>;
  blankCookie(): string;
};

/** A browser sends a `__Host-` cookie to this very host over https only, so no sibling tenant can plant one. */
export function sessionCookieName({ services }: Pick<Scope, 'services'>): string {
  return services.config.publicUrl.protocol === 'https' ? '__Host-meldewerk' : 'meldewerk_staff';
}

/** Lucia's sessions over our own tables; made per request, since it holds nothing but the scope. */
export function staffSessionsOf(scope: Pick<Scope, 'services' | 'tenant'>): StaffSessions {
  const adapter = createAdapter(scope);
  const lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(idleHours, 'h'),
    sessionCookie: {
      name: sessionCookieName(scope),
      // The cookie outlives the session: the server alone decides when that ends, and need not renew the cookie.
      expires: false,
      attributes: { secure: scope.services.config.publicUrl.protocol === 'https', sameSite: 'lax', path: '/' },
    },
    getUserAttributes: (attributes) => attributes,
  });
  return {
    begin: async (staffUserId) => {
      const session = await lucia.createSession(staffUserId, {});
      return { cookie: lucia.createSessionCookie(session.id).serialize() };
    },
    read: async (sessionId) => {
      const { user } = await lucia.validateSession(sessionId);
      if (!user) return null;
      const { id, name, email, role, language } = user;
      return { id, name, email, role, language };
    },
    isAlive: async (sessionId) => (await adapter.getSessionAndUser(sessionId))[1] !== null,
    end: (sessionId) => lucia.invalidateSession(sessionId),
    endAllOf: (staffUserId) => lucia.invalidateUserSessions(staffUserId),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}

function createAdapter({ services, tenant }: Pick<Scope, 'services' | 'tenant'>): Adapter {
  const { db, clock } = services;
  const inScope = <Result>(work: Parameters<typeof inTenant<Result>>[2]) => inTenant(db, tenant.id, work);
  const ofTenant = eq(staffSessions.tenantId, tenant.id);
  const withId = (sessionId: string) => and(ofTenant, eq(staffSessions.idHash, hashOf(sessionId)));
  // Lucia reads the system's clock; what is stored follows ours.
  const luciasAhead = () => Date.now() - clock.now().getTime();
  const toOurs = (instant: Date) => new Date(instant.getTime() - luciasAhead());
  const toLucias = (instant: Date) => new Date(instant.getTime() + luciasAhead());

  return {
    async getSessionAndUser(sessionId) {
      // Asked with every request of the portal: one statement in one round trip.
      const [row] = await readInTenant<StaffMember & { expiresAt: string }>(
        services.sql,
        tenant.id,
        sql`select staff.id, staff.name, staff.email, staff.role, staff.language, session.expires_at as "expiresAt"
          from ${staffSessions} session join ${staffUsers} staff on staff.tenant_id = session.tenant_id and staff.id = session.staff_user_id
          where session.tenant_id = ${tenant.id}::uuid and session.id_hash = ${hashOf(sessionId)}::bytea
            and session.expires_at > ${clock.now().toISOString()}::timestamptz and staff.disabled_at is null`,
      );
      if (!row) return [null, null];
      const { id, expiresAt, ...attributes } = row;
      return [
        { id: sessionId, userId: id, expiresAt: toLucias(new Date(expiresAt)), attributes: {} },
        { id, attributes },
      ];
    },
    async getUserSessions(userId) {
      const rows = await inScope((tx) => tx.select().from(staffSessions).where(and(ofTenant, eq(staffSessions.staffUserId, userId))));
      return rows.map((row) => ({ id: Buffer.from(row.idHash).toString('hex'), userId, expiresAt: toLucias(row.expiresAt), attributes: {} }));
    },
    async setSession(session) {
      const now = clock.now();
      await inScope(async (tx) => {
        await tx.delete(staffSessions).where(and(ofTenant, lte(staffSessions.expiresAt, now)));
        await tx.insert(staffSessions).values({
          tenantId: tenant.id,
          idHash: hashOf(session.id),
          staffUserId: session.userId,
          createdAt: now,
          expiresAt: toOurs(session.expiresAt),
        });
      });
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      const absolute = sql`${staffSessions.createdAt} + make_interval(days => ${absoluteDays})`;
      await inScope((tx) =>
        tx.update(staffSessions).set({ expiresAt: sql`least(${toOurs(expiresAt).toISOString()}::timestamptz, ${absolute})` }).where(withId(sessionId)),
      );
    },
    async deleteSession(sessionId) {
      await inScope((tx) => tx.delete(staffSessions).where(withId(sessionId)));
    },
    async deleteUserSessions(userId) {
      await inScope((tx) => tx.delete(staffSessions).where(and(ofTenant, eq(staffSessions.staffUserId, userId))));
    },
    async deleteExpiredSessions() {
      await inScope((tx) => tx.delete(staffSessions).where(and(ofTenant, lte(staffSessions.expiresAt, clock.now()))));
    },
  };
}

function hashOf(sessionId: string): Buffer {
  return createHash('sha256').update(sessionId).digest();
}
