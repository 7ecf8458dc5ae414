import { msg } from '@lit/localize';
import type { ReportDetail } from '@meldewerk/contract/report';
import { currentWorkflow } from '../../../workflow.ts';

/** Why the customer could not read a message now; null when they can. */
export function whyNotToCustomer({ handling }: ReportDetail): string | null {
  if (handling.internalSince) return msg('Diese Meldung ist nur intern: Der Kunde sieht sie nicht und bekommt keine Nachricht.', { id: 'messages.internalReport' });
  if (handling.status === 'draft' || handling.status === 'linkSent') return msg('Dem Kunden können Sie hier schreiben, sobald er seine Meldung abgeschickt hat.', { id: 'messages.notSentYet' });
  if (!currentWorkflow().customerSees.messages) return msg('Nachrichten sind auf der Statusseite ausgeschaltet. Einschalten kann sie die Leitung unter Einstellungen, Ablauf.', { id: 'messages.off' });
  return null;
}

export function addresseeName({ reporter }: ReportDetail): string {
  return [reporter.firstName, reporter.lastName].filter(Boolean).join(' ') || msg('den Kunden', { id: 'messages.theCustomer' });
}

/** How the customer hears of it. */
export function wayText({ reporter }: ReportDetail): string {
  const sms = reporter.phone !== undefined && (reporter.preferredChannel === 'sms' || !reporter.email);
  if (sms) return msg('Eine SMS sagt, dass es etwas zu lesen gibt; der Text steht auf der Statusseite.', { id: 'messages.bySms' });
  if (reporter.email) return msg('Der Text kommt per E-Mail, mit dem Link zur Statusseite.', { id: 'messages.byEmail' });
  return msg('Ohne E-Mail und Handynummer können wir nicht Bescheid geben: Die Nachricht steht nur auf der Statusseite.', { id: 'messages.noWay' });
}
