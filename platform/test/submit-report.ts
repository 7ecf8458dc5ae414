import { randomBytes, randomUUID } from 'node:crypto';
import type { Receipt, SubmissionInput } from '@meldewerk/contract/report';
import sharp from 'sharp';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

export type OpenDraft = { draftId: string; token: string };
export type SubmittedReport = OpenDraft & { receipt: Receipt; photoIds: string[]; photoBytes: Buffer };

export const bearer = ({ token }: Pick<OpenDraft, 'token'>) => ({ authorization: `Bearer ${token}` });

/** Opens a draft as the widget does: id and token are made on the device. */
export async function openDraft(platform: Platform, workshop: Workshop): Promise<OpenDraft> {
  const draft = { draftId: randomUUID(), token: randomBytes(32).toString('base64url') };
  const response = await platform.request(workshop.host, `/api/drafts/${draft.draftId}`, { method: 'PUT', headers: bearer(draft) });
  if (response.status !== 200) throw new Error(`opening a draft answered ${response.status}: ${await response.text()}`);
  return draft;
}

/** Begins an upload and returns its path. */
export async function beginUpload(platform: Platform, workshop: Workshop, draft: OpenDraft, length: number, photoId: string = randomUUID(), more: Record<string, string> = {}): Promise<string> {
  const metadata = { draftId: draft.draftId, photoId, shotId: 'damageWide', source: 'file', fileName: 'Schaden.jpg', ...more };
  const response = await platform.request(workshop.host, '/api/uploads', {
    method: 'POST',
    headers: {
      ...bearer(draft),
      'tus-resumable': '1.0.0',
      'upload-length': String(length),
      'upload-metadata': Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(','),
    },
  });
  if (response.status !== 201) throw new Error(`beginning an upload answered ${response.status}: ${await response.text()}`);
  return new URL(response.headers.get('location') ?? '', `http://${workshop.host}/api/uploads`).pathname;
}

export async function uploadPhoto(platform: Platform, workshop: Workshop, draft: OpenDraft, bytes: Buffer, more: Record<string, string> = {}): Promise<string> {
  const photoId = randomUUID();
  const path = await beginUpload(platform, workshop, draft, bytes.length, photoId, more);
  const response = await platform.request(workshop.host, path, {
    method: 'PATCH',
    headers: { ...bearer(draft), 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length) },
    body: new Uint8Array(bytes),
  });
  if (response.status !== 204) throw new Error(`an upload answered ${response.status}: ${await response.text()}`);
  return photoId;
}

export function smallPhoto(): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 240, channels: 3, background: '#7a1f1f' } }).jpeg().toBuffer();
}

/** What a customer sends who fills in what has to be; `marker` goes into every text a person types. */
export function submissionOf(draft: OpenDraft, photoIds: string[], marker = 'Muster'): SubmissionInput {
  return {
    draftId: draft.draftId,
    language: 'de',
    catalogueVersion: 1,
    category: 'marten',
    answers: { incidentDate: '2026-11-19', incidentDescription: `${marker} hat Kabel angebissen`, drivable: true },
    reporter: {
      role: 'keeper', firstName: marker, lastName: marker, company: `${marker} GmbH`, phone: '0151 23456789', email: `${marker.toLowerCase()}@kunde.example`,
      street: `${marker}weg 1`, postalCode: '76133', city: 'Karlsruhe', preferredChannel: 'email',
    },
    vehicle: {
      licensePlate: 'KA-PA 777', plateCountry: 'D', type: 'car', makeModel: `Modell ${marker}`, firstRegistration: '2019-05-14', vin: 'WVWZZZ1KZAW000123', hsn: '0603', tsn: 'BGU',
      odometerKm: 84_300, driveType: 'petrol', leased: false, location: `Hof ${marker}`,
    },
    insurance: { coverage: 'fullyComprehensive', insurer: `Versicherung ${marker}`, policyNumber: `VS ${marker}`, claimNumber: `SN ${marker}` },
    photos: photoIds.map((id) => ({ id, shotId: 'damageWide' })),
    skippedShots: ['frontLeft', 'frontRight', 'rearRight', 'rearLeft', 'damageWide', 'damageClose', 'biteMarks', 'odometer', 'registration', 'vin', 'registrationDocument'],
    privacyConsent: { version: 1, given: true },
    source: { kind: 'embed', origin: 'https://www.autohaus.example' },
  };
}

/** A whole small report with one photo, sent as the widget does. Run the jobs to have its photo ready and its messages out. */
export async function submitSmallReport(platform: Platform, workshop: Workshop, marker?: string): Promise<SubmittedReport> {
  const draft = await openDraft(platform, workshop);
  const photoBytes = await smallPhoto();
  const photoIds = [await uploadPhoto(platform, workshop, draft, photoBytes)];
  const response = await platform.request(workshop.host, '/api/reports', {
    headers: { ...bearer(draft), 'idempotency-key': randomUUID() },
    json: submissionOf(draft, photoIds, marker),
  });
  if (response.status !== 201) throw new Error(`a report answered ${response.status}: ${await response.text()}`);
  return { ...draft, photoIds, photoBytes, receipt: (await response.json()) as Receipt };
}
