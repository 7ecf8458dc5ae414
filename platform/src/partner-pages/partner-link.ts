import { createHmac, timingSafeEqual } from 'node:crypto';
import { originOf } from '../config.ts';
import type { Scope } from '../http/scope.ts';

const lifetimeDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

export type PartnerLink = { reportId: string; partnerId: string; until: Date };

/** The address under which a partner sees one report without signing in. Signed, so that nothing has to be stored for it. */
export function partnerLink(scope: Scope, { reportId, partnerId }: Omit<PartnerLink, 'until'>, from: Date): { url: string; until: Date } {
  const lastDay = Math.floor(from.getTime() / dayMs) + lifetimeDays;
  const body = `${packed(reportId)}${packed(partnerId)}${lastDay.toString(36)}`;
  return { url: `${originOf(scope.services.config, scope.tenant.slug)}/p/${body}.${signature(scope, body)}`, until: endOf(lastDay) };
}

/** What a token opens; null when it was not made here for this workshop. Whether it is still good is the caller's to judge by `until`. */
export function readPartnerToken(scope: Scope, token: string): PartnerLink | null {
  const [body = '', given = '', ...rest] = token.split('.');
  if (rest.length > 0 || !/^[A-Za-z0-9_-]{44}[0-9a-z]{3,5}$/.test(body) || !/^[A-Za-z0-9_-]{22}$/.test(given)) return null;
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(scope, body)))) return null;
  return { reportId: unpacked(body.slice(0, 22)), partnerId: unpacked(body.slice(22, 44)), until: endOf(Number.parseInt(body.slice(44), 36)) };
}

function signature({ services, tenant }: Scope, body: string): string {
  return createHmac('sha256', services.config.secret).update(`partner-link|${tenant.id}|${body}`).digest().subarray(0, 16).toString('base64url');
}

const endOf = (day: number) => new Date((day + 1) * dayMs);
const packed = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
const unpacked = (text: string) =>
  Buffer.from(text, 'base64url').toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
