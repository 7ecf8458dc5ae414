import { billingAudit, billingMandates } from '@meldewerk/db/schema-billing';
import { asOperator } from '@meldewerk/db/billing-scope';
import { inTenant } from '@meldewerk/db/tenant-scope';
import { cancelHostedPage } from '@meldewerk/simulators/chargebee/hosted-pages';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complete, fillIn, giveMandate, openNewAccount, signInAgain, startMandate, typeIbanThere, type AccountHolder, type Started } from '../../test/account-holder.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';

let platform: Platform;
let count = 0;

beforeAll(async () => {
  platform = await bootPlatform({ settings: { MANDATE_ROUTES: 'hosted,inline' } });
});
afterAll(() => platform.close());

async function newHolder(): Promise<AccountHolder> {
  const holder = await openNewAccount(platform, `betrieb-${++count}`);
  await fillIn(holder);
  return holder;
}
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const pageOf = ({ url }: Started) => /pages\/v3\/([^/]+)/.exec(url)![1]!;

test('on the vendor’s page a mandate is given as well, and the way leads back to ours', async () => {
  const holder = await newHolder();
  const begun = await holder.ask('/enrollments', { json: {} });
  expect(await begun.json()).toMatchObject({ route: 'hosted' });
  const started = await startMandate(holder, 'hosted');
  expect(platform.simulators.chargebee.site.store.hostedPageOrders.get(pageOf(started))).toMatchObject({ redirectUrl: `http://billing.localhost:3000/mandate/${started.id}` });
  expect(await (await complete(holder, started)).json()).toMatchObject({ state: 'waiting' });
  typeIbanThere(platform, started);
  expect(await (await complete(holder, started)).json()).toMatchObject({ state: 'completed', mandate: { route: 'hosted', state: 'valid', maskedIban: 'DE•• •••• 3000' } });
  expect(await holder.account()).toMatchObject({ state: 'trial', routes: ['hosted', 'inline'], simulated: true });
});

test('the same way changes the bank account, whichever way the first mandate went', async () => {
  const holder = await newHolder();
  const first = await giveMandate(platform, holder);
  platform.clock.advance({ minutes: 1 });
  await startMandate(holder, 'hosted');
  platform.clock.advance({ minutes: 1 });
  const second = await startMandate(holder, 'hosted');
  typeIbanThere(platform, second, 'DE62370400440532013001');
  for (let again = 0; again < 2; again++) expect(await (await complete(holder, second)).json()).toMatchObject({ state: 'completed' });
  const { mandates } = (await (await holder.ask('/mandates')).json()) as { mandates: unknown[] };
  // The one that was left for the second is not among them.
  expect(mandates).toMatchObject([{ id: second.id, state: 'valid', maskedIban: 'DE•• •••• 3001' }, { id: first.id, state: 'replaced' }]);
});

test('who turns back, waits for days or points to another workshop’s page has given nothing', async () => {
  const [holder, other] = [await newHolder(), await newHolder()];
  const left = await startMandate(holder, 'hosted');
  cancelHostedPage(platform.simulators.chargebee.site, pageOf(left));
  expect(await problemOf(await complete(holder, left))).toEqual([422, 'mandateFailed']);

  const theirs = await startMandate(other, 'hosted');
  typeIbanThere(platform, theirs);
  const mine = await startMandate(holder, 'hosted');
  await inTenant(platform.services.db, holder.tenantId, (tx) => tx.update(billingMandates).set({ vendorReference: pageOf(theirs) }).where(eq(billingMandates.id, mine.id)));
  expect(await problemOf(await complete(holder, mine))).toEqual([422, 'mandateFailed']);

  const late = await startMandate(holder, 'hosted');
  platform.clock.advance({ days: 6 });
  const again = await signInAgain(platform, holder);
  expect(await problemOf(await complete(again, late))).toEqual([410, 'enrollmentExpired']);
  const refused = await asOperator(platform.services.db, (tx) => tx.select({ data: billingAudit.data }).from(billingAudit).where(and(eq(billingAudit.workshopId, holder.tenantId), eq(billingAudit.refused, true))));
  expect(refused.map(({ data }) => (data as { failureCode: string }).failureCode).sort()).toEqual(['cancelled', 'expired', 'foreignCustomer']);
  expect((await again.account()).state).toBe('setup');
});
