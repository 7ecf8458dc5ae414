import type { StaffLanguage } from '@meldewerk/contract/language';
import { rulePreviewSchema, ruleViewSchema, type Rule, type RulePreview, type RuleView } from '@meldewerk/contract/rule';
import { requestJson } from '@meldewerk/shell/request';

export function fetchRules(): Promise<RuleView> {
  return requestJson(ruleViewSchema, 'GET', '/api/settings/rules');
}

export function saveRules(rules: Rule[]): Promise<RuleView> {
  return requestJson(ruleViewSchema, 'PUT', '/api/settings/rules', { body: { rules } });
}

/** To the letter what the rule would send about an invented report. */
export function previewRule(rule: Rule, language: StaffLanguage, signal?: AbortSignal): Promise<RulePreview> {
  return requestJson(rulePreviewSchema, 'POST', '/api/settings/rules/preview', { body: { rule, language }, ...(signal && { signal }) });
}
