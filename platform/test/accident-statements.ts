import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { factsText, type AccidentContent } from '@meldewerk/contract/accident-fields';
import type { AccidentStatement, Pairing, SignStatement } from '@meldewerk/contract/accident-statement';
import type { Platform, TestRequest } from './harness.ts';
import type { Premises } from './premises.ts';
import type { RouteCase } from './route-cases.ts';
import { bearer } from './submit-report.ts';
import type { Workshop } from './workshop.ts';

export const path = '/api/accident-statement';
export const newToken = () => randomBytes(32).toString('base64url');

/** What has to be there before anybody signs. */
export const needed = (word = 'Muster') => ({
  'shared.date': '2026-11-20', 'shared.time': '10:00', 'shared.place': `${word}platz, Karlsruhe`, 'shared.injured': false,
  'a.plate': 'KA-PA 777', 'a.driverName': `${word} Eins`, 'b.plate': 'S-AB 1234', 'b.driverName': `${word} Zwei`,
}) satisfies AccidentContent;

/** One driver's phone, as it speaks to the server. */
export function phoneOf(platform: Platform, workshop: Workshop, token: string) {
  const ask = (method: string, at: string, request: TestRequest = {}) => platform.request(workshop.host, `${path}${at}`, { method, ...request, headers: { ...bearer({ token }), ...request.headers } });
  return {
    token,
    ask,
    open: (id: string, changes: AccidentContent = {}) => ask('PUT', '', { json: { id, language: 'de', changes } }),
    change: (changes: Record<string, unknown>, ready?: boolean) => ask('PATCH', '', { json: { changes, ...(ready === undefined ? {} : { ready }) } }),
    read: async () => (await (await ask('GET', '')).json()) as AccidentStatement,
    invite: async () => (await (await ask('POST', '/pairings')).json()) as Pairing,
    sign: (input: Partial<SignStatement> & Pick<SignStatement, 'side' | 'factsSha256'>) => ask('POST', '/signatures', { json: signing(input) }),
    withdraw: (side: 'a' | 'b') => ask('DELETE', `/signatures/${side}`),
  };
}
export type Phone = ReturnType<typeof phoneOf>;

export function signing(input: Partial<SignStatement> & Pick<SignStatement, 'side' | 'factsSha256'>): SignStatement {
  return { id: randomUUID(), name: 'Muster Eins', signature: { method: 'typed', typedName: 'Muster Eins' }, ...input };
}

/** The hash of what a phone has before it, worked out as the phone does. */
export function hashOf({ id, content }: Pick<AccidentStatement, 'id' | 'content'>): string {
  return createHash('sha256').update(factsText(id, content)).digest('hex');
}

export function join(platform: Platform, workshop: Workshop, pairing: string, token = newToken()): Promise<Response> {
  return platform.request(workshop.host, `${path}/joining`, { headers: bearer({ token: pairing }), json: { token, language: 'de' } });
}

/** Two phones with one statement, both sides filled in and ready to sign. */
export async function pairUp(platform: Platform, workshop: Workshop, word?: string): Promise<{ id: string; a: Phone; b: Phone }> {
  const id = randomUUID();
  const content = needed(word);
  const ofSide = (side: string) => Object.fromEntries(Object.entries(content).filter(([key]) => key.startsWith(side)));
  const [a, b] = [phoneOf(platform, workshop, newToken()), phoneOf(platform, workshop, newToken())];
  await expectOk(a.open(id, { ...ofSide('shared'), ...ofSide('a.') }));
  await expectOk(join(platform, workshop, (await a.invite()).token, b.token));
  await expectOk(b.change(ofSide('b.'), true));
  await expectOk(a.change({}, true));
  return { id, a, b };
}

export async function expectOk(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (response.status >= 300) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return response;
}

export type FurnishedStatement = { id: string; token: string; pairing: string; facts: string };

/** One statement in the middle of its filling in, with a code shown that nobody has scanned; and one both signed. */
export async function furnishAccidentStatement(platform: Platform, workshop: Workshop, word = 'Muster'): Promise<FurnishedStatement> {
  const { a, b } = await pairUp(platform, workshop, word);
  const factsSha256 = hashOf(await a.read());
  await expectOk(a.sign({ side: 'a', factsSha256, name: `${word} Eins` }));
  await expectOk(b.sign({ side: 'b', factsSha256, name: `${word} Zwei` }));
  const id = randomUUID();
  const open = phoneOf(platform, workshop, newToken());
  await expectOk(open.open(id, needed(word)));
  return { id, token: open.token, pairing: (await open.invite()).token, facts: hashOf(await open.read()) };
}

const asA = (at: Premises) => bearer({ token: at.accident.token });
const ofReport = (at: Premises) => `/api/reports/${at.report.receipt.reportId}/accident-statement`;

export const accidentStatementCases: RouteCase[] = [
  { route: 'GET /u', door: 'open', path: () => '/u', honest: [200] },
  { route: 'GET /u/:token', door: 'open', path: (at) => `/u/${at.accident.token}`, honest: [200] },
  // Who names a new one makes it, so there is no door but a token of the right form.
  { route: `PUT ${path}`, door: 'open', path: () => path, headers: asA, body: (at) => ({ id: at.accident.id, language: 'de', changes: { 'shared.place': 'Karlsruhe' } }), honest: [200] },
  { route: `GET ${path}`, door: 'statement', path: () => path, honest: [200] },
  { route: `PATCH ${path}`, door: 'statement', path: () => path, body: () => ({ changes: { 'shared.place': 'Karlsruhe', 'shared.injured': false, 'a.circumstances': ['parked'], 'shared.sketch': sketch } }), honest: [200] },
  { route: `GET ${path}/invitation`, door: 'open', path: () => `${path}/invitation`, headers: (at) => bearer({ token: at.accident.pairing }), honest: [204] },
  { route: `POST ${path}/joining`, door: 'open', path: () => `${path}/joining`, headers: (at) => bearer({ token: at.accident.pairing }), body: (at) => ({ token: `${at.accident.pairing}${at.accident.pairing}`.slice(0, 43), language: 'de' }), honest: [200] },
  { route: `POST ${path}/pairings`, door: 'statement', path: () => `${path}/pairings`, honest: [200, 403] },
  { route: `DELETE ${path}/pairing`, door: 'statement', path: () => `${path}/pairing`, honest: [200] },
  { route: `POST ${path}/signatures`, door: 'statement', path: () => `${path}/signatures`, body: (at) => signing({ side: 'a', factsSha256: at.accident.facts }), honest: [200, 409, 422] },
  { route: `DELETE ${path}/signatures/:side`, door: 'statement', path: () => `${path}/signatures/a`, honest: [200] },
  { route: `GET ${path}/document`, door: 'statement', path: () => `${path}/document`, honest: [404] },
  { route: `POST ${path}/mails`, door: 'statement', path: () => `${path}/mails`, body: () => ({ side: 'a', email: 'fahrer.a@kunden.example' }), honest: [404] },
  { route: 'GET /api/reports/:reportId/accident-statement', door: 'staff', path: ofReport, honest: [200] },
  { route: 'GET /api/reports/:reportId/accident-statement.pdf', door: 'staff', path: (at) => `${ofReport(at)}.pdf`, honest: [404] },
];

const sketch = { road: 'crossing', vehicles: { a: { x: 1, y: 2, angle: 3 }, b: { x: 4, y: 5, angle: 6 } }, strokes: [[[1, 1], [2, 2]]] };
