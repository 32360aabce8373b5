/** One IndexedDB database with one store of records that carry their own `id`. */
export interface RecordStore<T extends { readonly id: string }> {
  get(id: string): Promise<T | undefined>;
  all(): Promise<T[]>;
  put(record: T): Promise<void>;
  remove(id: string): Promise<void>;
}

const store = 'records';
const opened = new Map<string, Promise<IDBDatabase>>();

function open(name: string): Promise<IDBDatabase> {
  const known = opened.get(name);
  if (known) return known;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const forget = () => opened.delete(name);
      request.result.onclose = forget;
      // Another page deletes the database (sign-out): let it, and open a new one when it is next needed.
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      resolve(request.result);
    };
  });
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}

async function run<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(name);
  return new Promise<T>((resolve, reject) => {
    // `strict`: what the person handed in is on the disk, not only in memory, before it is called kept.
    const transaction = database.transaction(store, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

export function recordStore<T extends { readonly id: string }>(name: string): RecordStore<T> {
  return {
    get: (id) => run(name, 'readonly', (records) => records.get(id) as IDBRequest<T | undefined>),
    all: () => run(name, 'readonly', (records) => records.getAll() as IDBRequest<T[]>),
    put: async (record) => {
      await run(name, 'readwrite', (records) => records.put(record));
    },
    remove: async (id) => {
      await run(name, 'readwrite', (records) => records.delete(id));
    },
  };
}

export function deleteDatabase(name: string): Promise<void> {
  opened.delete(name);
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
}
