import { msg } from '@lit/localize';
import type { BillingInvoice, BillingMandate, BillingState } from '@meldewerk/contract/billing';
import { html, type TemplateResult } from 'lit';

type Tone = 'good' | 'waiting' | 'bad' | 'quiet';

/** Colour helps; the word says it. */
export function mark(tone: Tone, word: string): TemplateResult {
  return html`<span class="mark ${tone}">${word}</span>`;
}

export function stateMark(state: BillingState): TemplateResult {
  switch (state) {
    case 'setup': return mark('waiting', msg('Einrichtung offen', { id: 'state.setup' }));
    case 'trial': return mark('good', msg('Testphase', { id: 'state.trial' }));
    case 'active': return mark('good', msg('Aktiv', { id: 'state.active' }));
    case 'pastDue': return mark('bad', msg('Zahlung offen', { id: 'state.pastDue' }));
    case 'suspended': return mark('bad', msg('Neue Links angehalten', { id: 'state.suspended' }));
    case 'cancelled': return mark('quiet', msg('Gekündigt', { id: 'state.cancelled' }));
  }
}

export function mandateMark(state: BillingMandate['state']): TemplateResult {
  switch (state) {
    case 'unconfirmed': return mark('waiting', msg('Noch nicht bestätigt', { id: 'mandateState.unconfirmed' }));
    case 'valid': return mark('good', msg('Gültig', { id: 'mandateState.valid' }));
    case 'expiring': return mark('waiting', msg('Läuft bald ab', { id: 'mandateState.expiring' }));
    case 'invalid': return mark('bad', msg('Nicht mehr gültig', { id: 'mandateState.invalid' }));
    case 'failed': return mark('bad', msg('Nicht zustande gekommen', { id: 'mandateState.failed' }));
    case 'replaced': return mark('quiet', msg('Durch ein neues ersetzt', { id: 'mandateState.replaced' }));
  }
}

export function debitMark({ status, debit, amountDueCents }: BillingInvoice): TemplateResult {
  if (status === 'voided') return mark('quiet', msg('Storniert', { id: 'debit.voided' }));
  switch (debit.state) {
    case 'announced': return mark('waiting', msg('Wird abgebucht', { id: 'debit.announced' }));
    case 'running': return mark('waiting', msg('Abbuchung läuft', { id: 'debit.running' }));
    case 'paid': return mark('good', msg('Bezahlt', { id: 'debit.paid' }));
    case 'failed': return mark('bad', msg('Abbuchung fehlgeschlagen', { id: 'debit.failed' }));
    case 'returned': return mark('bad', msg('Lastschrift zurückgegeben', { id: 'debit.returned' }));
    case 'none': return amountDueCents > 0 ? mark('waiting', msg('Offen', { id: 'debit.open' })) : mark('good', msg('Nichts zu zahlen', { id: 'debit.none' }));
  }
}

/** Why an attempt to give a mandate came to nothing. */
export function mandateFailureWords(code: string | null): string {
  switch (code) {
    case 'expired': return msg('Der Vorgang wurde nicht rechtzeitig beendet.', { id: 'failure.expired' });
    case 'cancelled': return msg('Der Vorgang wurde abgebrochen.', { id: 'failure.cancelled' });
    default: return msg('Die Bankverbindung wurde nicht angenommen.', { id: 'failure.other' });
  }
}
