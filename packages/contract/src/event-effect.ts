import type { BillingState } from './billing.ts';
import type { StaffLanguage } from './language.ts';

type Words = Record<StaffLanguage, string>;

/** What an event of Chargebee's did to one thing, as the operator reads it: `Rechnung übernommen`. */
export function eventEffectText({ resource, effect }: { resource: string; effect: string }, language: StaffLanguage): string {
  const state = /^state:(\w+)$/.exec(effect)?.[1];
  if (state !== undefined) return `${accountIs[language]}: ${(states[state as BillingState] ?? { de: state, en: state })[language]}`;
  const why = reasons[effect];
  if (why) return why[language];
  const [thing, what] = [resources[resource], effects[effect]];
  return thing && what ? `${thing[language]} ${what[language]}` : `${resource} ${effect}`;
}

const accountIs: Words = { de: 'Konto ist jetzt', en: 'Account is now' };

const resources: Record<string, Words> = {
  customer: { de: 'Kundendaten', en: 'Customer' },
  subscription: { de: 'Vertrag', en: 'Subscription' },
  invoice: { de: 'Rechnung', en: 'Invoice' },
  transaction: { de: 'Zahlung', en: 'Payment' },
  paymentSource: { de: 'Bankverbindung', en: 'Bank account' },
};

const effects: Record<string, Words> = {
  new: { de: 'neu übernommen', en: 'taken over, new' },
  changed: { de: 'übernommen', en: 'taken over' },
  older: { de: 'schon auf diesem Stand', en: 'was up to date already' },
  gone: { de: 'gibt es bei Chargebee nicht mehr', en: 'no longer exists at Chargebee' },
};

const reasons: Record<string, Words> = {
  notNeeded: { de: 'Betrifft nichts, was hier gebraucht wird', en: 'Concerns nothing that is needed here' },
  unknownCustomer: { de: 'Der Kunde ist keine Werkstatt dieser Installation', en: 'The customer is no workshop of this installation' },
  foreignResource: { de: 'Abgelehnt: gehört einem anderen Kunden', en: 'Refused: belongs to another customer' },
};

const states: Record<BillingState, Words> = {
  setup: { de: 'in Einrichtung', en: 'being set up' },
  trial: { de: 'in der Testphase', en: 'on trial' },
  active: { de: 'aktiv', en: 'active' },
  pastDue: { de: 'im Verzug', en: 'past due' },
  suspended: { de: 'angehalten', en: 'suspended' },
  cancelled: { de: 'gekündigt', en: 'cancelled' },
};
