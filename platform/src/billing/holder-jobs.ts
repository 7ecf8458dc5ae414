import { putEmail } from '@meldewerk/billing/account/change-email';
import { collectOpenInvoices } from '@meldewerk/billing/enrollment/collect-open-invoices';
import { followEnrollment } from '@meldewerk/billing/enrollment/complete-enrollment';
import { retireBankAccount } from '@meldewerk/billing/enrollment/retire-bank-account';
import { idSchema } from '@meldewerk/contract/identifier';
import { sql } from 'drizzle-orm';
import type { TaskList } from 'graphile-worker';
import * as v from 'valibot';
import type { Services } from '../services.ts';
import { makeMandatePaper } from './mandate-paper.ts';
import { sendBillingSignIn, tellReplacedEmail } from './send-sign-in.ts';

type ToTask = <Schema extends v.GenericSchema>(schema: Schema, work: (payload: v.InferOutput<Schema>) => Promise<unknown>) => TaskList[string];

const ofMandate = v.object({ tenantId: idSchema, mandateId: idSchema });
const ofSignIn = v.object({ signInId: idSchema });
const waitHours = { 'complete-enrollment': 1, 'make-mandate-document': 1, 'retire-bank-account': 24 };

/** The jobs behind what an account holder asks for. */
export function holderTasks(services: Services, task: ToTask): TaskList {
  const { billing } = services;
  return {
    'send-billing-sign-in': task(ofSignIn, (payload) => sendBillingSignIn(services, payload)),
    'tell-billing-email': task(ofSignIn, (payload) => tellReplacedEmail(services, payload)),
    'put-billing-email': task(v.object({ tenantId: idSchema }), async ({ tenantId }) => billing && putEmail(billing, tenantId)),
    'make-mandate-document': task(ofMandate, async (payload) => (await makeMandatePaper(services, payload)) || later('make-mandate-document', payload.tenantId, payload.mandateId)),
    'collect-open-invoices': task(ofMandate, async ({ tenantId, mandateId }) => billing && collectOpenInvoices(billing, tenantId, mandateId)),
    'complete-enrollment': task(ofMandate, async ({ tenantId, mandateId }) => billing && ((await followEnrollment(billing, tenantId, mandateId)) || later('complete-enrollment', tenantId, mandateId))),
    'retire-bank-account': task(ofMandate, async ({ tenantId, mandateId }) => billing && ((await retireBankAccount(billing, tenantId, mandateId)) || later('retire-bank-account', tenantId, mandateId))),
  };

  async function later(job: keyof typeof waitHours, tenantId: string, mandateId: string): Promise<void> {
    // The key of the job that runs now is taken until it ends, so this is another one.
    await services.db.execute(sql`select enqueue_job(${job}, ${JSON.stringify({ tenantId, mandateId })}::json, null, now() + ${waitHours[job]} * interval '1 hour')`);
  }
}
