import { msg } from '@lit/localize';
import type { EventRow, WorkshopRow } from '@meldewerk/contract/operator';
import type { TemplateResult } from 'lit';
import { mark, stateMark } from '../browser/state-words.ts';

type WorkshopState = WorkshopRow['state'];

export function workshopMark(state: WorkshopState): TemplateResult {
  return state === 'none' ? mark('quiet', workshopStateWord(state)) : stateMark(state);
}

export function workshopStateWord(state: WorkshopState): string {
  switch (state) {
    case 'none': return msg('Ohne Abrechnung', { id: 'workshopState.none' });
    case 'setup': return msg('Einrichtung offen', { id: 'state.setup' });
    case 'trial': return msg('Testphase', { id: 'state.trial' });
    case 'active': return msg('Aktiv', { id: 'state.active' });
    case 'pastDue': return msg('Zahlung offen', { id: 'state.pastDue' });
    case 'suspended': return msg('Neue Links angehalten', { id: 'state.suspended' });
    case 'cancelled': return msg('Gekündigt', { id: 'state.cancelled' });
  }
}

export function eventMark(state: EventRow['state']): TemplateResult {
  const tones = { open: 'waiting', applied: 'good', ignored: 'quiet', failed: 'bad' } as const;
  return mark(tones[state], eventStateWord(state));
}

export function eventStateWord(state: EventRow['state']): string {
  switch (state) {
    case 'open': return msg('Noch offen', { id: 'eventState.open' });
    case 'applied': return msg('Angewendet', { id: 'eventState.applied' });
    case 'ignored': return msg('Nicht gebraucht', { id: 'eventState.ignored' });
    case 'failed': return msg('Fehlgeschlagen', { id: 'eventState.failed' });
  }
}

/** What kind of event it was; null for one nobody has words for: its code stands beside it anyway. */
export function eventTypeWord(type: string): string | null {
  switch (type) {
    case 'customer_created': return msg('Kunde angelegt', { id: 'eventType.customerCreated' });
    case 'customer_changed': return msg('Kundendaten geändert', { id: 'eventType.customerChanged' });
    case 'customer_deleted': return msg('Kunde gelöscht', { id: 'eventType.customerDeleted' });
    case 'subscription_created': return msg('Vertrag begonnen', { id: 'eventType.subscriptionCreated' });
    case 'subscription_activated': return msg('Testphase zu Ende, Vertrag läuft', { id: 'eventType.subscriptionActivated' });
    case 'subscription_changed': return msg('Vertrag geändert', { id: 'eventType.subscriptionChanged' });
    case 'subscription_renewed': return msg('Vertrag verlängert', { id: 'eventType.subscriptionRenewed' });
    case 'subscription_trial_end_reminder': return msg('Testphase endet bald', { id: 'eventType.trialEndReminder' });
    case 'subscription_renewal_reminder': return msg('Verlängerung steht an', { id: 'eventType.renewalReminder' });
    case 'subscription_cancellation_scheduled': return msg('Kündigung vorgemerkt', { id: 'eventType.cancellationScheduled' });
    case 'subscription_scheduled_cancellation_removed': return msg('Kündigung zurückgenommen', { id: 'eventType.cancellationRemoved' });
    case 'subscription_cancelled': return msg('Vertrag beendet', { id: 'eventType.subscriptionCancelled' });
    case 'subscription_reactivated': return msg('Vertrag wieder begonnen', { id: 'eventType.subscriptionReactivated' });
    case 'invoice_generated': return msg('Rechnung geschrieben', { id: 'eventType.invoiceGenerated' });
    case 'invoice_updated': return msg('Rechnung geändert', { id: 'eventType.invoiceUpdated' });
    case 'payment_initiated': return msg('Abbuchung begonnen', { id: 'eventType.paymentInitiated' });
    case 'payment_succeeded': return msg('Abbuchung gelungen', { id: 'eventType.paymentSucceeded' });
    case 'payment_failed': return msg('Abbuchung fehlgeschlagen', { id: 'eventType.paymentFailed' });
    case 'payment_refunded': return msg('Zahlung erstattet', { id: 'eventType.paymentRefunded' });
    case 'payment_source_added': return msg('Bankverbindung hinzugefügt', { id: 'eventType.sourceAdded' });
    case 'payment_source_updated': return msg('Bankverbindung geändert', { id: 'eventType.sourceUpdated' });
    case 'payment_source_deleted': return msg('Bankverbindung entfernt', { id: 'eventType.sourceDeleted' });
    case 'payment_source_expiring': return msg('Bankverbindung läuft bald ab', { id: 'eventType.sourceExpiring' });
    case 'payment_source_expired': return msg('Bankverbindung abgelaufen', { id: 'eventType.sourceExpired' });
    case 'dunning_updated': return msg('Nächster Versuch geplant', { id: 'eventType.dunningUpdated' });
    case 'transaction_created': return msg('Zahlung verbucht', { id: 'eventType.transactionCreated' });
    case 'transaction_updated': return msg('Zahlung geändert', { id: 'eventType.transactionUpdated' });
    case 'credit_note_created': return msg('Gutschrift geschrieben', { id: 'eventType.creditNoteCreated' });
    default: return null;
  }
}

