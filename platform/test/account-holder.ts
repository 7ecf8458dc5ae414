import { inviteAccountHolder } from '@meldewerk/billing/invite-account-holder';
import { beginSession } from '@meldewerk/billing/sign-in/open-session';
import type { BillingAccount } from '@meldewerk/contract/billing';
import { billingAccounts } from '@meldewerk/db/schema-billing';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { defaultVehicleCatalogue } from '@meldewerk/catalogue/default-vehicle';
import { succeedHostedPage } from '@meldewerk/simulators/chargebee/hosted-pages';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import { provisionTenant } from '@meldewerk/tenants/provision';
import { hostOf, type Platform, type TestRequest } from './harness.ts';
import { cookieOf, type Workshop } from './workshop.ts';

/** Somebody who reads mail to an accounting address, signed in on the billing portal. */
export type AccountHolder = {
  email: string;
  cookie: string;
  tenantId: string;
  /** Asks under `/api/billing/accounts/<the workshop>`. */
  ask(path: string, request?: TestRequest): Promise<Response>;
  account(): Promise<BillingAccount>;
};

export const billingHost = (platform: Pick<Platform, 'config'>) => hostOf(platform, 'billing');

/** Mails the simulated vendor took for an address, the newest last. */
export function mailsTo(platform: Pick<Platform, 'simulators'>, email: string) {
  return platform.simulators.inbox.messages().flatMap((message) => (message.vendor === 'resend' && message.to === email ? [message] : []));
}

/** The secret behind `#` in the newest mail to an address. */
export function secretIn(platform: Pick<Platform, 'simulators'>, email: string): string {
  const token = /#([A-Za-z0-9_-]{20,})/.exec(mailsTo(platform, email).at(-1)?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`no link in a mail to ${email}`);
  return token;
}

/** Invites by mail and opens the link, as a person does. */
export async function inviteAndSignIn(platform: Platform, { tenantId, slug }: Pick<Workshop, 'tenantId' | 'slug'>, email = `buchhaltung@${slug}.example`): Promise<AccountHolder> {
  const { billing } = platform.services;
  if (!billing) throw new Error('tests of billing need billing');
  await inviteAccountHolder(billing, { tenantId, email, by: { actor: 'operator' } });
  await platform.runJobs();
  const opened = await platform.request(billingHost(platform), '/api/billing/sessions', { json: { token: secretIn(platform, email) } });
  if (opened.status !== 200) throw new Error(`the invitation answered ${opened.status}: ${await opened.text()}`);
  return holderOf(platform, tenantId, email, cookieOf(opened));
}

/** The same without the mails: the account is there, and the session open. */
export async function openAccount(platform: Platform, { tenantId, slug }: Pick<Workshop, 'tenantId' | 'slug'>): Promise<AccountHolder> {
  const { billing, db, clock } = platform.services;
  if (!billing) throw new Error('tests of billing need billing');
  const email = `buchhaltung@${slug}.example`;
  await inTenant(db, tenantId, (tx) => tx.insert(billingAccounts).values({ tenantId, email, stateSince: clock.now(), createdAt: clock.now() }));
  return signInAgain(platform, { tenantId, email });
}

/** The account of a new workshop in which nobody of its staff signs in: quick to make. */
export async function openNewAccount(platform: Platform, slug: string): Promise<AccountHolder> {
  const { db, clock, newId } = platform.services;
  const contact = { address: { street: 'Industriestraße 12', postalCode: '76185', city: 'Karlsruhe', country: 'DE' }, phone: '+49 721 123456', email: `info@${slug}.example` };
  const { tenantId } = await provisionTenant(
    db,
    { now: clock.now(), newId, catalogue: defaultVehicleCatalogue, sampleForms: [] },
    { slug, settings: defaultSettings(`Karosserie ${slug}`, contact), staff: { name: 'Admin', email: `admin@${slug}.example` } },
  );
  return openAccount(platform, { tenantId, slug });
}

export async function signInAgain(platform: Platform, { tenantId, email }: Pick<AccountHolder, 'tenantId' | 'email'>): Promise<AccountHolder> {
  const { billing } = platform.services;
  if (!billing) throw new Error('tests of billing need billing');
  const { token } = await beginSession(billing, email);
  return holderOf(platform, tenantId, email, `meldewerk_billing=${token}`);
}

