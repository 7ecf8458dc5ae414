import type { Site } from '@meldewerk/contract/tenant';
import { markDevice } from './begun-mark.ts';
import { openDatabase, type DeviceDatabase } from './device-database.ts';
import type { Draft, StoredPhoto } from './draft.ts';

type Database = DeviceDatabase<'draft' | 'photos' | 'site'>;

/** What the device keeps for one workshop. `lasting` is false where the browser denies storage: then it lives as long as the page. */
export type DraftStore = {
  lasting: boolean;
  /** Another value once it had to be opened anew: what lay in it may be gone then. */
  lifetime(): unknown;
  readDraft(): Promise<Draft | undefined>;
  writeDraft(draft: Draft): Promise<void>;
  readPhotos(): Promise<StoredPhoto[]>;
  writePhoto(photo: StoredPhoto): Promise<void>;
  deletePhoto(id: string): Promise<void>;
  deletePhotos(): Promise<void>;
  readSite(): Promise<Site | undefined>;
  writeSite(site: Site): Promise<void>;
};

const patienceMs = 5_000;

/** Opens the store of the workshop at `origin` on this device. Never fails: without storage it keeps things in memory. */
export async function openDraftStore(origin: string): Promise<DraftStore> {
  try {
    const opening = openDatabase<'draft' | 'photos' | 'site'>(`meldewerk ${origin}`, (created) => {
      created.createObjectStore('draft');
      created.createObjectStore('photos', { keyPath: 'id' });
      created.createObjectStore('site');
    });
    // A browser that has not opened its storage by then is not going to.
    return lastingStore(await Promise.race([opening, new Promise<never>((_, fail) => setTimeout(fail, patienceMs))]), origin);
  } catch {
    return memoryStore();
  }
}

/** The same device, with nothing of the draft written or deleted. */
export function readOnly(store: DraftStore): DraftStore {
  return { ...store, writeDraft: nothing, writePhoto: nothing, deletePhoto: nothing, deletePhotos: nothing };
}

async function nothing(): Promise<void> {}

function lastingStore(database: Database, origin: string): DraftStore {
  return {
    lasting: true,
    lifetime: database.lifetime,
    readDraft: () => database.ask('draft', (store) => store.get('current')),
    writeDraft: (draft) => {
      if (!draft.link) markDevice(origin, draft);
      return database.write('draft', (store) => store('draft').put(draft, 'current'));
    },
    readPhotos: () => database.ask('photos', (store) => store.getAll()),
    writePhoto: (photo) => database.write('photos', (store) => store('photos').put(photo)),
    deletePhoto: (id) => database.write('photos', (store) => store('photos').delete(id)),
    deletePhotos: () => database.write('photos', (store) => store('photos').clear()),
    readSite: () => database.ask('site', (store) => store.get('current')),
    writeSite: (site) => database.write('site', (store) => store('site').put(site, 'current')),
  };
}

function memoryStore(): DraftStore {
  return {
    lasting: false,
    lifetime: () => null,
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
