import { randomBytes, randomUUID } from 'node:crypto';
import type { Receipt } from '@meldewerk/contract/report';
import { newErrand, type Errand } from './errand.ts';

export type PageReport = Errand & { draftId: string; phone: string; email: string; receipt?: Receipt };

export const skippedShots = ['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageClose', 'odometer'];

/** A customer on the workshop's page: opens a draft and sends it. Customers come from many addresses; the proxy in front says which. */
export function newPageReport(number: number): PageReport {
  const draftId = randomUUID();
  const contact = { phone: `+491511${String(number).padStart(7, '0')}`, email: `kundin-${number}@example.com` };
  const headers = { authorization: `Bearer ${randomBytes(32).toString('base64url')}`, 'x-forwarded-for': `198.51.${number >> 8}.${number & 255}` };
  const key = randomUUID();
  const json = {
    draftId, language: 'de', catalogueVersion: 1, category: 'other',
    answers: { incidentDate: '2026-11-02', incidentDescription: 'Klappern vorne links', drivable: true },
    reporter: { role: 'keeper', firstName: 'Ute', lastName: `Probe ${number}`, ...contact },
    vehicle: { licensePlate: `KA-PA ${number}` }, insurance: {}, photos: [], skippedShots,
    privacyConsent: { version: 1, given: true }, source: { kind: 'page' },
  };
  const report: PageReport = {
    draftId,
    ...contact,
    ...newErrand([
      (ask) => ask({ method: 'PUT', path: `/api/drafts/${draftId}`, headers, answers: 200 }),
      async (ask) => {
        report.receipt = await ask<Receipt>({ path: '/api/reports', headers: { ...headers, 'idempotency-key': key }, json, answers: 201 });
      },
    ]),
  };
  return report;
}
