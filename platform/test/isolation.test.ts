import { staffRoles } from '@meldewerk/contract/staff';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootPlatform, hostOf, type Platform, type TestRequest } from './harness.ts';
import { foreignWords, furnishDraft, furnishPremises, type Premises } from './premises.ts';
import { honestRequest, routeCases, type RouteCase } from './route-cases.ts';
import { bearer, submissionOf } from './submit-report.ts';

const marker = 'Zeisigmarke';

let platform: Platform;
let owner: postgres.Sql;
let here: Premises;
let there: Premises;
/** What may never stand in an answer at `here`. */
let foreign: string[];

beforeAll(async () => {
  platform = await bootPlatform();
  owner = postgres(platform.database.ownerUrl, { max: 2, onnotice: () => {} });
  here = await furnishPremises(platform, 'werkstatt-hier', 'Amsel');
  there = await furnishPremises(platform, 'werkstatt-dort', marker);
  foreign = foreignWords(there, marker);
});
afterAll(async () => {
  await owner.end();
  await platform.close();
});

type Answer = { status: number; code: string | null; text: string };

/** Asks at `here` and holds every answer against what must be true of all of them. */
async function ask(routeCase: RouteCase, path: string, request: TestRequest, note = ''): Promise<Answer> {
  const method = routeCase.route.split(' ')[0]!;
  lastState = null;
  const response = await platform.request(routeCase.onApex ? hostOf(platform, null) : routeCase.onBilling ? hostOf(platform, 'billing') : routeCase.onOperator ? hostOf(platform, 'operator') : here.workshop.host, path, { ...request, method });
  if (response.headers.get('content-type') === 'text/event-stream') await response.body?.cancel();
  const text = response.bodyUsed ? '' : await response.text();
  const place = `${method} ${path.slice(0, 80)} ${note}`;
  if (response.status !== 503) expect(response.status, `${place}: ${text.slice(0, 300)}`).toBeLessThan(500);
  // One expectation for all words: thousands of answers are held against each of them.
  const told = [text, ...response.headers.values()].flatMap((part) => foreign.filter((word) => !routeCase.onOperator && part.includes(word)));
  expect(told, `${place} tells: ${text.slice(0, 300)}`).toEqual([]);
  expect(response.headers.get('x-content-type-options'), place).toBe('nosniff');

  if (response.status < 400 || method === 'HEAD') return { status: response.status, code: null, text };
  expect(response.headers.get('content-type'), place).toBe('application/problem+json');
  const problem = JSON.parse(text) as { code: string; status: number; requestId: string };
  expect(problem.requestId, place).toBeTruthy();
  expect(problem.status, place).toBe(response.status);
  return { status: response.status, code: problem.code, text };
}

let hashEveryTable: string;

/** One hash over every row of these tenants, table by table; asked in one statement, since nearly every test asks for it. */
async function stateOf(...premises: Premises[]): Promise<string> {
  if (!hashEveryTable) {
    const tables = await owner<{ name: string }[]>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1`;
    const hashes = tables.map(({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as hash from "${name}" t where tenant_id = any($1)`);
    hashEveryTable = hashes.join(' union all ');
  }
  return JSON.stringify(await owner.unsafe(hashEveryTable, [premises.map(({ workshop }) => workshop.tenantId)], { prepare: true }));
}

/** The state of both as the test before left it; null once somebody asked for something that may have changed it. */
let lastState: string | null = null;

async function leavesEverythingAsItIs(work: () => Promise<void>): Promise<void> {
  const before = lastState ?? (await stateOf(here, there));
  await work();
  const after = await stateOf(here, there);
  expect(after).toBe(before);
  lastState = after;
}

