import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { conditionPhotoQuerySchema, type ConditionPhoto } from '@meldewerk/contract/condition-photo';
import type { ReportDetail } from '@meldewerk/contract/report';
import * as v from 'valibot';

type Reports = { find: (id: string) => ReportDetail | undefined; change: (id: string, changes: Partial<ReportDetail>) => void };

const pictures = new Map<string, Buffer>();

/** Answers and says true where the route is about the workshop's own photos. */
export async function standInConditionPhotos(route: string, url: URL, request: IncomingMessage, response: ServerResponse, reports: Reports): Promise<boolean> {
  const [, , area, id = '', part, photoId = ''] = url.pathname.split('/');
  if (route.startsWith('GET /api/condition-photos/')) {
    response.setHeader('Content-Type', 'image/jpeg');
    response.end(pictures.get(id));
    return true;
  }
  const report = area === 'reports' && part === 'condition-photos' ? reports.find(id) : undefined;
  if (!report) return false;
  const others = report.conditionPhotos.filter((photo) => photo.id !== photoId);
  if (request.method === 'DELETE') {
    reports.change(id, { conditionPhotos: others });
    response.statusCode = 204;
    response.end();
    return true;
  }
  const picture = await buffer(request);
  const { stage, shotId, takenAt, compares } = v.parse(conditionPhotoQuerySchema, Object.fromEntries(url.searchParams));
  const photo: ConditionPhoto = {
    id: photoId, stage, shotId, comparesPhotoId: compares ?? null, takenByName: 'Sabine Kern', takenAt, uploadedAt: new Date().toISOString(),
    byteSize: picture.length, width: 640, height: 480, sha256: createHash('sha256').update(picture).digest('hex'),
  };
  pictures.set(photoId, picture);
  reports.change(id, { conditionPhotos: [...others, photo] });
  response.statusCode = 201;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(photo));
  return true;
}
