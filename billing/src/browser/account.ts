import type { BillingAccount } from '@meldewerk/contract/billing';
import { fetchAccount } from './data/accounts.ts';
import { followAccountLanguage } from './locale.ts';

type State = { kind: 'none' } | { kind: 'loading' } | { kind: 'open'; account: BillingAccount } | { kind: 'failed'; error: unknown };

let state: State = { kind: 'none' };
let asked: string | undefined;

/** Tells `change` when an account was opened, changed or could not be read. */
export const accountChanges = new EventTarget();

export function accountState(): State {
  return state;
}

/** Reads the account unless it is the one that was asked for last. */
export function openAccount(tenantId: string) {
  if (asked !== tenantId) readAnew(tenantId);
}

/** After it could not be read. */
export function retryAccount() {
  if (asked && state.kind === 'failed') readAnew(asked);
}

/** Reads it again; what is on the screen stays until the answer is there. */
export async function reloadAccount() {
  if (asked) await read(asked);
}

/** What the server answered to a change. */
export function showAccount(account: BillingAccount) {
  if (asked === account.tenantId) become({ kind: 'open', account });
}

export function closeAccount() {
  asked = undefined;
  become({ kind: 'none' });
}

/** Before there is a subscription the set-up is all there is to see. */
export function isBeingSetUp(account: BillingAccount): boolean {
  return account.state === 'setup';
}

function readAnew(tenantId: string) {
  asked = tenantId;
  become({ kind: 'loading' });
  void read(tenantId).catch((error: unknown) => {
    if (asked === tenantId) become({ kind: 'failed', error });
  });
}

async function read(tenantId: string) {
  const account = await fetchAccount(tenantId);
  if (asked !== tenantId) return;
  await followAccountLanguage(account.language);
  become({ kind: 'open', account });
}

function become(next: State) {
  state = next;
  accountChanges.dispatchEvent(new Event('change'));
}
