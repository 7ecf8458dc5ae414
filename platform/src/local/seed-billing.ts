import { findAccount, type Account } from '@meldewerk/billing/account/find-account';
import { saveProfile } from '@meldewerk/billing/account/save-profile';
import { advanceAccount } from '@meldewerk/billing/advance-accounts';
import type { Billing } from '@meldewerk/billing/billing';
import { acceptEnrollment } from '@meldewerk/billing/enrollment/accept-enrollment';
import { completeEnrollment } from '@meldewerk/billing/enrollment/complete-enrollment';
import { startEnrollment } from '@meldewerk/billing/enrollment/start-enrollment';
import { applyChargebeeEvent } from '@meldewerk/billing/events/apply-chargebee-event';
import { incomingEventSchema, storeEvent } from '@meldewerk/billing/events/store-event';
import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { cancelSubscription } from '@meldewerk/billing/plans/cancel-subscription';
import { choosePlan } from '@meldewerk/billing/plans/choose-plan';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { sampleForms } from '@meldewerk/catalogue/sample-forms/sample-forms';
import { nextEntry } from '@meldewerk/simulators/chargebee/catch-up';
import { startAfresh, travelTo } from '@meldewerk/simulators/chargebee/time-machine';
import type { Simulators } from '@meldewerk/simulators/start';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { findTenantBySlug } from '@meldewerk/tenants/find';
import { provisionTenant } from '@meldewerk/tenants/provision';
import * as v from 'valibot';
import { makeMandatePaper } from '../billing/mandate-paper.ts';
import type { Config } from '../config.ts';
import { createServices, type ServiceOverrides, type Services } from '../services.ts';
import { seedAccounts, type SeedAccount } from './seed-accounts.ts';
import { seedOperator } from './seed-operator.ts';
import { demoTenant } from './seed-workshop.ts';
import { settleBillingMails } from './settle-billing-mails.ts';

const daySeconds = 24 * 60 * 60;
const lookEveryDays = 4;

type Course = { services: Services; billing: Billing; simulators: Simulators; endSeconds: number; started: { tenantId: string; slug: string }[]; heardCount: number };

/**
 * Lets the sample workshops go through their time with the simulated Chargebee, from the first invitation until now:
 * accounts, mandates, invoices and debits come about by the same verbs as real ones. Before anything else works jobs off, for
 * those of the past are done here, by the clock of their day. Not where the simulated site was used already.
 */
export async function seedBilling(config: Config, appUrl: string, simulators: Simulators, say: (text: string) => void, overrides: ServiceOverrides = {}): Promise<void> {
  const { site, webhooks } = simulators.chargebee;
  let sent = 0;
  const services = createServices({ ...config, database: { ...config.database, poolSize: 2 }, logLevel: 'silent' }, appUrl, {
    ...overrides,
    clock: { now: () => site.now() },
    sendEmail: async () => ({ kind: 'sent', vendorId: `seeded-billing-${++sent}` }),
  });
  try {
    await seedOperator(services);
    const { billing } = services;
    if (!billing) return;
    // Only a seeding that was cut off leaves the vendor's clock in the past.
    if (site.state().offsetMs < 0) site.store.site.put({ ...site.state(), offsetMs: 0 });
    if (site.store.customers.all().length > 0) return;
    say('seeding billing accounts …');
    const endSeconds = site.seconds();
    // What happened is read where it happened: nobody listens yet.
    webhooks.setTrouble({ lostShare: 1 });
    const steps = seedAccounts.flatMap((account) => stepsOf(account)).toSorted((one, other) => other.daysBefore - one.daysBefore);
    startAfresh(site, endSeconds - ((steps[0]?.daysBefore ?? 0) + 1) * daySeconds);
    const course: Course = { services, billing, simulators, endSeconds, started: [], heardCount: 0 };
    for (const { daysBefore, take } of steps) {
      await liveUntil(course, daysBefore);
      await take(course);
      await hear(course);
    }
    await liveUntil(course, 0);
    site.store.site.put({ ...site.state(), offsetMs: 0 });
    await simulators.chargebee.catchUp();
    await hear(course);
    await look(course);
    webhooks.setTrouble({ lostShare: 0 });
  } finally {
    await services.close();
  }
}

type Step = { daysBefore: number; take: (course: Course) => Promise<void> };

