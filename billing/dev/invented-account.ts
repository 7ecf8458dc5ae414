import type { BillingAccount, BillingInvoice, BillingMandate, Plan, Usage } from '@meldewerk/contract/billing';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

export const inventedPlans: Plan[] = [
  { itemPriceId: 'betrieb-EUR-Monthly', name: 'Betrieb', description: 'Für einen Standort, beliebig viele Meldungen und Personen.', unitAmountCents: 8900, perUnit: true, currency: 'EUR', period: 1, periodUnit: 'month', trialDays: 30 },
  { itemPriceId: 'betrieb-EUR-Yearly', name: 'Betrieb, jährlich', description: 'Wie „Betrieb“, einmal im Jahr bezahlt.', unitAmountCents: 89_000, perUnit: true, currency: 'EUR', period: 1, periodUnit: 'year', trialDays: 30 },
];

/** A workshop that has just been created. */
export function inventAccount(number: number, name: string, slug: string): BillingAccount {
  return {
    tenantId: `00000000-0000-4000-8000-00000000000${number}`, workshop: { name, slug }, email: 'buchhaltung@karosserie-muster.example', pendingEmail: null, language: 'de',
    profile: null, choice: null, state: 'setup', stateSince: inDays(-2), suspendsAt: null, openAmountCents: 0, isCollecting: false, currency: 'EUR', subscription: null, mandate: null, routes: ['inline', 'hosted'], simulated: true,
  };
}

export function inventSubscription(choice: { itemPriceId: string; quantity: number }, changes: Partial<NonNullable<BillingAccount['subscription']>> = {}): NonNullable<BillingAccount['subscription']> {
  const plan = inventedPlans.find(({ itemPriceId }) => itemPriceId === choice.itemPriceId) ?? inventedPlans[0]!;
  const { unitAmountCents, currency, period, periodUnit } = plan;
  return { status: 'in_trial', itemPriceId: plan.itemPriceId, planName: plan.name, quantity: choice.quantity, unitAmountCents, currency, period, periodUnit, trialEndsAt: inDays(30), nextBillingAt: inDays(30), cancelsAt: null, cancelledAt: null, ...changes };
}

export function inventMandate(number: number, changes: Partial<BillingMandate> = {}): BillingMandate {
  return {
    id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`, route: 'inline', state: 'valid', reference: `MELDEWERK-000${number}`, maskedIban: 'DE•• •••• 3000', holder: 'Karosserie Muster GmbH', bankName: 'Commerzbank',
    givenAt: inDays(-40), failureCode: null, hasDocument: true, ...changes,
  };
}

/** One that runs and is paid for. */
export function inventActiveAccount(number: number, name: string, slug: string): BillingAccount {
  const choice = { itemPriceId: 'betrieb-EUR-Monthly', quantity: 2 };
  return {
    ...inventAccount(number, name, slug), state: 'active', stateSince: inDays(-200), choice,
    profile: { company: `${name} GmbH`, address: { street: 'Werkstraße 3', postalCode: '76137', city: 'Karlsruhe', country: 'DE' }, vatNumber: 'DE123456789' },
    subscription: inventSubscription(choice, { status: 'active', trialEndsAt: null, nextBillingAt: inDays(9) }), mandate: inventMandate(1),
  };
}

export function inventInvoices(count: number): BillingInvoice[] {
  return Array.from({ length: count }, (_, index) => {
    const issuedAt = inDays(-21 - index * 30.4);
    return {
      id: `2026-${String(1100 - index * 7)}`, issuedAt, dueAt: issuedAt, paidAt: issuedAt, totalCents: 21_182, amountDueCents: 0, currency: 'EUR', status: 'paid',
      debit: { state: 'paid', amountCents: null, at: inDays(-16 - index * 30.4), maskedIban: 'DE•• •••• 3000', failureCode: null },
    };
  });
}

export function inventUsage(): Usage {
  const start = new Date();
  const counts = [14, 31, 27, 22, 35, 29, 18, 24, 30, 21, 12, 0];
  return {
    months: counts.map((submittedCount, back) => ({ month: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - back, 1)).toISOString().slice(0, 7), submittedCount, linkCount: Math.round(submittedCount * 1.4) })),
    staffCount: 6,
  };
}
