import type { Event, TimeMachine } from 'chargebee';
import { Hono } from 'hono';
import { answer, answerList, readBody } from './answer.ts';
import { notFound } from './failure.ts';
import type { Site } from './site.ts';
import { startAfresh, timeMachineName, timeMachineOf, travelTo } from './time-machine.ts';
import type { Webhooks } from './webhook-delivery.ts';

export function eventRoutes(site: Site, webhooks: Webhooks): Hono {
  const machineOf = (name: string): TimeMachine => {
    if (name !== timeMachineName) throw notFound('TimeMachine', name);
    return timeMachineOf(site);
  };
  return new Hono()
    .get('/events', (c) => answerList(c, 'event', site.store.events.all(), { sortBy: 'occurred_at' }))
    .get('/events/:id', (c) => {
      const event = site.store.events.get(c.req.param('id'));
      if (!event) throw notFound('Event', c.req.param('id'));
      return answer(c, { event } satisfies Event.RetrieveResponse);
    })
    .get('/time_machines/:name', (c) => answer(c, { time_machine: machineOf(c.req.param('name')) } satisfies TimeMachine.RetrieveResponse))
    .post('/time_machines/:name/start_afresh', async (c) => {
      const { genesis_time: genesisTime = site.seconds() } = await readBody<TimeMachine.StartAfreshInputParam>(c, 'time_machine', 'start_afresh');
      machineOf(c.req.param('name'));
      startAfresh(site, genesisTime);
      return answer(c, { time_machine: timeMachineOf(site) } satisfies TimeMachine.StartAfreshResponse);
    })
    .post('/time_machines/:name/travel_forward', async (c) => {
      const { destination_time: destination = site.seconds() } = await readBody<TimeMachine.TravelForwardInputParam>(c, 'time_machine', 'travel_forward');
      machineOf(c.req.param('name'));
      // The vendor's machine goes on after its answer, `in_progress` until it arrives; here it has arrived by then.
      await travelTo(site, webhooks, destination);
      return answer(c, { time_machine: timeMachineOf(site) } satisfies TimeMachine.TravelForwardResponse);
    });
}
