import { getCustomer } from './customers.ts';
import { returnDebit, settleDebit, startDebit } from './debits.ts';
import { emit } from './emit.ts';
import { endTerm, endTrial } from './lifecycle.ts';
import { lookAtMandate } from './mandates.ts';
import type { Site } from './site.ts';
import type { AgendaEntry } from './store.ts';

/** Works off everything that was due until now, each at its own time and in that order. */
export function catchUp(site: Site): void {
  for (let next = nextEntry(site); next && next.at <= site.seconds(); next = nextEntry(site)) {
    const due = next;
    site.store.atomically(() => {
      site.store.agenda.remove(due.id);
      site.at(due.at, () => happenings[due.kind](site, due.about));
    });
  }
}

/** What comes next, the earlier planned of two at the same time first. */
export function nextEntry(site: Site): AgendaEntry | undefined {
  return site.store.agenda.all().reduce<AgendaEntry | undefined>((first, entry) => (first && first.at <= entry.at ? first : entry), undefined);
}

const happenings: Record<AgendaEntry['kind'], (site: Site, about: string) => void> = {
  trialEnd: endTrial,
  termEnd: endTerm,
  trialEndReminder: (site, id) => remind(site, id, 'subscription_trial_end_reminder'),
  renewalReminder: (site, id) => remind(site, id, 'subscription_renewal_reminder'),
  debitSettles: settleDebit,
  debitReturns: returnDebit,
  dunning(site, id) {
    const invoice = site.store.invoices.get(id);
    if (invoice?.status === 'payment_due' && (invoice.amount_to_collect ?? 0) > 0) startDebit(site, invoice);
  },
  mandateExpiring: (site, id) => lookAtMandate(site, id, 'expiring'),
  mandateExpired: (site, id) => lookAtMandate(site, id, 'expired'),
};

function remind(site: Site, id: string, name: 'subscription_trial_end_reminder' | 'subscription_renewal_reminder'): void {
  const subscription = site.store.subscriptions.get(id);
  if (subscription) emit(site, name, { subscription, customer: getCustomer(site, subscription.customer_id) }, 'scheduled_job');
}
