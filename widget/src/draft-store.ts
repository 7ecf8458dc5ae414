import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { Site } from '@meldewerk/contract/tenant';
import type { Draft, StoredPhoto } from './draft.ts';

interface DraftSchema extends DBSchema {
  draft: { key: 'current'; value: Draft };
  photos: { key: string; value: StoredPhoto };
  site: { key: 'current'; value: Site };
}

/** What the device keeps for one workshop. `lasting` is false where the browser denies storage: then it lives as long as the page. */
export type DraftStore = {
  lasting: boolean;
  readDraft(): Promise<Draft | undefined>;
  writeDraft(draft: Draft): Promise<void>;
  readPhotos(): Promise<StoredPhoto[]>;
  writePhoto(photo: StoredPhoto): Promise<void>;
  deletePhoto(id: string): Promise<void>;
  deletePhotos(): Promise<void>;
  readSite(): Promise<Site | undefined>;
  writeSite(site: Site): Promise<void>;
};

/** Opens the store of the workshop at `origin` on this device. Never fails: without storage it keeps things in memory. */
export async function openDraftStore(origin: string): Promise<DraftStore> {
  try {
    const database = await openDB<DraftSchema>(`meldewerk ${origin}`, 1, {
      upgrade(created) {
        created.createObjectStore('draft');
        created.createObjectStore('photos', { keyPath: 'id' });
        created.createObjectStore('site');
      },
    });
    return lastingStore(database);
  } catch {
    return memoryStore();
  }
}

/** The same device, with nothing of the draft written or deleted. */
export function readOnly(store: DraftStore): DraftStore {
  return { ...store, writeDraft: nothing, writePhoto: nothing, deletePhoto: nothing, deletePhotos: nothing };
}

async function nothing(): Promise<void> {}

function lastingStore(database: IDBPDatabase<DraftSchema>): DraftStore {
  // Committed at once: left to itself, a transaction waits for the page to hear of the write, and a page that is reloaded
  // or closed at that moment takes the last letters with it.
  async function write<Name extends 'draft' | 'photos'>(name: Name, put: (store: IDBPObjectStore<DraftSchema, [Name], Name, 'readwrite'>) => Promise<unknown>): Promise<void> {
    const transaction = database.transaction(name, 'readwrite');
    const written = put(transaction.store);
    transaction.commit();
    await Promise.all([written, transaction.done]);
  }
  return {
    lasting: true,
    readDraft: () => database.get('draft', 'current'),
    writeDraft: (draft) => write('draft', (store) => store.put(draft, 'current')),
    readPhotos: () => database.getAll('photos'),
    writePhoto: (photo) => write('photos', (store) => store.put(photo)),
    deletePhoto: (id) => database.delete('photos', id),
    deletePhotos: () => database.clear('photos'),
    readSite: () => database.get('site', 'current'),
    writeSite: async (site) => void (await database.put('site', site, 'current')),
  };
}

function memoryStore(): DraftStore {
  return {
    lasting: false,
    readDraft: async () => undefined,
    writeDraft: nothing,
    readPhotos: async () => [],
    writePhoto: nothing,
    deletePhoto: nothing,
    deletePhotos: nothing,
    readSite: async () => undefined,
    writeSite: nothing,
  };
}
