import type { Subscription } from 'chargebee';
import type { Site } from './site.ts';
import type { AgendaEntry } from './store.ts';

// A site's owner sets how long ahead reminders come.
const reminderSeconds = 7 * 86_400;

export function schedule(site: Site, entry: AgendaEntry): void {
  site.store.agenda.put(entry);
}

export function unschedule(site: Site, id: string): void {
  site.store.agenda.remove(id);
}

/** What lies ahead of a subscription as it is now, in place of what lay ahead before. */
export function planSubscription(site: Site, { id, status, trial_end: trialEnd, current_term_end: termEnd, cancelled_at: cancelledAt }: Subscription): void {
  const put = (kind: AgendaEntry['kind'], at: number | undefined) => (at === undefined ? unschedule(site, `${kind}/${id}`) : schedule(site, { id: `${kind}/${id}`, at, kind, about: id }));
  const before = (at: number | undefined) => (at !== undefined && at - reminderSeconds > site.seconds() ? at - reminderSeconds : undefined);
  const trialUntil = status === 'in_trial' ? trialEnd : undefined;
  const renewsAt = status === 'active' ? termEnd : undefined;
  put('trialEnd', trialUntil);
  put('trialEndReminder', before(trialUntil));
  put('termEnd', renewsAt ?? (status === 'non_renewing' ? (cancelledAt ?? termEnd) : undefined));
  put('renewalReminder', before(renewsAt));
}
