import { Readable } from 'node:stream';
import { exportBlobKey } from '@meldewerk/blobs/blob-store';
import { attachment } from '../http/content-disposition.ts';
import { ProblemError } from '../http/problem.ts';
import type { StaffScope } from '../http/scope.ts';
import { dayIn } from '../time-zone.ts';
import { findExport } from './find-export.ts';
import { xlsxType } from './send-file.ts';

const fileNames = { de: 'Meldungen', en: 'Reports' };

/** The finished workbook, under the day it was asked for. */
export async function sendExport(scope: StaffScope, id: string, method: string): Promise<Response> {
  const { services, tenant } = scope;
  const { finishedAt, cancelledAt, createdAt, language } = await findExport(scope, id);
  if (!finishedAt || cancelledAt) throw new ProblemError('notFound');
  const { stream, byteSize } = await services.blobs.open(exportBlobKey(tenant.id, id));
  const headers = {
    'content-type': xlsxType,
    'content-disposition': attachment(`${fileNames[language]}_${dayIn(tenant.settings.timeZone, createdAt)}.xlsx`),
    'content-length': String(byteSize),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
  if (method !== 'HEAD') return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
  stream.destroy();
  return new Response(null, { headers });
}
