import { openDB, type DBSchema } from 'idb';
import type { AccidentContent, StatementSide } from '@meldewerk/contract/accident-fields';
import type { AccidentChanges, AccidentStatement, SignStatement } from '@meldewerk/contract/accident-statement';
import type { Language } from '@meldewerk/contract/language';
import type { StatementStep } from './statement-steps.ts';

/** A statement as it lies on the device of one side. */
export type StoredStatement = {
  /** Bearer of this side: 32 random bytes, base64url. */
  token: string;
  id: string;
  side: StatementSide;
  language: Language | null;
  /** The server as it last spoke; null until it has heard of the statement. */
  state: AccidentStatement | null;
  /** Typed and not heard by the server yet. */
  pending: AccidentChanges;
  /** Said to be done, not heard by the server yet. */
  ready: boolean;
  /** Given and not heard by the server yet: the same one is sent until it answers. */
  signatures: SignStatement[];
  /** The other driver has no phone at hand: both sides are filled in here. */
  alone: boolean;
  /** Where the signed PDF was mailed from here. */
  mailed?: Partial<Record<StatementSide, string[]>>;
  /** The page of the damage report it was opened from. */
  back: string | null;
  step: StatementStep;
  changedAt: number;
};

interface StatementSchema extends DBSchema {
  statements: { key: string; value: StoredStatement };
}

export type StatementStore = {
  /** False where the browser denies storage: then it lives as long as the page. */
  lasting: boolean;
  read(token: string): Promise<StoredStatement | undefined>;
  readAll(): Promise<StoredStatement[]>;
  write(statement: StoredStatement): Promise<void>;
};

const kept = new Map<string, StoredStatement>();
const keptForMs = 60 * 24 * 60 * 60 * 1000;

/** The statements of this device at the workshop of `origin`. Never fails; what is long over leaves the device. */
export async function openStatementStore(origin: string): Promise<StatementStore> {
  try {
    const database = await openDB<StatementSchema>(`meldewerk statements ${origin}`, 1, { upgrade: (created) => void created.createObjectStore('statements', { keyPath: 'token' }) });
    for (const { token, changedAt } of await database.getAll('statements')) if (Date.now() - changedAt > keptForMs) await database.delete('statements', token);
    return {
      lasting: true,
      read: (token) => database.get('statements', token),
      readAll: () => database.getAll('statements'),
      // Committed at once: a page that is closed in that moment must not take the last letters with it.
      async write(statement) {
        const transaction = database.transaction('statements', 'readwrite');
        const written = transaction.store.put(statement);
        transaction.commit();
        await Promise.all([written, transaction.done]);
      },
    };
  } catch {
    return {
      lasting: false,
      read: async (token) => kept.get(token),
      readAll: async () => [...kept.values()],
      write: async (statement) => void kept.set(statement.token, statement),
    };
  }
}

export function newStatement({ id, token, side }: Pick<StoredStatement, 'id' | 'token' | 'side'>, changes: AccidentChanges, language: Language | null, now: number): StoredStatement {
  return { id, token, side, language, state: null, pending: changes, ready: false, signatures: [], alone: false, back: null, step: side === 'a' ? 'start' : 'place', changedAt: now };
}

/** What the two have written, as this device knows it: the server's word, and over it what was typed here since. */
export function contentOf({ state, pending }: Pick<StoredStatement, 'state' | 'pending'>): AccidentContent {
  const content: AccidentContent = { ...state?.content };
  for (const [path, value] of Object.entries(pending)) {
    if (value === null || value === undefined) delete content[path];
    else content[path] = value;
  }
  return content;
}
