import { isDeepStrictEqual } from 'node:util';
import type { KeptRule, Rule, RuleView } from '@meldewerk/contract/rule';
import { findTenantById } from '@meldewerk/tenants/find';
import type { TenantSettings } from '@meldewerk/tenants/settings';
import { ProblemError } from '../http/problem.ts';
import type { Scope } from '../http/scope.ts';
import { saveSettings } from '../save-settings.ts';
import { checkRules } from './check-rules.ts';

/** Keeps the list as a whole. A rule that is switched on, or looks somewhere else than before, begins now. */
export async function saveRules(scope: Scope, rules: Rule[]): Promise<void> {
  const settings = await keptSettings(scope);
  const issues = checkRules(rules, settings.workflow, scope.language);
  if (issues.length > 0) throw new ProblemError('validationFailed', { issues });
  const now = scope.services.clock.now().toISOString();
  const kept = rules.map((rule): KeptRule => {
    const before = settings.rules.find(({ id }) => id === rule.id);
    const goesOn = before?.enabled && rule.enabled && isDeepStrictEqual(before.when, rule.when);
    return { ...rule, activeSince: goesOn ? before.activeSince : now };
  });
  await saveSettings(scope, { rules: kept });
}

export async function viewRules(scope: Scope): Promise<RuleView> {
  const { rules, reminders: { quietHours, notOnSundays } } = await keptSettings(scope);
  return { rules, quietHours, notOnSundays };
}

/** As they are kept now, past the tenant cache. */
async function keptSettings({ services, tenant }: Scope): Promise<TenantSettings> {
  const found = await findTenantById(services.db, tenant.id);
  if (!found) throw new Error('the tenant of a request exists');
  return found.settings;
}
