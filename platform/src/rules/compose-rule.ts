import type { StaffLanguage } from '@meldewerk/contract/language';
import type { Rule, RulePlaceholder } from '@meldewerk/contract/rule';
import { labelOfStatus, type Workflow } from '@meldewerk/contract/workflow';
import type { ReportStatus } from '@meldewerk/contract/handling';
import type { ComposedMail } from '@meldewerk/messaging/templates/compose-mail';
import { greetedName } from '@meldewerk/messaging/templates/greeted-name';
import { toGsmText } from '@meldewerk/messaging/templates/gsm-text';
import { ruleMail, ruleStaffMail } from '@meldewerk/messaging/templates/rule-mails';
import type { TenantSettings } from '@meldewerk/tenants/settings';
import { fillText } from '../forms/fill-text.ts';

/** What a rule's message says of the report it is about. */
export type RuleFacts = {
  workshop: TenantSettings;
  reference: string;
  customerName: string;
  licensePlate: string;
  makeModel: string | null;
  status: ReportStatus;
  subStatus: string | null;
  nextStep: string | null;
};

type Customer = Extract<Rule['action'], { kind: 'customerMessage' }>;
type Staff = Exclude<Rule['action'], Customer>;

/** The workshop's words with the link to the status page behind them: as SMS and as mail. */
export function composeForCustomer(action: Customer, facts: RuleFacts, language: StaffLanguage, url: string): { sms: { text: string }; mail: ComposedMail } {
  const text = fillText(action.text[language], valuesOf(facts, language)).trim();
  const { workshop, reference, licensePlate } = facts;
  return { sms: { text: `${toGsmText(text)} ${url}` }, mail: ruleMail({ language, workshop, reference, licensePlate, text, url }) };
}

export function composeForStaff(action: Staff, facts: RuleFacts, language: StaffLanguage, { url, days }: { url: string; days: number }): ComposedMail {
  const { workshop, reference, licensePlate, customerName, nextStep } = facts;
  const text = action.kind === 'staffMessage' ? fillText(action.text[language], valuesOf(facts, language)).trim() : null;
  return ruleStaffMail({ language, workshop, reference, licensePlate, customerName, nextStep, text, days, status: statusName(workshop.workflow, facts, language), url });
}

function valuesOf(facts: RuleFacts, language: StaffLanguage): Record<RulePlaceholder, string> {
  const { workshop, customerName, licensePlate, makeModel, reference } = facts;
  return {
    'kunde.name': greetedName(customerName),
    'fahrzeug.kennzeichen': licensePlate,
    // Whoever types a model may have it sent to a stranger, as with a name.
    'fahrzeug.modell': greetedName(makeModel ?? ''),
    'meldung.nummer': reference,
    'meldung.status': statusName(workshop.workflow, facts, language),
    'werkstatt.name': workshop.name,
    'werkstatt.telefon': workshop.phone,
  };
}

function statusName(workflow: Workflow, { status, subStatus }: Pick<RuleFacts, 'status' | 'subStatus'>, language: StaffLanguage): string {
  return labelOfStatus(workflow, status, subStatus)[language];
}
