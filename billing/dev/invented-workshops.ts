import type { AuditRow, EventDetail, Figures, WorkshopDetail, WorkshopRow } from '@meldewerk/contract/operator';
import { inventInvoices, inventMandate, inventSubscription } from './invented-account.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const known: [string, string, WorkshopRow['state']][] = [
  ['Autohaus Bergmann Karosserie & Lack', 'autohaus-bergmann', 'pastDue'], ['Beulendoktor Kehl', 'beulendoktor-kehl', 'none'], ['Fahrzeuglackierung Ötztürk', 'fahrzeuglackierung-oeztuerk', 'suspended'],
  ['Karosserie Muster', 'karosserie-muster', 'active'], ['Karosserie Schwarzwald', 'karosserie-schwarzwald', 'cancelled'], ['Lackwerk Süd', 'lackwerk-sued', 'trial'], ['Unfallzentrum Ortenau', 'unfallzentrum-ortenau', 'setup'],
];

/** Seven with a name in every state there is, and as many more as fill a page. */
export function inventWorkshops(count: number): WorkshopDetail[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, slug, state] = known[index] ?? [`Werkstatt ${index}`, `werkstatt-${String(index).padStart(3, '0')}`, 'active'];
    return inventWorkshop(index + 1, name, slug, state);
  });
}

function inventWorkshop(number: number, name: string, slug: string, state: WorkshopRow['state']): WorkshopDetail {
  const runs = state === 'trial' || state === 'active' || state === 'pastDue' || state === 'suspended';
  const owes = state === 'pastDue' || state === 'suspended';
  const [newest, ...older] = inventInvoices(3);
  const failed = { ...newest!, status: 'not_paid' as const, amountDueCents: newest!.totalCents, paidAt: null, debit: { state: 'returned' as const, amountCents: null, at: inDays(-6), maskedIban: 'DE•• •••• 3000', failureCode: 'insufficient_funds' } };
  const trialEndsAt = state === 'trial' ? inDays(12) : null;
  type Entry = Partial<AuditRow> & { type: string };
  const audit = (entry: Entry, index: number): AuditRow => ({ id: uuid(number * 100 + index), at: inDays(-index * 3), actor: 'accountHolder', actorName: null, refused: false, data: {}, ...entry });
  const ran: Entry[] = [{ type: 'stateChanged', actor: 'system', data: { before: 'trial', state } }, { type: 'enrollmentRefused', refused: true, data: { problem: 'mandateFailed' } }, { type: 'mandateGiven' }];
  return {
    tenantId: uuid(number), slug, name, state, stateSince: state === 'none' ? null : inDays(-14), billingEmail: state === 'none' ? null : `buchhaltung@${slug}.example`, invitedAt: state === 'none' ? null : inDays(-40),
    planName: runs ? 'Betrieb' : null, quantity: runs ? 2 : null, mrrCents: runs && state !== 'trial' ? 17_800 : 0, openCents: owes ? 21_182 : 0, trialEndsAt, nextBillingAt: runs ? inDays(12) : null, linksStopped: state === 'suspended', offline: false,
    company: runs ? `${name} GmbH` : null,
    cancellationReason: null,
    subscription: runs ? inventSubscription({ itemPriceId: 'betrieb-EUR-Monthly', quantity: 2 }, { status: state === 'trial' ? 'in_trial' : 'active', trialEndsAt, nextBillingAt: inDays(12) }) : null,
    mandates: runs ? [inventMandate(2), inventMandate(1, { state: 'replaced', route: 'hosted', maskedIban: 'DE•• •••• 4321', givenAt: inDays(-200) })] : [],
    invoices: runs && state !== 'trial' ? [owes ? failed : newest!, ...older] : [],
    notices: runs ? [
      { id: uuid(number * 10), kind: owes ? 'debitReturned' : 'debitExecuted', subject: '2026-1100', createdAt: inDays(-6), recipient: `buchhaltung@${slug}.example`, state: 'sent', arrival: 'delivered' },
      { id: uuid(number * 10 + 1), kind: 'invoiceIssued', subject: '2026-1100', createdAt: inDays(-21), recipient: `buchhaltung@${slug}.example`, state: 'sent', arrival: 'bounced' },
    ] : [],
    audit: state === 'none' ? [] : [...(runs ? ran : []), { type: 'invited', actor: 'operator' as const, actorName: 'Erika Betreiber' }].map(audit),
    billingUrl: 'http://billing.localhost:3000',
  };
}

export function inventEvents(workshops: WorkshopDetail[], count: number): EventDetail[] {
  const kinds: [string, string, string][] = [['payment_succeeded', 'invoice', 'changed'], ['invoice_generated', 'invoice', 'new'], ['subscription_activated', 'subscription', 'changed'], ['payment_failed', 'transaction', 'new'], ['coupon_created', 'event', 'notNeeded']];
  return Array.from({ length: count }, (_, index) => {
    const [type, resource, effect] = kinds[index % kinds.length]!;
    const workshop = workshops[index % workshops.length]!;
    const state = index === 3 ? 'failed' : index === 0 ? 'open' : type === 'coupon_created' ? 'ignored' : 'applied';
    return {
      id: `ev_${String(count - index).padStart(4, '0')}`, type, occurredAt: inDays(-index / 3), receivedAt: inDays(-index / 3 + 0.00002), source: index % 7 === 2 ? 'reconciliation' : 'webhook', state,
      failureCode: state === 'failed' ? 'vendorUnreachable' : null, attemptCount: state === 'open' ? 0 : 1, workshop: state === 'ignored' ? null : { tenantId: workshop.tenantId, name: workshop.name },
      effects: state === 'open' || state === 'failed' ? [] : [{ resource, id: '2026-1100', effect }, ...(type === 'subscription_activated' ? [{ resource: 'account', id: workshop.tenantId, effect: 'state:active' }] : [])],
      content: { [resource]: { id: '2026-1100', customer_id: workshop.tenantId, resource_version: 1_795_341_600_000, object: resource } },
    };
  });
}

export function inventFigures(): Figures {
  const now = new Date();
  const active = [4, 5, 7, 8, 9, 12, 13, 15, 16, 18, 21, 23, 24];
  return {
    currency: 'EUR',
    months: active.map((count, index) => ({
      month: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 12 + index, 1)).toISOString().slice(0, 7), active: count, trial: (index * 5) % 4 + 1, pastDue: index % 3 === 1 ? 2 : 1, suspended: index > 8 ? 1 : 0,
      started: (index * 3) % 4 + 1, churned: index % 4 === 2 ? 1 : 0, mrrCents: (count + 1) * 12_300,
    })),
  };
}
