import { msg, str } from '@lit/localize';
import type { Rule, RuleAction, RulePlaceholder } from '@meldewerk/contract/rule';
import { statusText } from '../../workflow.ts';

/** "Wenn „Abholbereit“ erreicht ist, SMS an den Kunden". */
export function ruleSentence({ when, action }: Rule): { when: string; action: string } {
  return { when: whenText(when), action: actionText(action) };
}

function whenText({ status, subStatus, afterDays }: Rule['when']): string {
  const label = subStatus ? `${statusText(status)} · ${statusText(status, subStatus)}` : statusText(status);
  if (afterDays === null) return msg(str`Sobald „${label}“ erreicht ist`, { id: 'rule.onReaching' });
  return afterDays === 1 ? msg(str`Nach 1 Tag auf „${label}“`, { id: 'rule.afterOneDay' }) : msg(str`Nach ${afterDays} Tagen auf „${label}“`, { id: 'rule.afterDays' });
}

function actionText(action: RuleAction): string {
  if (action.kind === 'customerMessage') {
    return {
      smsElseEmail: msg('SMS an den Kunden, sonst E-Mail', { id: 'rule.smsElseEmail' }),
      sms: msg('SMS an den Kunden', { id: 'target.customerSms' }),
      email: msg('E-Mail an den Kunden', { id: 'target.customerEmail' }),
    }[action.channel];
  }
  const toOne = action.to === 'assignee';
  if (action.kind === 'staffMessage') return toOne ? msg('E-Mail an die zuständige Person', { id: 'rule.mailAssignee' }) : msg('E-Mail an alle, die Meldungen bekommen', { id: 'rule.mailRecipients' });
  return toOne ? msg('Erinnerung an die zuständige Person', { id: 'rule.remindAssignee' }) : msg('Erinnerung an alle, die Meldungen bekommen', { id: 'rule.remindRecipients' });
}

export function placeholderText(placeholder: RulePlaceholder): string {
  return {
    'kunde.name': msg('Name des Kunden', { id: 'rulePlaceholder.customer' }),
    'fahrzeug.kennzeichen': msg('Kennzeichen', { id: 'rulePlaceholder.plate' }),
    'fahrzeug.modell': msg('Marke und Modell', { id: 'rulePlaceholder.model' }),
    'meldung.nummer': msg('Vorgangsnummer', { id: 'rulePlaceholder.reference' }),
    'meldung.status': msg('Status', { id: 'handling.status' }),
    'werkstatt.name': msg('Name der Werkstatt', { id: 'rulePlaceholder.workshop' }),
    'werkstatt.telefon': msg('Telefon der Werkstatt', { id: 'rulePlaceholder.phone' }),
  }[placeholder];
}
