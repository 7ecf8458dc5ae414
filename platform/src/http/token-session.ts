import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from './scope.ts';

/** What is stored of a secret that somebody carries: a copy of the table opens nothing. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The session a browser of one of the installation's own hosts carries. A `__Host-` cookie goes to this very host over https only. */
export function sessionCookie(c: Context<AppEnv>, name: 'billing' | 'operator') {
  const secure = c.var.services.config.publicUrl.protocol === 'https';
  const cookieName = secure ? `__Host-meldewerk_${name}` : `meldewerk_${name}`;
  const attributes = { secure, httpOnly: true, sameSite: 'Lax', path: '/' } as const;
  return {
    read: () => getCookie(c, cookieName),
    write: (token: string) => setCookie(c, cookieName, token, attributes),
    clear: () => setCookie(c, cookieName, '', { ...attributes, maxAge: 0 }),
  };
}
