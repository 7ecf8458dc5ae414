import { expect, test } from 'vitest';
import { changedHere, hear, nothingAgreed, toTell, type Agreed, type Change } from './agreed-fields.ts';
import { canonical, type Fields } from './draft-fields.ts';

/** The server's rule in a few lines: of two the one typed later; nothing is later than its arrival. */
class Server {
  revision = 0;
  now = 1_000_000;
  readonly fields = new Map<string, { value: unknown; stamp: number; revision: number }>();

  take(changes: readonly Change[]): void {
    this.revision += 1;
    for (const { path, value, ageMs, after } of changes) {
      const stamp = Math.min(this.now, Math.max(this.now - ageMs, after + 1));
      const there = this.fields.get(path);
      if (!there || stamp >= there.stamp) this.fields.set(path, { value, stamp, revision: this.revision });
    }
  }

  since(revision: number, sent: readonly string[] = []) {
    const fields = [...this.fields].filter(([path, field]) => field.revision > revision || sent.includes(path)).map(([path, { value, stamp }]) => ({ path, value, stamp }));
    return { revision: this.revision, fields };
  }
}

class Device {
  agreed: Agreed = nothingAgreed;
  readonly own: Fields = new Map();
  readonly server: Server;
  readonly offMs: number;
  readonly prepared: Fields = new Map([['reporter.phone', '0171']]);
  lost: string[] = [];

  /** @param offMs how wrong this device's clock is */
  constructor(server: Server, offMs = 0) {
    this.server = server;
    this.offMs = offMs;
    this.own.set('reporter.phone', '0171');
  }

  get now(): number {
    return this.server.now + this.offMs;
  }

  type(path: string, value: unknown): void {
    if (value === null) this.own.delete(path);
    else this.own.set(path, value);
    this.agreed = { ...this.agreed, touchedAt: { ...this.agreed.touchedAt, [path]: this.now } };
  }

  meet(): void {
    const changes = toTell(this.agreed, this.own, changedHere(this.agreed, this.prepared, this.own), this.now);
    if (changes.length > 0) this.server.take(changes);
    const paths = changes.map(({ path }) => path);
    const told = new Map(paths.map((path) => [path, canonical(this.own.get(path))]));
    const heard = hear(this.agreed, this.prepared, this.own, this.server.since(this.agreed.revision, paths), told);
    for (const [path, value] of heard.changes) {
      if (value === null) this.own.delete(path);
      else this.own.set(path, value);
    }
    this.agreed = heard.agreed;
    this.lost.push(...heard.lost);
  }

  get fields() {
    return Object.fromEntries([...this.own].toSorted());
  }
}

const pair = (offMs = 0) => {
  const server = new Server();
  return { server, one: new Device(server), other: new Device(server, offMs) };
};

test('two devices that change different fields keep both', () => {
  const { one, other } = pair();
  one.type('vehicle.makeModel', 'Golf');
  other.type('reporter.lastName', 'Beispiel');
  for (const device of [one, other, one]) device.meet();
  expect(one.fields).toEqual({ 'reporter.lastName': 'Beispiel', 'reporter.phone': '0171', 'vehicle.makeModel': 'Golf' });
  expect(other.fields).toEqual(one.fields);
});

test('of the same field the one typed later stands on both, also when the other one was sent later', () => {
  const { server, one, other } = pair();
  other.type('vehicle.makeModel', 'Polo');
  server.now += 60_000;
  one.type('vehicle.makeModel', 'Golf');
  one.meet();
  server.now += 60_000;
  other.meet();
  expect([one.fields, other.fields].map((fields) => fields['vehicle.makeModel'])).toEqual(['Golf', 'Golf']);
  expect(other.lost).toEqual(['vehicle.makeModel']);
});

test.each([-86_400_000, 86_400_000])('a clock that is wrong by %d ms makes no difference', (offMs) => {
  const { server, one, other } = pair(offMs);
  other.type('vehicle.makeModel', 'Polo');
  other.meet();
  server.now += 1_000;
  one.type('vehicle.makeModel', 'Golf');
  one.meet();
  other.meet();
  expect(other.fields['vehicle.makeModel']).toBe('Golf');
});

test('what the workshop prepared is not told, and what was emptied stays empty everywhere', () => {
  const { server, one, other } = pair();
  one.meet();
  expect(server.fields.size).toBe(0);
  one.type('reporter.phone', null);
  one.meet();
  other.meet();
  expect(other.fields).toEqual({});
  expect(changedHere(other.agreed, other.prepared, other.own)).toEqual([]);
});

test('how far the customer has come only grows, whoever tells it last', () => {
  const { one, other } = pair();
  one.type('furthest', 'photos');
  one.meet();
  other.type('furthest', 'questions');
  for (const device of [other, one, one, other]) device.meet();
  expect([one.fields['furthest'], other.fields['furthest']]).toEqual(['photos', 'photos']);
});

test('what is typed on while the answer is under way is neither lost nor overwritten', () => {
  const { server, one } = pair();
  one.type('vehicle.makeModel', 'G');
  const changes = toTell(one.agreed, one.own, changedHere(one.agreed, one.prepared, one.own), one.now);
  const told = new Map([['vehicle.makeModel', canonical('G')]]);
  one.type('vehicle.makeModel', 'Golf');
  server.take(changes);
  const heard = hear(one.agreed, one.prepared, one.own, server.since(0, ['vehicle.makeModel']), told);
  expect([...heard.changes]).toEqual([]);
  expect(changedHere(heard.agreed, one.prepared, one.own)).toEqual(['vehicle.makeModel']);
});

test('however devices type and meet, in the end all have the same, and everything that only one of them typed', () => {
  let state = 11;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 120; round++) {
    const server = new Server();
    const devices = [new Device(server), new Device(server, -3_600_000), new Device(server, 7_200_000)];
    for (let step = 0; step < 40; step++) {
      server.now += 1 + next(5_000);
      const at = next(3);
      const device = devices[at];
      if (!device) continue;
      if (next(3) === 0) device.meet();
      else if (next(4) === 0) device.type(`answers.alone${at}`, `step ${step}`);
      else device.type(`answers.shared${next(3)}`, next(5) === 0 ? null : `step ${step}`);
    }
    const alone = devices.map((device, at) => [`answers.alone${at}`, device.own.get(`answers.alone${at}`)]).filter(([, value]) => value !== undefined);
    for (const device of [...devices, ...devices]) device.meet();
    expect(devices[1]?.fields, `round ${round}`).toEqual(devices[0]?.fields);
    expect(devices[2]?.fields, `round ${round}`).toEqual(devices[0]?.fields);
    expect(devices[0]?.fields).toMatchObject(Object.fromEntries(alone));
  }
});
