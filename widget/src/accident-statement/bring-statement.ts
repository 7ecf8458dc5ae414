import type { Language } from '@meldewerk/contract/language';
import type { Api } from '../api.ts';
import { deviceRandomness } from '../draft.ts';
import { currentLanguage } from '../language.ts';
import { StatementApi } from './statement-api.ts';
import { newStatement, openStatementStore, type StatementStore, type StoredStatement } from './statement-store.ts';
import { StatementSync } from './statement-sync.ts';

export type Begun = { sync: StatementSync; language: Language | null };
export type Brought = Begun | { invitation: true; language: null };

/** Letters of the token in a QR code; that of a side is longer. */
export const invitationLength = 22;

/** What the address leads to: an invitation, the statement of a side, the one that is going on here, or a new one. */
export async function bringStatement(api: Api, token: string | null): Promise<Brought> {
  const store = await openStatementStore(api.origin);
  if (token?.length === invitationLength) {
    await new StatementApi(api, token, currentLanguage()).lookAtInvitation();
    return { invitation: true, language: null };
  }
  const kept = token ? await store.read(token) : await findOpen(store);
  if (kept) return begun(api, store, kept);
  if (token) return begun(api, store, await fetchStatement(api, store, token));
  const made = newStatement({ id: deviceRandomness.newId(), token: deviceRandomness.newToken(), side: 'a' }, {}, null, deviceRandomness.now());
  await store.write(made).catch(() => {});
  return begun(api, store, made);
}

/** Takes the invitation: the token is on the device before the server hears of it, so that a lost answer costs nothing. */
export async function joinWith(api: Api, invitation: string, language: Language): Promise<Begun> {
  const key = `meldewerk invitation ${invitation}`;
  const token = remembered(key) ?? deviceRandomness.newToken();
  remember(key, token);
  const state = await new StatementApi(api, invitation, language).join(token);
  const store = await openStatementStore(api.origin);
  const made = { ...newStatement({ id: state.id, token, side: 'b' }, {}, language, deviceRandomness.now()), state };
  await store.write(made).catch(() => {});
  return begun(api, store, made);
}

function begun(api: Api, store: StatementStore, stored: StoredStatement): Begun {
  return { sync: new StatementSync(api, store, stored), language: stored.language };
}

/** The page of a side on a device that does not know it: opened from a website with the report, or on a second device. */
async function fetchStatement(api: Api, store: StatementStore, token: string): Promise<StoredStatement> {
  const state = await new StatementApi(api, token, currentLanguage()).read();
  const made = { ...newStatement({ id: state.id, token, side: state.side }, {}, null, deviceRandomness.now()), state };
  await store.write(made).catch(() => {});
  return made;
}

/** Who opens the page again goes on with what was begun today. */
async function findOpen(store: StatementStore): Promise<StoredStatement | undefined> {
  const all = await store.readAll();
  const isRecent = ({ changedAt, state }: StoredStatement) => !state?.closedAt && deviceRandomness.now() - changedAt < 12 * 60 * 60 * 1000;
  return all.filter(isRecent).toSorted((one, other) => other.changedAt - one.changedAt)[0];
}

function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, token: string): void {
  try {
    sessionStorage.setItem(key, token);
  } catch {
    // A private window without storage: a lost answer then needs a new code.
  }
}
