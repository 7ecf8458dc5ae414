import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Rule, RulePreview } from '@meldewerk/contract/rule';
import { measureSms } from '@meldewerk/messaging/templates/gsm-text';
import { originOf } from '../config.ts';
import type { Scope } from '../http/scope.ts';
import { composeForCustomer, composeForStaff, type RuleFacts } from './compose-rule.ts';

/** As long as a real one. */
const inventedToken = 'aB3dE5fG7hJ9kL1mN3pQ5r';

/** What would be sent about an invented report, to the letter. */
export function previewRule({ services, tenant }: Scope, { when, action }: Rule, language: StaffLanguage): RulePreview {
  const year = services.clock.now().getUTCFullYear();
  const facts: RuleFacts = {
    workshop: tenant.settings, reference: `${tenant.settings.referencePrefix}-${year}-000123`, customerName: 'Petra Schönfelder', licensePlate: 'KA-PA 777', makeModel: 'VW Golf Variant',
    status: when.status, subStatus: when.subStatus, nextStep: null,
  };
  const origin = originOf(services.config, tenant.slug);
  if (action.kind !== 'customerMessage') {
    const { subject, text } = composeForStaff(action, facts, language, { url: `${origin}/portal/reports/…`, days: when.afterDays ?? 0 });
    return { sms: null, mail: { subject, text } };
  }
  const { sms, mail } = composeForCustomer(action, facts, language, `${origin}/s/${inventedToken}`);
  const { characters, segments } = measureSms(sms.text);
  return { sms: action.channel === 'email' ? null : { ...sms, characters, segments }, mail: action.channel === 'sms' ? null : { subject: mail.subject, text: mail.text } };
}
