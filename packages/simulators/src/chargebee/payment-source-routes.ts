import type { PaymentSource } from 'chargebee';
import { Hono } from 'hono';
import { answer, answerList, readBody } from './answer.ts';
import { addByPermanentToken, deletePaymentSource, getPaymentSource } from './payment-sources.ts';
import type { Site } from './site.ts';

export function paymentSourceRoutes(site: Site): Hono {
  return new Hono()
    .post('/payment_sources/create_using_permanent_token', async (c) => {
      const given = await readBody<PaymentSource.CreateUsingPermanentTokenInputParam>(c, 'payment_source', 'create_using_permanent_token');
      return answer(c, addByPermanentToken(site, given) satisfies PaymentSource.CreateUsingPermanentTokenResponse);
    })
    .get('/payment_sources', (c) => answerList(c, 'payment_source', site.store.paymentSources.all()))
    .get('/payment_sources/:id', (c) => answer(c, { payment_source: getPaymentSource(site, c.req.param('id')) } satisfies PaymentSource.RetrieveResponse))
    .post('/payment_sources/:id/delete', (c) => answer(c, deletePaymentSource(site, c.req.param('id')) satisfies PaymentSource.DeleteResponse))
    .post('/payment_sources/:id/delete_local', (c) => answer(c, deletePaymentSource(site, c.req.param('id'), { locally: true }) satisfies PaymentSource.DeleteLocalResponse));
}
