type Fill<Name extends string> = (store: (name: Name) => IDBObjectStore) => void;

/** A database of this device, as promises: no more of IndexedDB than the draft needs, since every page pays for it. */
export type DeviceDatabase<Name extends string> = {
  ask<Value>(name: Name, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value>;
  /** Resolves once everything that `fill` has asked for is committed. */
  write(names: Name | Name[], fill: Fill<Name>): Promise<void>;
  /** Another value once it had to be opened anew: what lay in it may be gone then. */
  lifetime(): unknown;
};

/**
 * Opens `name`, once for each page; rejects where the browser denies storage. Closed underneath, it is opened anew with the
 * next thing that is asked.
 * @param stores makes the stores of a new database
 */
export async function openDatabase<Name extends string>(name: string, stores: (created: IDBDatabase) => void): Promise<DeviceDatabase<Name>> {
  const connected = () => connections.get(name) ?? connect(name, stores);
  await connected();
  return {
    ask: async (store, ask) => answerOf(ask((await connected()).transaction(store).objectStore(store))),
    write: async (names, fill) => write(await connected(), names, fill),
    lifetime: () => connections.get(name),
  };
}

const connections = new Map<string, Promise<IDBDatabase>>();

function connect(name: string, stores: (created: IDBDatabase) => void): Promise<IDBDatabase> {
  // In whatever version it has: one that a newer widget has changed keeps what this one knows.
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => stores(opening.result);
  const opened = answerOf(opening);
  const forget = () => connections.delete(name);
  connections.set(name, opened);
  opened.then((database) => {
    database.onclose = forget;
    // Somebody deletes it, or a newer widget changes it in another tab: nobody waits for this one.
    database.onversionchange = () => {
      forget();
      database.close();
    };
  }, forget);
  return opened;
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
