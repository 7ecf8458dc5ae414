import { buffer } from 'node:stream/consumers';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openingInputSchema, redactionInputSchema, type RedactionState } from '@meldewerk/contract/redaction';
import type { ReportDetail } from '@meldewerk/contract/report';
import * as v from 'valibot';

type Reports = { list: () => ReportDetail[]; change: (id: string, changes: Partial<ReportDetail>) => void };

const states = new Map<string, RedactionState>();

/** Answers and says true where the route is about covered parts of a photo. */
export async function standInRedactions(url: URL, request: IncomingMessage, response: ServerResponse, { list, change }: Reports): Promise<boolean> {
  const [, , area, photoId = '', part] = url.pathname.split('/');
  if (area !== 'photos' || (part !== 'redaction' && part !== 'original-openings')) return false;
  const state = states.get(photoId) ?? { redaction: null, openings: [] };
  const at = new Date().toISOString();
  const keep = (next: RedactionState) => {
    states.set(photoId, next);
    const report = list().find(({ photos }) => photos.some(({ id }) => id === photoId));
    const redaction = next.redaction && { id: next.redaction.id, madeAt: next.redaction.madeAt, byteSize: 1_000_000, sha256: 'ab'.repeat(32) };
    const taken = list().find(({ conditionPhotos }) => conditionPhotos.some(({ id }) => id === photoId));
    if (taken) change(taken.id, { conditionPhotos: taken.conditionPhotos.map((photo) => (photo.id === photoId ? { ...photo, redactionId: next.redaction?.id } : photo)) });
    if (report) change(report.id, { photos: report.photos.map((photo) => (photo.id === photoId ? { ...photo, redaction } : photo)) });
  };
  if (request.method === 'DELETE') keep({ ...state, redaction: null });
  else if (request.method === 'PUT') {
    const { areas } = v.parse(redactionInputSchema, JSON.parse((await buffer(request)).toString()));
    keep({ ...state, redaction: { id: crypto.randomUUID(), areas, madeAt: at, staffName: 'Sabine Kern' } });
  } else if (request.method === 'POST') {
    const { reason } = v.parse(openingInputSchema, JSON.parse((await buffer(request)).toString()));
    keep({ ...state, openings: [{ at, staffName: 'Sabine Kern', reason }, ...state.openings] });
    response.setHeader('Content-Type', 'image/jpeg');
    response.end('original');
    return true;
  }
  response.statusCode = request.method === 'DELETE' ? 204 : 200;
  response.setHeader('Content-Type', 'application/json');
  response.end(request.method === 'DELETE' ? '' : JSON.stringify(states.get(photoId) ?? state));
  return true;
}
