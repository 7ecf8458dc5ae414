import { msg, str } from '@lit/localize';
import type { Delivery } from '@meldewerk/contract/delivery';
import { deliveryStateLabel } from './labels.ts';

/** How far a message got, in words: what the vendor said last, or what we did with it. */
export function deliveryProgressLabel({ state, errorCode, arrival, arrivalCode }: Delivery): string {
  if (arrival === null) {
    const refusal = state === 'failed' && errorCode ? refusals()[errorCode] : undefined;
    return refusal ? msg(str`${deliveryStateLabel(state)} (${refusal})`, { id: 'arrival.withReason' }) : deliveryStateLabel(state);
  }
  if (arrival === 'delivered') return msg('Zugestellt', { id: 'arrival.delivered' });
  if (arrival === 'complained') return msg('Zugestellt, vom Empfänger als Spam gemeldet', { id: 'arrival.complained' });
  const label = arrival === 'bounced' ? msg('Unzustellbar', { id: 'arrival.bounced' }) : msg('Nicht zugestellt', { id: 'arrival.undelivered' });
  const reason = arrivalCode && reasonFor(arrivalCode);
  return reason ? msg(str`${label} (${reason})`, { id: 'arrival.withReason' }) : label;
}

/** Why a message was not taken, where more can be said than its code. */
function refusals(): Record<string, string> {
  const stopped = msg('Empfänger hat STOP geantwortet', { id: 'arrival.stopped' });
  return {
    21610: stopped, optedOut: stopped,
    21211: msg('Nummer ungültig', { id: 'arrival.numberInvalid' }),
    21614: msg('Nummer kann keine SMS empfangen', { id: 'arrival.noSms' }),
    noLongerNeeded: msg('nicht mehr nötig', { id: 'arrival.noLongerNeeded' }),
  };
}

/** Codes: twilio.com/docs/api/errors (30003 …) and the bounce types of resend.com/docs. */
function reasonFor(code: string): string {
  const reasons: Record<string, string> = {
    21610: msg('Empfänger hat STOP geantwortet', { id: 'arrival.stopped' }),
    30003: msg('Telefon nicht erreichbar', { id: 'arrival.unreachable' }),
    30004: msg('vom Empfänger gesperrt', { id: 'arrival.blocked' }),
    30005: msg('Nummer nicht vergeben', { id: 'arrival.unknownNumber' }),
    30006: msg('Nummer kann keine SMS empfangen', { id: 'arrival.noSms' }),
    30007: msg('vom Netzbetreiber zurückgehalten', { id: 'arrival.filtered' }),
    30008: msg('Grund unbekannt', { id: 'arrival.unknownReason' }),
    NoEmail: msg('Adresse gibt es nicht', { id: 'arrival.noSuchAddress' }),
    MailboxFull: msg('Postfach voll', { id: 'arrival.mailboxFull' }),
    MessageTooLarge: msg('Nachricht zu groß', { id: 'arrival.tooLarge' }),
    ContentRejected: msg('vom Empfänger abgelehnt', { id: 'arrival.rejected' }),
    Suppressed: msg('Adresse gesperrt, weil frühere E-Mails zurückkamen', { id: 'arrival.suppressed' }),
    OnAccountSuppressionList: msg('Adresse gesperrt, weil frühere E-Mails zurückkamen', { id: 'arrival.suppressed' }),
    General: msg('Grund unbekannt', { id: 'arrival.unknownReason' }),
    Undetermined: msg('Grund unbekannt', { id: 'arrival.unknownReason' }),
  };
  return reasons[code] ?? msg(str`Code ${code}`, { id: 'arrival.code' });
}