test('every route of the app is in the battery, and the battery has no route the app does not have', () => {
  const isMiddleware = (route: { method: string; path: string }) => route.method === 'ALL' || (route.method === 'OPTIONS' && route.path === '/api/reports');
  const registered = new Set(platform.app.routes.filter((route) => !isMiddleware(route)).map((route) => `${route.method} ${route.path}`));
  // tus asks for its state with HEAD, which Hono registers under GET.
  const covered = new Set(routeCases.map(({ route }) => route.replace(/^HEAD (.*\/uploads\/:id)$/, 'GET $1')));
  expect([...registered].filter((route) => !covered.has(route))).toEqual([]);
  expect([...covered].filter((route) => !registered.has(route))).toEqual([]);
});

/** An answer to HEAD has no body to say why. */
const codeIn = ({ route }: RouteCase, code: string) => (route.startsWith('HEAD ') ? null : code);
const changing = (routeCase: RouteCase) => !/^(GET|HEAD|OPTIONS) /.test(routeCase.route);
const withDoor = (...doors: RouteCase['door'][]) => routeCases.filter(({ door }) => doors.includes(door));

describe.each(withDoor('staff'))('$route', (routeCase) => {
  test('opens to no session, no session of another workshop, and no made-up one', () =>
    leavesEverythingAsItIs(async () => {
      const cookies = [undefined, there.cookieOf.admin, 'meldewerk_staff=abc', 'meldewerk_staff=%', `${there.cookieOf.admin}; ${there.cookieOf.clerk}`];
      for (const cookie of cookies) {
        const answer = await ask(routeCase, routeCase.path(here), { ...honestRequest(routeCase, here), cookie });
        expect([cookie, answer.status, answer.code]).toEqual([cookie, 401, 'unauthenticated']);
      }
    }));

  test('has the rows of another workshop for nobody', () =>
    leavesEverythingAsItIs(async () => {
      if (routeCase.path(here) === routeCase.path(there)) return;
      for (const role of staffRoles) {
        const answer = await ask(routeCase, routeCase.path(there), { ...honestRequest(routeCase, here), cookie: here.cookieOf[role] });
        const mayNot = routeCase.role !== undefined && staffRoles.indexOf(role) > staffRoles.indexOf(routeCase.role);
        const expected = mayNot ? [403, 'forbidden'] : [404, 'notFound'];
        expect([role, answer.status, answer.code]).toEqual([role, ...expected]);
      }
    }));

  if (routeCase.role) {
    test(`is closed to roles below ${routeCase.role}`, () =>
      leavesEverythingAsItIs(async () => {
        const answer = await ask(routeCase, routeCase.path(here), { ...honestRequest(routeCase, here), cookie: here.cookieOf.viewer });
        expect([answer.status, answer.code]).toEqual([403, 'forbidden']);
      }));
  }
});

describe.each(withDoor('account holder'))('$route', (routeCase) => {
  test('opens to no session, none of a workshop’s staff, and no made-up one', () =>
    leavesEverythingAsItIs(async () => {
      for (const cookie of [undefined, here.cookieOf.admin, 'meldewerk_billing=abc', 'meldewerk_billing=%', `meldewerk_billing=${'A'.repeat(43)}`]) {
        const answer = await ask(routeCase, routeCase.path(here), { ...honestRequest(routeCase, here), cookie });
        expect([cookie, answer.status, answer.code]).toEqual([cookie, 401, 'unauthenticated']);
      }
    }));

  test('has the account of another workshop for nobody', () =>
    leavesEverythingAsItIs(async () => {
      if (routeCase.path(here) === routeCase.path(there)) return;
      const answer = await ask(routeCase, routeCase.path(there), honestRequest(routeCase, here));
      expect([answer.status, answer.code]).toEqual([404, 'notFound']);
    }));

  test('is not at a workshop’s own address', async () => {
    const method = routeCase.route.split(' ')[0]!;
    const answer = await platform.request(here.workshop.host, routeCase.path(here), { ...honestRequest(routeCase, here), method });
    expect(answer.status).toBe(404);
  });
});

