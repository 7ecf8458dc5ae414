import { advanceAccounts } from '@meldewerk/billing/advance-accounts';
import { applyChargebeeEvent } from '@meldewerk/billing/events/apply-chargebee-event';
import { reconcileEvents } from '@meldewerk/billing/events/reconcile-events';
import { refreshAccount } from '@meldewerk/billing/refresh-account';
import { idSchema } from '@meldewerk/contract/identifier';
import type { TaskList } from 'graphile-worker';
import * as v from 'valibot';
import type { Services } from '../services.ts';
import { announceBilling } from './announce.ts';

type ToTask = <Schema extends v.GenericSchema>(schema: Schema, work: (payload: v.InferOutput<Schema>) => Promise<unknown>) => TaskList[string];

/** When what is done by the clock: the list of Chargebee's events each night, what is due in every account each hour. */
export const billingCron = [
  { task: 'reconcile-chargebee', match: '40 2 * * *', options: { backfillPeriod: 24 * 60 * 60 * 1000 } },
  { task: 'advance-billing', match: '25 * * * *', options: { backfillPeriod: 60 * 60 * 1000 } },
];

/** The jobs of billing; where nothing is billed they do nothing. */
export function billingTasks(services: Services, task: ToTask): TaskList {
  const { billing } = services;
  const eventSchema = v.object({ eventId: v.pipe(v.string(), v.maxLength(100)), again: v.optional(v.boolean()) });
  return {
    'apply-chargebee-event': task(eventSchema, async ({ eventId, again }) => billing && applyChargebeeEvent(billing, eventId, { again: again ?? false })),
    'reconcile-chargebee': task(v.unknown(), async () => billing && reconcileEvents(billing)),
    'advance-billing': task(v.unknown(), async () => billing && advanceAccounts(billing)),
    'announce-billing': task(v.object({ tenantId: idSchema, noticeId: idSchema }), async (payload) => billing && announceBilling(services, billing, payload)),
    'refresh-billing-account': task(v.object({ tenantId: idSchema }), async ({ tenantId }) => billing && refreshAccount(billing, tenantId)),
  };
}