export function holderOf(platform: Platform, tenantId: string, email: string, cookie: string): AccountHolder {
  const ask: AccountHolder['ask'] = (path, request = {}) => platform.request(billingHost(platform), `/api/billing/accounts/${tenantId}${path}`, { cookie, ...request });
  return { email, cookie, tenantId, ask, account: async () => (await (await ask('')).json()) as BillingAccount };
}

export const profile = { company: 'Karosserie Muster GmbH', address: { street: 'Industriestraße 12', postalCode: '76185', city: 'Karlsruhe', country: 'DE' }, vatNumber: 'DE136695976' };
export const choice = { itemPriceId: 'werkstatt-EUR-monthly', quantity: 2 };

export type Started = { id: string; route: 'inline' | 'hosted'; clientSecret: string; url: string; text: { sha256: string; paragraphs: string[] } };

/** Says who pays and for what. */
export async function fillIn(holder: AccountHolder): Promise<void> {
  for (const [path, json] of [['/profile', profile], ['/choice', choice]] as const) {
    const answer = await holder.ask(path, { method: 'PUT', json });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
}

/** Begins a mandate and presses the button next to the words. */
export async function startMandate(holder: AccountHolder, route: 'inline' | 'hosted' = 'inline'): Promise<Started> {
  const answer = await holder.ask('/enrollments', { json: { route } });
  if (answer.status !== 201) throw new Error(`beginning answered ${answer.status}: ${await answer.text()}`);
  const started = (await answer.json()) as Started;
  const accepted = await holder.ask(`/enrollments/${started.id}/acceptance`, { json: { textSha256: started.text.sha256 }, headers: { 'user-agent': 'Testbrowser 1.0' } });
  if (accepted.status !== 204) throw new Error(`accepting answered ${accepted.status}: ${await accepted.text()}`);
  return started;
}

export const payingIban = 'DE89370400440532013000';

/** What Stripe's field in the browser does with an account number: it goes straight to Stripe. */
export async function typeIban(platform: Pick<Platform, 'simulators'>, { clientSecret }: Pick<Started, 'clientSecret'>, iban = payingIban): Promise<Response> {
  const id = clientSecret.replace(/_secret.*$/, '');
  const form = { key: 'pk_test_simulated', client_secret: clientSecret, 'payment_method_data[type]': 'sepa_debit', 'payment_method_data[sepa_debit][iban]': iban, 'payment_method_data[billing_details][name]': 'Karosserie Muster GmbH', 'payment_method_data[billing_details][email]': 'kasse@muster.example' };
  return fetch(`${platform.simulators.stripeUrl}/v1/setup_intents/${id}/confirm`, { method: 'POST', body: new URLSearchParams(form) });
}

/** What somebody does on the vendor's own page. */
export function typeIbanThere({ simulators }: Pick<Platform, 'simulators'>, { url }: Pick<Started, 'url'>, iban = payingIban): void {
  const page = /pages\/v3\/([^/]+)/.exec(url)?.[1] ?? '';
  const given = simulators.stripe.giveMandate({ holder: 'Karosserie Muster GmbH', email: 'kasse@muster.example', iban, ipAddress: '10.0.0.1', userAgent: 'Testbrowser 1.0' });
  if (!('account' in given)) throw new Error(`the account was refused: ${given.fault}`);
  succeedHostedPage(simulators.chargebee.site, page, given.account);
}

export const complete = (holder: AccountHolder, { id }: Pick<Started, 'id'>) => holder.ask(`/enrollments/${id}/completion`, { method: 'POST' });

/** The whole way of route A, up to an account whose trial runs. */
export async function giveMandate(platform: Platform, holder: AccountHolder, iban = payingIban): Promise<Started> {
  const started = await startMandate(holder);
  await typeIban(platform, started, iban);
  const answer = await complete(holder, started);
  if (answer.status !== 200) throw new Error(`completing answered ${answer.status}: ${await answer.text()}`);
  return started;
}
