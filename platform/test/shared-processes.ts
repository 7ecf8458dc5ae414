import { createDocuments } from '@meldewerk/documents/create-documents';
import { makeSealKey, openSealKey } from '@meldewerk/documents/seal-key';
import { createTableReader } from '../src/imports/table-reader.ts';
import { createDecoder } from '../src/photos/decoder.ts';
import type { Services } from '../src/services.ts';

type Shared = Pick<Services, 'decoder' | 'documents' | 'tables'>;

// That the machine is slow is no fault of what is tested.
const patient = { timeoutMs: 60_000 };
const idleMs = 15_000;
let shared: Shared | undefined;

/**
 * The processes that work on files, and the key they seal with: one set for all platforms of a test process, since starting
 * one takes longer than most tests. Nothing is kept in them from one file to the next.
 */
export function sharedProcesses(): Shared {
  return (shared ??= {
    decoder: keptOpen(createDecoder({ ...patient, idleMs, processes: 2 })),
    documents: keptOpen(createDocuments({ ...patient, idleMs, processes: 1, sealKey: async () => openSealKey(await makeSealKey('localhost', new Date('2026-11-20T10:00:00Z'))) })),
    tables: keptOpen(createTableReader({ ...patient, memoryLimitBytes: 700_000_000 })),
  });
}

/** They end when nobody has asked for a while, and with the test process. */
function keptOpen<Closable extends { close(): Promise<void> }>(service: Closable): Closable {
  return { ...service, close: async () => {} };
}
