import { randomUUID } from 'node:crypto';
import type { Platform } from './harness.ts';
import type { Workshop } from './workshop.ts';

export type FurnishedLists = { viewId: string; batchId: string };

/** A saved view, a chosen sort, and a change of one report that can be taken back; all of the person with this cookie. */
export async function furnishLists(platform: Platform, workshop: Workshop, cookie: string, reportId: string, word = 'Muster'): Promise<FurnishedLists> {
  const [viewId, batchId] = [randomUUID(), randomUUID()];
  const asked = [
    ['POST', '/api/views', { id: viewId, name: `Ansicht ${word}`, filter: { q: word }, sort: 'newest', layout: 'list', shared: false }],
    ['PUT', '/api/preferences', { sort: 'newest' }],
    ['POST', '/api/handling-batches', { id: batchId, reportIds: [reportId], set: { addTags: [word] } }],
  ] as const;
  for (const [method, path, json] of asked) {
    const response = await platform.request(workshop.host, path, { method, cookie, json });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
  }
  return { viewId, batchId };
}
