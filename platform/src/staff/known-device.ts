import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { serialize } from 'hono/utils/cookie';
import type { Scope } from '../http/scope.ts';

const lifetimeSeconds = 180 * 24 * 60 * 60;

/**
 * A browser in which this user has signed in before is told apart from strangers: its attempts are counted by themselves, so that
 * somebody who guesses at the account from elsewhere cannot lock its owner out. The cookie opens nothing.
 */
export function rememberDevice(scope: Scope, email: string): string {
  const device = randomBytes(16).toString('base64url');
  const secure = scope.services.config.publicUrl.protocol === 'https';
  return serialize(deviceCookieName(scope), `${device}.${sign(scope, email, device)}`, { path: '/', httpOnly: true, secure, sameSite: 'Strict', maxAge: lifetimeSeconds });
}

/** The device's own name if the cookie was made here for this very user, otherwise null. */
export function recognizeDevice(scope: Scope, email: string, cookie: string | undefined): string | null {
  const [device = '', signature = ''] = (cookie ?? '').split('.');
  const expected = Buffer.from(sign(scope, email, device));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null;
}

export function deviceCookieName({ services }: Pick<Scope, 'services'>): string {
  return services.config.publicUrl.protocol === 'https' ? '__Host-meldewerk-device' : 'meldewerk_device';
}

function sign({ services, tenant }: Scope, email: string, device: string): string {
  return createHmac('sha256', services.config.secret).update(['known device', tenant.id, email, device].join('\0')).digest('base64url');
}
