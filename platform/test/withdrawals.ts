import { randomUUID } from 'node:crypto';
import { findTenantById } from '@meldewerk/tenants/find';
import { noticeFile } from '../src/withdrawals/notice-file.ts';
import type { Platform, TestRequest } from './harness.ts';
import type { Workshop } from './workshop.ts';

export type Declaration = { id: string; name: string; email: string; contract: string; statement?: string };

export function declarationOf(changes: Partial<Declaration> = {}): Declaration {
  const id = randomUUID();
  return { id, name: 'Erika Muster', email: `${id}@kunde.example`, contract: 'Reparatur meines Wagens', ...changes };
}

export function declare(platform: Platform, workshop: Workshop, declaration: Declaration, request: TestRequest = {}): Promise<Response> {
  return platform.request(workshop.host, '/api/withdrawal-declarations', { json: declaration, ...request });
}

/** A declaration that fits no report, and the notice as a file. */
export async function furnishWithdrawal(platform: Platform, workshop: Workshop, word = 'Muster'): Promise<string> {
  const declaration = declarationOf({ name: `Jo ${word}`, contract: `Auftrag ${word}`, statement: `${word} sagt ab` });
  const response = await declare(platform, workshop, declaration);
  if (response.status !== 201) throw new Error(`a withdrawal answered ${response.status}: ${await response.text()}`);
  const { services } = platform;
  const tenant = await findTenantById(services.db, workshop.tenantId);
  if (tenant) await noticeFile({ services, tenant, language: 'de', spoken: 'de', requestId: randomUUID() }, 1, 'de');
  return declaration.id;
}
