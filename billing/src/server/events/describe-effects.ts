import type { Copied, Fresh } from '../copy-and-settle.ts';
import type { Settled } from '../settle-account.ts';

/**
 * What an event did to one thing, by a word the operator's console knows: `new`, `changed`, `older` (a newer version was there
 * already), `gone` (Chargebee has none any more), `state:<state>` of the account, or why it did nothing: `notNeeded`,
 * `unknownCustomer`, `foreignResource`.
 */
export type EventEffect = { resource: string; id: string; effect: string };

/** What came of an event, resource by resource, and last what it made of the account. */
export function describeEffects(tenantId: string, { gone }: Fresh, { before, state, copied }: Settled & { copied: Copied[] }): EventEffect[] {
  const ended = (resource: string, ids: string[] = []) => ids.map((id) => ({ resource, id, effect: 'gone' }));
  return [
    ...copied.map(({ resource, id, change }) => ({ resource, id, effect: change })),
    ...ended('subscription', gone?.subscriptions),
    ...ended('invoice', gone?.invoices),
    ...ended('transaction', gone?.transactions),
    ...(before === state ? [] : [{ resource: 'account', id: tenantId, effect: `state:${state}` }]),
  ];
}
