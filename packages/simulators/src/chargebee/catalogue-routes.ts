import type { ItemPrice } from 'chargebee';
import { Hono } from 'hono';
import { answer, answerList } from './answer.ts';
import type { Site } from './site.ts';
import { getItemPrice } from './subscription-items.ts';

export function catalogueRoutes(site: Site): Hono {
  return new Hono()
    .get('/item_prices', (c) => answerList(c, 'item_price', site.store.itemPrices.all()))
    .get('/item_prices/:id', (c) => answer(c, { item_price: getItemPrice(site, c.req.param('id')) } satisfies ItemPrice.RetrieveResponse));
}
