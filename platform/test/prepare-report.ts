import { randomUUID } from 'node:crypto';
import type { PreparationInput, PreparedReport } from '@meldewerk/contract/preparation';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

/** What staff know after a phone call; `marker` goes into every text a person types. */
export function preparationOf(marker = 'Muster'): PreparationInput {
  return {
    language: 'de',
    category: 'marten',
    reporter: { firstName: marker, lastName: marker, company: `${marker} GmbH`, phone: '0151 23456789', email: `${marker.toLowerCase().replace(/[^a-z]/g, '')}@kunde.example`, street: `${marker}weg 1`, postalCode: '76133', city: 'Karlsruhe' },
    vehicle: { licensePlate: 'ka pa777', plateCountry: 'D', type: 'car', makeModel: `Modell ${marker}`, vin: 'WVWZZZ1KZAW000123' },
    insurance: { coverage: 'fullyComprehensive', insurer: `Versicherung ${marker}`, policyNumber: `VS ${marker}`, claimNumber: `SN ${marker}` },
    partner: null,
    incidentDate: '2026-11-19',
  };
}

type Preparing = { reportId?: string; version?: number; preparation?: PreparationInput };

/** Prepares a report as staff do, or changes one. */
export async function prepare(platform: Platform, workshop: Workshop, cookie: string, { reportId = randomUUID(), version = 0, preparation = preparationOf() }: Preparing = {}): Promise<PreparedReport> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/preparation`, { method: 'PUT', cookie, json: { version, preparation } });
  if (response.status !== 200) throw new Error(`preparing a report answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as PreparedReport;
}

/** The address of a prepared report's link, and its token. */
export async function linkOf(platform: Platform, workshop: Workshop, cookie: string, reportId: string): Promise<{ url: string; token: string }> {
  const response = await platform.request(workshop.host, `/api/reports/${reportId}/link`, { cookie });
  if (response.status !== 200) throw new Error(`the link answered ${response.status}: ${await response.text()}`);
  const { url } = (await response.json()) as { url: string };
  return { url, token: url.split('/m/')[1] ?? '' };
}

/** "Abschicken". Run the jobs to have it in the simulator's phone or inbox. */
export function sendLink(platform: Platform, workshop: Workshop, cookie: string, reportId: string, channel: 'sms' | 'email' = 'sms', id: string = randomUUID()): Promise<Response> {
  return platform.request(workshop.host, `/api/reports/${reportId}/link-messages`, { cookie, json: { id, channel } });
}
