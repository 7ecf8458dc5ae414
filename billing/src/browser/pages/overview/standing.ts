import { msg, str } from '@lit/localize';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { formatLongDay, formatMoney } from '../../format.ts';
import { paths } from '../../router.ts';

export type Standing = { tone: 'good' | 'waiting' | 'bad' | 'quiet'; icon: string; title: string; text: string[]; action?: { label: string; href: string } };

/** How the account stands in plain words: what is, why, and what mends it. */
export function standingOf(account: BillingAccount): Standing {
  const { subscription, suspendsAt, openAmountCents, currency, workshop, isCollecting } = account;
  const mend = { label: msg('Bankverbindung ändern', { id: 'change.title' }), href: paths.of(workshop.slug, 'mandate-change') };
  const open = formatMoney(openAmountCents, currency);
  const howToMend = msg('Prüfen Sie die Bankverbindung, oder hinterlegen Sie eine andere. Der offene Betrag wird dann neu abgebucht.', { id: 'standing.mend' });
  const collecting = msg(str`Wir buchen ${open} gerade ab. Sobald der Betrag da ist, geht alles von selbst weiter; Sie müssen nichts tun.`, { id: 'standing.collecting' });
  switch (account.state) {
    case 'setup': return {
      tone: 'waiting', icon: 'clock', title: msg('Die Einrichtung ist noch offen', { id: 'standing.setup' }), text: [msg('Es fehlen noch Angaben oder das Mandat.', { id: 'standing.setupText' })],
      action: { label: msg('Weiter einrichten', { id: 'standing.setupAction' }), href: paths.of(workshop.slug, 'setup') },
    };
    case 'pastDue': return {
      tone: 'bad', icon: 'warning', title: msg(str`${open} sind offen`, { id: 'standing.pastDue' }),
      ...(isCollecting ? { text: [collecting] } : { text: [
        msg('Eine Abbuchung hat nicht geklappt.', { id: 'standing.pastDueWhy' }),
        suspendsAt ? msg(str`Bis zum ${formatLongDay(suspendsAt)} läuft alles weiter. Danach kann Ihr Team keine neuen Links verschicken, bis der Betrag bezahlt ist.`, { id: 'standing.pastDueUntil' }) : '',
        howToMend,
      ], action: mend }),
    };
    case 'suspended': return {
      tone: 'bad', icon: 'ban', title: msg('Neue Links sind angehalten', { id: 'standing.suspended' }),
      text: [
        msg(str`${open} sind seit längerem offen. Ihr Team kann gerade keine neuen Links verschicken. Laufende Vorgänge Ihrer Kunden gehen unverändert weiter.`, { id: 'standing.suspendedWhy' }),
        isCollecting ? collecting : howToMend,
      ],
      ...(!isCollecting && { action: mend }),
    };
    case 'cancelled': return {
      tone: 'quiet', icon: 'archive', title: msg('Das Abonnement ist beendet', { id: 'standing.cancelled' }),
      text: [
        subscription?.cancelledAt ? msg(str`Es endete am ${formatLongDay(subscription.cancelledAt)}.`, { id: 'standing.cancelledOn' }) : '',
        msg('Ihre Rechnungen bleiben hier abrufbar. Sie können jederzeit wieder beginnen.', { id: 'standing.cancelledText' }),
      ],
      action: { label: msg('Wieder beginnen', { id: 'standing.restart' }), href: `${paths.of(workshop.slug, 'setup')}?step=plan` },
    };
    case 'trial':
    case 'active': return running(account);
  }
}

function running({ state, subscription, workshop, mandate, openAmountCents, currency }: BillingAccount): Standing {
  const plan = { label: msg('Zum Tarif', { id: 'standing.toPlan' }), href: paths.of(workshop.slug, 'plan') };
  if (subscription?.cancelsAt) {
    return {
      tone: 'waiting', icon: 'calendar', title: msg(str`Gekündigt zum ${formatLongDay(subscription.cancelsAt)}`, { id: 'standing.cancels' }),
      text: [msg('Bis dahin läuft alles weiter. Sie können die Kündigung bis zu diesem Tag zurücknehmen.', { id: 'standing.cancelsText' })], action: plan,
    };
  }
  const mend = { label: msg('Bankverbindung ändern', { id: 'change.title' }), href: paths.of(workshop.slug, 'mandate-change') };
  if (mandate?.state === 'invalid' || mandate?.state === 'failed') {
    return {
      tone: 'bad', icon: 'warning', title: msg('Es fehlt ein gültiges Mandat', { id: 'standing.noMandate' }),
      text: [msg('Von der hinterlegten Bankverbindung können wir nicht mehr abbuchen. Bitte erteilen Sie ein neues Mandat, bevor die nächste Rechnung kommt.', { id: 'standing.noMandateText' })], action: mend,
    };
  }
  if (mandate?.state === 'expiring') {
    return {
      tone: 'waiting', icon: 'clock', title: msg('Das Mandat läuft bald ab', { id: 'standing.expiring' }),
      text: [msg('Sonst ist alles in Ordnung. Mit einem neuen Mandat geht es ohne Unterbrechung weiter.', { id: 'standing.expiringText' })], action: mend,
    };
  }
  const wait = mandate?.state === 'unconfirmed' ? [msg('Die Bestätigung Ihres Lastschriftmandats steht noch aus.', { id: 'standing.unconfirmed' })] : [];
  if (state === 'trial' && subscription?.trialEndsAt) {
    return {
      tone: 'good', icon: 'check', title: msg(str`Testphase bis ${formatLongDay(subscription.trialEndsAt)}`, { id: 'standing.trial' }),
      text: [msg('Bis dahin kostet es nichts. Danach geht es von selbst weiter; kündigen können Sie jederzeit.', { id: 'standing.trialText' }), ...wait],
    };
  }
  return { tone: 'good', icon: 'check', title: msg('Alles in Ordnung', { id: 'standing.active' }), text: [openAmountCents > 0
    ? msg(str`Ihr Abonnement ist aktiv. ${formatMoney(openAmountCents, currency)} buchen wir gerade ab.`, { id: 'standing.activeDebit' })
    : msg('Ihr Abonnement ist aktiv, und es ist nichts offen.', { id: 'standing.activeText' }), ...wait] };
}
