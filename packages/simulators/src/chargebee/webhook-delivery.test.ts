import { afterEach, expect, test } from 'vitest';
import { createCustomer, giveAccount, type RentedSite, rentSite, subscribe, type ToldEvent } from './rented-site.fixture.ts';

const sites: RentedSite[] = [];
afterEach(() => Promise.all(sites.splice(0).map(({ simulators }) => simulators.close())));

async function rent(endpoint?: (event: ToldEvent) => number | null) {
  const site = await rentSite({ ...(endpoint && { endpoint }) });
  sites.push(site);
  return site;
}
const idsOf = (told: ToldEvent[]) => told.map(({ id }) => id);
const allEvents = async ({ chargebee }: RentedSite) => {
  const events = [];
  for (let offset: string | undefined; ; ) {
    const page = await chargebee.event.list({ limit: 7, 'sort_by[asc]': 'occurred_at', ...(offset !== undefined && { offset }) });
    events.push(...page.list.map(({ event }) => event));
    offset = page.next_offset;
    if (offset === undefined) return events;
  }
};

test('every event is told once, with user and password, as the list has it', async () => {
  const site = await rent();
  await subscribe(site);
  const [first] = site.posts;
  expect(first).toMatchObject({ url: 'http://localhost:3000/api/webhooks/chargebee', headers: { authorization: `Basic ${btoa('chargebee:secret')}` } });
  const events = await allEvents(site);
  expect(idsOf(site.told)).toEqual(events.map(({ id }) => id));
  expect(events.every(({ webhook_status }) => webhook_status === 'succeeded')).toBe(true);
  const { event } = await site.chargebee.event.retrieve(site.told[0]?.id ?? '');
  expect(event).toMatchObject({ event_type: 'customer_created', api_version: 'v2', content: site.told[0]?.content });
});

test('twice, shuffled and half lost: the endpoint hears less and more, the list stays whole', async () => {
  const site = await rent();
  site.simulator.webhooks.setTrouble({ twice: true, shuffled: true, lostShare: 0.5, seed: 7 });
  await subscribe(site);
  await site.simulator.travel({ days: 65 });
  const events = await allEvents(site);
  const heard = new Set(idsOf(site.told));
  expect(site.told).toHaveLength(heard.size * 2);
  expect(heard.size).toBeGreaterThan(events.length / 4);
  expect(heard.size).toBeLessThan((events.length * 3) / 4);
  expect(events.filter(({ webhook_status }) => webhook_status === 'failed').map(({ id }) => id)).toEqual(events.filter(({ id }) => !heard.has(id)).map(({ id }) => id));
  const order = events.map(({ id }) => id);
  const places = idsOf(site.told).map((id) => order.indexOf(id));
  expect(places).not.toEqual(places.toSorted((one, other) => one - other));
});

test('the same seed brings the same trouble', async () => {
  const heard = [];
  for (const seed of [3, 3, 4]) {
    const site = await rent();
    site.simulator.webhooks.setTrouble({ lostShare: 0.5, seed });
    await subscribe(site);
    await site.simulator.travel({ days: 65 });
    heard.push(site.told.map(({ event_type }) => event_type).join(' '));
  }
  expect(heard[0]).toBe(heard[1]);
  expect(heard[0]).not.toBe(heard[2]);
});

test('an endpoint that does not take an event is tried seven more times in about three days', async () => {
  const times: number[] = [];
  let status: number | null = 500;
  const site = await rent(() => {
    times.push(site.simulator.site.seconds());
    return status;
  });
  await createCustomer(site);
  await site.simulator.travel({ days: 1 });
  const { event } = await site.chargebee.event.retrieve(site.told[0]?.id ?? '');
  expect(event).toMatchObject({ webhook_status: 're_scheduled', webhook_failure_reason: 'HTTP 500' });
  await site.simulator.travel({ days: 5 });
  expect(times.map((time) => (time - (times[0] ?? 0)) / 60)).toEqual([0, 2, 8, 38, 98, 398, 1838, 4718]);
  expect((await site.chargebee.event.retrieve(event.id)).event.webhook_status).toBe('failed');

  status = null;
  await createCustomer(site);
  await site.simulator.travel({ minutes: 1 });
  status = 202;
  await site.simulator.travel({ minutes: 1 });
  expect((await site.chargebee.event.list({ limit: 1 })).list[0]?.event.webhook_status).toBe('succeeded');
});

test('an endpoint that is down hears everything once it is back within a day', async () => {
  const site = await rent();
  site.simulator.webhooks.setTrouble({ endpointDown: true });
  await subscribe(site);
  await site.simulator.travel({ hours: 5 });
  const before = site.told.length;
  site.simulator.webhooks.setTrouble({ endpointDown: false });
  await site.simulator.travel({ days: 3 });
  expect(before).toBe(0);
  const recent = (await allEvents(site)).filter(({ occurred_at }) => occurred_at > site.simulator.site.seconds() - 3.3 * 86_400);
  expect(idsOf(site.told)).toEqual(expect.arrayContaining(recent.map(({ id }) => id)));
});

test('an endpoint may ask the vendor about what it is just told', async () => {
  const asked: Promise<unknown>[] = [];
  const site: RentedSite = await rent(({ content }) => {
    if (content.customer) asked.push(site.chargebee.customer.retrieve(String(content.customer.id)));
    return 200;
  });
  const customerId = await createCustomer(site);
  await giveAccount(site, customerId);
  await site.simulator.travel({ days: 1 });
  expect(asked.length).toBeGreaterThan(2);
  expect(await Promise.all(asked)).toMatchObject(asked.map(() => ({ customer: { id: customerId } })));
});
