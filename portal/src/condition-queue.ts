import type { ConditionPhotoQuery } from '@meldewerk/contract/condition-photo';
import { ConnectionError, ProblemError } from '@meldewerk/shell/request';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { sendConditionPhoto } from './data/condition-photos.ts';

/** A picture that is taken and not yet known to be safe with us. `refused` holds what the server said against it. */
export type WaitingPhoto = { id: string; reportId: string; said: ConditionPhotoQuery; picture: Blob; staffId: string; refused?: string };

interface QueueSchema extends DBSchema {
  photos: { key: string; value: WaitingPhoto };
}

const retryAfterMs = 5_000;

/** Tells `change` whenever something was added, is safe, or was refused. */
export const conditionQueue = new EventTarget();

let database: Promise<IDBPDatabase<QueueSchema> | null> | undefined;
/** What could not be put on the device (private mode, no room) waits at least as long as the page lives. */
const kept = new Map<string, WaitingPhoto>();
let sending: Promise<void> | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;

/** On the device first, then on its way; returns as soon as it is kept. */
export async function queuePhoto(photo: WaitingPhoto): Promise<void> {
  kept.set(photo.id, photo);
  await (await store())?.put('photos', photo).catch(() => undefined);
  changed();
  void sendWaiting(photo.staffId);
}

/** Of this staff member and report, oldest first. */
export async function waitingPhotos(staffId: string, reportId: string): Promise<WaitingPhoto[]> {
  await recall();
  return [...kept.values()].filter((photo) => photo.staffId === staffId && photo.reportId === reportId).toSorted((a, b) => a.said.takenAt.localeCompare(b.said.takenAt));
}

export async function dropPhoto(id: string): Promise<void> {
  kept.delete(id);
  await (await store())?.delete('photos', id).catch(() => undefined);
  changed();
}

/** Sends what waits, one after the other; what gets no answer is tried again by itself. */
export async function sendWaiting(staffId: string): Promise<void> {
  sending ??= sendAll(staffId).finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(staffId: string): Promise<void> {
  clearTimeout(retry);
  await recall();
  for (let photo = next(staffId); photo; photo = next(staffId)) {
    try {
      await sendConditionPhoto(photo.reportId, photo.id, photo.said, photo.picture);
      await dropPhoto(photo.id);
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429 && error.problem.status !== 401) {
        const refused = { ...photo, refused: error.problem.detail };
        kept.set(photo.id, refused);
        await (await store())?.put('photos', refused).catch(() => undefined);
        changed();
        continue;
      }
      if (!(error instanceof ConnectionError) && !(error instanceof ProblemError)) throw error;
      retry = setTimeout(() => void sendWaiting(staffId), retryAfterMs);
      return;
    }
  }
}

function next(staffId: string): WaitingPhoto | undefined {
  return [...kept.values()].find((photo) => photo.staffId === staffId && photo.refused === undefined);
}

async function recall(): Promise<void> {
  for (const photo of (await (await store())?.getAll('photos').catch(() => [])) ?? []) if (!kept.has(photo.id)) kept.set(photo.id, photo);
}

function store(): Promise<IDBPDatabase<QueueSchema> | null> {
  database ??= openDB<QueueSchema>('meldewerk-condition-photos', 1, { upgrade: (opened) => void opened.createObjectStore('photos', { keyPath: 'id' }) }).catch(() => null);
  return database;
}

function changed() {
  conditionQueue.dispatchEvent(new Event('change'));
}
