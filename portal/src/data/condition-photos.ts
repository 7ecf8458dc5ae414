import { conditionPhotoSchema, type ConditionPhoto, type ConditionPhotoQuery } from '@meldewerk/contract/condition-photo';
import { ConnectionError, readProblem, request } from '@meldewerk/shell/request';
import * as v from 'valibot';
import { currentLanguage } from '../locale.ts';

/** Saying it again under the same id does no harm. Throws ProblemError when the picture is refused, ConnectionError when nothing came through. */
export async function sendConditionPhoto(reportId: string, photoId: string, said: ConditionPhotoQuery, picture: Blob): Promise<ConditionPhoto> {
  const query = new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const response = await fetch(`/api/reports/${reportId}/condition-photos/${photoId}?${query}`, {
    method: 'PUT', body: picture, headers: { 'Content-Type': picture.type || 'image/jpeg', 'Accept-Language': currentLanguage() }, credentials: 'same-origin',
  }).catch((cause: unknown) => {
    throw new ConnectionError('no answer', { cause });
  });
  if (!response.ok) throw await readProblem(response);
  return v.parse(conditionPhotoSchema, await response.json());
}

export async function removeConditionPhoto(reportId: string, photoId: string) {
  await request('DELETE', `/api/reports/${reportId}/condition-photos/${photoId}`);
}

export function conditionPhotoUrl(photoId: string, rendition: 'thumbnail' | 'display' | 'original'): string {
  return `/api/condition-photos/${photoId}/${rendition}`;
}
