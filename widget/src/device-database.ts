type Fill<Name extends string> = (store: (name: Name) => IDBObjectStore) => void;

/** A database of this device, as promises: no more of IndexedDB than the draft needs, since every page pays for it. */
export type DeviceDatabase<Name extends string> = {
  ask<Value>(name: Name, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value>;
  /** Resolves once everything that `fill` has asked for is committed. */
  write(names: Name | Name[], fill: Fill<Name>): Promise<void>;
};

/**
 * Opens `name`, once for each page; rejects where the browser denies storage.
 * @param stores makes the stores of a new database
 */
export function openDatabase<Name extends string>(name: string, version: number, stores: (created: IDBDatabase) => void): Promise<DeviceDatabase<Name>> {
  const opened = connections.get(name) ?? connect(name, version, stores);
  connections.set(name, opened);
  opened.catch(() => connections.delete(name));
  return opened.then((database) => ({
    ask: async (store, ask) => answerOf(ask(database.transaction(store).objectStore(store))),
    write: (names, fill) => write(database, names, fill),
  }));
}

const connections = new Map<string, Promise<IDBDatabase>>();

async function connect(name: string, version: number, stores: (created: IDBDatabase) => void): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => stores(opening.result);
  const database = await answerOf(opening);
  database.onclose = () => connections.delete(name);
  return database;
}

function write<Name extends string>(database: IDBDatabase, names: Name | Name[], fill: Fill<Name>): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the device refused the write'));
    fill((name) => transaction.objectStore(name));
    // At once: left to itself, a transaction waits for the page to hear of the write, and a page that is reloaded or closed
    // at that moment takes the last letters with it.
    transaction.commit();
  });
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