function stepsOf(account: SeedAccount): Step[] {
  const { invitedDaysBefore, mandate, cancelledDaysBefore } = account;
  return [
    { daysBefore: invitedDaysBefore, take: (course) => invite(course, account) },
    ...(mandate ? [{ daysBefore: mandate.daysBefore, take: (course: Course) => setUp(course, account, mandate) }] : []),
    ...(cancelledDaysBefore === undefined ? [] : [{ daysBefore: cancelledDaysBefore, take: (course: Course) => cancel(course, account) }]),
  ];
}

/** From one thing that happens at Chargebee to the next; what is due by the clock alone is looked at every few days. */
async function liveUntil(course: Course, daysBefore: number): Promise<void> {
  const { site, webhooks } = course.simulators.chargebee;
  const end = course.endSeconds - daysBefore * daySeconds;
  while (site.seconds() < end) {
    const nextLook = Math.min(end, site.seconds() + lookEveryDays * daySeconds);
    for (let next = nextEntry(site); next && next.at <= nextLook; next = nextEntry(site)) {
      await travelTo(site, webhooks, Math.max(next.at, site.seconds()));
      await hear(course);
    }
    await travelTo(site, webhooks, Math.max(nextLook, site.seconds()));
    await look(course);
  }
}

/** What Chargebee told since. */
async function hear(course: Course): Promise<void> {
  const { billing, simulators } = course;
  const events = simulators.chargebee.site.store.events.all();
  for (const event of events.slice(course.heardCount)) {
    await storeEvent(billing, v.parse(incomingEventSchema, event), 'webhook');
    await applyChargebeeEvent(billing, event.id);
  }
  course.heardCount = events.length;
}

async function look({ services, billing, started }: Course): Promise<void> {
  for (const { tenantId, slug } of started) {
    await advanceAccount(billing, tenantId);
    // One invoice with its PDF comes to the simulated mailbox.
    await settleBillingMails(services, billing, tenantId, slug === demoTenant ? 'invoiceIssued' : null);
  }
}

async function invite({ services, billing, started }: Course, { slug, name, email, phone, profile }: SeedAccount): Promise<void> {
  const tenant = await findTenantBySlug(services.db, slug);
  const contact = { address: profile.address, phone, email };
  const context = { now: services.clock.now(), newId: services.newId, catalogue: defaultVehicleCatalogue, sampleForms };
  const { tenantId } = tenant ? { tenantId: tenant.id } : await provisionTenant(services.db, context, { slug, settings: defaultSettings(name, contact), staff: { name: 'Werkstattleitung', email } });
  await inviteAccountHolder(billing, { tenantId, email, by: { actor: 'operator' } });
  started.push({ tenantId, slug });
}

/** What the account holder does in the billing portal, and Stripe's field in its browser. */
async function setUp({ services, billing, simulators }: Course, { slug, email, profile }: SeedAccount, { iban, quantity }: NonNullable<SeedAccount['mandate']>): Promise<void> {
  const account = () => accountOf({ services, billing }, { slug, email });
  await saveProfile(billing, await account(), profile);
  await choosePlan(billing, await account(), { itemPriceId: 'werkstatt-EUR-monthly', quantity });
  const begun = await startEnrollment(billing, await account(), { route: 'inline', language: 'de' });
  if (begun.route !== 'inline') throw new Error('asked for inline');
  await acceptEnrollment(billing, await account(), begun.id, { textSha256: begun.text.sha256, ip: '127.0.0.1', userAgent: 'Beispiel' });
  const form = { key: begun.publishableKey, client_secret: begun.clientSecret, 'payment_method_data[type]': 'sepa_debit', 'payment_method_data[sepa_debit][iban]': iban, 'payment_method_data[billing_details][name]': profile.company, 'payment_method_data[billing_details][email]': email };
  await fetch(`${simulators.stripeUrl}/v1/setup_intents/${begun.clientSecret.replace(/_secret.*$/, '')}/confirm`, { method: 'POST', body: new URLSearchParams(form) });
  const { tenantId } = await account();
  await completeEnrollment(billing, await account(), begun.id);
  await makeMandatePaper(services, { tenantId, mandateId: begun.id });
}

async function cancel({ services, billing }: Course, account: SeedAccount): Promise<void> {
  await cancelSubscription(billing, await accountOf({ services, billing }, account), undefined);
}

async function accountOf({ services, billing }: Pick<Course, 'services' | 'billing'>, { slug, email }: Pick<SeedAccount, 'slug' | 'email'>): Promise<Account> {
  const tenant = await findTenantBySlug(services.db, slug);
  if (!tenant) throw new Error('who has an account was invited');
  return findAccount(billing, email, tenant.id);
}