export function noticeWord(kind: string): string {
  switch (kind) {
    case 'mandateGiven': return msg('Mandat erteilt, mit PDF', { id: 'notice.mandateGiven' });
    case 'mandateChanged': return msg('Mandat geändert, mit PDF', { id: 'notice.mandateChanged' });
    case 'mandateLapsing': return msg('Mandat läuft bald ab', { id: 'notice.mandateLapsing' });
    case 'preNotification': return msg('Ankündigung der Abbuchung', { id: 'notice.preNotification' });
    case 'invoiceIssued': return msg('Rechnung mit PDF', { id: 'notice.invoiceIssued' });
    case 'debitExecuted': return msg('Abgebucht', { id: 'notice.debitExecuted' });
    case 'debitFailed': return msg('Abbuchung fehlgeschlagen', { id: 'eventType.paymentFailed' });
    case 'debitReturned': return msg('Lastschrift zurückgegeben', { id: 'debit.returned' });
    case 'suspensionAhead': return msg('Neue Links werden bald angehalten', { id: 'notice.suspensionAhead' });
    case 'suspended': return msg('Neue Links angehalten', { id: 'state.suspended' });
    case 'reactivated': return msg('Alles läuft wieder', { id: 'notice.reactivated' });
    case 'cancelled': return msg('Abonnement beendet', { id: 'notice.cancelled' });
    case 'trialEnding': return msg('Testphase endet bald', { id: 'eventType.trialEndReminder' });
    default: return kind;
  }
}

export function auditWord(type: string): string {
  switch (type) {
    case 'invited': return msg('Link zur Einrichtung gesendet', { id: 'audit.invited' });
    case 'signInRefused': return msg('Anmeldung', { id: 'audit.signIn' });
    case 'accountRefused': return msg('Zugriff auf ein fremdes Konto', { id: 'audit.foreignAccount' });
    case 'invoiceRefused': return msg('Rechnung abrufen', { id: 'audit.invoice' });
    case 'profileChanged': return msg('Firmendaten gespeichert', { id: 'audit.profileChanged' });
    case 'planChosen': return msg('Tarif gewählt', { id: 'audit.planChosen' });
    case 'planChanged': return msg('Tarif geändert', { id: 'audit.planChanged' });
    case 'enrollmentStarted': return msg('Mandat begonnen', { id: 'audit.enrollmentStarted' });
    case 'enrollmentAccepted': return msg('Mandatstext angenommen', { id: 'audit.enrollmentAccepted' });
    case 'enrollmentRefused': return msg('Mandat erteilen', { id: 'audit.enrollment' });
    case 'mandateGiven': return msg('Mandat erteilt', { id: 'audit.mandateGiven' });
    case 'mandateChanged': return msg('Mandat geändert', { id: 'audit.mandateChanged' });
    case 'cancellationAsked': return msg('Gekündigt', { id: 'state.cancelled' });
    case 'cancellationWithdrawn': return msg('Kündigung zurückgenommen', { id: 'eventType.cancellationRemoved' });
    case 'emailChangeAsked': return msg('Neue Adresse der Buchhaltung eingetragen', { id: 'audit.emailChangeAsked' });
    case 'emailChanged': return msg('Neue Adresse der Buchhaltung bestätigt', { id: 'audit.emailChanged' });
    case 'emailChangeRefused': return msg('Neue Adresse bestätigen', { id: 'audit.emailChange' });
    case 'foreignResource': return msg('Ereignis mit fremdem Kunden', { id: 'audit.foreignResource' });
    case 'stateChanged': return msg('Stand geändert', { id: 'audit.stateChanged' });
    default: return type;
  }
}
