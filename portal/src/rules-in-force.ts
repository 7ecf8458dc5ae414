import type { Handling } from '@meldewerk/contract/handling';
import { tellsCustomer, type KeptRule } from '@meldewerk/contract/rule';
import { fetchRules } from './data/rules.ts';
import { liveUpdates } from './live-updates.ts';
import { sessionChanges } from './session.ts';

let rules: Promise<KeptRule[]> | undefined;

/** Whether a rule will write to the customer because the report has just reached this status. Where the rules cannot be read, nobody says so. */
export async function customerWillHear({ status, subStatus, internalSince }: Handling): Promise<boolean> {
  if (internalSince !== null || !tellsCustomer(status)) return false;
  rules ??= fetchRules().then((view) => view.rules);
  const known = await rules.catch(() => {
    rules = undefined;
    return [];
  });
  return known.some(({ enabled, when, action }) => enabled && action.kind === 'customerMessage' && when.afterDays === null && when.status === status && (when.subStatus === null || when.subStatus === subStatus));
}

function forget() {
  rules = undefined;
}
liveUpdates.addEventListener('settings', forget);
sessionChanges.addEventListener('change', forget);
