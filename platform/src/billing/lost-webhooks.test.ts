import type { WebhookTrouble } from '@meldewerk/simulators/chargebee/webhook-delivery';
import { expect, test } from 'vitest';
import { complete, fillIn, giveMandate, mailsTo, openAccount, signInAgain, startMandate, typeIban } from '../../test/account-holder.ts';
import { bootPlatform, type Platform } from '../../test/harness.ts';
import { passTime } from '../../test/pass-time.ts';
import { provisionWorkshop, type Workshop } from '../../test/workshop.ts';

test('with half of the webhooks lost, the others twice and out of order, an account goes through the same and hears the same', async () => {
  const healthy = await live({});
  expect(healthy.course).toEqual([
    'trial, owes 0, DE•• •••• 3000', 'active, owes 0, DE•• •••• 3000', 'pastDue, owes 11662, DE•• •••• 3000',
    'suspended, owes 11662, DE•• •••• 3000', 'active, owes 0, DE•• •••• 3003',
  ]);
  expect(healthy.invoices).toMatchObject([{ status: 'paid', debit: { state: 'paid' } }, { status: 'paid' }]);
  expect(healthy.subjects.filter((subject) => subject.endsWith('wurden abgebucht'))).toHaveLength(3);
  expect(await live({ twice: true, shuffled: true, lostShare: 0.5 })).toEqual(healthy);
});

/** Trial, a debit that comes back, the grace time to its end, and another account that pays. */
async function live(trouble: Partial<WebhookTrouble>) {
  const platform = await bootPlatform({ vendorsReport: true });
  platform.simulators.chargebee.webhooks.setTrouble({ ...trouble, seed: 5 });
  const workshop = await provisionWorkshop(platform, 'durchs-jahr');
  const holder = await openAccount(platform, workshop);
  await fillIn(holder);
  await giveMandate(platform, holder);
  await platform.runJobs();
  const course = [await standOf(platform, workshop)];
  await passTime(platform, { days: 31, everyDays: 4 });
  course.push(await standOf(platform, workshop));
  platform.simulators.chargebee.setNextDebit(workshop.tenantId, 'returns');
  await passTime(platform, { days: 33, everyDays: 4 });
  course.push(await standOf(platform, workshop));
  await passTime(platform, { days: 20, everyDays: 4 });
  course.push(await standOf(platform, workshop));

  const again = await signInAgain(platform, holder);
  const started = await startMandate(again);
  await typeIban(platform, started, 'DE08370400440532013003');
  await complete(again, started);
  await passTime(platform, { days: 1 });
  course.push(await standOf(platform, workshop));
  const { invoices } = (await (await (await signInAgain(platform, holder)).ask('/invoices')).json()) as { invoices: unknown[] };
  const subjects = mailsTo(platform, holder.email).map(({ subject }) => subject).toSorted();
  await platform.close();
  return { course, invoices, subjects };
}

async function standOf(platform: Platform, { tenantId, slug }: Workshop): Promise<string> {
  const { state, openAmountCents, mandate } = await (await signInAgain(platform, { tenantId, email: `buchhaltung@${slug}.example` })).account();
  return `${state}, owes ${openAmountCents}, ${mandate?.maskedIban}`;
}
