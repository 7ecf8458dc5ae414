import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootPlatform, type Platform } from './harness.ts';
import { foreignWords, furnishPremises, type Premises } from './premises.ts';
import { honestRequest, routeCases } from './route-cases.ts';

// Row-level security is the second wall. Here it is torn down, to see that the first stands without it: every query names its tenant.

const marker = 'Zeisigmarke';
let platform: Platform;
let here: Premises;
let there: Premises;

beforeAll(async () => {
  platform = await bootPlatform();
  here = await furnishPremises(platform, 'werkstatt-hier', 'Amsel');
  there = await furnishPremises(platform, 'werkstatt-dort', marker);
  const owner = postgres(platform.database.ownerUrl, { max: 1 });
  const tables = await owner<{ name: string }[]>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`;
  for (const { name } of tables) await owner`alter table ${owner(name)} disable row level security`;
  await owner.end();
});
afterAll(() => platform.close());

test('the second wall is down indeed', async () => {
  expect(await platform.services.sql`select from damage_reports`).toHaveLength(4);
});

const changesNothing = ({ route }: { route: string }) => /^(GET|HEAD) /.test(route);

describe.each(routeCases.filter(({ door }) => door === 'staff' || door === 'draft' || door === 'link'))('$route without row-level security', (routeCase) => {
  test('opens to no session and no bearer of another workshop', async () => {
    const borrowed = { ...here, cookieOf: there.cookieOf, draft: { ...here.draft, token: there.draft.token }, prepared: there.prepared };
    const response = await platform.request(here.workshop.host, routeCase.path(here), { ...honestRequest(routeCase, borrowed), method: routeCase.route.split(' ')[0] });
    expect([401, 404]).toContain(response.status);
  });

  test('has nothing of another workshop', async () => {
    const path = routeCase.path(there);
    const bearing = routeCase.door === 'draft' ? there : here;
    const isForeign = path !== routeCase.path(here);
    // What has no foreign id in it is asked for as usual and looked through; what would change something is not asked for then.
    if (!isForeign && !changesNothing(routeCase)) return;
    if (routeCase.route === 'PUT /api/drafts/:draftId') return;
    const response = await platform.request(here.workshop.host, path, { ...honestRequest(routeCase, bearing), method: routeCase.route.split(' ')[0] });
    if (isForeign) expect(response.status).toBe(404);
    if (response.headers.get('content-type') === 'text/event-stream') return response.body?.cancel();
    const text = await response.text();
    for (const word of foreignWords(there, marker)) expect(text).not.toContain(word);
  });
});
