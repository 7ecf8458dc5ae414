import type { Customer } from 'chargebee';
import { Hono } from 'hono';
import { answer, answerList, readBody } from './answer.ts';
import { changeCustomer, createCustomer, getCustomer } from './customers.ts';
import { assignPaymentRole } from './payment-sources.ts';
import type { Site } from './site.ts';

export function customerRoutes(site: Site): Hono {
  return new Hono()
    .post('/customers', async (c) => {
      const given = await readBody<Partial<Customer>>(c, 'customer', 'create');
      return answer(c, site.store.atomically(() => ({ customer: createCustomer(site, given) })) satisfies Customer.CreateResponse);
    })
    .get('/customers', (c) => answerList(c, 'customer', site.store.customers.all()))
    .get('/customers/:id', (c) => answer(c, { customer: getCustomer(site, c.req.param('id')) } satisfies Customer.RetrieveResponse))
    .post('/customers/:id', async (c) => {
      const given = await readBody<Partial<Customer>>(c, 'customer', 'update');
      return answer(c, site.store.atomically(() => ({ customer: changeCustomer(site, c.req.param('id'), given) })) satisfies Customer.UpdateResponse);
    })
    .post('/customers/:id/update_billing_info', async (c) => {
      const { billing_address, ...given } = await readBody<Partial<Customer>>(c, 'customer', 'update_billing_info');
      const vat = given.vat_number !== undefined && { vat_number_status: given.vat_number === '' ? undefined : ('not_validated' as const) };
      const change = { ...given, ...vat, ...(billing_address && { billing_address }) };
      return answer(c, site.store.atomically(() => ({ customer: changeCustomer(site, c.req.param('id'), change) })) satisfies Customer.UpdateBillingInfoResponse);
    })
    .post('/customers/:id/assign_payment_role', async (c) => {
      const given = await readBody<Customer.AssignPaymentRoleInputParam>(c, 'customer', 'assign_payment_role');
      return answer(c, assignPaymentRole(site, c.req.param('id'), given) satisfies Customer.AssignPaymentRoleResponse);
    });
}