describe.each(withDoor('operator'))('$route', (routeCase) => {
  test('opens to no session, none of staff or of an account holder, and no made-up one', () =>
    leavesEverythingAsItIs(async () => {
      for (const cookie of [undefined, here.cookieOf.admin, here.holder.cookie, 'meldewerk_operator=abc', 'meldewerk_operator=%', `meldewerk_operator=${'A'.repeat(43)}`]) {
        const answer = await ask(routeCase, routeCase.path(here), { ...honestRequest(routeCase, here), cookie });
        expect([cookie, answer.status, answer.code]).toEqual([cookie, 401, 'unauthenticated']);
      }
    }));

  test('is not at a workshop’s own address, nor in the billing portal', async () => {
    const method = routeCase.route.split(' ')[0]!;
    for (const host of [here.workshop.host, hostOf(platform, 'billing')]) expect((await platform.request(host, routeCase.path(here), { ...honestRequest(routeCase, here), method })).status).toBe(404);
  });
});

describe.each(withDoor('staff', 'same origin', 'account holder', 'operator').filter(changing))('$route', (routeCase) => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another workshop, which is the same site to a browser', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('is not carried out when asked for from %s', (_, headers) =>
    leavesEverythingAsItIs(async () => {
      const request = honestRequest(routeCase, here);
      const answer = await ask(routeCase, routeCase.path(here), { ...request, headers: { ...request.headers, ...headers } });
      expect([answer.status, answer.code]).toEqual([403, 'crossSiteRequest']);
    }),
  );
});

describe.each(withDoor('draft', 'link', 'status link', 'statement', 'code', 'phone', 'customer'))('$route', (routeCase) => {
  test('opens to no bearer and to none of the wrong form', () =>
    leavesEverythingAsItIs(async () => {
      for (const authorization of ['', 'Bearer', 'Bearer x', `Basic ${here.draft.token}`, `Bearer ${'x'.repeat(5_000)}`, 'Bearer \u00e4']) {
        const request = honestRequest(routeCase, here);
        const answer = await ask(routeCase, routeCase.path(here), { ...request, headers: { ...request.headers, authorization } });
        expect([authorization.slice(0, 20), answer.status]).toEqual([authorization.slice(0, 20), 401]);
      }
    }));

});

