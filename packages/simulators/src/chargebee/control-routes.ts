import { type Context, Hono } from 'hono';
import { type BankBehaviour, testIbans } from '../bank/test-ibans.ts';
import { Refusal, answerRefusal, notFound, wrongValue } from './failure.ts';
import type { Chargebee } from './open-chargebee.ts';
import type { WebhookTrouble } from './webhook-delivery.ts';

type Controls = Pick<Chargebee, 'site' | 'webhooks' | 'travel' | 'setNextDebit' | 'returnLastDebit' | 'lapseMandate'>;

/** The hand of fate, for scripts and tests in another process. Takes JSON alone, which no page of another site can send. */
export function controlRoutes({ site, webhooks, travel, setNextDebit, returnLastDebit, lapseMandate }: Controls): Hono {
  const show = (c: Context) => c.json({ now: site.now().toISOString(), trouble: webhooks.trouble(), nextDebits: site.store.nextDebits.all(), waitingCount: site.store.deliveries.all().filter(({ nextAt }) => nextAt !== null).length });
  const customerOf = (id: unknown) => {
    if (typeof id !== 'string' || !site.store.customers.get(id)) throw notFound('Customer', String(id));
    return id;
  };
  return new Hono()
    .onError((error, c) => (error instanceof Refusal ? answerRefusal(c, error) : c.json({ message: error.message }, 500)))
    .get('/', show)
    .post('/travel', async (c) => {
      const { days = 0, hours = 0, minutes = 0 } = await readJson<{ days: number; hours: number; minutes: number }>(c);
      if (![days, hours, minutes].every((amount) => typeof amount === 'number' && amount >= 0 && amount <= 4000)) throw wrongValue('days', 'days, hours and minutes are numbers from 0 to 4000');
      await travel({ days, hours, minutes });
      return show(c);
    })
    .post('/webhooks', async (c) => {
      const { twice, shuffled, lostShare, endpointDown, seed } = await readJson<WebhookTrouble & { seed: number }>(c);
      if (lostShare !== undefined && !(typeof lostShare === 'number' && lostShare >= 0 && lostShare <= 1)) throw wrongValue('lostShare', 'is a number from 0 to 1');
      webhooks.setTrouble({ ...(twice !== undefined && { twice: Boolean(twice) }), ...(shuffled !== undefined && { shuffled: Boolean(shuffled) }), ...(endpointDown !== undefined && { endpointDown: Boolean(endpointDown) }), ...(lostShare !== undefined && { lostShare }), ...(typeof seed === 'number' && { seed }) });
      return show(c);
    })
    .post('/next-debits', async (c) => {
      const { customerId, behaviour } = await readJson<{ customerId: string; behaviour: BankBehaviour }>(c);
      if (!testIbans.some((test) => test.behaviour === behaviour)) throw wrongValue('behaviour', `is one of ${testIbans.map((test) => test.behaviour).join(', ')}`);
      setNextDebit(customerOf(customerId), behaviour as BankBehaviour);
      return show(c);
    })
    .post('/returns', async (c) => {
      const { customerId } = await readJson<{ customerId: string }>(c);
      return c.json({ returned: await returnLastDebit(customerOf(customerId)) });
    })
    .post('/lapses', async (c) => {
      const { customerId, status } = await readJson<{ customerId: string; status: 'expiring' | 'expired' }>(c);
      return c.json({ lapsed: await lapseMandate(customerOf(customerId), status === 'expired' ? 'expired' : 'expiring') });
    });
}

async function readJson<Body>(c: Context): Promise<Partial<Body>> {
  if (!c.req.header('content-type')?.startsWith('application/json')) throw new Refusal(415, 'unsupported_media_type', 'JSON is needed here');
  return (await c.req.json()) as Partial<Body>;
}
