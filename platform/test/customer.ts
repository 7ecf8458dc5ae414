import { randomBytes, randomUUID } from 'node:crypto';
import type { SubmissionInput } from '@meldewerk/contract/report';
import type { Platform } from './harness.ts';

/** A device with a draft of its own. */
export type Customer = { draftId: string; token: string };

export function newCustomer(): Customer {
  return { draftId: randomUUID(), token: randomBytes(32).toString('base64url') };
}

/** A report without photos that needs nothing more to be accepted. */
export function smallReport(draftId: string, changes: Partial<SubmissionInput> = {}): SubmissionInput {
  return {
    draftId,
    language: 'de',
    catalogueVersion: 1,
    category: 'other',
    answers: { incidentDate: '2026-11-02', incidentDescription: 'Klappern vorne links seit gestern', drivable: true },
    reporter: { role: 'keeper', firstName: 'Jürgen', lastName: 'Großmann', phone: '0151 12345678', email: 'kunde@example.com' },
    vehicle: { licensePlate: 'ka pa777', vin: 'WVWZZZ1JZXW000001' },
    insurance: { coverage: 'selfPay' },
    photos: [],
    skippedShots: ['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageClose', 'odometer'],
    privacyConsent: { version: 1, given: true },
    source: { kind: 'page' },
    ...changes,
  };
}

export function openDraft(platform: Platform, host: string, { draftId, token }: Customer): Promise<Response> {
  return platform.request(host, `/api/drafts/${draftId}`, { method: 'PUT', headers: { authorization: `Bearer ${token}` } });
}

export function send(platform: Platform, host: string, { token }: Customer, report: unknown, key: string = randomUUID()): Promise<Response> {
  return platform.request(host, '/api/reports', { json: report, headers: { authorization: `Bearer ${token}`, 'idempotency-key': key } });
}

/** Opens a draft and sends a small report. */
export async function report(platform: Platform, host: string, changes: Partial<SubmissionInput> = {}): Promise<{ reportId: string; reference: string; customer: Customer }> {
  const customer = newCustomer();
  await openDraft(platform, host, customer);
  const response = await send(platform, host, customer, smallReport(customer.draftId, changes));
  if (response.status !== 201) throw new Error(`the report was answered ${response.status}: ${await response.text()}`);
  return { ...((await response.json()) as { reportId: string; reference: string }), customer };
}