describe.each(withDoor('link', 'status link', 'statement', 'code', 'phone'))('$route', (routeCase) => {
  test('knows no token of another workshop, and none that only looks like one', () =>
    leavesEverythingAsItIs(async () => {
      const foreignToken = { link: there.prepared.token, 'status link': there.status.token, statement: there.accident.token, code: there.handoff.code, phone: there.handoff.phone }[routeCase.door as 'link' | 'status link' | 'statement' | 'code' | 'phone'];
      for (const token of [foreignToken, 'A'.repeat(foreignToken.length)]) {
        const request = honestRequest(routeCase, here);
        const answer = await ask(routeCase, routeCase.path(here), { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
        expect([answer.status, answer.code]).toEqual([404, 'notFound']);
      }
    }));
});

describe.each(withDoor('customer'))('$route', (routeCase) => {
  test('opens to no access to a report of another workshop, none that was changed, and not to the link alone', () =>
    leavesEverythingAsItIs(async () => {
      const [, ...rest] = here.status.access.split('.');
      for (const token of [there.status.access, [there.report.receipt.reportId, ...rest].join('.'), [here.prepared.reportId, ...rest].join('.'), here.status.token]) {
        const request = honestRequest(routeCase, here);
        const answer = await ask(routeCase, routeCase.path(here), { ...request, headers: { ...request.headers, ...bearer({ token }) } });
        expect([answer.status, answer.code]).toEqual([401, codeIn(routeCase, 'unauthenticated')]);
      }
    }));

  test('has the rows of another workshop for nobody', () =>
    leavesEverythingAsItIs(async () => {
      if (routeCase.path(here) === routeCase.path(there)) return;
      const answer = await ask(routeCase, routeCase.path(there), honestRequest(routeCase, here));
      expect([answer.status, answer.code]).toEqual([404, codeIn(routeCase, 'notFound')]);
    }));
});

describe.each(withDoor('draft'))('$route', (routeCase) => {
  test('takes no token for another draft, and no draft of another workshop with whatever token', () =>
    leavesEverythingAsItIs(async () => {
      const another = { ...here, draft: { ...here.draft, token: there.draft.token } };
      const attempts: [string, Premises, Premises][] = [
        ['own draft, foreign token', here, another],
        // A draft is made by the first who names it, so a foreign id with a token of one's own is simply a new draft here.
        ...(routeCase.route === 'PUT /api/drafts/:draftId' ? [] : ([['foreign draft, foreign token', there, there], ['foreign draft, own token', there, { ...there, draft: { ...there.draft, token: here.draft.token } }]] as [string, Premises, Premises][])),
      ];
      for (const [name, at, bearing] of attempts) {
        const request = honestRequest(routeCase, at);
        const answer = await ask(routeCase, routeCase.path(at), { ...request, headers: { ...request.headers, ...bearer(bearing.draft) } });
        expect([name, answer.status]).toEqual([name, 404]);
      }
    }));
});

describe.each(withDoor('vendor'))('$route', (routeCase) => {
  test('believes nobody who cannot sign, and nothing that was signed for something else', () =>
    leavesEverythingAsItIs(async () => {
      const request = honestRequest(routeCase, here);
      const { 'content-type': contentType = '' } = request.headers ?? {};
      const unsigned = await ask(routeCase, routeCase.path(here), { ...request, headers: { 'content-type': contentType } });
      expect([unsigned.status, unsigned.code]).toEqual([403, 'forbidden']);
      const changed = await ask(routeCase, routeCase.path(here), { ...request, body: `${String(request.body)}&x=1` });
      expect([changed.status, changed.code]).toEqual([403, 'forbidden']);
      if (routeCase.onApex) return;
      const foreignWord = await ask(routeCase, routeCase.path(there), honestRequest(routeCase, there));
      expect([foreignWord.status, foreignWord.code]).toEqual([403, 'forbidden']);
    }));
});

describe.each(withDoor('vendor password'))('$route', (routeCase) => {
  test('believes nobody without the password', () =>
    leavesEverythingAsItIs(async () => {
      const { authorization, ...headers } = honestRequest(routeCase, here).headers ?? {};
      for (const given of [undefined, `X${authorization}`, 'Basic', 'Bearer x', `Basic ${Buffer.from('chargebee:').toString('base64')}`]) {
        const answer = await ask(routeCase, routeCase.path(here), { ...honestRequest(routeCase, here), headers: { ...headers, ...(given !== undefined && { authorization: given }) } });
        expect([given, answer.status, answer.code]).toEqual([given, 401, 'unauthenticated']);
      }
    }));
});

describe.each(routeCases.filter(({ route }) => route.includes(':')))('$route', (routeCase) => {
  // Whoever names a new draft or form makes it, so there an id that names nothing yet is no fault.
  const unknownIds = ['PUT /api/drafts/:draftId', 'PUT /api/forms/:formId', 'POST /api/forms/:formId/preview', 'PUT /api/reports/:reportId/condition-photos/:photoId', 'PUT /api/response-templates/:templateId', 'PUT /api/reports/:reportId/presence/:viewId'].includes(routeCase.route) ? [] : ['ffffffff-ffff-4fff-bfff-ffffffffffff', '00000000-0000-0000-0000-000000000000'];
  const badIds = [
    ...unknownIds, 'x', '0', '-1', '%00', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', "'%20or%201=1--", '__proto__', 'constructor',
    '%E0%A4%A', '%F0%9F%9A%97', 'a'.repeat(5_000), '99999999999999999999', '1.5', 'NaN', '%7B%7D',
  ];

  test('answers ids that name nothing as not found, and breaks on none', async () => {
    const request = { ...honestRequest(routeCase, here) };
    const [filled = '', search = ''] = routeCase.path(here).split(/(?=\?)/);
    const segments = filled.split('/');
    const pattern = routeCase.route.split(' ')[1]!.split('/');
    for (const [index, segment] of pattern.entries()) {
      if (!segment.startsWith(':')) continue;
      for (const id of badIds) {
        const path = segments.map((own, place) => (place === index ? id : own)).join('/') + search;
        const answer = await ask(routeCase, path, request);
        // Removing what is not there is done already.
        if (routeCase.route.startsWith('DELETE') && unknownIds.includes(id) && answer.status === 204) continue;
        // A well-formed id nobody signed for.
        if (routeCase.door === 'vendor' && unknownIds.includes(id) && answer.status === 403) continue;
        if (routeCase.door !== 'open') expect([path.slice(0, 60), answer.status]).toEqual([path.slice(0, 60), expect.toSatisfy((status) => status === 400 || status === 404)]);
      }
    }
  });
});

describe.each(routeCases.filter(({ body }) => body))('$route', (routeCase) => {
  const raw = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, note = '') => {
    const { json: _, ...request } = honestRequest(routeCase, here);
    return ask(routeCase, routeCase.path(here), { ...request, body, headers: { ...request.headers, 'content-type': 'application/json', ...headers } }, note);
  };

  test('takes JSON only, bounded in size and depth', () =>
    leavesEverythingAsItIs(async () => {
      const sound = JSON.stringify(routeCase.body!(here));
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', '']) {
        expect([type, (await raw(sound, { 'content-type': type })).status]).toEqual([type, 415]);
      }
      expect((await raw(sound, { 'content-encoding': 'gzip' })).status).toBe(415);
      for (const broken of ['', '{', '{"a":}', sound.slice(0, -1), '\u0000', `${sound}x`]) expect([broken.slice(0, 20), (await raw(broken)).status]).toEqual([broken.slice(0, 20), 400]);
      expect((await raw(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400);
      expect((await raw('['.repeat(100_000) + ']'.repeat(100_000))).status).toBe(400);
      expect((await raw(`{"a":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`)).status).toBe(400);
      expect((await raw(`{"a":"${'x'.repeat(300_000)}"}`)).status).toBe(413);
    }));

  test('names the fault in whatever else is sent, and breaks on none of it', async () => {
    for (const value of ['null', '[]', '{}', '1', '"x"', 'true', '{"__proto__":{"admin":true}}', '{"constructor":1}']) {
      expect([value, (await raw(value)).code]).toEqual([value, 'validationFailed']);
    }
    const before = await stateOf(there);
    const strange = [null, 0, 1e308, true, [], {}, [[]], { length: 5 }, '', 'a\u0000b', '\ud800x', 'x'.repeat(100_000)];
    for (const place of placesIn(routeCase.body!(here))) {
      for (const value of strange) {
        const answer = await raw(JSON.stringify(replaced(routeCase.body!(here), place, value)), {}, `${place.join('.')} = ${JSON.stringify(value).slice(0, 60)}`);
        if (answer.status !== 201 || routeCase.route !== 'POST /api/reports') continue;
        // A free field may hold anything a person types; then it can also be read, and the next one needs a new draft.
        const { reportId } = JSON.parse(answer.text) as { reportId: string };
        const read = await ask(readReport, `/api/reports/${reportId}`, { cookie: here.cookieOf.viewer });
        expect([place.join('.'), value, read.status]).toEqual([place.join('.'), value, 200]);
        here.draft = await furnishDraft(platform, here.workshop);
      }
    }
    await platform.runJobs();
    expect(platform.logs.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await stateOf(there)).toBe(before);
  });
});

const readReport = routeCases.find(({ route }) => route === 'GET /api/reports/:reportId')!;

/** Every place where something may be wrong; of brothers with the same places, such as the days of a week, the first. */
function placesIn(value: unknown, place: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [place];
  const shapes = new Set<string>();
  const inner = Object.entries(value).flatMap(([key, child]) => {
    const places = placesIn(child, [...place, key]);
    const shape = places.map((deep) => deep.slice(place.length + 1).join('.')).join();
    if (typeof child === 'object' && child !== null && shapes.has(shape)) return [];
    shapes.add(shape);
    return places;
  });
  return [...(place.length > 0 ? [place] : []), ...inner];
}

function replaced(value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((inner, index) => (String(index) === String(key) ? replaced(inner, rest, by) : inner));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

test('a report takes no photo of another workshop, and no answer of another workshop’s idempotency key', () =>
  leavesEverythingAsItIs(async () => {
    const submit = routeCases.find(({ route }) => route === 'POST /api/reports')!;
    const withForeignPhoto = await ask(submit, '/api/reports', {
      headers: { ...bearer(here.draft), 'idempotency-key': 'a-key-of-this-very-test' },
      json: submissionOf(here.draft, [there.draft.photoId]),
    });
    expect([withForeignPhoto.status, withForeignPhoto.code]).toEqual([422, 'validationFailed']);
    const [key] = await owner`select key from idempotency_keys where tenant_id = ${there.workshop.tenantId}`;
    const withForeignKey = await ask(submit, '/api/reports', { headers: { ...bearer(there.draft), 'idempotency-key': key?.['key'] }, json: submissionOf(there.draft, []) });
    expect(withForeignKey.status).toBe(404);
  }));

test.each(['=HYPERLINK("x")', "'; drop table tenants; --", '\u202ertl', '😀👩‍🔧', '<script>alert(1)</script>', 'Şükrü Ünlü-Ødegård', '{{7*7}}', '\r\nBcc: x@y.example'])(
  'a person may be called %j, and the report is taken, read without what turns its direction, and sent like any other',
  async (word) => {
    const draft = await furnishDraft(platform, here.workshop);
    const submit = routeCases.find(({ route }) => route === 'POST /api/reports')!;
    const submission = submissionOf(draft, [draft.photoId], word);
    submission.reporter.email = 'person@kunde.example';
    const answer = await ask(submit, '/api/reports', { headers: { ...bearer(draft), 'idempotency-key': `key-${draft.draftId}` }, json: submission });
    expect(answer.status, answer.text).toBe(201);
    const { reportId } = JSON.parse(answer.text) as { reportId: string };
    const read = await ask(readReport, `/api/reports/${reportId}`, { cookie: here.cookieOf.viewer });
    expect(JSON.parse(read.text).reporter.lastName).toBe(word.replace('\u202e', '').trim());
    await platform.runJobs();
    expect(platform.logs.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('the list and its search show nothing of another workshop, however it is asked', async () => {
  const list = routeCases.find(({ route }) => route === 'GET /api/reports')!;
  const odd = ['%', '_', '\\', "'", '%00', 'zeisigmarke', 'KA-PA%20777', '%E0%A4%A', 'a'.repeat(101), '%25%25', '%5C%25'];
  const queries = [
    ...odd.map((text) => `q=${text}`), 'status=open', 'status=x', 'new=true', 'new=1', 'from=2026-13-01', 'from=2026-11-01&to=2026-11-30', 'category=marten',
    'category=__proto__', 'cursor=x', `cursor=${Buffer.from('{}').toString('base64url')}`, `cursor=${'a'.repeat(201)}`, 'from=0001-01-01', 'to=9999-12-31', 'q=a&q=b', 'unknown=1',
    `cursor=${Buffer.from(JSON.stringify(['x', there.report.receipt.reportId])).toString('base64url')}`, 'to=275760-09-14', 'from=9999-12-31&to=0001-01-01',
  ];
  for (const query of queries) {
    const answer = await ask(list, `/api/reports?${query}`, { cookie: here.cookieOf.viewer });
    expect([query, answer.status]).toEqual([query, expect.toSatisfy((status) => status === 200 || (status >= 400 && status < 500))]);
  }
});

// Last, since what is asked for is carried out.
describe.each(routeCases)('$route', (routeCase) => {
  test('is carried out when asked for honestly', async () => {
    if (routeCase.door === 'draft') here.draft = await furnishDraft(platform, here.workshop);
    const answer = await ask(routeCase, routeCase.path(here), honestRequest(routeCase, here));
    expect(routeCase.honest, answer.text.slice(0, 300)).toContain(answer.status);
  });
});
