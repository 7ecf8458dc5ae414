import { msg, str } from '@lit/localize';
import type { WorkshopDetail } from '@meldewerk/contract/operator';
import { debitFailureWords } from '@meldewerk/contract/debit-failure';
import { formatLongDay, formatMoney } from '../../../browser/format.ts';
import { currentLanguage } from '../../locale.ts';

/** Why a workshop stands as it does, and what mends it, in whole sentences. */
export function whyWords(workshop: WorkshopDetail): string[] {
  return [...ofState(workshop), ...(workshop.offline ? [msg('Die Werkstatt ist vom Netz genommen, unabhängig von der Bezahlung.', { id: 'why.offline' })] : [])];
}

function ofState({ state, invitedAt, billingEmail, subscription, invoices, openCents }: WorkshopDetail): string[] {
  const open = formatMoney(openCents, subscription?.currency ?? 'EUR');
  const failed = invoices.find(({ amountDueCents, debit }) => amountDueCents > 0 && (debit.state === 'failed' || debit.state === 'returned'));
  const reason = failed ? [debitFailureWords(failed.debit.failureCode, currentLanguage()).reason] : [];
  switch (state) {
    case 'none': return [msg('Es ist noch niemand benannt, der bezahlt. Starten Sie die Einrichtung mit der E-Mail-Adresse der Buchhaltung.', { id: 'why.none' })];
    case 'setup': return [
      invitedAt && billingEmail
        ? msg(str`Der Link zur Einrichtung ging am ${formatLongDay(invitedAt)} an ${billingEmail}. Firma, Tarif oder Mandat fehlen noch.`, { id: 'why.setup' })
        : msg('Firma, Tarif oder Mandat fehlen noch.', { id: 'why.setupNotInvited' }),
    ];
    case 'trial': return [subscription?.trialEndsAt ? msg(str`Die Testphase läuft bis ${formatLongDay(subscription.trialEndsAt)}; danach wird von selbst abgebucht.`, { id: 'why.trial' }) : msg('Die Testphase läuft.', { id: 'why.trialOnly' })];
    case 'active': return [subscription?.cancelsAt ? msg(str`Gekündigt zum ${formatLongDay(subscription.cancelsAt)}; bis dahin läuft alles weiter.`, { id: 'why.cancels' }) : msg('Es ist nichts überfällig.', { id: 'why.active' })];
    case 'pastDue': return [msg(str`${open} sind offen. Alles läuft weiter; die Buchhaltung weiß Bescheid und kann ein anderes Konto hinterlegen.`, { id: 'why.pastDue' }), ...reason];
    case 'suspended': return [msg(str`${open} sind seit Langem offen. Das Team kann keine neuen Links verschicken; was bei Kunden läuft, läuft weiter. Sobald bezahlt ist, geht alles wieder.`, { id: 'why.suspended' }), ...reason];
    case 'cancelled': return [subscription?.cancelledAt ? msg(str`Der Vertrag endete am ${formatLongDay(subscription.cancelledAt)}.`, { id: 'why.cancelledOn' }) : msg('Der Vertrag ist beendet.', { id: 'why.cancelled' })];
  }
}
